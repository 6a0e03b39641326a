import type { Generated, Insertable, Selectable } from 'kysely';
import type { CommentSide, ThreadStatus } from '#shared/reports/reviewing.schema.ts';

/** Ý kiến về một chỉ tiêu: the thread of one figure between the chair's office and the reporting unit. */
export interface ReportThreadTable {
  reportId: string;
  indicatorVersionId: string;
  status: ThreadStatus;
  version: Generated<number>;
}
export type ReportThreadRow = Selectable<ReportThreadTable>;

/** One word in a thread. */
export interface ReportCommentTable {
  id: string;
  reportId: string;
  indicatorVersionId: string;
  side: CommentSide;
  content: string;
  saidAt: string;
  saidBy: string;
}
export type NewReportComment = Insertable<ReportCommentTable>;

/** Gửi đôn đốc: one reminder of one report, in the words that were sent. */
export interface ReportReminderTable {
  id: string;
  reportId: string;
  sentAt: string;
  sentBy: string;
  content: string;
}
export type NewReportReminder = Insertable<ReportReminderTable>;
