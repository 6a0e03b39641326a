import type { UpdateObject } from 'kysely';
import type * as z from 'zod/mini';
import { findHistory } from '#db/audit/audit.queries.ts';
import { findMembers } from '#db/clusters/clusters.queries.ts';
import type { Database, Reader, Writer } from '#db/database.ts';
import { findExemplar, findExemplarYear } from '#db/exemplars/exemplars.queries.ts';
import { insertExemplar, lockExemplar, updateExemplar } from '#db/exemplars/exemplars.writes.ts';
import { requireActiveMember } from '#server/clusters/membership.service.ts';
import { commit, type Outcome } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { currentLanguage } from '#server/core/language.ts';
import { draftChanges, eventOf } from '#server/exemplars/exemplars.audit.ts';
import { type Changing, draftOf, type Exemplar, editorReasons, maySet } from '#server/exemplars/exemplars.view.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { conflict, notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import {
  EXEMPLAR_ACTION_LABELS,
  EXEMPLAR_FIELD_LABELS,
  EXEMPLAR_REMOVED,
  EXEMPLAR_SHOWN,
} from '#shared/exemplars/exemplars.labels.ts';
import { exemplarFold, exemplarReasons, removalReasons } from '#shared/exemplars/exemplars.rules.ts';
import type {
  createExemplar,
  ExemplarDraft,
  ExemplarId,
  removeExemplar,
  saveExemplar,
} from '#shared/exemplars/exemplars.schema.ts';
import { sharingAfterChange } from '#shared/exemplars/sharing.rules.ts';

export type ExemplarAnswer = { id: ExemplarId; version: number };
type Procedure = Exclude<Changing, 'exemplars.create'>;

/**
 * Adds an exemplar of the person's own unit, or, by the staff of the leading unit, of any member of that year.
 * @throws not-found (year out of sight), forbidden (another unit), refused (no member, content)
 */
export function createExemplarOnce(ctx: ActorContext, input: z.infer<typeof createExemplar>): Promise<ExemplarAnswer> {
  const { clusterYearId, unitId, draft } = input;
  return commitOnce(ctx, input, async (tx) => {
    const year = await findExemplarYear(tx, accessFor(ctx.actor, 'exemplars.list') ?? NO_ACCESS, clusterYearId);
    if (!year) throw notFound('cluster-year');
    if (!maySet(ctx.actor, 'exemplars.create', { unitId, chairUnitId: year.chairUnitId }))
      throw new Refusal('forbidden', [{ code: 'exemplar.not-own-unit', facts: { chair: year.chairUnitName } }]);
    const members = await findMembers(tx, clusterYearId);
    if (!members.some((member) => member.unitId === unitId))
      refuseIf([{ code: 'exemplar.not-member', field: 'unitId' }]);
    await requireActing(ctx, tx, clusterYearId, unitId);
    refuseIf(exemplarReasons(draft));
    const id = ctx.newId() as ExemplarId;
    const isDemo = ctx.demo ? 1 : 0;
    await insertExemplar(tx, { ...columnsOf(draft), id, clusterYearId, unitId, isDemo });
    const event = eventOf({ id, title: draft.title, clusterYearId, unitId }, 'exemplar.created');
    return { result: { id, version: 1 }, audit: [{ ...event, changes: draftChanges(null, draft) }] };
  });
}

/** Saves what was written. Nothing changed: nothing is written and the version stays. */
export async function saveDraft(ctx: ActorContext, input: z.infer<typeof saveExemplar>): Promise<ExemplarAnswer> {
  const { draft } = input;
  const before = await open(ctx, ctx.db.reads, 'exemplars.save', input);
  if (draftChanges(draftOf(before), draft).length === 0) return { id: input.id, version: input.seenVersion };
  return takeStep(ctx, 'exemplars.save', input, (exemplar) => {
    refuseIf(exemplarReasons(draft));
    const changes = draftChanges(draftOf(exemplar), draft);
    return {
      change: { ...columnsOf(draft), ...askedAgain(ctx, exemplar) },
      audit: [{ ...eventOf({ ...exemplar, title: draft.title }, 'exemplar.saved'), changes }],
    };
  });
}

/** Gỡ: out of every list; its row, documents and history stay. */
export function remove(ctx: ActorContext, input: z.infer<typeof removeExemplar>): Promise<ExemplarAnswer> {
  return takeStep(ctx, 'exemplars.remove', input, (exemplar) => {
    refuseIf(removalReasons(input.reason));
    const changes = [{ field: 'status', from: EXEMPLAR_SHOWN.vi, to: EXEMPLAR_REMOVED.vi }];
    return {
      change: { removedAt: ctx.now().toISOString() },
      audit: [{ ...eventOf(exemplar, 'exemplar.removed'), reason: input.reason, changes }],
    };
  });
}

/** What a change makes of an approval: words the chair has not seen are asked about again. */
export function askedAgain(ctx: ActorContext, exemplar: Exemplar): UpdateObject<Database, 'exemplar'> {
  const isChair = accessFor(ctx.actor, 'exemplars.save')?.chair.includes(exemplar.chairUnitId) ?? false;
  const sharing = sharingAfterChange(exemplar.sharing, isChair);
  return sharing === exemplar.sharing ? {} : { sharing, sharingAt: ctx.now().toISOString() };
}

type Seen = { id: ExemplarId; seenVersion: number };
type Effect = { change: UpdateObject<Database, 'exemplar'>; audit: Outcome<unknown>['audit'] };

/** Load → may this person → decide → write with the version seen → record; in one transaction. */
export function takeStep(
  ctx: ActorContext,
  procedure: Procedure,
  seen: Seen,
  decide: (exemplar: Exemplar, tx: Writer) => Effect | Promise<Effect>,
): Promise<ExemplarAnswer> {
  return commit(ctx, async (tx) => {
    await lockExemplar(tx, seen.id);
    const exemplar = await open(ctx, tx, procedure, seen);
    await requireActing(ctx, tx, exemplar.clusterYearId, exemplar.unitId);
    const { change, audit } = await decide(exemplar, tx);
    if (!(await updateExemplar(tx, seen.id, seen.seenVersion, change))) throw await changedMeanwhile(tx, seen.id);
    return { result: { id: seen.id, version: seen.seenVersion + 1 }, audit };
  });
}

/** @throws not-found, forbidden (not this person's to change) or conflict (another version), in this order */
async function open(ctx: ActorContext, db: Reader, procedure: Procedure, { id, seenVersion }: Seen): Promise<Exemplar> {
  const exemplar = await findExemplar(db, accessFor(ctx.actor, 'exemplars.byId') ?? NO_ACCESS, id);
  if (!exemplar) throw notFound('exemplar');
  const reasons = editorReasons(ctx.actor, procedure, exemplar);
  if (reasons.length > 0) throw new Refusal('forbidden', reasons);
  if (exemplar.version !== seenVersion) throw await changedMeanwhile(db, id);
  return exemplar;
}

/** A member acts for itself within the dates of its membership; the leading unit acts for everybody. */
async function requireActing(ctx: ActorContext, tx: Writer, clusterYearId: string, unitId: string): Promise<void> {
  if (!ctx.access.own.includes(unitId)) return;
  await requireActiveMember(tx, clusterYearId, unitId, vietnamDate(ctx.now()));
}

async function changedMeanwhile(db: Reader, id: string): Promise<Refusal> {
  const [last] = await findHistory(db, { ...NO_ACCESS, all: true }, 'exemplar', id);
  const fields = (last?.changes ?? []).map(({ field }) => EXEMPLAR_FIELD_LABELS[field]?.[currentLanguage()] ?? field);
  const what = fields.join(', ') || (EXEMPLAR_ACTION_LABELS[last?.action ?? '']?.[currentLanguage()] ?? '…');
  const facts = { who: last?.actorName ?? 'Người khác', changedAt: last?.at ?? '…', what };
  return conflict([{ code: 'exemplar.changed-meanwhile', facts }]);
}

function columnsOf(draft: ExemplarDraft) {
  return { ...draft, source: draft.source || null, searchFold: exemplarFold(draft) };
}
