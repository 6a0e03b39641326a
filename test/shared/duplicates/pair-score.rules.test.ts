import { expect, test } from 'vitest';
import { fold } from '#shared/core/fold.ts';
import { LEAST_SCORE, type Likeness, suspicionOf } from '#shared/duplicates/pair-score.rules.ts';

const one = (name: string, about: Partial<Likeness> = {}): Likeness => ({
  id: `1 ${name}`,
  kind: 'individual',
  nameFold: fold(name),
  unitId: 'SL',
  birthYear: null,
  birthOn: null,
  sex: null,
  cccdIndex: null,
  place: '',
  foundedOn: null,
  ...about,
});
const other = (name: string, about: Partial<Likeness> = {}): Likeness => ({ ...one(name, about), id: `2 ${name}` });
const codes = (a: Likeness, b: Likeness, isLineage = a.unitId === b.unitId) =>
  suspicionOf(a, b, isLineage)?.grounds.map(({ code }) => code);

const BORN = { birthYear: 1970, birthOn: '1970-05-02' };

test('the strongest ground comes first', () => {
  expect(codes(one('Lò Mai', { cccdIndex: 'x' }), other('Vì Hoa', { cccdIndex: 'x', unitId: 'LS' }))).toEqual([
    'same-cccd',
  ]);
  expect(codes(one('Lò Văn Mẫu', BORN), other('Lò Văn Mẫu', { ...BORN, unitId: 'LS' }))).toEqual([
    'same-name-birth-date',
  ]);
  expect(codes(one('Lò Văn Mẫu', { birthYear: 1970 }), other('Lò Văn Mẫu', { birthYear: 1970, unitId: 'LS' }))).toEqual(
    ['same-name-birth-year'],
  );
  expect(codes(one('Lò Văn Hoà'), other('Lò Văn Hòa'))).toEqual(['same-name-unit']);
  expect(codes(one('Lò Văn Mẫu', { birthYear: 1970 }), other('Lò Mẫu', { birthYear: 1970 }))).toEqual([
    'name-missing-word',
    'same-birth-year',
  ]);
});

test.each([
  ['another number', { cccdIndex: 'a' }, { cccdIndex: 'b' }, undefined],
  ['another sex', { sex: 'male' }, { sex: 'female' }, undefined],
  ['another year of birth', { birthYear: 1970 }, { birthYear: 1975 }, undefined],
  ['a year off', { birthYear: 1970 }, { birthYear: 1971 }, undefined],
  [
    'a year off at one address',
    { birthYear: 1970, place: 'Bản Mẫu' },
    { birthYear: 1971, place: 'Bản Mẫu' },
    ['same-name-unit', 'same-place', 'birth-year-one-off'],
  ],
  [
    'another number at one birth date',
    { ...BORN, cccdIndex: 'a' },
    { ...BORN, cccdIndex: 'b' },
    ['same-name-birth-date', 'same-unit', 'different-cccd'],
  ],
  [
    'another day of the same year',
    BORN,
    { ...BORN, birthOn: '1970-06-02' },
    ['same-name-unit', 'same-birth-year', 'different-birth-date'],
  ],
  ['another unit, nothing else', {}, { unitId: 'LS' }, undefined],
  ['another kind', {}, { kind: 'household' }, undefined],
] as const)('same name, %s', (_, left, right, expected) => {
  const [a, b] = [one('Lò Văn Mẫu', left), other('Lò Văn Mẫu', right)];
  expect(codes(a, b)).toEqual(expected);
  expect(suspicionOf(b, a, a.unitId === b.unitId)?.score).toBe(suspicionOf(a, b, a.unitId === b.unitId)?.score);
});

test('by a name that was given up it is a little less sure, and that is told', () => {
  const [a, b] = [one('Lò Văn Mẫu'), other('Lò Văn Mẫu')];
  const [today, former] = [suspicionOf(a, b, true), suspicionOf(a, b, true, true)];
  expect(former?.grounds.map(({ code }) => code)).toEqual(['same-name-unit', 'former-name']);
  expect(former!.score).toBeLessThan(today!.score);
  expect(former!.score).toBeGreaterThanOrEqual(LEAST_SCORE);
});

test('collectives need one unit or units that came out of each other', () => {
  const about = { kind: 'collective' as const };
  const [a, b] = [one('UBND huyện Mai Sơn', about), other('Ủy ban nhân dân huyện Mai Sơn', about)];
  expect(codes(a, b)).toEqual(['collective-name', 'same-unit']);
  expect(codes(a, { ...b, unitId: 'LS' })).toBeUndefined();
  expect(codes(a, { ...b, unitId: 'LS' }, true)).toEqual(['collective-name', 'unit-lineage']);
  expect(codes({ ...a, foundedOn: '2009' }, { ...b, foundedOn: '2009-05-01' })).toEqual([
    'collective-name',
    'same-unit',
  ]);
  expect(codes({ ...a, foundedOn: '2009' }, { ...b, foundedOn: '2010' })).toEqual([
    'collective-name',
    'same-unit',
    'different-founding',
  ]);
});

test('what is listed reaches the least score', () => {
  expect(suspicionOf(one('Lò Văn Mẫu'), other('Lò Văn Mẫu'), true)?.score).toBeGreaterThanOrEqual(LEAST_SCORE);
});
