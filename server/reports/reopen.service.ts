import type * as z from 'zod/mini';
import { requireActiveMember } from '#server/clusters/membership.service.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { tellUnits } from '#server/notices/tell-units.service.ts';
import { moveTo, openReport } from '#server/reports/reports.service.ts';
import { reportTitle } from '#server/reports/reviewing.events.ts';
import { formatInstant, vietnamDate } from '#shared/core/dates.ts';
import { refuseIf } from '#shared/core/refusal.ts';
import { reopenReasons, reopenUntilReasons, vietnamInstant } from '#shared/reports/reopen.rules.ts';
import { chairReasons } from '#shared/reports/reports.policy.ts';
import type { lockReport as lockInput, reopenReport as reopenInput } from '#shared/reports/reviewing.schema.ts';

/**
 * Mở lại cho một đơn vị đến HH:mm ngày…: one unit may change its sent report until that minute, also after the stage has
 * closed; then it is locked again by the clock alone. What was received has to be received again.
 */
export function reopenReport(ctx: ActorContext, input: z.infer<typeof reopenInput>) {
  const { id, untilOn, untilTime, reason } = input;
  return commit(ctx, async (tx) => {
    const report = await openReport(ctx, tx, id, chairReasons);
    // Open again already: the minute may be moved.
    const state = { ...report, status: report.stored };
    refuseIf(reopenReasons(state));
    const now = ctx.now().toISOString();
    const until = vietnamInstant(untilOn, untilTime);
    refuseIf(reopenUntilReasons(until, now));
    await requireActiveMember(tx, report.clusterYearId, report.unitId, vietnamDate(ctx.now()));
    await tellUnits(ctx, tx, {
      unitIds: [report.unitId],
      roles: ['reporter'],
      code: 'notice.report-reopened',
      facts: { title: reportTitle(report), untilAt: until },
      link: `/cum/${report.clusterYearId}/bao-cao/${id}`,
    });
    const before = report.isReopened ? formatInstant(report.reopenedUntil ?? '') : null;
    return moveTo(tx, state, input, {
      action: 'report.reopened',
      reason,
      patch: { status: 'sent', reopenedUntil: until, reopenReason: reason, receivedAt: null },
      changes: [{ field: 'reopenedUntil', from: before, to: formatInstant(until) }],
    });
  });
}

/** Khóa lại ngay: ends a reopening before its minute; what the unit has changed so far stands. */
export function lockReport(ctx: ActorContext, input: z.infer<typeof lockInput>) {
  return commit(ctx, async (tx) => {
    const report = await openReport(ctx, tx, input.id, chairReasons);
    refuseIf(report.isReopened ? [] : [{ code: 'report.not-reopened' }]);
    return moveTo(tx, { ...report, status: report.stored }, input, {
      action: 'report.locked-again',
      patch: { status: 'sent', reopenedUntil: null, reopenReason: null },
      changes: [{ field: 'reopenedUntil', from: formatInstant(report.reopenedUntil ?? ''), to: null }],
    });
  });
}
