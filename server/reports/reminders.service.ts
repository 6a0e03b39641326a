import type * as z from 'zod/mini';
import { findReportingYear } from '#db/reports/reports.queries.ts';
import { lockReports } from '#db/reports/reports.writes.ts';
import { findMembershipEnds, findReminders, findReportsToRemind } from '#db/reports/reviewing.queries.ts';
import { insertReminders } from '#db/reports/reviewing.writes.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { tellUnits } from '#server/notices/tell-units.service.ts';
import { consolidatorReasons } from '#server/reports/consolidation.service.ts';
import { reviewEvent } from '#server/reports/reviewing.events.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { holdsOn } from '#shared/clusters/members.rules.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { conflict, notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { remindReasons, wasRemindedLately } from '#shared/reports/reminders.rules.ts';
import { openDueOn } from '#shared/reports/reports.rules.ts';
import type { remindUnits as remindInput } from '#shared/reports/reviewing.schema.ts';

/**
 * Gửi đôn đốc: a notice to the reporters of the chosen units, in the words of the chair's office, and a line in the
 * record of who was reminded when. A unit that somebody reminded within the hour is refused, unless it is meant.
 */
export function remindUnits(ctx: ActorContext, input: z.infer<typeof remindInput>): Promise<{ count: number }> {
  const { clusterYearId, period, message } = input;
  return commitOnce(ctx, input, async (tx) => {
    const year = await findReportingYear(tx, accessFor(ctx.actor, 'reports.inbox') ?? NO_ACCESS, clusterYearId);
    if (!year) throw notFound('cluster-year');
    const person = consolidatorReasons(ctx.actor, year);
    if (person.length > 0) throw new Refusal('forbidden', person);
    const ids = [...new Set<string>(input.reportIds)];
    await lockReports(tx, ids);
    const reports = await findReportsToRemind(tx, { clusterYearId, period }, ids);
    if (reports.length < ids.length) throw notFound('report');
    const now = ctx.now().toISOString();
    const today = vietnamDate(ctx.now());
    const spans = Map.groupBy(await findMembershipEnds(tx, year.clusterId), ({ unitId }) => unitId);
    refuseIf(
      reports.flatMap((report): Reason[] => {
        const isMember = (spans.get(report.unitId) ?? []).some((span) => holdsOn(span, today));
        if (!isMember) return [{ code: 'report.remind-left', facts: { unit: report.name } }];
        return remindReasons(report, report.name);
      }),
    );
    const last = new Map((await findReminders(tx, [clusterYearId])).map((row) => [row.reportId, row]));
    const meant = new Set<string>(input.again);
    const lately = reports.flatMap(({ id, name }): Reason[] => {
      const { sentAt = null, sentBy = '' } = last.get(id) ?? {};
      if (meant.has(id) || !wasRemindedLately(sentAt, now)) return [];
      return [{ code: 'report.reminded-lately', facts: { unit: name, who: sentBy, sentAt: sentAt ?? '' } }];
    });
    if (lately.length > 0) throw conflict(lately);

    await insertReminders(
      tx,
      reports.map(({ id }) => ({
        id: ctx.newId(),
        reportId: id,
        sentAt: now,
        sentBy: ctx.actor.name,
        content: message,
      })),
    );
    for (const { id, unitId, ...report } of reports)
      await tellUnits(ctx, tx, {
        unitIds: [unitId],
        roles: ['reporter'],
        code: 'notice.report-reminder',
        facts: { message, dueOn: openDueOn(report) ?? report.dueOn },
        link: `/cum/${clusterYearId}/bao-cao/${id}`,
      });
    const [first, ...rest] = reports.map(({ id, unitId, name }) =>
      reviewEvent({ id, period, year: year.year, clusterYearId, unitId }, name, {
        action: 'report.reminded',
        changes: [{ field: 'reminder', from: null, to: message }],
      }),
    );
    return { result: { count: reports.length }, audit: [first as AuditEvent, ...rest] };
  });
}
