import type { Pledge, PledgeIndicator, TargetCell } from '#client/pledges/pledge-types.ts';
import { type Doubt, openDoubtsAbout } from '#shared/reports/plausibility.rules.ts';

/** What looks wrong with a target and nobody has said a word about: compared with last year's figure or promise. */
export function doubtsOf(indicator: PledgeIndicator, cell: TargetCell): Doubt[] {
  return openDoubtsAbout({ ...indicator, value: cell.value, prior: cell.prior, target: cell.lastTarget }, cell.note);
}

/** The same for the whole pledge, by member. */
export function openDoubts({ indicators, opinions }: Pledge) {
  return opinions.flatMap(({ unitId, name }) =>
    indicators.flatMap((indicator) => {
      const cell = indicator.cells.find((one) => one.unitId === unitId);
      const [doubt] = cell ? doubtsOf(indicator, cell) : [];
      return doubt && cell ? [{ unitId, unitName: name, indicator, cell, doubt }] : [];
    }),
  );
}
