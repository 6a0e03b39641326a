import * as z from 'zod/mini';
import { idOf } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';
import { cursorText } from '#shared/core/page.ts';

export const jobStatus = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);
export type JobStatus = z.infer<typeof jobStatus>;
export const JOB_STATUS_LABELS: Readonly<Record<JobStatus, Localized>> = {
  queued: { vi: 'Đang chờ', en: 'Queued' },
  running: { vi: 'Đang chạy', en: 'Running' },
  done: { vi: 'Đã xong', en: 'Done' },
  failed: { vi: 'Không thành công', en: 'Failed' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
};

/** Waiting or running: not ended yet. */
export const isUnderWay = (status: JobStatus): boolean => status === 'queued' || status === 'running';

export const jobId = idOf('Job');
export const jobInput = z.strictObject({ id: jobId });
export const jobFilters = z.strictObject({
  status: z.optional(jobStatus),
  cursor: z.optional(cursorText),
  /** Sent along by the client's endless list; jobs are only read from new to old. */
  direction: z.optional(z.literal('forward')),
});
export type JobFilters = z.infer<typeof jobFilters>;
export const JOBS_ON_A_PAGE = 30;
/** What waits and runs stands above the ended ones, whole up to this many. */
export const MOST_UNDER_WAY_SHOWN = 100;
export const JOB_LINES_SHOWN = 200;

/** Marks one notice as read, or all up to the newest one that was on the screen. */
export const readNotices = z.union([
  z.strictObject({ id: idOf('Notice') }),
  z.strictObject({ upToId: idOf('Notice') }),
]);
export const NOTICES_SHOWN = 30;
