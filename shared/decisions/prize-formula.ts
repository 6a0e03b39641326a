import { formatScaled } from '#shared/core/numbers.ts';

type Prize = { coefficientHundredths: number; baseSalaryVnd: number; prizeVnd: number };

/** '1,5 × 1.800.000 = 2.700.000'; where rounding up to 10.000 changed the sum, '≈' and the sum that is paid. */
export function prizeFormula({ coefficientHundredths, baseSalaryVnd, prizeVnd }: Prize): string {
  const sign = coefficientHundredths * baseSalaryVnd === prizeVnd * 100 ? '=' : '≈';
  return `${coefficientText(coefficientHundredths)} × ${formatScaled(baseSalaryVnd, 0)} ${sign} ${formatScaled(prizeVnd, 0)}`;
}

/** Hundredths as people write them: 150 → '1,5', 300 → '3', 25 → '0,25'. */
function coefficientText(hundredths: number): string {
  return formatScaled(hundredths, 2).replace(/,?0+$/, '');
}
