import type { Reason } from '#shared/core/reason.ts';
import type { ReportStatus } from '#shared/reports/reports.schema.ts';
import type { CommentSide, ThreadStatus } from '#shared/reports/reviewing.schema.ts';

/** Whose word makes what of a thread: the office asks (open), the unit answers, only the office calls it done. */
export function statusAfter(side: CommentSide): ThreadStatus {
  return side === 'chair' ? 'open' : 'answered';
}

type Sent = { status: ReportStatus; sentAt: string | null };

/** Grounds against a word beside a figure: a report that was never sent is its unit's own business. */
export function commentReasons({ sentAt }: Sent): Reason[] {
  return sentAt === null ? [{ code: 'report.comment-not-sent' }] : [];
}

/** The unit answers what it was asked; a thread begins with the chair's office. */
export function answerFirstReasons(side: CommentSide, thread: { status: ThreadStatus } | undefined): Reason[] {
  return side === 'unit' && !thread ? [{ code: 'report.comment-office-first' }] : [];
}

/** Grounds against marking a thread done, or not done after all. */
export function settleReasons(thread: { status: ThreadStatus }, done: boolean): Reason[] {
  if (done === (thread.status === 'done')) return [{ code: done ? 'report.thread-done' : 'report.thread-not-done' }];
  return [];
}

/** Whether the thread of a figure is in sight: of the office that leads, the unit itself, and who watches over all. */
export function readsComments(sentAt: string | null, reader: { isOwn: boolean; isChair: boolean; seesAll: boolean }) {
  return sentAt !== null && (reader.isOwn || reader.isChair || reader.seesAll);
}

type Thread = { name: string; status: ThreadStatus; comments: readonly { side: CommentSide; content: string }[] };

/** What fits into the reason of Đề nghị bổ sung. */
const LONGEST_REASON = 2_000;

/**
 * The threads that are not done as the reason of Đề nghị bổ sung, one numbered line for each figure with what the office
 * said last; what would not fit is counted at the end. '' without any.
 */
export function commentsAsReason(threads: readonly Thread[], rest: (count: number) => string): string {
  const lines = threads
    .filter(({ status }) => status !== 'done')
    .flatMap(({ name, comments }) => {
      const said = comments
        .findLast(({ side }) => side === 'chair')
        ?.content.replaceAll(/\s+/g, ' ')
        .trim();
      return said ? [`${name}: ${said}`] : [];
    })
    .map((line, index) => `${index + 1}. ${line}`);
  const room = LONGEST_REASON - rest(lines.length).length - 1;
  let text = '';
  for (const [index, line] of lines.entries()) {
    const next = index === 0 ? line.slice(0, room) : `${text}\n${line}`;
    if (next.length > room) return `${text}\n${rest(lines.length - index)}`;
    text = next;
  }
  return text;
}
