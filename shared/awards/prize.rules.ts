import { type Awardee, type Certainty, readAwardVersion, weakestCertainty } from '#shared/awards/awards.schema.ts';
import { prizeOf } from '#shared/core/money.ts';
import type { Reason } from '#shared/core/reason.ts';

/** A row that holds in a span of days; `validTo` is its last day, null for "until further notice". */
export type Dated = { validFrom: string; validTo: string | null };

/** The stored version of an award form, as far as money is concerned. */
export type AwardVersion = Dated & { id: string; source: string; certainty: Certainty; json: string };

/** A stored base salary (mức lương cơ sở), whole đồng a month. */
export type BaseSalary = Dated & { amountVnd: number; source: string; certainty: Certainty };

export type PrizeQuestion = {
  award: AwardVersion;
  recipientKind: Awardee;
  /** The day the decision is issued, 'YYYY-MM-DD': neither the year of the achievement nor the day of the ceremony. */
  onDate: string;
  baseSalaries: readonly BaseSalary[];
};

export type PrizeVerdict = {
  /** The version the amount rests on; stored with it, so that an old amount can be explained for ever. */
  awardVersionId: string;
  coefficientHundredths: number;
  baseSalaryVnd: number;
  /** Coefficient × base salary, as the press prints it. */
  rawVnd: number;
  /** What is paid: rounded up to 10.000 đồng. */
  prizeVnd: number;
  /** True where the coefficient is only an upper limit (kỷ niệm chương). */
  isCap: boolean;
  /** The weakest of version, coefficient and base salary. */
  certainty: Certainty;
  /** Where version and base salary were read, in this order. */
  sources: string[];
};

/**
 * The prize money of one award, or the reasons why it cannot be named (an array: `Array.isArray(answer)`).
 *
 * Cites Nghị định 98/2023/NĐ-CP Điều 54, 55 (from 01/01/2024) and 152/2025/NĐ-CP Điều 54 (from 01/07/2025):
 * coefficient × base salary in force on the day of the decision. The rules themselves are rows; this only
 * evaluates the one it is given.
 */
export function prizeFor({ award, recipientKind, onDate, baseSalaries }: PrizeQuestion): PrizeVerdict | Reason[] {
  const facts = { decidedOn: onDate };
  if (!holdsOn(award, onDate)) return [{ code: 'prize.version-not-in-force', facts }];
  const rules = readAwardVersion(award.json);
  if (!rules) return [{ code: 'prize.version-unreadable' }];

  const reasons: Reason[] = [];
  const coefficientHundredths = rules.coefficientHundredths[recipientKind];
  const salary = versionOn(baseSalaries, onDate);
  if (coefficientHundredths === null) reasons.push({ code: 'prize.coefficient-unknown', facts });
  if (!salary) reasons.push({ code: 'prize.base-salary-unknown', facts });
  if (coefficientHundredths === null || !salary) return reasons;

  return {
    awardVersionId: award.id,
    coefficientHundredths,
    baseSalaryVnd: salary.amountVnd,
    ...prizeOf(coefficientHundredths, salary.amountVnd),
    isCap: rules.coefficientIsCap,
    certainty: weakestCertainty([award.certainty, rules.coefficientCertainty[recipientKind], salary.certainty]),
    sources: [award.source, salary.source],
  };
}

/** The row that holds on a day; of several the one that began last. */
export function versionOn<Row extends Dated>(rows: readonly Row[], onDate: string): Row | undefined {
  return rows
    .filter((row) => holdsOn(row, onDate))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
    .at(0);
}

function holdsOn({ validFrom, validTo }: Dated, onDate: string): boolean {
  return validFrom <= onDate && (validTo === null || onDate <= validTo);
}
