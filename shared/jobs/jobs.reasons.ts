import type { Words } from '#shared/core/wording.ts';

export const JOB_REASONS: Words = {
  'job.not-found': {
    vi: 'Không tìm thấy công việc này, hoặc đó là công việc của người khác.',
    en: 'No such job, or it is somebody else’s.',
  },
  'job.ended': {
    vi: 'Công việc đã kết thúc nên không hủy được nữa. Hãy tải lại trang.',
    en: 'The job has ended and can no longer be cancelled. Reload the page.',
  },
  'job.not-ended-badly': {
    vi: 'Chỉ chạy lại được công việc không thành công hoặc đã hủy.',
    en: 'Only a job that failed or was cancelled can be run again.',
  },
  'job.broke': {
    vi: 'Máy chủ gặp lỗi khi thực hiện (lần thứ {attemptCount}). Hãy chạy lại; nếu vẫn lỗi, báo quản trị hệ thống kèm mã công việc {jobId}.',
    en: 'The server met an error (attempt {attemptCount}). Run it again; if it fails again, tell the administrator the job number {jobId}.',
  },
  'job.died': {
    vi: 'Máy chủ đã dừng giữa chừng {attemptCount} lần khi thực hiện công việc này nên không tự chạy lại nữa. Hãy báo quản trị hệ thống trước khi chạy lại.',
    en: 'The server died {attemptCount|time|times} while doing this, so it is not tried again by itself. Tell the administrator before running it again.',
  },
  'job.unknown-kind': {
    vi: 'Phiên bản máy chủ này không biết loại công việc “{kind}”.',
    en: 'This version of the server does not know the kind of job “{kind}”.',
  },
  // What a notice says.
  'notice.job-done': { vi: 'Đã xong: {what}.', en: 'Done: {what}.' },
  'notice.job-failed': { vi: 'Không thành công: {what}. Bấm để xem lý do.', en: 'Failed: {what}. Open it to see why.' },
};
