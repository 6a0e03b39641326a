import { addDays, daysBetween } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import type { RequestStatus } from '#shared/reports/requests.schema.ts';

type Request = { status: RequestStatus; dueOn: string };

/** Grounds against a day to answer by. Both 'YYYY-MM-DD'. */
export function dueReasons(dueOn: string, today: string): Reason[] {
  return dueOn < today ? [{ code: 'collecting.due-past', facts: { todayOn: today }, field: 'dueOn' }] : [];
}

/** Grounds against the office's answer. Being late is none for somebody who signs in: it is seen, not forbidden. */
export function answerReasons({ status }: Pick<Request, 'status'>): Reason[] {
  if (status === 'open') return [];
  return [{ code: status === 'answered' ? 'collecting.already-answered' : 'collecting.withdrawn' }];
}

/** Grounds against a link for whoever has no account: there must be something to answer, and time to. */
export function linkReasons({ status, dueOn }: Request, today: string): Reason[] {
  const isOver = dueReasons(dueOn, today).map((reason) => ({ ...reason, code: 'collecting.link-due-past' }));
  return [...answerReasons({ status }), ...isOver].slice(0, 1);
}

/** Grounds against asking again: only an answer can be asked about. */
export function askAgainReasons({ status }: Pick<Request, 'status'>): Reason[] {
  if (status === 'answered') return [];
  return [{ code: status === 'open' ? 'collecting.not-answered' : 'collecting.withdrawn' }];
}

/** Grounds against merging: what was asked again is waited for. */
export const mergeReasons = askAgainReasons;

/** Grounds against taking the request back. */
export function withdrawReasons({ status }: Pick<Request, 'status'>): Reason[] {
  return answerReasons({ status });
}

/** The instant from which a link no longer opens: the due day's end in Việt Nam, to the millisecond. */
export function linkUntil(dueOn: string): string {
  return new Date(`${addDays(dueOn, 1)}T00:00:00+07:00`).toISOString();
}

/** Days an open request is overdue; 0 in time or answered. */
export function overdueDays({ status, dueOn }: Request, today: string): number {
  return status === 'open' ? Math.max(0, daysBetween(dueOn, today)) : 0;
}
