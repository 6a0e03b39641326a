import type { Localized } from '#shared/core/localized.ts';

export const JOB_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'job.queued': { vi: 'Giao công việc chạy nền', en: 'Job queued' },
  'job.cancelled': { vi: 'Hủy công việc', en: 'Job cancelled' },
  'job.retried': { vi: 'Chạy lại công việc', en: 'Job run again' },
};

export const JOB_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  kind: { vi: 'Loại công việc', en: 'Kind of job' },
  status: { vi: 'Trạng thái', en: 'State' },
};
