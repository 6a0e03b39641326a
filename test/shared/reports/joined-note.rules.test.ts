import { expect, test } from 'vitest';
import { joinedNote, outsideOf } from '#shared/reports/joined-note.rules.ts';

const part = (unitId: string, sharePermille = 1000) => ({ unitId, sharePermille });
const codes = (parts: readonly { code: string }[]) => parts.map(({ code }) => code);
const joined = { counted: 2, isEstimated: false, why: null };

test('a joined figure names its predecessors, the method and what is outside the cluster', () => {
  const parts = joinedNote('sum', { ...joined, from: [part('HG'), part('YB')] }, (id) => id, ['Tuyên Quang']);
  expect(parts).toEqual([
    { code: 'joined.sum', facts: { units: 'HG, YB' } },
    { code: 'joined.outside', facts: { units: 'Tuyên Quang' } },
  ]);
});

test('what is not computable, estimated or missing is said', () => {
  const from = [part('A', 600), part('B')];
  expect(codes(joinedNote('mean', { ...joined, from, why: 'no-weights' }, (id) => id, ['X']))).toEqual([
    'joined.no-weights',
  ]);
  expect(codes(joinedNote('sum', { from, counted: 1, isEstimated: true, why: null }, (id) => id))).toEqual([
    'joined.sum',
    'joined.estimated',
    'joined.missing',
  ]);
});

test('only a unit that has changed since leaves predecessors outside', () => {
  const units = [
    {
      unitId: 'TQ',
      formedFrom: [
        { unitId: 'HG', name: 'Hà Giang' },
        { unitId: 'TQ', name: 'Tuyên Quang' },
      ],
    },
  ];
  const of = (sinceOn: string | null) => ({ of: [{ unitId: 'HG', sinceOn }], units });
  expect(outsideOf('TQ', [part('HG')], of('2025-07-01'))).toEqual(['Tuyên Quang']);
  expect(outsideOf('TQ', [part('HG')], of(null))).toEqual([]);
});
