/** A figure of an indicator as it was kept in another year. */
type Kept = { unitId: string; indicatorId: string; decimals: number; unitOfMeasure: string; value: number | null };
type Wanted = { indicatorId: string; decimals: number; unitOfMeasure: string };

/**
 * Figures of another year by unit, in the decimals of this year's indicator. An indicator whose unit of measure has
 * changed since is not comparable and is left out, rather than shown a thousand times too small.
 */
export function comparable(rows: readonly Kept[], wanted: Wanted): Map<string, number> {
  const found = new Map<string, number>();
  for (const { unitId, indicatorId, decimals, unitOfMeasure, value } of rows) {
    if (indicatorId !== wanted.indicatorId || unitOfMeasure !== wanted.unitOfMeasure || value === null) continue;
    const shift = wanted.decimals - decimals;
    // Fewer decimals would round the figure; it is shown only where it stays what it was.
    const scaled = shift >= 0 ? value * 10 ** shift : value / 10 ** -shift;
    if (Number.isSafeInteger(scaled)) found.set(unitId, scaled);
  }
  return found;
}
