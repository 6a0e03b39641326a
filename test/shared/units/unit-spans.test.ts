import { expect, test } from 'vitest';
import { holdsOn, nameOn, overlap } from '#shared/units/unit-spans.ts';

const span = (validFrom: string | null, validTo: string | null) => ({ validFrom, validTo });

test('first and last day belong to a span; open ends hold for ever', () => {
  const year = span('2024-01-01', '2024-12-31');
  expect(['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01'].map((day) => holdsOn(year, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(holdsOn(span(null, null), '1900-01-01')).toBe(true);
});

test.each([
  [span(null, '2024-12-31'), span('2025-01-01', null), false],
  [span(null, '2025-01-01'), span('2025-01-01', null), true],
  [span(null, null), span('2025-01-01', '2025-01-01'), true],
])('%o and %o overlap: %s', (a, b, expected) => {
  expect(overlap(a, b)).toBe(expected);
  expect(overlap(b, a)).toBe(expected);
});

test('a record is never without a name', () => {
  const names = [
    { name: 'Huế', ...span('2025-01-01', null) },
    { name: 'Thừa Thiên Huế', ...span('1976-01-01', '2024-12-31') },
  ];
  expect(['1900-01-01', '2024-12-31', '2025-01-01'].map((day) => nameOn(names, day)?.name)).toEqual([
    'Thừa Thiên Huế',
    'Thừa Thiên Huế',
    'Huế',
  ]);
  expect(nameOn([], '2024-01-01')).toBeUndefined();
});
