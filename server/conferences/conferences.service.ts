import type * as z from 'zod/mini';
import {
  type Conference,
  findAgenda,
  findConferenceOfYear,
  findConferenceYear,
} from '#db/conferences/conferences.queries.ts';
import { insertConference, lockYear, replaceAgenda, updateConference } from '#db/conferences/conferences.writes.ts';
import { findRecommendations } from '#db/conferences/recommendations.queries.ts';
import { chairReasons, changedMeanwhile, seenConference } from '#server/conferences/conferences.policy.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import type { AuditEvent, FieldChange } from '#shared/audit/audit.schema.ts';
import { agendaLineText, agendaReasons, readTime } from '#shared/conferences/agenda.rules.ts';
import { closeReasons, correctReasons, headReasons, openReasons } from '#shared/conferences/conferences.rules.ts';
import {
  type AgendaLine,
  CONFERENCE_STATUS_LABELS,
  type ConferenceHead,
  type ConferenceId,
  type closeMinutes,
  type correctMinutes,
  type createConference,
  type saveAgenda,
  type saveConference,
  type saveMinutes,
} from '#shared/conferences/conferences.schema.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';

export type ConferenceAnswer = { id: ConferenceId; version: number };

/** Sets up the conference of a year; there is one, and a second is refused with the one there is. */
export function createConferenceOnce(
  ctx: ActorContext,
  input: z.infer<typeof createConference>,
): Promise<ConferenceAnswer> {
  const { clusterYearId, idempotencyKey: _key, ...head } = input;
  return commitOnce(ctx, input, async (tx) => {
    await lockYear(tx, clusterYearId);
    const year = await findConferenceYear(tx, ctx.access, clusterYearId);
    if (!year) {
      const readable = accessFor(ctx.actor, 'conferences.ofYear');
      const seen = readable && (await findConferenceYear(tx, readable, clusterYearId));
      if (!seen) throw notFound('cluster-year');
      throw new Refusal('forbidden', chairReasons(ctx, 'conferences.create', seen.leadingUnitId, seen.leadingUnitName));
    }
    const there = await findConferenceOfYear(tx, ctx.access, clusterYearId);
    if (there) refuseIf([{ code: 'conference.exists', facts: { title: there.title, heldOn: there.heldOn } }]);
    refuseIf(headReasons(head, year.startsOn, []));
    const id = ctx.newId() as ConferenceId;
    await insertConference(tx, { id, clusterYearId, ...head, closedAt: null, isDemo: ctx.demo ? 1 : 0 });
    const changes = headChanges({ title: '', heldOn: '', place: '', chairedBy: '', secretary: '' }, head);
    return {
      result: { id, version: 1 },
      audit: [{ ...eventOf({ id, clusterYearId, title: head.title }, 'conference.created'), changes }],
    };
  });
}

/** Title, day, place, who leads and who writes. */
export function saveHead(ctx: ActorContext, input: z.infer<typeof saveConference>): Promise<ConferenceAnswer> {
  return change(ctx, input, 'conference.saved', async (conference, tx) => {
    refuseIf(openReasons(conference.status));
    refuseIf(headReasons(input.head, conference.yearStartsOn, await findRecommendations(tx, conference.id)));
    return { set: input.head, changes: headChanges(conference, input.head) };
  });
}

/** The whole programme as it stands on the screen. Its version is that of the conference. */
export function saveProgramme(ctx: ActorContext, input: z.infer<typeof saveAgenda>): Promise<ConferenceAnswer> {
  return change(ctx, input, 'conference.agenda-saved', async (conference, tx) => {
    refuseIf(openReasons(conference.status));
    refuseIf(agendaReasons(input.items));
    const items = input.items.map((item) => ({ ...item, startsAt: readTime(item.startsAt) ?? item.startsAt }));
    const changes = agendaChanges(await findAgenda(tx, conference.id), items);
    if (changes.length > 0)
      await replaceAgenda(
        tx,
        conference.id,
        items.map((item, index) => ({ ...item, id: ctx.newId(), conferenceId: conference.id, position: index + 1 })),
      );
    return { set: {}, changes };
  });
}

export function saveMinutesText(ctx: ActorContext, input: z.infer<typeof saveMinutes>): Promise<ConferenceAnswer> {
  return change(ctx, input, 'conference.minutes-saved', async (conference) => {
    refuseIf(openReasons(conference.status));
    return { set: { minutes: input.minutes }, changes: minutesChange(conference, input.minutes) };
  });
}

/** Chốt biên bản: from here on the members rely on it, so nothing of the conference changes any more. */
export function close(ctx: ActorContext, input: z.infer<typeof closeMinutes>): Promise<ConferenceAnswer> {
  return change(ctx, input, 'conference.closed', async (conference) => {
    refuseIf(closeReasons(conference, vietnamDate(ctx.now())));
    const { planned, held } = CONFERENCE_STATUS_LABELS;
    return {
      set: { status: 'held', closedAt: ctx.now().toISOString() },
      changes: [{ field: 'status', from: planned.vi, to: held.vi }],
    };
  });
}

/** Đính chính: closed minutes are changed by the approver, with a reason that stays in the history. */
export function correct(ctx: ActorContext, input: z.infer<typeof correctMinutes>): Promise<ConferenceAnswer> {
  return change(ctx, input, 'conference.minutes-corrected', async (conference) => {
    refuseIf(correctReasons(conference.status, input.minutes));
    return {
      set: { minutes: input.minutes },
      changes: minutesChange(conference, input.minutes),
      reason: input.reason,
    };
  });
}

type Set = Parameters<typeof updateConference>[3];
type Effect = { set: Set; changes: FieldChange[]; reason?: string };

/** Held, seen, decided, written and recorded in one transaction. */
export function change(
  ctx: ActorContext,
  seen: { id: ConferenceId; seenVersion: number },
  action: string,
  decide: (conference: Conference, tx: Parameters<typeof updateConference>[0]) => Promise<Effect>,
): Promise<ConferenceAnswer> {
  return commit(ctx, async (tx) => {
    const conference = await seenConference(ctx, tx, seen);
    const { set, changes, reason } = await decide(conference, tx);
    const saved = await updateConference(tx, conference.id, seen.seenVersion, set);
    if (!saved) throw await changedMeanwhile(tx, 'conference', conference.id);
    return {
      result: { id: seen.id, version: seen.seenVersion + 1 },
      audit: [{ ...eventOf({ ...conference, ...titleOf(set) }, action), changes, ...(reason && { reason }) }],
    };
  });
}

const titleOf = (set: Set) => (typeof set.title === 'string' ? { title: set.title } : {});

/** Who and what an event of this conference is about; the title stays as it was at the time. */
export function eventOf(
  { id, clusterYearId, title }: { id: string; clusterYearId: string; title: string },
  action: string,
): AuditEvent {
  return { action, subjectKind: 'conference', subjectId: id, subjectLabel: title, clusterYearId };
}

function headChanges(before: ConferenceHead, after: ConferenceHead): FieldChange[] {
  const shown = (field: keyof ConferenceHead, value: string) =>
    value === '' ? null : field === 'heldOn' ? formatDate(value) : value;
  return (Object.keys(after) as (keyof ConferenceHead)[])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: shown(field, before[field]), to: shown(field, after[field]) }));
}

const minutesChange = (before: { minutes: string }, minutes: string): FieldChange[] =>
  before.minutes === minutes ? [] : [{ field: 'minutes', from: before.minutes || null, to: minutes || null }];

/** Lines that went and lines that came, beside each other as far as they go. */
function agendaChanges(before: readonly AgendaLine[], after: readonly AgendaLine[]): FieldChange[] {
  const [old, now] = [before.map(agendaLineText), after.map(agendaLineText)];
  const gone = old.filter((text) => !now.includes(text));
  const come = now.filter((text) => !old.includes(text));
  const changed = Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
    field: 'agenda',
    from: gone[index] ?? null,
    to: come[index] ?? null,
  }));
  if (changed.length > 0 || old.join('\n') === now.join('\n')) return changed;
  return [{ field: 'agenda', from: old.join('\n'), to: now.join('\n') }];
}
