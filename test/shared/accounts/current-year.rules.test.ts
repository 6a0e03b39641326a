import { expect, test } from 'vitest';
import { currentYear } from '#shared/accounts/current-year.rules.ts';

const Y2024 = { startsOn: '2024-03-05', endsOn: '2025-03-15' };
const Y2023 = { startsOn: '2023-01-01', endsOn: '2024-03-15' };

test.each([
  ['2022-12-31', Y2023],
  ['2023-01-01', Y2023],
  ['2024-03-01', Y2023],
  ['2024-03-10', Y2023], // both run: the older one has to be closed first
  ['2024-03-15', Y2023],
  ['2024-03-16', Y2024],
  ['2026-01-01', Y2024],
])('on %s', (today, year) => {
  expect(currentYear([Y2024, Y2023], today)).toBe(year);
});

test('nobody is in a year that does not exist', () => {
  expect(currentYear([], '2024-03-01')).toBeUndefined();
});

test('between two years the last that began', () => {
  const y2022 = { startsOn: '2022-01-01', endsOn: '2022-12-31' };
  expect(currentYear([Y2024, y2022], '2023-06-01')).toBe(y2022);
});
