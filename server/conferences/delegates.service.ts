import type * as z from 'zod/mini';
import { findMembers } from '#db/clusters/clusters.queries.ts';
import { type DelegateOfConference, findDelegate, nextDelegatePosition } from '#db/conferences/conferences.queries.ts';
import {
  deleteDelegate,
  insertDelegate,
  lockConference,
  lockDelegates,
  updateDelegate,
} from '#db/conferences/conferences.writes.ts';
import type { Reader, Writer } from '#db/database.ts';
import { requireActiveMember } from '#server/clusters/membership.service.ts';
import { conferenceToChange, delegateChangedMeanwhile } from '#server/conferences/conferences.policy.ts';
import { eventOf } from '#server/conferences/conferences.service.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import {
  answerReasons,
  attendanceOf,
  delegateReasons,
  delegateText,
  markReasons,
} from '#shared/conferences/attendance.rules.ts';
import { openReasons } from '#shared/conferences/conferences.rules.ts';
import type {
  addDelegate,
  confirmDelegate,
  DelegateDraft,
  DelegateId,
  markAttendance,
  markSent,
  removeDelegate,
  saveDelegate,
} from '#shared/conferences/conferences.schema.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';

export type DelegateAnswered = { id: DelegateId; version: number };

/** Puts a delegate or a delegation on the list, as invited (Đã mời). */
export function addDelegateOnce(ctx: ActorContext, input: z.infer<typeof addDelegate>): Promise<DelegateAnswered> {
  return commitOnce(ctx, input, async (tx) => {
    const conference = await conferenceToChange(ctx, tx, input.conferenceId);
    refuseIf(openReasons(conference.status));
    const unitName = await memberName(tx, conference.clusterYearId, input.draft);
    const id = ctx.newId() as DelegateId;
    const position = await nextDelegatePosition(tx, conference.id);
    const state = { attendance: 'invited', presentCount: null } as const;
    await insertDelegate(tx, { ...input.draft, ...state, id, conferenceId: conference.id, position });
    const to = delegateText({ ...input.draft, ...state, unitName });
    return {
      result: { id, version: 1 },
      audit: [{ ...eventOf(conference, 'delegate.added'), changes: [{ field: 'delegate', from: null, to }] }],
    };
  });
}

export function saveDelegateLine(ctx: ActorContext, input: z.infer<typeof saveDelegate>): Promise<DelegateAnswered> {
  return commit(ctx, async (tx) => {
    const delegate = await delegateToChange(ctx, tx, input.id, input.seenVersion);
    const unitName = await memberName(tx, delegate.clusterYearId, input.draft);
    return write(tx, delegate, input.draft, { ...input.draft, unitName }, 'delegate.saved');
  });
}

export function removeDelegateLine(ctx: ActorContext, input: z.infer<typeof removeDelegate>): Promise<{ id: string }> {
  return commit(ctx, async (tx) => {
    const delegate = await delegateToChange(ctx, tx, input.id, input.seenVersion);
    if (!(await deleteDelegate(tx, delegate.id, input.seenVersion))) throw await quicker(tx, delegate);
    const change = { field: 'delegate', from: delegateText(delegate), to: null };
    return {
      result: { id: delegate.id },
      audit: [{ ...about(delegate, 'delegate.removed'), changes: [change] }],
    };
  });
}

/** Xác nhận dự, or báo vắng: a member answers for its own unit, until the day of the conference. */
export function answerInvitation(ctx: ActorContext, input: z.infer<typeof confirmDelegate>): Promise<DelegateAnswered> {
  return commit(ctx, async (tx) => {
    const seen = await findDelegate(tx, ctx.access, input.id);
    if (!seen?.unitId) throw await notMine(ctx, tx, input.id);
    await lockConference(tx, seen.conferenceId);
    await lockDelegates(tx, [input.id]);
    // Again behind the locks: the minutes may have been closed, or the line changed, meanwhile.
    const delegate = await findDelegate(tx, ctx.access, input.id);
    if (!delegate?.unitId) throw await notMine(ctx, tx, input.id);
    const today = vietnamDate(ctx.now());
    await requireActiveMember(tx, delegate.clusterYearId, delegate.unitId, today);
    if (delegate.version !== input.seenVersion) throw await quicker(tx, delegate);
    const conference = { status: delegate.conferenceStatus, heldOn: delegate.heldOn };
    refuseIf(answerReasons(conference, delegate.attendance, today));
    const { name, positionHeld, headcount, note } = input.answer;
    const set = { name, positionHeld, headcount, note, attendance: attendanceOf(input.answer), presentCount: null };
    return write(tx, delegate, set, set, 'delegate.answered');
  });
}

/** Điểm danh: one press for the lines chosen; present lines say how many came (as many as invited unless told). */
export function mark(ctx: ActorContext, input: z.infer<typeof markAttendance>): Promise<{ marked: number }> {
  return commit(ctx, async (tx) => {
    const conference = await conferenceToChange(ctx, tx, input.conferenceId);
    refuseIf(markReasons(conference, input.attendance, vietnamDate(ctx.now())));
    await lockDelegates(
      tx,
      input.items.map(({ id }) => id),
    );
    const events: AuditEvent[] = [];
    for (const { id, seenVersion, presentCount } of input.items) {
      const delegate = await findDelegate(tx, ctx.access, id);
      if (delegate?.conferenceId !== conference.id) throw notFound('delegate');
      if (delegate.version !== seenVersion) throw await quicker(tx, delegate);
      const count = input.attendance === 'present' ? (presentCount ?? delegate.headcount) : null;
      const set = { attendance: input.attendance, presentCount: count };
      const { audit } = await write(tx, delegate, set, set, 'delegate.marked');
      events.push(...audit);
    }
    const [first, ...rest] = events;
    if (!first) throw notFound('delegate');
    return { result: { marked: events.length }, audit: [first, ...rest] };
  });
}

/** Giấy mời of the lines chosen went out today, or did not after all. */
export function markInvitationsSent(ctx: ActorContext, input: z.infer<typeof markSent>): Promise<{ marked: number }> {
  return commit(ctx, async (tx) => {
    const conference = await conferenceToChange(ctx, tx, input.conferenceId);
    refuseIf(openReasons(conference.status));
    await lockDelegates(
      tx,
      input.items.map(({ id }) => id),
    );
    const set = { invitationSentOn: input.sent ? vietnamDate(ctx.now()) : null };
    const events: AuditEvent[] = [];
    for (const { id, seenVersion } of input.items) {
      const delegate = await findDelegate(tx, ctx.access, id);
      if (delegate?.conferenceId !== conference.id) throw notFound('delegate');
      if (delegate.version !== seenVersion) throw await quicker(tx, delegate);
      const { audit } = await write(tx, delegate, set, set, 'delegate.invitation-sent');
      events.push(...audit);
    }
    const [first, ...rest] = events;
    if (!first) throw notFound('delegate');
    return { result: { marked: events.length }, audit: [first, ...rest] };
  });
}

/** One line written at the version seen, and what the history says of it. */
async function write(
  tx: Writer,
  delegate: DelegateOfConference,
  set: Parameters<typeof updateDelegate>[3],
  after: Partial<DelegateOfConference>,
  action: string,
): Promise<{ result: DelegateAnswered; audit: [AuditEvent] }> {
  if (!(await updateDelegate(tx, delegate.id, delegate.version, set))) throw await quicker(tx, delegate);
  const change = { field: 'delegate', from: delegateText(delegate), to: delegateText({ ...delegate, ...after }) };
  return {
    result: { id: delegate.id as DelegateId, version: delegate.version + 1 },
    audit: [{ ...about(delegate, action), changes: [change] }],
  };
}

const about = ({ conferenceId, clusterYearId, title, unitId }: DelegateOfConference, action: string): AuditEvent => ({
  ...eventOf({ id: conferenceId, clusterYearId, title }, action),
  unitId,
});

/** A line of the list, of a conference that this person may change and that is open, at the version seen. */
async function delegateToChange(
  ctx: ActorContext,
  tx: Writer,
  id: string,
  seenVersion: number,
): Promise<DelegateOfConference> {
  const readable = accessFor(ctx.actor, 'conferences.ofYear') ?? ctx.access;
  const found = await findDelegate(tx, readable, id);
  if (!found) throw notFound('delegate');
  const conference = await conferenceToChange(ctx, tx, found.conferenceId);
  refuseIf(openReasons(conference.status));
  await lockDelegates(tx, [id]);
  const delegate = await findDelegate(tx, ctx.access, id);
  if (!delegate) throw notFound('delegate');
  if (delegate.version !== seenVersion) throw await quicker(tx, delegate);
  return delegate;
}

async function notMine(ctx: ActorContext, db: Reader, id: string): Promise<Refusal> {
  const readable = accessFor(ctx.actor, 'conferences.ofYear');
  const seen = readable && (await findDelegate(db, readable, id));
  return seen ? new Refusal('forbidden', [{ code: 'delegate.not-own' }]) : notFound('delegate');
}

const quicker = (db: Reader, delegate: DelegateOfConference): Promise<Refusal> =>
  delegateChangedMeanwhile(db, delegate.conferenceId, delegateText(delegate));

/** The name of the member a delegation belongs to; null for guests without one. */
async function memberName(tx: Writer, clusterYearId: string, draft: DelegateDraft): Promise<string | null> {
  refuseIf(delegateReasons(draft));
  if (draft.unitId === null) return null;
  const member = (await findMembers(tx, clusterYearId)).find(({ unitId }) => unitId === draft.unitId);
  if (!member) throw new Refusal('refused', [{ code: 'delegate.not-member', field: 'unitId' }]);
  return member.name;
}
