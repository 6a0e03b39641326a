import { describe, expect, test } from 'vitest';
import type { Around, UnitFact } from '#shared/units/unit-plan.ts';
import { percentText, planChange } from '#shared/units/units.rules.ts';
import type { NewUnitInput, UnitChange, UnitId } from '#shared/units/units.schema.ts';
import { aUnitChange } from '#test/builders/units.builder.ts';

const id = (text: string) => text as UnitId;
const fact = (unit: Partial<UnitFact> & { id: string }): UnitFact => ({
  kind: 'province',
  name: unit.id,
  fullName: `Tỉnh ${unit.id}`,
  parentId: null,
  parentSince: null,
  validFrom: null,
  validTo: null,
  version: 1,
  ...unit,
});
const commune = (name: string, parentId: string, more: Partial<UnitFact> = {}) =>
  fact({ id: name, kind: 'commune', fullName: `Xã ${name}`, parentId, ...more });

function around(units: UnitFact[], more: Partial<Around> = {}): Around {
  return {
    units,
    names: units.map(({ id: unitId, name, fullName, validFrom, validTo }) => ({
      unitId,
      name,
      fullName,
      validFrom,
      validTo,
    })),
    codes: [],
    formerParents: [],
    lineage: [],
    ...more,
  };
}
const fresh = (more: Partial<NewUnitInput> = {}): NewUnitInput => ({
  kind: 'province',
  name: 'Mới',
  fullName: 'Tỉnh Mới',
  parentId: null,
  code: '',
  ...more,
});
const codes = (change: UnitChange, known: Around) => planChange(change, known).reasons.map(({ code }) => code);
const ON = '2026-07-01';
const A = fact({ id: 'A', validFrom: '2004-01-01' });
const B = fact({ id: 'B' });
const merge = (sources: string[], into: UnitChange extends never ? never : object, effectiveOn = ON) =>
  aUnitChange('merge', { effectiveOn, sources: sources.map(id), into: into as never });

describe('merge', () => {
  test('two into a new one: both end the day before, whole; nothing else is written', () => {
    const { reasons, effects } = planChange(merge(['A', 'B'], { unit: fresh({ code: '15' }) }), around([A, B]));
    expect(reasons).toEqual([]);
    expect(effects).toMatchObject({
      ended: [
        { unitId: 'A', lastDay: '2026-06-30' },
        { unitId: 'B', lastDay: '2026-06-30' },
      ],
      made: [{ ref: 'new:0', code: '15', validFrom: ON }],
      lines: [
        { ancestorId: 'A', descendant: 'new:0', sharePermille: 1000 },
        { ancestorId: 'B', descendant: 'new:0', sharePermille: 1000 },
      ],
      renamed: [],
      moved: [],
    });
  });

  test('units below go along to the new one', () => {
    const { reasons, effects } = planChange(merge(['A', 'B'], { unit: fresh() }), around([A, B, commune('x', 'A')]));
    expect(reasons).toEqual([]);
    expect(effects.moved).toEqual([
      { unitId: 'x', fromParentId: 'A', parents: [{ parent: 'new:0', validFrom: ON, validTo: null }] },
    ]);
  });

  test('the name and the code of a unit that ends are free on that day', () => {
    const known = around([A, B], {
      codes: [{ unitId: 'A', scheme: 'gso', code: '15', validFrom: null, validTo: null }],
    });
    const unit = fresh({ name: 'A', fullName: 'Tỉnh A', code: '15' });
    expect(codes(merge(['A', 'B'], { unit }), known)).toEqual([]);
  });

  test.each([
    ['before a unit existed', merge(['A', 'B'], { unit: fresh() }, '2003-01-01'), [A, B], 'unit.not-yet'],
    ['on the day a unit began', merge(['A', 'B'], { unit: fresh() }, '2004-01-01'), [A, B], 'unit.not-yet'],
    [
      'after a unit ended',
      merge(['A', 'B'], { unit: fresh() }),
      [A, { ...B, validTo: '2025-06-30' }],
      'unit.ended-before',
    ],
    [
      'before a unit is known to end',
      merge(['A', 'B'], { unit: fresh() }),
      [A, { ...B, validTo: '2030-01-01' }],
      'unit.ends-later',
    ],
    ['into itself', merge(['A', 'B'], { unitId: id('A') }), [A, B], 'unit.merged-into-itself'],
    ['twice the same', merge(['A', 'A', 'B'], { unit: fresh() }), [A, B], 'unit.source-twice'],
    ['one into a new one', merge(['A'], { unit: fresh() }), [A], 'unit.merge-needs-two'],
    ['with a commune', merge(['A', 'x'], { unit: fresh() }), [A, commune('x', 'A')], 'unit.level-mixed'],
    [
      'into a unit not there yet',
      merge(['A'], { unitId: id('C') }),
      [A, fact({ id: 'C', validFrom: '2027-01-01' })],
      'unit.not-yet',
    ],
    ['with one that nobody knows', merge(['A', 'Z'], { unit: fresh() }), [A], 'unit.not-found'],
  ] as [string, UnitChange, UnitFact[], string][])('%s is refused', (_, change, units, code) => {
    expect(codes(change, around(units))).toContain(code);
  });

  test('before a change that is recorded already', () => {
    const change = merge(['A', 'B'], { unit: fresh() });
    const known = around([A, B, fact({ id: 'C' })]);
    const renamed = { unitId: 'A', name: 'Sau', fullName: 'Tỉnh Sau', validFrom: '2027-01-01', validTo: null };
    expect(codes(change, { ...known, names: [...known.names, renamed] })).toContain('unit.renamed-later');
    const line = { ancestorId: 'C', descendantId: 'A', fromOn: '2026-08-01', sharePermille: 1000 };
    expect(codes(change, { ...known, lineage: [line] })).toContain('unit.changed-later');
    expect(codes(change, { ...known, lineage: [{ ...line, fromOn: '2026-06-30' }] })).toEqual([]);
  });

  test('a unit into one of those below it would stand below itself', () => {
    const district = fact({ id: 'D', kind: 'district', parentId: 'A' });
    const zone = fact({ id: 'Z', kind: 'special-zone', parentId: 'D' });
    expect(codes(merge(['D'], { unitId: id('Z') }), around([A, district, zone]))).toContain('unit.parent-cycle');
  });

  test('no document, no change', () => {
    const change = { ...merge(['A', 'B'], { unit: fresh() }), document: '' };
    expect(planChange(change, around([A, B])).reasons).toEqual([{ code: 'unit.document-missing', field: 'document' }]);
  });
});

describe('split', () => {
  const split = (parts: [string | NewUnitInput, number][], children: [string, number][] = []) =>
    aUnitChange('split', {
      effectiveOn: ON,
      unitId: id('A'),
      parts: parts.map(([into, sharePermille]) => ({
        into: typeof into === 'string' ? { unitId: id(into) } : { unit: into },
        sharePermille,
      })),
      children: children.map(([unitId, part]) => ({ unitId: id(unitId), part })),
    });
  const north = fresh({ name: 'Bắc', fullName: 'Tỉnh Bắc' });
  const south = fresh({ name: 'Nam', fullName: 'Tỉnh Nam' });

  test('one into two new ones with their shares', () => {
    const { reasons, effects } = planChange(
      split([
        [north, 375],
        [south, 625],
      ]),
      around([A]),
    );
    expect(reasons).toEqual([]);
    expect(effects.ended).toMatchObject([{ unitId: 'A', lastDay: '2026-06-30' }]);
    expect(effects.lines.map(({ descendant, sharePermille }) => [descendant, sharePermille])).toEqual([
      ['new:0', 375],
      ['new:1', 625],
    ]);
  });

  test('the unit itself can go on with a part; it then ends not', () => {
    const { reasons, effects } = planChange(
      split([
        ['A', 600],
        [south, 400],
      ]),
      around([A, commune('x', 'A')]),
    );
    expect(reasons).toEqual([]);
    expect(effects.ended).toEqual([]);
    expect(effects.lines).toEqual([{ ancestorId: 'A', descendant: 'new:0', sharePermille: 400, fromOn: ON }]);
    expect(effects.moved).toEqual([]);
  });

  test('units below go where the office says', () => {
    const known = around([A, commune('x', 'A'), commune('y', 'A')]);
    const { reasons, effects } = planChange(
      split(
        [
          [north, 500],
          [south, 500],
        ],
        [
          ['x', 0],
          ['y', 1],
        ],
      ),
      known,
    );
    expect(reasons).toEqual([]);
    expect(effects.moved.map(({ unitId, parents }) => [unitId, parents[0]!.parent])).toEqual([
      ['x', 'new:0'],
      ['y', 'new:1'],
    ]);
  });

  test('shares that do not add up name what they make', () => {
    const { reasons } = planChange(
      split([
        [north, 375],
        [south, 600],
      ]),
      around([A]),
    );
    expect(reasons).toEqual([{ code: 'unit.shares-sum', field: 'parts', facts: { sum: '97,5 %' } }]);
  });

  test.each([
    ['one part', split([[north, 1000]]), 'unit.split-needs-two'],
    [
      'a part of nothing',
      split([
        [north, 1000],
        [south, 0],
      ]),
      'unit.share-missing',
    ],
    [
      'a part twice',
      split([
        ['B', 500],
        ['B', 500],
      ]),
      'unit.part-twice',
    ],
    [
      'two new ones of one name',
      split([
        [north, 500],
        [north, 500],
      ]),
      'unit.same-name',
    ],
    [
      'a unit below left over',
      split([
        [north, 500],
        [south, 500],
      ]),
      'unit.child-unassigned',
    ],
    [
      'a unit that is not below',
      split(
        [
          [north, 500],
          [south, 500],
        ],
        [['B', 0]],
      ),
      'unit.not-a-child',
    ],
    [
      'a part that is not there',
      split(
        [
          [north, 500],
          [south, 500],
        ],
        [['x', 7]],
      ),
      'unit.not-a-child',
    ],
  ] as [string, UnitChange, string][])('%s is refused', (_, change, code) => {
    expect(codes(change, around([A, B, commune('x', 'A')]))).toContain(code);
  });
});

describe('add', () => {
  const add = (unit: NewUnitInput, effectiveOn = ON) => aUnitChange('add', { effectiveOn, unit });
  const xa = (parentId: string, name = 'Mường Khương') =>
    fresh({ kind: 'commune', name, fullName: `Xã ${name}`, parentId: id(parentId) });

  test('under a parent', () => {
    const { reasons, effects } = planChange(add(xa('B')), around([B]));
    expect(reasons).toEqual([]);
    expect(effects.made[0]!.parents).toEqual([{ parent: 'B', validFrom: ON, validTo: null }]);
  });

  test('under a parent that is known to be merged whole, it goes along to the successor', () => {
    const old = fact({ id: 'old', validTo: '2025-06-30' });
    const now = fact({ id: 'now', validFrom: '2025-07-01' });
    const lineage = [{ ancestorId: 'old', descendantId: 'now', fromOn: '2025-07-01', sharePermille: 1000 }];
    const { reasons, effects } = planChange(add(xa('old'), '2024-03-01'), around([old, now], { lineage }));
    expect(reasons).toEqual([]);
    expect(effects.made[0]!.parents).toEqual([
      { parent: 'old', validFrom: '2024-03-01', validTo: '2025-06-30' },
      { parent: 'now', validFrom: '2025-07-01', validTo: null },
    ]);
    expect(codes(add(xa('old'), '2024-03-01'), around([old]))).toEqual(['unit.child-outlives-parent']);
  });

  test.each([
    ['a commune without a parent', add({ ...xa('B'), parentId: null }), 'unit.parent-missing'],
    ['a province below another', add(fresh({ parentId: id('B') })), 'unit.parent-not-wanted'],
    ['before its parent', add(xa('A'), '2003-01-01'), 'unit.not-yet'],
    ['a name that is taken there', add(xa('B', 'Sa Pa')), 'unit.same-name'],
    ['a code that is taken that day', add({ ...xa('B'), code: '10' }), 'unit.code-taken'],
    ['a code of letters', add({ ...xa('B'), code: 'AB' }), 'unit.code-format'],
    ['no name', add({ ...xa('B'), name: '' }), 'unit.name-missing'],
    ['no full name', add({ ...xa('B'), fullName: '' }), 'unit.full-name-missing'],
  ] as [string, UnitChange, string][])('%s is refused', (_, change, code) => {
    const units = [A, B, commune('Sa Pa', 'B')];
    const known = around(units, {
      codes: [{ unitId: 'A', scheme: 'gso', code: '10', validFrom: null, validTo: null }],
    });
    expect(codes(change, known)).toEqual([code]);
  });

  test('one name under two parents, or after the other has ended, is no clash', () => {
    expect(codes(add(xa('A', 'Sa Pa')), around([A, B, commune('Sa Pa', 'B')]))).toEqual([]);
    expect(codes(add(xa('B', 'Sa Pa')), around([B, commune('Sa Pa', 'B', { validTo: '2020-01-01' })]))).toEqual([]);
  });
});

describe('rename and close', () => {
  const rename = (name: string, effectiveOn = ON) =>
    aUnitChange('rename', { effectiveOn, unitId: id('A'), name, fullName: `Tỉnh ${name}` });

  test('a new name from a day on', () => {
    const { reasons, effects } = planChange(rename('Khác'), around([A]));
    expect(reasons).toEqual([]);
    expect(effects.renamed).toEqual([
      { unitId: 'A', fromName: 'A', fromFullName: 'Tỉnh A', name: 'Khác', fullName: 'Tỉnh Khác', from: ON },
    ]);
  });

  test.each([
    ['the same name', rename('A'), 'unit.name-same'],
    ['a name taken at that time', rename('B'), 'unit.same-name'],
    ['before it existed', rename('Khác', '2003-12-31'), 'unit.not-yet'],
    ['on its first day', rename('Khác', '2004-01-01'), 'unit.not-yet'],
  ] as [string, UnitChange, string][])('%s is refused', (_, change, code) => {
    expect(codes(change, around([A, B]))).toEqual([code]);
  });

  test('before a name that is recorded already', () => {
    const known = around([A]);
    const names = [
      { ...known.names[0]!, validTo: '2026-12-31' },
      { unitId: 'A', name: 'Sau', fullName: 'Tỉnh Sau', validFrom: '2027-01-01', validTo: null },
    ];
    expect(codes(rename('Khác'), { ...known, names })).toEqual(['unit.renamed-later']);
  });

  test('a unit with others below it cannot close: they would outlive it', () => {
    const close = aUnitChange('close', { effectiveOn: ON, unitId: id('A') });
    expect(planChange(close, around([A, commune('x', 'A')])).reasons).toMatchObject([
      { code: 'unit.children-left', facts: { childCount: 1, names: 'x' } },
    ]);
    expect(planChange(close, around([A])).effects.ended).toMatchObject([{ unitId: 'A', lastDay: '2026-06-30' }]);
  });
});

test.each([
  [1000, '100 %'],
  [375, '37,5 %'],
  [5, '0,5 %'],
])('%i permille is written %s', (permille, text) => {
  expect(percentText(permille)).toBe(text);
});
