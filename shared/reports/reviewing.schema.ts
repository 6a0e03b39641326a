import * as z from 'zod/mini';
import { clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { isoDate } from '#shared/core/dates.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';
import { intentKey } from '#shared/nominations/nominations.schema.ts';
import { indicatorVersionId, reportId, reportPeriod } from '#shared/reports/reports.schema.ts';

export const commentId = idOf('ReportComment');
export const reminderId = idOf('ReportReminder');

/** Who speaks beside a figure: the chair's standing office or the unit that reports. */
export const commentSide = z.enum(['chair', 'unit']);
export type CommentSide = z.infer<typeof commentSide>;

/** Ý kiến về một chỉ tiêu: asked, answered by the unit, done for the office. */
export const threadStatus = z.enum(['open', 'answered', 'done']);
export type ThreadStatus = z.infer<typeof threadStatus>;
export const THREAD_STATUS_LABELS: Readonly<Record<ThreadStatus, Localized>> = {
  open: { vi: 'Chờ trả lời', en: 'Waiting for an answer' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  done: { vi: 'Đã xong', en: 'Done' },
};

export const LONGEST_COMMENT = 1_000;
const words = z.string().check(z.trim(), z.minLength(2), z.maxLength(LONGEST_COMMENT));

/** A word beside one figure of a report. */
export const addComment = z.strictObject({
  id: reportId,
  indicatorVersionId,
  content: words,
  idempotencyKey: intentKey,
});
/** Đánh dấu đã xong, or takes the mark away; `seenVersion` of the thread. */
export const settleThread = z.strictObject({ id: reportId, indicatorVersionId, done: z.boolean(), seenVersion });

/** 'HH:mm' of the clock in Hà Nội. */
export const clockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
/** Mở lại cho một đơn vị đến HH:mm ngày…, with the reason. */
export const reopenReport = z.strictObject({
  id: reportId,
  seenVersion,
  untilOn: isoDate,
  untilTime: clockTime,
  reason: z.string().check(z.trim(), z.minLength(10), z.maxLength(2_000)),
});
/** Khóa lại ngay: ends a reopening before its minute. */
export const lockReport = z.strictObject({ id: reportId, seenVersion });

export const LONGEST_REMINDER = 1_500;
/** Gửi đôn đốc: to which units, in which words; `again`: those reminded within the hour that are meant all the same. */
export const remindUnits = z.strictObject({
  clusterYearId,
  period: reportPeriod,
  reportIds: z.array(reportId).check(z.minLength(1), z.maxLength(500)),
  again: z.array(reportId).check(z.maxLength(500)),
  message: z.string().check(z.trim(), z.minLength(10), z.maxLength(LONGEST_REMINDER)),
  idempotencyKey: intentKey,
});

/** The board of one year; the states of the chosen period to keep ('' all). */
export const boardShow = z.enum([
  'all',
  'not-sent',
  'overdue',
  'late',
  'supplement',
  'waiting',
  'accepted',
  'comments',
]);
export type BoardShow = z.infer<typeof boardShow>;
export const boardOfYear = z.strictObject({ clusterYearId });
/** What is taken out as a file: as the board is on the screen. */
export const boardFilters = z.strictObject({
  clusterYearId,
  period: reportPeriod,
  show: boardShow,
  q: z.string().check(z.trim(), z.maxLength(100)),
});
export type BoardFilters = z.infer<typeof boardFilters>;
