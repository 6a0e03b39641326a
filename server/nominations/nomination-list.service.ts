import { countNominations, findNominationYear, listNominations } from '#db/nominations/nominations.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { notFound } from '#shared/core/refusal.ts';
import { COUNTED, daysLate, isOverQuota, readAllotment } from '#shared/nominations/nominations.rules.ts';
import type { NominationFilters } from '#shared/nominations/nominations.schema.ts';

/** The list of one cluster-year: rows, the figure of each tab, and the allotment against what was put forward. `most` rows; left out: as many as the page shows. */
export async function nominationList(ctx: ActorContext, filters: NominationFilters, most?: number) {
  const db = ctx.db.reads;
  const year = await findNominationYear(db, ctx.access, filters.clusterYearId);
  if (!year) throw notFound('cluster-year');
  const [rows, counts] = await Promise.all([
    listNominations(db, ctx.access, filters, most),
    countNominations(db, ctx.access, filters.clusterYearId),
  ]);
  const allotment = readAllotment(year.awardAllotment);
  const quota = quotaOf(counts);
  const { awardAllotment: _, ...yearOnScreen } = year;
  return {
    year: yearOnScreen,
    allotment,
    counts: tabCounts(counts, filters.unitId),
    quota: quota.map((one) => ({ ...one, isOver: isOverQuota(allotment, one.recipientKind, one.putForward) })),
    rows: rows.map((row) => ({
      ...row,
      daysLate: lateness(row.submittedAt, year.closesOn),
      isOverQuota:
        COUNTED.includes(row.status) &&
        isOverQuota(allotment, row.recipientKind, putForward(quota, row.unitId, row.recipientKind)),
    })),
  };
}

type Count = Awaited<ReturnType<typeof countNominations>>[number];
type Quota = { unitId: string; unitName: string; recipientKind: Count['recipientKind']; putForward: number };

export function quotaOf(counts: readonly Count[]): Quota[] {
  const groups = Map.groupBy(counts, ({ unitId, recipientKind }) => `${unitId} ${recipientKind}`);
  return [...groups.values()].map((group) => {
    const { unitId, unitName, recipientKind } = group[0]!;
    const counted = group.filter(({ status }) => COUNTED.includes(status));
    return { unitId, unitName, recipientKind, putForward: counted.reduce((sum, { count }) => sum + Number(count), 0) };
  });
}

export const putForward = (quota: readonly Quota[], unitId: string, kind: string): number =>
  quota.find((one) => one.unitId === unitId && one.recipientKind === kind)?.putForward ?? 0;

function tabCounts(counts: readonly Count[], unitId: string | undefined): Partial<Record<Count['status'], number>> {
  const tabs: Partial<Record<Count['status'], number>> = {};
  for (const one of counts)
    if (unitId === undefined || one.unitId === unitId) tabs[one.status] = (tabs[one.status] ?? 0) + Number(one.count);
  return tabs;
}

/** Days after the last day of the year's list; 0: in time or not sent. */
export const lateness = (submittedAt: string | null, closesOn: string | null): number =>
  submittedAt === null ? 0 : daysLate(vietnamDate(new Date(submittedAt)), closesOn);
