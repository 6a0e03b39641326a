import type { Reason } from '#shared/core/reason.ts';
import type { RecordAward } from '#shared/registry/registry.schema.ts';

/** Rows on one page of the registry. */
export const AWARDS_ON_A_PAGE = 50;

/** A row of the award catalogue as far as recording a past award asks it. */
export type RecordedForm = { name: string; appliesTo: readonly string[] };

/**
 * Why a past award cannot be written into the registry as it is told.
 *
 * @param form the catalogue's row of the award code, undefined when there is none
 * @param today the day in Việt Nam, 'YYYY-MM-DD'
 */
export function recordReasons(award: RecordAward, form: RecordedForm | undefined, today: string): Reason[] {
  return [...formReasons(award, form), ...dateReasons(award, today), ...personReasons(award)];
}

function formReasons({ recipientKind }: RecordAward, form: RecordedForm | undefined): Reason[] {
  if (!form) return [{ code: 'award.form-unknown', field: 'awardCode' }];
  if (form.appliesTo.length === 0 || form.appliesTo.includes(recipientKind)) return [];
  return [{ code: 'award.form-not-for-kind', field: 'awardCode', facts: { award: form.name } }];
}

function dateReasons({ decidedOn, year }: RecordAward, today: string): Reason[] {
  const reasons: Reason[] = [];
  if (decidedOn > today)
    reasons.push({ code: 'award.date-future', field: 'decidedOn', facts: { decidedOn, todayOn: today } });
  if (year > Number(decidedOn.slice(0, 4)))
    reasons.push({ code: 'award.year-after-decision', field: 'year', facts: { year, decidedOn } });
  return reasons;
}

function personReasons({ recipientKind, sex, personClass }: RecordAward): Reason[] {
  if (recipientKind !== 'individual' || (sex !== null && personClass !== null)) return [];
  return [{ code: 'award.person-details-missing', field: sex === null ? 'sex' : 'personClass' }];
}

/** A decision number as it is written: NFC, no spaces around / and -, single spaces elsewhere. */
export function tidyDecisionNumber(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s*([/-])\s*/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Two spellings of one number compare equal: "012/qđ-ubnd" and "12/QĐ-UBND", "12A" and "12a". */
export function sameDecisionNumber(a: string, b: string): boolean {
  return comparableNumber(a) === comparableNumber(b);
}

/** What two spellings of one decision number have in common. */
export const comparableNumber = (text: string): string =>
  tidyDecisionNumber(text)
    .replaceAll(' ', '')
    .toLocaleUpperCase('vi')
    .replace(/^(SỐ:?)?0+(?=\d)/u, '')
    .replace(/^SỐ:?/u, '');
