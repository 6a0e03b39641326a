import { expect, test } from 'vitest';
import { groupByToday } from '#shared/units/today-groups.ts';

const part = (unitId: string, sharePermille = 1000) => ({ unitId, sharePermille });

test('members that are one unit today stand in one group, in the order of the record', () => {
  const of = [
    { unitId: 'SL', parts: [part('TB')] },
    { unitId: 'HG', parts: [part('TQ34')] },
    { unitId: 'LC', parts: [part('TB')] },
  ];
  expect(groupByToday(['SL', 'HG', 'LC'], { of })).toEqual([
    { unitId: 'TB', from: [part('SL'), part('LC')] },
    { unitId: 'TQ34', from: [part('HG')] },
  ]);
});

test('a unit that was split stands in each of its parts, one that is not known stays itself', () => {
  const of = [{ unitId: 'A', parts: [part('B', 600), part('C', 400)] }];
  expect(groupByToday(['A', 'X'], { of })).toEqual([
    { unitId: 'B', from: [part('A', 600)] },
    { unitId: 'C', from: [part('A', 400)] },
    { unitId: 'X', from: [part('X')] },
  ]);
});
