import { findMembers, findStages } from '#db/clusters/clusters.queries.ts';
import type { Writer } from '#db/database.ts';
import { findReportsOfYear } from '#db/reports/reports.queries.ts';
import { insertReports, moveDueDay } from '#db/reports/reports.writes.ts';
import type { ActorContext } from '#server/core/context.ts';
import { type Plan, reportDueDays } from '#shared/clusters/years.rules.ts';

/**
 * Opens the reports that the plan of a year asks of its members and that are not there yet; a due day that moved
 * reaches the reports nobody has sent.
 * @param before the plan as it was, when it changed
 */
export async function openReports(
  ctx: ActorContext,
  tx: Writer,
  year: { id: string; isDemo: number },
  before: Plan = [],
): Promise<void> {
  const [members, stages] = [await findMembers(tx, year.id), await findStages(tx, year.id)];
  const dueBefore = new Map(reportDueDays(before).map(({ period, dueOn }) => [period, dueOn]));
  for (const { period, dueOn } of reportDueDays(stages)) {
    const was = dueBefore.get(period);
    if (was !== undefined && was !== dueOn) await moveDueDay(tx, { clusterYearId: year.id, period }, dueOn);
    const there = new Set((await findReportsOfYear(tx, year.id, period)).map(({ unitId }) => unitId));
    const missing = [...new Set(members.map(({ unitId }) => unitId))].filter((unitId) => !there.has(unitId));
    await insertReports(
      tx,
      missing.map((unitId) => ({
        id: ctx.newId(),
        clusterYearId: year.id,
        unitId,
        period,
        dueOn,
        sentAt: null,
        sentBy: null,
        receivedAt: null,
        supplementReason: null,
        supplementDueOn: null,
        isDemo: year.isDemo,
      })),
    );
  }
}
