import type { Reader } from '#db/database.ts';
import { membersAmong } from '#db/nominations/nominations.queries.ts';
import { findReportsOfYear } from '#db/reports/reports.queries.ts';
import { findUnit } from '#db/units/units.queries.ts';
import { requireActiveMember } from '#server/clusters/membership.service.ts';
import type { ActorContext } from '#server/core/context.ts';
import { importAccess, isOfUnit, isOfYear } from '#server/imports/imports.policy.ts';
import { standing } from '#server/reports/reports.service.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import type { ImportTarget } from '#shared/imports/imports.schema.ts';
import { editReasons } from '#shared/reports/reports.rules.ts';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';

/** Into which unit, year and period an import goes. */
export type Into = { unitId: string | null; clusterYearId: string | null; period: ReportPeriod | null };

/**
 * Where this person's import of a kind goes.
 * @throws forbidden when they write no such records by hand, refused when the year or the report is not open
 */
export async function targetOf(ctx: ActorContext, db: Reader, target: ImportTarget): Promise<Into> {
  const { kind, clusterYearId, period } = target;
  const access = importAccess(ctx.actor, kind);
  if (!access.all && access.own.length === 0) throw new Refusal('forbidden', [{ code: 'import.kind-not-yours' }]);
  if (!isOfUnit(kind)) return { unitId: null, clusterYearId: null, period: null };
  if (isOfYear(kind)) {
    if (clusterYearId === undefined) throw new Refusal('refused', [{ code: 'import.year-missing' }]);
    const own = access.own.filter((id) => target.unitId === undefined || id === target.unitId);
    const [member] = await membersAmong(db, clusterYearId, own);
    if (!member) throw new Refusal('forbidden', [{ code: 'nomination.not-member' }]);
    await requireActiveMember(db, clusterYearId, member.id, vietnamDate(ctx.now()));
    if (kind === 'nominations') return { unitId: member.id, clusterYearId, period: null };
    if (period === undefined) throw new Refusal('refused', [{ code: 'import.period-missing' }]);
    const report = (await findReportsOfYear(db, clusterYearId, period)).find(({ unitId }) => unitId === member.id);
    if (!report) throw notFound('report');
    refuseIf(editReasons(standing(report, ctx)));
    return { unitId: member.id, clusterYearId, period };
  }
  const unitId = target.unitId ?? (access.all ? null : access.own[0]!);
  if (unitId !== null && !access.all && !access.own.includes(unitId))
    throw new Refusal('forbidden', [{ code: 'award.not-own-unit' }]);
  if (unitId !== null && !(await findUnit(db, unitId))) throw notFound('unit');
  return { unitId, clusterYearId: null, period: null };
}
