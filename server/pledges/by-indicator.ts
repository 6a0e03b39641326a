import { setImmediate as turn } from 'node:timers/promises';

/** Cells worked on before others get their turn: some milliseconds. */
const CELLS_AT_ONCE = 1_000;

/**
 * Makes one line for each indicator. A cluster of many communes has ten thousand cells, so others get their turn in
 * between; one of provinces is done at once.
 */
export async function byIndicator<Indicator, Line>(
  indicators: readonly Indicator[],
  memberCount: number,
  lineOf: (indicator: Indicator) => Line,
): Promise<Line[]> {
  const lines: Line[] = [];
  let cells = 0;
  for (const indicator of indicators) {
    lines.push(lineOf(indicator));
    cells += memberCount;
    if (cells < CELLS_AT_ONCE) continue;
    cells = 0;
    await turn();
  }
  return lines;
}

type OfCell = { unitId: string; indicatorVersionId: string };

/** Rows by member and indicator. */
export function byCell<Row extends OfCell>(
  rows: readonly Row[],
): (unitId: string, versionId: string) => Row | undefined {
  const found = new Map(rows.map((row) => [`${row.unitId} ${row.indicatorVersionId}`, row]));
  return (unitId, versionId) => found.get(`${unitId} ${versionId}`);
}
