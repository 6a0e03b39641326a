import { expect, test } from 'vitest';
import { EDGE_WORDS, edgeDays, edgeDistance, edgesAtHand } from '#shared/core/demo-days.ts';
import { fill } from '#shared/core/wording.ts';

test.each([
  ['2024-01-10', 'Còn 5 ngày', 'In 5 days'],
  ['2024-01-14', 'Ngày mai', 'Tomorrow'],
  ['2024-01-15', 'Hôm nay', 'Today'],
  ['2024-01-16', 'Đã qua 1 ngày', '1 day ago'],
  ['2024-03-01', 'Đã qua 46 ngày', '46 days ago'],
])('on %s the edge of 15/01/2024 reads "%s"', (today, vi, en) => {
  const { code, facts } = edgeDistance('2024-01-15', today);
  expect([fill(EDGE_WORDS[code]!.vi, facts), fill(EDGE_WORDS[code]!.en, facts)]).toEqual([vi, en]);
});

test('an edge has the day before, the day itself and the day after, inside the demo', () => {
  expect(edgeDays('2024-03-01').map(({ day }) => day)).toEqual(['2024-02-29', '2024-03-01', '2024-03-02']);
  expect(edgeDays('2023-02-24').map(({ side }) => side)).toEqual(['on', 'after']);
});

test('at hand is what lies within a day, nearest first', () => {
  const edge = (on: string) => ({ on, kind: 'stage' as const, name: on, year: 2023 });
  const edges = ['2024-01-13', '2024-01-14', '2024-01-15', '2024-01-17'].map(edge);
  expect(edgesAtHand(edges, '2024-01-15').map(({ on }) => on)).toEqual(['2024-01-15', '2024-01-14']);
});
