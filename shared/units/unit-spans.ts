import { addDays } from '#shared/core/dates.ts';

/** Days from and to, both within; null: since ever, until now and on. */
export type Span = { validFrom: string | null; validTo: string | null };

/** True when the span holds on a day. */
export const holdsOn = ({ validFrom, validTo }: Span, on: string): boolean =>
  (validFrom === null || validFrom <= on) && (validTo === null || validTo >= on);

/** True when two spans have a day in common. */
export const overlap = (a: Span, b: Span): boolean =>
  (a.validFrom ?? '') <= (b.validTo ?? '9999') && (b.validFrom ?? '') <= (a.validTo ?? '9999');

/** The day before: the last day of what ends where something else begins. */
export const dayBefore = (on: string): string => addDays(on, -1);

/**
 * The name that held on a day. Before the first name the first one, after the last the last one: a record is never
 * without a name. Undefined only when there are no names.
 * @param names of one unit, in any order
 */
export function nameOn<Name extends Span>(names: readonly Name[], on: string): Name | undefined {
  const inOrder = names.toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
  return inOrder.findLast(({ validFrom }) => (validFrom ?? '') <= on) ?? inOrder[0];
}
