import * as z from 'zod/mini';
import type { Localized } from '#shared/core/localized.ts';

/** Sắp họp, đã họp (the minutes are closed). */
export const conferenceStatus = z.enum(['planned', 'held']);
export type ConferenceStatus = z.infer<typeof conferenceStatus>;

export const CONFERENCE_STATUS_LABELS: Readonly<Record<ConferenceStatus, Localized>> = {
  planned: { vi: 'Đang chuẩn bị', en: 'Being prepared' },
  held: { vi: 'Đã tổ chức', en: 'Held' },
};

/** Đại biểu: who sits where. */
export const delegateRole = z.enum(['presidium', 'guest', 'delegate']);
export type DelegateRole = z.infer<typeof delegateRole>;

export const DELEGATE_ROLE_LABELS: Readonly<Record<DelegateRole, Localized>> = {
  presidium: { vi: 'Chủ tọa', en: 'Presidium' },
  guest: { vi: 'Khách mời', en: 'Guest' },
  delegate: { vi: 'Đại biểu', en: 'Delegate' },
};

/** Mời, xác nhận, có mặt, vắng. */
export const attendance = z.enum(['invited', 'confirmed', 'present', 'absent']);
export type Attendance = z.infer<typeof attendance>;

export const ATTENDANCE_LABELS: Readonly<Record<Attendance, Localized>> = {
  invited: { vi: 'Đã mời', en: 'Invited' },
  confirmed: { vi: 'Xác nhận dự', en: 'Confirmed' },
  present: { vi: 'Có mặt', en: 'Present' },
  absent: { vi: 'Vắng mặt', en: 'Absent' },
};

/** How far a unit is with a recommendation (kết quả thực hiện). */
export const taskStatus = z.enum(['open', 'doing', 'done']);
export type TaskStatus = z.infer<typeof taskStatus>;

export const TASK_STATUS_LABELS: Readonly<Record<TaskStatus, Localized>> = {
  open: { vi: 'Chưa thực hiện', en: 'Not started' },
  doing: { vi: 'Đang thực hiện', en: 'Under way' },
  done: { vi: 'Đã hoàn thành', en: 'Done' },
};
