import { expect, test } from 'vitest';
import { ancestorsOf, type LineageFact, successorOf, todayOf } from '#shared/units/lineage.rules.ts';

const line = (ancestorId: string, descendantId: string, fromOn: string, sharePermille = 1000): LineageFact => ({
  ancestorId,
  descendantId,
  fromOn,
  sharePermille,
});
const REFORM = [
  line('HG', 'TQ34', '2025-07-01'),
  line('TQ', 'TQ34', '2025-07-01'),
  line('YB', 'LC34', '2025-07-01'),
  line('LC', 'LC34', '2025-07-01'),
];

test('a merged unit is the one it went into, since that day', () => {
  expect(todayOf('HG', REFORM)).toEqual({ parts: [{ unitId: 'TQ34', sharePermille: 1000 }], sinceOn: '2025-07-01' });
});

test('a unit that nothing happened to stays itself', () => {
  expect(todayOf('SL', REFORM)).toEqual({ parts: [{ unitId: 'SL', sharePermille: 1000 }], sinceOn: null });
});

test('until a day: what comes later does not count yet', () => {
  expect(todayOf('LC', REFORM, '2025-06-30').parts).toEqual([{ unitId: 'LC', sharePermille: 1000 }]);
  expect(todayOf('LC', REFORM, '2025-07-01').parts).toEqual([{ unitId: 'LC34', sharePermille: 1000 }]);
});

test('shares go on through several changes and add up to 1000', () => {
  const lines = [
    line('A', 'B', '2004-01-01', 333),
    line('A', 'C', '2004-01-01', 667),
    line('B', 'D', '2010-01-01', 500),
    line('C', 'D', '2012-01-01'),
  ];
  const { parts, sinceOn } = todayOf('A', lines);
  expect(sinceOn).toBe('2012-01-01');
  expect(parts.reduce((sum, { sharePermille }) => sum + sharePermille, 0)).toBe(1000);
  expect(parts).toEqual([
    { unitId: 'D', sharePermille: 833 },
    { unitId: 'B', sharePermille: 167 },
  ]);
});

test('what no line takes over stays with the unit that goes on', () => {
  expect(todayOf('A', [line('A', 'B', '2004-01-01', 400)]).parts).toEqual([
    { unitId: 'A', sharePermille: 600 },
    { unitId: 'B', sharePermille: 400 },
  ]);
});

test('a unit that took over another on the day it was itself taken over gives only what it had before', () => {
  const lines = [line('A', 'B', '2025-07-01'), line('B', 'C', '2025-07-01')];
  expect(todayOf('A', lines).parts).toEqual([{ unitId: 'B', sharePermille: 1000 }]);
});

test('ancestors reach back through all generations, the unit itself first', () => {
  const lines = [...REFORM, line('LC34', 'X', '2030-01-01')];
  expect(ancestorsOf('X', lines)).toEqual(['X', 'LC34', 'YB', 'LC']);
});

test('the successor takes a unit over whole, on the day after its last one', () => {
  expect(successorOf({ id: 'HG', validTo: '2025-06-30' }, REFORM)?.descendantId).toBe('TQ34');
  expect(successorOf({ id: 'HG', validTo: null }, REFORM)).toBeUndefined();
  expect(successorOf({ id: 'A', validTo: '2003-12-31' }, [line('A', 'B', '2004-01-01', 400)])).toBeUndefined();
});
