import { formatScaled } from '#shared/core/numbers.ts';

const STEP_VND = 10_000;

/** `rawVnd` is what the press prints and staff compare with; `prizeVnd` is what is paid. Both whole đồng. */
export type Prize = { rawVnd: number; prizeVnd: number };

/**
 * Prize money (tiền thưởng): coefficient × base salary (mức lương cơ sở), rounded UP to 10.000 đồng.
 * Cites Nghị định 98/2023/NĐ-CP (and 152/2025/NĐ-CP after it), the articles on prize money.
 *
 * @param coefficientHundredths 150 for "1,5 lần"
 * @param baseSalaryVnd whole đồng a month, of the day the decision is issued
 *
 * Integers only: in floats 1.1 × 1.800.000 is 1980000.0000000002, which rounds up to ten thousand too much.
 * Throws RangeError for anything but whole numbers ≥ 0 in the safe range: a wrong amount must not get further.
 */
export function prizeOf(coefficientHundredths: number, baseSalaryVnd: number): Prize {
  const product = coefficientHundredths * baseSalaryVnd;
  for (const number of [coefficientHundredths, baseSalaryVnd, product]) {
    if (!Number.isSafeInteger(number) || number < 0) throw new RangeError('prize: whole numbers from 0 only');
  }
  return { rawVnd: divideUp(product, 100), prizeVnd: divideUp(product, 100 * STEP_VND) * STEP_VND };
}

/** '2.700.000 đồng'. */
export function formatVnd(amountVnd: number): string {
  return `${formatScaled(amountVnd, 0)} đồng`;
}

function divideUp(dividend: number, divisor: number): number {
  const rest = dividend % divisor;
  return (dividend - rest) / divisor + (rest > 0 ? 1 : 0);
}
