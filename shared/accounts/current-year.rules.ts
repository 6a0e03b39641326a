/** A cluster-year with its span, both days included, YYYY-MM-DD. */
type Span = { startsOn: string; endsOn: string };

/**
 * The year one works in on a day. Two years run beside each other until the hand-over (bàn giao): then the
 * older one, which still has to be closed. Between years the last that began, before all of them the first.
 * @param years newest first
 */
export function currentYear<Year extends Span>(years: readonly Year[], today: string): Year | undefined {
  const begun = years.filter(({ startsOn }) => startsOn <= today);
  return begun.findLast(({ endsOn }) => endsOn >= today) ?? begun[0] ?? years.at(-1);
}
