/** One line of descent (sáp nhập, chia tách): from that day on, this part of the ancestor is in the descendant. */
export type LineageFact = { ancestorId: string; descendantId: string; fromOn: string; sharePermille: number };

/** Where a unit is today: its parts, which add up to 1000, the greatest first; `sinceOn` null: nothing happened to it. */
export type UnitToday = { parts: { unitId: string; sharePermille: number }[]; sinceOn: string | null };

const WHOLE = 1000;
/** Shares of shares are counted in parts of a billion, so that several splits in a row still add up. */
const FINE = 1_000_000;

/**
 * Quy về đơn vị hiện nay: follows the lines of descent of one unit to their ends, through every later change. What no
 * line takes over stays with the unit. Rounded so that the parts add up to 1000 exactly.
 * @param until the last day that counts; without it every change that is known, also one ahead
 */
export function todayOf(unitId: string, lineage: readonly LineageFact[], until?: string): UnitToday {
  const known = lineage.filter(({ fromOn }) => until === undefined || fromOn <= until);
  const held = new Map<string, number>([[unitId, WHOLE * FINE]]);
  let sinceOn: string | null = null;
  // In the order of time: a unit can both take over and be taken over, on different days.
  for (const fromOn of [...new Set(known.map((one) => one.fromOn))].toSorted()) {
    const before = new Map(held);
    for (const { ancestorId, descendantId, sharePermille } of known.filter((one) => one.fromOn === fromOn)) {
      const had = before.get(ancestorId);
      if (!had) continue;
      const part = Math.round((had * sharePermille) / WHOLE);
      held.set(ancestorId, (held.get(ancestorId) ?? 0) - part);
      held.set(descendantId, (held.get(descendantId) ?? 0) + part);
      sinceOn = fromOn;
    }
  }
  return { parts: inPermille(held), sinceOn };
}

/** Largest remainder: rounded down, and what is missing to 1000 goes to those who lost most by it. */
function inPermille(held: ReadonlyMap<string, number>): { unitId: string; sharePermille: number }[] {
  const parts = [...held]
    .filter(([, share]) => share > 0)
    .map(([unitId, share]) => ({ unitId, sharePermille: Math.floor(share / FINE), rest: share % FINE }))
    .toSorted((a, b) => b.rest - a.rest || (a.unitId < b.unitId ? -1 : 1));
  const missing = WHOLE - parts.reduce((sum, { sharePermille }) => sum + sharePermille, 0);
  return parts
    .map(({ unitId, sharePermille }, index) => ({ unitId, sharePermille: sharePermille + (index < missing ? 1 : 0) }))
    .filter(({ sharePermille }) => sharePermille > 0)
    .toSorted((a, b) => b.sharePermille - a.sharePermille || (a.unitId < b.unitId ? -1 : 1));
}

/** Every unit that some part of this one came from, at any time, with the unit itself first. */
export function ancestorsOf(
  unitId: string,
  lineage: readonly Pick<LineageFact, 'ancestorId' | 'descendantId'>[],
): string[] {
  const found = new Set([unitId]);
  for (const id of found)
    for (const { ancestorId, descendantId } of lineage) if (descendantId === id) found.add(ancestorId);
  return [...found];
}

/** Where a unit that ends goes whole: the one unit that takes it over on the day after; undefined: none, or several. */
export function successorOf(
  { id, validTo }: { id: string; validTo: string | null },
  lineage: readonly LineageFact[],
): LineageFact | undefined {
  return lineage.find(
    ({ ancestorId, fromOn, sharePermille }) =>
      ancestorId === id && sharePermille === WHOLE && validTo !== null && fromOn > validTo,
  );
}
