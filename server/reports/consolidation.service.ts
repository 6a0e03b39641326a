import type * as z from 'zod/mini';
import type { Reader } from '#db/database.ts';
import { findReport, findReportingYear, findReportsOfYear, type ReportingYear } from '#db/reports/reports.queries.ts';
import { lockReports, updateReport } from '#db/reports/reports.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { reportEvent, statusChange } from '#server/reports/reports.events.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import type { Reason } from '#shared/core/reason.ts';
import { conflict, notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { consolidateReasons, undoReasons } from '#shared/reports/consolidation.rules.ts';
import { chairReasons } from '#shared/reports/reports.policy.ts';
import type {
  consolidateReports as consolidateInput,
  ReportPeriod,
  undoConsolidation as undoInput,
} from '#shared/reports/reports.schema.ts';

/** Chốt số tổng hợp is for the standing office of the unit that leads the cluster. */
export function consolidatorReasons(actor: Actor, year: ReportingYear): Reason[] {
  return chairReasons(actor, { ...year, unitId: '', unitFullName: '' });
}

/** Opening again what was consolidated is for its approver. */
export function undoerReasons(actor: Actor, year: ReportingYear): Reason[] {
  const office = consolidatorReasons(actor, year);
  if (office.length > 0) return office;
  const isApprover = accessFor(actor, 'reports.undoConsolidation')?.chair.includes(year.chairUnitId) ?? false;
  return isApprover ? [] : [{ code: 'report.not-approver' }];
}

/**
 * Chốt số tổng hợp: the received reports of a period become "Đã tổng hợp" in one press, exactly those that the person
 * saw. Members that are missing stay as they are and can be taken in by a later press.
 */
export function consolidateReports(ctx: ActorContext, input: z.infer<typeof consolidateInput>) {
  return moveAll(ctx, input, {
    from: 'received',
    to: 'consolidated',
    action: 'report.consolidated',
    person: consolidatorReasons,
    state: consolidateReasons,
    seen: input.reports,
  });
}

/** Takes "Đã tổng hợp" back for a whole period, with the reason: the figures can be completed again. */
export function undoConsolidation(ctx: ActorContext, input: z.infer<typeof undoInput>) {
  return moveAll(ctx, input, {
    from: 'consolidated',
    to: 'received',
    action: 'report.consolidation-undone',
    person: undoerReasons,
    state: undoReasons,
    seen: input.reports,
    reason: input.reason,
  });
}

type Move = {
  from: 'received' | 'consolidated';
  to: 'received' | 'consolidated';
  action: string;
  person: (actor: Actor, year: ReportingYear) => Reason[];
  state: typeof consolidateReasons;
  seen: readonly { id: string; seenVersion: number }[];
  reason?: string;
};

function moveAll(ctx: ActorContext, of: { clusterYearId: string; period: ReportPeriod }, move: Move) {
  return commit(ctx, async (tx) => {
    const access = accessFor(ctx.actor, 'reports.summary') ?? NO_ACCESS;
    const year = await findReportingYear(tx, access, of.clusterYearId);
    if (!year) throw notFound('cluster-year');
    const person = move.person(ctx.actor, year);
    if (person.length > 0) throw new Refusal('forbidden', person);
    await lockReports(
      tx,
      (await findReportsOfYear(tx, of.clusterYearId, of.period)).map(({ id }) => id),
    );
    const reports = await findReportsOfYear(tx, of.clusterYearId, of.period);
    refuseIf(move.state(reports));

    const present = reports.filter(({ status }) => status === move.from);
    const versions = new Map(move.seen.map(({ id, seenVersion }) => [id, seenVersion]));
    const isAsSeen =
      present.length === versions.size && present.every(({ id, version }) => versions.get(id) === version);
    if (!isAsSeen) throw conflict([{ code: 'report.list-changed-meanwhile' }]);
    for (const { id, version } of present) await updateReport(tx, { id, seenVersion: version }, { status: move.to });
    const events = await Promise.all(present.map(({ id }) => eventOf(tx, id, move)));
    return { result: { count: present.length }, audit: events as [AuditEvent, ...AuditEvent[]] };
  });
}

async function eventOf(tx: Reader, id: string, { from, to, action, reason }: Move): Promise<AuditEvent> {
  const report = await findReport(tx, { ...NO_ACCESS, all: true, today: '9999-12-31' }, id);
  if (!report) throw notFound('report');
  return reportEvent(report, { action, changes: [statusChange(from, to)], ...(reason && { reason }) });
}
