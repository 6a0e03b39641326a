import { expect, test } from 'vitest';
import { dueOf, sortTasks, type Task } from '#shared/dashboard/dashboard.rules.ts';

const aTask = (code: string, dueOn: string | null): Task => ({
  code,
  facts: {},
  tone: 'info',
  dueOn,
  link: { to: 'decision', id: code },
});

test('the soonest comes first, what has no date last and in the order found', () => {
  const tasks = [aTask('a', null), aTask('b', '2024-03-05'), aTask('c', null), aTask('d', '2024-01-15')];
  expect(sortTasks(tasks).map(({ code }) => code)).toEqual(['d', 'b', 'a', 'c']);
  expect(tasks.map(({ code }) => code)).toEqual(['a', 'b', 'c', 'd']);
});

test.each([
  ['2026-12-15', 'due.left', 3],
  ['2026-12-12', 'due.today', 0],
  ['2026-12-10', 'due.overdue', 2],
])('due %s on 12/12/2026: %s', (dueOn, code, dayCount) => {
  expect(dueOf(dueOn, '2026-12-12')).toEqual({ code, facts: { dayCount, dueOn } });
});
