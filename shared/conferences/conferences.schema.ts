import * as z from 'zod/mini';
import { clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { isoDate } from '#shared/core/dates.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';

export const conferenceId = idOf('Conference');
export type ConferenceId = z.infer<typeof conferenceId>;
export const delegateId = idOf('Delegate');
export type DelegateId = z.infer<typeof delegateId>;

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

const line = (most: number) => z.string().check(z.trim(), z.maxLength(most));
const name = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
const people = z.int().check(z.minimum(1), z.maximum(500));
/** Idempotency key of a mutation that creates: made once per intent in the browser. */
const intentKey = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

/** What, when, where and who leads. */
export const conferenceHead = z.strictObject({
  title: name(400),
  heldOn: isoDate,
  place: line(300),
  chairedBy: line(300),
  secretary: line(300),
});
export type ConferenceHead = z.infer<typeof conferenceHead>;

export const MOST_AGENDA_ITEMS = 100;
/** One line of the programme; the time is text as typed, read by `readTime`. */
export const agendaLine = z.strictObject({
  startsAt: line(20),
  content: line(1_000),
  speaker: line(300),
  note: line(300),
});
export type AgendaLine = z.infer<typeof agendaLine>;

/** A delegate or a delegation as the standing office writes it. */
export const delegateDraft = z.strictObject({
  role: delegateRole,
  /** The member it belongs to; null for guests. */
  unitId: z.nullable(idOf('Unit')),
  organization: line(300),
  name: line(200),
  positionHeld: line(300),
  headcount: people,
  note: line(300),
});
export type DelegateDraft = z.infer<typeof delegateDraft>;

/** What a member answers to its invitation. */
export const delegateAnswer = z.strictObject({
  coming: z.boolean(),
  name: line(200),
  positionHeld: line(300),
  headcount: people,
  note: line(300),
});
export type DelegateAnswer = z.infer<typeof delegateAnswer>;

const seen = { id: conferenceId, seenVersion };
const seenDelegate = { id: delegateId, seenVersion };
const minutes = line(50_000);

export const createConference = z.strictObject({ clusterYearId, ...conferenceHead.shape, idempotencyKey: intentKey });
export const saveConference = z.strictObject({ ...seen, head: conferenceHead });
export const saveAgenda = z.strictObject({
  ...seen,
  items: z.array(agendaLine).check(z.maxLength(MOST_AGENDA_ITEMS)),
});
export const saveMinutes = z.strictObject({ ...seen, minutes });
export const closeMinutes = z.strictObject(seen);
export const correctMinutes = z.strictObject({
  ...seen,
  minutes,
  reason: z.string().check(z.trim(), z.minLength(10), z.maxLength(2_000)),
});
export const addDelegate = z.strictObject({ conferenceId, draft: delegateDraft, idempotencyKey: intentKey });
export const saveDelegate = z.strictObject({ ...seenDelegate, draft: delegateDraft });
export const removeDelegate = z.strictObject(seenDelegate);
export const confirmDelegate = z.strictObject({ ...seenDelegate, answer: delegateAnswer });
export const markAttendance = z.strictObject({
  conferenceId,
  items: z
    .array(z.strictObject({ ...seenDelegate, presentCount: z.nullable(people) }))
    .check(z.minLength(1), z.maxLength(200)),
  attendance,
});
/** Ghi đã gửi giấy mời, or takes it back. */
export const markSent = z.strictObject({
  conferenceId,
  items: z.array(z.strictObject(seenDelegate)).check(z.minLength(1), z.maxLength(200)),
  sent: z.boolean(),
});
/** Giấy mời of one delegate or of all; `zip`: a file each. */
export const invitationOrder = z.strictObject({
  clusterYearId,
  delegateId: z.nullable(delegateId),
  form: z.enum(['docx', 'zip']),
});
