import { expect, test } from 'vitest';
import { prizeFormula } from '#shared/decisions/prize-formula.ts';

test.each([
  [150, 1_800_000, 2_700_000, '1,5 × 1.800.000 = 2.700.000'],
  [300, 1_800_000, 5_400_000, '3 × 1.800.000 = 5.400.000'],
  [1000, 1_800_000, 18_000_000, '10 × 1.800.000 = 18.000.000'],
  [25, 1_490_000, 380_000, '0,25 × 1.490.000 ≈ 380.000'],
])('%i hundredths of %i', (coefficientHundredths, baseSalaryVnd, prizeVnd, text) => {
  expect(prizeFormula({ coefficientHundredths, baseSalaryVnd, prizeVnd })).toBe(text);
});
