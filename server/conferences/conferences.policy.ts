import { findHistory, type HistoryEntry } from '#db/audit/audit.queries.ts';
import { type Conference, findConference } from '#db/conferences/conferences.queries.ts';
import { lockConference } from '#db/conferences/conferences.writes.ts';
import type { Reader, Writer } from '#db/database.ts';
import type { ActorContext } from '#server/core/context.ts';
import { currentLanguage } from '#server/core/language.ts';
import { accessFor, NO_ACCESS, type Procedure } from '#shared/accounts/permissions.ts';
import { fieldLabel } from '#shared/audit/audit.labels.ts';
import type { SubjectKind } from '#shared/audit/audit.schema.ts';
import { CONFERENCE_ACTION_LABELS } from '#shared/conferences/conferences.labels.ts';
import type { Reason } from '#shared/core/reason.ts';
import { conflict, notFound, Refusal } from '#shared/core/refusal.ts';

/**
 * The conference this call may change, held until the transaction ends. One that the person may only read is refused
 * with the reason; one of another cluster does not exist.
 */
export async function conferenceToChange(ctx: ActorContext, tx: Writer, id: string): Promise<Conference> {
  await lockConference(tx, id);
  const mine = await findConference(tx, ctx.access, id);
  if (mine) return mine;
  const readable = accessFor(ctx.actor, 'conferences.ofYear');
  const seen = readable && (await findConference(tx, readable, id));
  if (seen)
    throw new Refusal('forbidden', chairReasons(ctx, 'conferences.save', seen.leadingUnitId, seen.leadingUnitName));
  throw notFound('conference');
}

/** As conferenceToChange, and the person has seen its present version. */
export async function seenConference(
  ctx: ActorContext,
  tx: Writer,
  seen: { id: string; seenVersion: number },
): Promise<Conference> {
  const conference = await conferenceToChange(ctx, tx, seen.id);
  if (conference.version !== seen.seenVersion) throw await changedMeanwhile(tx, 'conference', conference.id);
  return conference;
}

/** Why this person may not call the procedure in a cluster that this unit leads; empty when the table grants it. */
export function chairReasons(
  { actor }: ActorContext,
  procedure: Procedure,
  leadingUnitId: string,
  leadingUnitName: string,
): Reason[] {
  if (accessFor(actor, procedure)?.chair.includes(leadingUnitId)) return [];
  const isStaff = accessFor(actor, 'conferences.save')?.chair.includes(leadingUnitId) ?? false;
  if (procedure === 'conferences.correctMinutes' && isStaff) return [{ code: 'conference.not-approver' }];
  return [{ code: 'conference.not-chair', facts: { unit: leadingUnitName } }];
}

type Kind = Extract<SubjectKind, 'conference' | 'recommendation' | 'recommendation-task'>;

/** The refusal for the second of two editors: who changed what, and when. */
export async function changedMeanwhile(db: Reader, kind: Kind, id: string): Promise<Refusal> {
  const [last] = await findHistory(db, { ...NO_ACCESS, all: true }, kind, id);
  return conflict([{ code: `${kind}.changed-meanwhile`, facts: told(kind, last) }]);
}

/** The same for one line of the list of delegates; its last change ends in the words the line has now. */
export async function delegateChangedMeanwhile(db: Reader, conferenceId: string, nowText: string): Promise<Refusal> {
  const history = await findHistory(db, { ...NO_ACCESS, all: true }, 'conference', conferenceId);
  const last = history.find(({ changes }) => changes.some(({ field, to }) => field === 'delegate' && to === nowText));
  return conflict([{ code: 'delegate.changed-meanwhile', facts: told('conference', last) }]);
}

function told(kind: Kind, last: HistoryEntry | undefined) {
  const fields = (last?.changes ?? []).map(({ field }) => fieldLabel(kind, field)?.[currentLanguage()] ?? field);
  const what =
    fields.length > 0
      ? [...new Set(fields)].join(', ')
      : CONFERENCE_ACTION_LABELS[last?.action ?? '']?.[currentLanguage()];
  return { who: last?.actorName ?? 'Người khác', changedAt: last?.at ?? '…', what: what ?? '…' };
}
