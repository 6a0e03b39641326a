import * as z from 'zod/mini';
import type { Localized } from '#shared/core/localized.ts';

export const jobStatus = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);
export type JobStatus = z.infer<typeof jobStatus>;
export const JOB_STATUS_LABELS: Readonly<Record<JobStatus, Localized>> = {
  queued: { vi: 'Đang chờ', en: 'Queued' },
  running: { vi: 'Đang chạy', en: 'Running' },
  done: { vi: 'Đã xong', en: 'Done' },
  failed: { vi: 'Không thành công', en: 'Failed' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
};
