import type * as z from 'zod/mini';
import type { Reader, Writer } from '#db/database.ts';
import { findYearIndicators } from '#db/indicators/indicators.queries.ts';
import { findReport, type ReportDetail } from '#db/reports/reports.queries.ts';
import { lockReport } from '#db/reports/reports.writes.ts';
import { findComments, findThreads } from '#db/reports/reviewing.queries.ts';
import { insertComment, moveThread, setThread } from '#db/reports/reviewing.writes.ts';
import { requireActiveMember } from '#server/clusters/membership.service.ts';
import { commit, type Outcome } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { tellUnits } from '#server/notices/tell-units.service.ts';
import { reportTitle, reviewEvent } from '#server/reports/reviewing.events.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { conflict, notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import {
  answerFirstReasons,
  commentReasons,
  readsComments,
  settleReasons,
  statusAfter,
} from '#shared/reports/comments.rules.ts';
import { chairReasons, ownUnitReasons, readerOf } from '#shared/reports/reports.policy.ts';
import {
  type addComment as addInput,
  type CommentSide,
  type settleThread as settleInput,
  THREAD_STATUS_LABELS,
  type ThreadStatus,
} from '#shared/reports/reviewing.schema.ts';
import { inSentence } from '#shared/units/unit-names.ts';

/** The thread of one figure as both sides read it. */
export type ThreadView = {
  indicatorVersionId: string;
  status: ThreadStatus;
  version: number;
  comments: { id: string; side: CommentSide; content: string; saidAt: string; saidBy: string }[];
};

/** The threads of a report; none for whom they are not for. */
export async function threadsOf(db: Reader, actor: Actor, report: ReportDetail): Promise<ThreadView[]> {
  if (!readsComments(report.sentAt, readerOf(actor, report))) return [];
  const comments = Map.groupBy(await findComments(db, report.id), (row) => row.indicatorVersionId);
  return (await findThreads(db, report.id)).map(({ indicatorVersionId, status, version }) => ({
    indicatorVersionId,
    status,
    version,
    comments: (comments.get(indicatorVersionId) ?? []).map(({ id, side, content, saidAt, saidBy }) => ({
      ...{ id, side, content, saidAt, saidBy },
    })),
  }));
}

/** On which side of the threads a person speaks; null: on none. Who leads the cluster today speaks for its office. */
export function sideOf(actor: Actor, report: ReportDetail): CommentSide | null {
  if (chairReasons(actor, report).length === 0) return 'chair';
  return ownUnitReasons(actor, report).length === 0 ? 'unit' : null;
}

/** Grounds against speaking: a chair that has handed over is told so, a peer that it is not its matter. */
export function speakReasons(actor: Actor, report: ReportDetail): Reason[] {
  if (sideOf(actor, report) !== null) return commentReasons(report);
  const handedOver = chairReasons(actor, report).filter(({ code }) => code === 'cluster.handed-over');
  return handedOver.length > 0 ? handedOver : [{ code: 'report.comment-not-yours' }];
}

/** The report, held until the end of the transaction, and the side on which the person speaks. */
async function openThreads(ctx: ActorContext, tx: Writer, id: string) {
  await lockReport(tx, id);
  const report = await findReport(tx, accessFor(ctx.actor, 'reports.byId') ?? NO_ACCESS, id);
  if (!report) throw notFound('report');
  const side = sideOf(ctx.actor, report);
  const grounds = speakReasons(ctx.actor, report);
  if (side === null) throw new Refusal('forbidden', grounds);
  refuseIf(grounds);
  if (side === 'unit') await requireActiveMember(tx, report.clusterYearId, report.unitId, vietnamDate(ctx.now()));
  return { report, side };
}

async function indicatorName(tx: Reader, clusterYearId: string, id: string): Promise<string> {
  const indicator = (await findYearIndicators(tx, clusterYearId)).find((one) => one.id === id);
  if (!indicator) throw new Refusal('refused', [{ code: 'report.unknown-indicator' }]);
  return indicator.name;
}

/**
 * One word beside a figure: from the chair's office it asks (also what was done before), from the unit it answers. The
 * other side is told, once until it looked.
 */
export function addComment(ctx: ActorContext, input: z.infer<typeof addInput>): Promise<{ id: string }> {
  const { id: reportId, indicatorVersionId, content } = input;
  return commitOnce(ctx, input, async (tx) => {
    const { report, side } = await openThreads(ctx, tx, reportId);
    const indicator = await indicatorName(tx, report.clusterYearId, indicatorVersionId);
    const thread = (await findThreads(tx, reportId)).find((one) => one.indicatorVersionId === indicatorVersionId);
    refuseIf(answerFirstReasons(side, thread));
    const id = ctx.newId();
    const key = { reportId, indicatorVersionId };
    await setThread(tx, key, statusAfter(side));
    await insertComment(tx, { id, ...key, side, content, saidAt: ctx.now().toISOString(), saidBy: ctx.actor.name });
    await tellOther(ctx, tx, report, side);
    const changes = [{ field: indicator, from: null, to: content }];
    const action = side === 'chair' ? 'report-comment.added' : 'report-comment.answered';
    return { result: { id }, audit: [reviewEvent(report, report.unitFullName, { action, changes })] };
  });
}

async function tellOther(ctx: ActorContext, tx: Writer, report: ReportDetail, side: CommentSide) {
  const facts = { title: reportTitle(report) };
  const link = `/cum/${report.clusterYearId}/bao-cao/${report.id}`;
  const told = { facts, link, onceUnread: true };
  if (side === 'chair')
    await tellUnits(ctx, tx, {
      ...told,
      unitIds: [report.unitId],
      roles: ['reporter'],
      code: 'notice.report-comment',
      facts: { ...facts, office: report.standingOffice },
    });
  else
    await tellUnits(ctx, tx, {
      ...told,
      unitIds: [report.chairUnitId],
      roles: ['specialist', 'approver'],
      code: 'notice.report-comment-answered',
      facts: { ...facts, unit: inSentence(report.unitFullName) },
    });
}

/** Đánh dấu đã xong, or not after all: the chair's office says when a thread is done. */
export function settleThread(ctx: ActorContext, input: z.infer<typeof settleInput>) {
  const { id: reportId, indicatorVersionId, done, seenVersion } = input;
  return commit(ctx, async (tx): Promise<Outcome<{ version: number }>> => {
    const { report, side } = await openThreads(ctx, tx, reportId);
    if (side !== 'chair') throw new Refusal('forbidden', chairReasons(ctx.actor, report));
    const indicator = await indicatorName(tx, report.clusterYearId, indicatorVersionId);
    const thread = (await findThreads(tx, reportId)).find((one) => one.indicatorVersionId === indicatorVersionId);
    if (!thread) throw new Refusal('refused', [{ code: 'report.no-thread' }]);
    const changed = () => conflict([{ code: 'report.thread-changed-meanwhile', facts: { indicator } }]);
    if (thread.version !== seenVersion) throw changed();
    refuseIf(settleReasons(thread, done));
    const last = (await findComments(tx, reportId)).findLast((one) => one.indicatorVersionId === indicatorVersionId);
    const status: ThreadStatus = done ? 'done' : statusAfter(last?.side ?? 'chair');
    const isMoved = await moveThread(tx, { reportId, indicatorVersionId }, seenVersion, status);
    if (!isMoved) throw changed();
    const word = (one: ThreadStatus) => THREAD_STATUS_LABELS[one].vi;
    const changes = [{ field: indicator, from: word(thread.status), to: word(status) }];
    const action = done ? 'report-comment.settled' : 'report-comment.unsettled';
    return {
      result: { version: seenVersion + 1 },
      audit: [reviewEvent(report, report.unitFullName, { action, changes })],
    };
  });
}
