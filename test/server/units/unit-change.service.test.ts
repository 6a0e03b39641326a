import { beforeEach, describe, expect, test } from 'vitest';
import { checkDatabase } from '#db/core/check.ts';
import { invariants } from '#db/units/units.invariants.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { UnitChange, UnitId } from '#shared/units/units.schema.ts';
import { DEMO_ACTORS, DEMO_UNITS, givenDemo } from '#test/builders/demo.builder.ts';
import { aCommune, aUnitChange, DOCUMENT } from '#test/builders/units.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const db = await testDb();
const { contextOf } = await givenDemo(db);
const admin = createCaller(contextOf(DEMO_ACTORS.admin));
const id = (text: string) => text as UnitId;
const SON_LA = id(DEMO_UNITS['Sơn La']);
const LAI_CHAU = id(DEMO_UNITS['Lai Châu']);
const ON = '2026-07-01';

/** Every table with records of the past, to see that a change of units touches none. */
async function past() {
  const tables = [
    'award',
    'report',
    'reportValue',
    'nomination',
    'decision',
    'certificate',
    'pledgeSignature',
    'clusterMember',
    'clusterYear',
  ] as const;
  return Promise.all(
    tables.map(async (table) =>
      (await db.reads.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).toSorted(),
    ),
  );
}

async function change(made: UnitChange) {
  const { seen } = await admin.units.preview({ change: made });
  return admin.units.change({ change: made, seen, idempotencyKey: uuidv7() });
}

const merger = () =>
  aUnitChange('merge', {
    effectiveOn: ON,
    sources: [SON_LA, LAI_CHAU],
    into: { unit: { kind: 'province', name: 'Tây Bắc', fullName: 'Tỉnh Tây Bắc', parentId: null, code: '14' } },
  });

beforeEach(async () => {
  await admin.demo.reset();
});

describe('before it is confirmed', () => {
  test('the preview names units, names, codes, clusters that must decide, and what is under way', async () => {
    const before = await past();
    const preview = await admin.units.preview({ change: merger() });
    expect(preview.ended.map(({ unitName, lastDay, codes }) => [unitName, lastDay, codes])).toEqual([
      ['Sơn La', '2026-06-30', ['14']],
      ['Lai Châu', '2026-06-30', ['12']],
    ]);
    expect(preview.made).toMatchObject([{ name: 'Tây Bắc', code: '14', validFrom: ON }]);
    expect(preview.impact.memberships.map(({ unitName, clusterName }) => `${unitName}: ${clusterName}`)).toContain(
      'Sơn La: Cụm thi đua 7 tỉnh miền núi biên giới phía Bắc',
    );
    expect(preview.impact.reports).toMatchObject([{ unitName: 'Sơn La', count: 1 }]);
    expect(preview.impact.nominations.map(({ unitName }) => unitName)).toContain('Sơn La');
    expect(await past()).toEqual(before);
    expect(await db.reads.selectFrom('unitChange').select('id').execute()).toEqual([]);
  });

  test('what is wrong is said in words, at the field', async () => {
    const early = { ...merger(), effectiveOn: '2003-12-31' };
    await expect(admin.units.preview({ change: early })).rejects.toMatchObject({
      code: 'UNPROCESSABLE_CONTENT',
      message: expect.stringContaining('unit.not-yet'),
    });
  });

  test('only the administrator of the system may', async () => {
    const staff = createCaller(contextOf(DEMO_ACTORS.chair)).units;
    await expect(staff.preview({ change: merger() })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

test('a merger ends two and makes one; nothing stored of the past changes; the lines of descent lead on', async () => {
  const before = await past();
  const { unitIds } = await change(merger());
  expect(await past()).toEqual(before);
  const made = await admin.units.byId({ id: id(unitIds[0]!) });
  expect(made).toMatchObject({ name: 'Tây Bắc', fullName: 'Tỉnh Tây Bắc', validFrom: ON, validTo: null });
  expect(made.formedFrom).toMatchObject([
    { name: 'Lai Châu', fromOn: ON, sharePermille: 1000, document: DOCUMENT },
    { name: 'Sơn La', fromOn: ON, sharePermille: 1000, document: DOCUMENT },
  ]);
  const sonLa = await admin.units.byId({ id: SON_LA });
  expect(sonLa.validTo).toBe('2026-06-30');
  expect(sonLa.codes).toEqual([{ scheme: 'gso', code: '14', validFrom: null, validTo: '2026-06-30' }]);
  expect(sonLa.memberships.length).toBeGreaterThan(0);
  expect(sonLa.todayUnits).toMatchObject([{ name: 'Tây Bắc', sharePermille: 1000 }]);
  expect((await admin.units.list({ on: ON })).counts.reduce((sum, { count }) => sum + count, 0)).toBe(33);
  expect((await checkDatabase(db, invariants)).flatMap(({ broken }) => broken)).toEqual([]);
  const history = await admin.audit.ofRecord({ subjectKind: 'unit', subjectId: SON_LA });
  expect(history[0]).toMatchObject({ action: 'unit.merged', actorName: 'Quản trị hệ thống' });
  expect(history[0]!.changes).toContainEqual({ field: 'mergedInto', from: null, to: 'Tây Bắc' });
  expect(history[0]!.changes).toContainEqual({ field: 'document', from: null, to: DOCUMENT });
});

test('merging into a unit that is there keeps it, with its name and code', async () => {
  await change(aUnitChange('merge', { effectiveOn: ON, sources: [LAI_CHAU], into: { unitId: SON_LA } }));
  const sonLa = await admin.units.byId({ id: SON_LA });
  expect(sonLa).toMatchObject({ validTo: null, version: 2 });
  expect((await admin.units.today({ ids: [LAI_CHAU] })).units).toMatchObject([
    { name: 'Sơn La', formedFrom: [{ name: 'Lai Châu' }, { name: 'Sơn La' }] },
  ]);
});

test('a split: one goes on with three fifths, one is new; communes go where they were put', async () => {
  const {
    unitIds: [commune],
  } = await change(aCommune(SON_LA, 'Mường Mẫu'));
  await change(
    aUnitChange('split', {
      effectiveOn: ON,
      unitId: SON_LA,
      parts: [
        { into: { unitId: SON_LA }, sharePermille: 600 },
        {
          into: { unit: { kind: 'province', name: 'Mộc Châu', fullName: 'Tỉnh Mộc Châu', parentId: null, code: '' } },
          sharePermille: 400,
        },
      ],
      children: [{ unitId: id(commune!), part: 1 }],
    }),
  );
  const page = await admin.units.byId({ id: id(commune!) });
  expect(page.parents.map(({ parentName, validFrom, validTo }) => [parentName, validFrom, validTo])).toEqual([
    ['Sơn La', '2024-03-01', '2026-06-30'],
    ['Mộc Châu', ON, null],
  ]);
  expect(
    (await admin.units.byId({ id: SON_LA })).todayUnits.map(({ name, sharePermille }) => [name, sharePermille]),
  ).toEqual([
    ['Sơn La', 600],
    ['Mộc Châu', 400],
  ]);
  const on = async (day: string, parentId: UnitId) =>
    (await admin.units.list({ on: day, parentId })).rows.map(({ name }) => name);
  expect(await on('2026-06-30', SON_LA)).toEqual(['Mường Mẫu']);
  expect(await on(ON, SON_LA)).toEqual([]);
  expect((await checkDatabase(db, invariants)).flatMap(({ broken }) => broken)).toEqual([]);
});

test('communes of any depth: under a province that is known to be merged they go along', async () => {
  const {
    unitIds: [district],
  } = await change(
    aUnitChange('add', {
      effectiveOn: '2024-03-01',
      unit: {
        kind: 'district',
        name: 'Bắc Mẫu',
        fullName: 'Huyện Bắc Mẫu',
        parentId: id(DEMO_UNITS['Hà Giang']),
        code: '',
      },
    }),
  );
  await change(aCommune(district!, 'Lũng Mẫu'));
  const province = (await admin.units.list({ on: '2024-03-01', q: '' })).rows.find(({ name }) => name === 'Hà Giang');
  expect(province!.childCount).toBe(1);
  const below = await admin.units.list({ on: '2024-03-01', parentId: id(district!) });
  expect(below.parents.map(({ name }) => name)).toEqual(['Hà Giang', 'Bắc Mẫu']);
  expect(below.rows).toMatchObject([{ name: 'Lũng Mẫu', parentName: 'Bắc Mẫu' }]);
  const later = await admin.units.list({ on: '2025-07-01', parentId: id('VN34-08') });
  expect(later.rows.map(({ name }) => name)).toEqual(['Bắc Mẫu']);
  expect((await checkDatabase(db, invariants)).flatMap(({ broken }) => broken)).toEqual([]);
});

test('a new name: the list of the past keeps the old one, both are found', async () => {
  await change(
    aUnitChange('rename', { effectiveOn: ON, unitId: SON_LA, name: 'Sơn La Mới', fullName: 'Tỉnh Sơn La Mới' }),
  );
  const nameOn = async (on: string) =>
    [...(await admin.units.list({ on })).rows].find((row) => row.id === SON_LA)?.name;
  expect([await nameOn('2026-06-30'), await nameOn(ON)]).toEqual(['Sơn La', 'Sơn La Mới']);
  const [found] = (await admin.units.list({ q: 'son la' })).rows;
  expect(found).toMatchObject({ name: 'Sơn La Mới', otherNames: [{ name: 'Sơn La', validTo: '2026-06-30' }] });
  expect((await checkDatabase(db, invariants)).flatMap(({ broken }) => broken)).toEqual([]);
});

test('closing: the unit ends, its records stay', async () => {
  const before = await past();
  await change(aUnitChange('close', { effectiveOn: ON, unitId: SON_LA }));
  expect(await past()).toEqual(before);
  expect((await admin.units.byId({ id: SON_LA })).validTo).toBe('2026-06-30');
});

test('the second of two administrators sees that it has changed, and by whom', async () => {
  const mine = merger();
  const { seen } = await admin.units.preview({ change: mine });
  await change(
    aUnitChange('rename', { effectiveOn: '2026-01-01', unitId: SON_LA, name: 'Sơn La 2', fullName: 'Tỉnh Sơn La 2' }),
  );
  await expect(admin.units.change({ change: mine, seen, idempotencyKey: uuidv7() })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('unit.changed-meanwhile'),
  });
  expect((await admin.units.byId({ id: SON_LA })).validTo).toBeNull();
});

test('a double click merges once', async () => {
  const made = merger();
  const { seen } = await admin.units.preview({ change: made });
  const input = { change: made, seen, idempotencyKey: uuidv7() };
  const first = await admin.units.change(input);
  expect(await admin.units.change(input)).toEqual(first);
  expect(await db.reads.selectFrom('unitChange').select('id').execute()).toHaveLength(1);
});

test('two at once cannot give one code to two units', async () => {
  const add = (name: string) => ({
    ...aCommune(SON_LA, name),
    unit: { ...aCommune(SON_LA, name).unit, code: '99999' },
  });
  const { seen } = await admin.units.preview({ change: add('Một') });
  const results = await Promise.allSettled(
    ['Một', 'Hai'].map((name) => admin.units.change({ change: add(name), seen, idempotencyKey: uuidv7() })),
  );
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('the reset of the demo puts the catalogue back', async () => {
  const read = async () => ({
    units: await db.reads.selectFrom('unit').selectAll().orderBy('id').execute(),
    names: (await db.reads.selectFrom('unitName').selectAll().execute())
      .map(({ unitId, name, validFrom, validTo }) => `${unitId} ${name} ${validFrom} ${validTo}`)
      .toSorted(),
    codes: (await db.reads.selectFrom('unitCode').selectAll().execute())
      .map(({ unitId, code, validFrom, validTo }) => `${unitId} ${code} ${validFrom} ${validTo}`)
      .toSorted(),
    lines: (await db.reads.selectFrom('unitLineage').selectAll().execute())
      .map(({ ancestorId, descendantId, fromOn }) => `${ancestorId} ${descendantId} ${fromOn}`)
      .toSorted(),
  });
  const before = await read();
  const {
    unitIds: [commune],
  } = await change(aCommune(SON_LA, 'Mường Mẫu'));
  await change(merger());
  await change(
    aUnitChange('rename', { effectiveOn: ON, unitId: id(DEMO_UNITS['Cao Bằng']), name: 'Cao', fullName: 'Tỉnh Cao' }),
  );
  expect((await admin.units.byId({ id: id(commune!) })).parents).toHaveLength(2);
  await admin.demo.reset();
  expect(await read()).toEqual(before);
  expect(await db.reads.selectFrom('unitFormerParent').select('id').execute()).toEqual([]);
  expect((await checkDatabase(db)).flatMap(({ broken }) => broken)).toEqual([]);
});
