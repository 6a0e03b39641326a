import type * as z from 'zod/mini';
import { lockRows } from '#db/core/lock-rows.ts';
import type { Reader, Writer } from '#db/database.ts';
import { findSharedExemplar } from '#db/exemplars/bank.queries.ts';
import { listEffects } from '#db/exemplars/effects.queries.ts';
import { putEffects } from '#db/exemplars/effects.writes.ts';
import { findExemplar } from '#db/exemplars/exemplars.queries.ts';
import { findLivingReplication, findReplication, listEntries } from '#db/replications/replications.queries.ts';
import {
  deleteEntry,
  insertEntry,
  insertReplication,
  updateReplication,
} from '#db/replications/replications.writes.ts';
import { findUnit } from '#db/units/units.queries.ts';
import { requireActiveMember } from '#server/clusters/membership.service.ts';
import { commit, type Outcome } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { tellUnits } from '#server/notices/tell-units.service.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import type { AuditEvent, FieldChange } from '#shared/audit/audit.schema.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import { conflict, notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { effectReasons, effectText } from '#shared/exemplars/effects.schema.ts';
import { entryReasons, replicationReasons, statusReasons } from '#shared/replications/replications.rules.ts';
import {
  type addReplicationEntry,
  type adoptModel,
  REPLICATION_STATUS_LABELS,
  type ReplicationDraft,
  type ReplicationId,
  type removeReplicationEntry,
  type saveReplication,
  type saveReplicationResults,
  type setReplicationStatus,
} from '#shared/replications/replications.schema.ts';

type Replication = NonNullable<Awaited<ReturnType<typeof findReplication>>>;
export type ReplicationAnswer = { id: ReplicationId; version: number };

/**
 * A unit takes up a model it can read: of its own clusters, or approved for everybody; once, until it stops.
 * @throws not-found (model, year), forbidden (another unit's), refused (own model, already, form)
 */
export function adoptOnce(ctx: ActorContext, input: z.infer<typeof adoptModel>): Promise<ReplicationAnswer> {
  const { exemplarId, clusterYearId, unitId, draft } = input;
  return commitOnce(ctx, input, async (tx) => {
    const reading = accessFor(ctx.actor, 'exemplars.byId') ?? NO_ACCESS;
    // Held first: it may be taken off at this moment.
    await lockRows(tx, 'exemplar', [exemplarId]);
    const model = (await findExemplar(tx, reading, exemplarId)) ?? (await findSharedExemplar(tx, reading, exemplarId));
    if (!model) throw notFound('exemplar');
    requireOwn(ctx, unitId);
    const unit = await findUnit(tx, unitId);
    if (!unit) throw notFound('unit');
    await requireActiveMember(tx, clusterYearId, unitId, vietnamDate(ctx.now()));
    if (model.unitId === unitId) refuseIf([{ code: 'replication.own-model', facts: { unit: unit.name } }]);
    const living = await findLivingReplication(tx, exemplarId, unitId);
    if (living) refuseIf([{ code: 'replication.already', facts: { unit: unit.name, startedOn: living.startedOn } }]);
    refuseIf(replicationReasons(draft));
    const id = ctx.newId() as ReplicationId;
    await insertReplication(tx, {
      ...draft,
      id,
      exemplarId,
      unitId,
      clusterYearId,
      stopReason: null,
      isDemo: ctx.demo ? 1 : 0,
    });
    await tellUnits(ctx, tx, {
      unitIds: [model.unitId],
      code: 'notice.model-adopted',
      facts: { unit: unit.name, title: model.title },
      link: `/nhan-rong/${id}`,
    });
    const event = eventOf({ id, title: model.title, unitId, clusterYearId }, 'replication.created');
    const changes = [{ field: 'model', from: null, to: model.title }, ...draftChanges(null, draft)];
    return { result: { id, version: 1 }, audit: [{ ...event, changes }] };
  });
}

/** Changes where, when, who and how. Nothing changed: nothing is written and the version stays. */
export async function saveDraft(ctx: ActorContext, input: z.infer<typeof saveReplication>): Promise<ReplicationAnswer> {
  const { id, seenVersion, draft } = input;
  const before = await open(ctx, ctx.db.reads, id, seenVersion);
  if (draftChanges(before, draft).length === 0) return { id, version: seenVersion };
  return takeStep(ctx, input, async (replication) => {
    refuseIf(replicationReasons(draft));
    return { change: draft, action: 'replication.saved', changes: draftChanges(replication, draft) };
  });
}

/** Đang chuẩn bị, đang thực hiện, đã có kết quả, đã dừng; the unit of the model is told of results. */
export function setStatus(ctx: ActorContext, input: z.infer<typeof setReplicationStatus>): Promise<ReplicationAnswer> {
  const { status } = input;
  return takeStep(ctx, input, async (replication, tx) => {
    refuseIf(statusReasons(input, (await listEffects(tx, 'replication', replication.id)).length));
    if (status !== 'stopped' && replication.status === 'stopped') {
      // As adopting does: two of one unit never go on side by side.
      await lockRows(tx, 'exemplar', [replication.exemplarId]);
      // Taken up anew while it lay still: the newer record goes on.
      const living = await findLivingReplication(tx, replication.exemplarId, replication.unitId);
      const facts = { unit: replication.unitName, startedOn: living?.startedOn ?? '' };
      if (living) refuseIf([{ code: 'replication.already', facts }]);
    }
    if (status === 'done' && replication.status !== 'done')
      await tellUnits(ctx, tx, {
        unitIds: [replication.originUnitId],
        code: 'notice.replication-done',
        facts: { unit: replication.unitName, title: replication.title },
        link: `/nhan-rong/${replication.id}`,
      });
    const words = REPLICATION_STATUS_LABELS;
    return {
      change: { status, stopReason: status === 'stopped' ? input.reason : null },
      action: 'replication.status-set',
      changes: [{ field: 'status', from: words[replication.status].vi, to: words[status].vi }],
      reason: status === 'stopped' ? input.reason : null,
    };
  });
}

/** The results in figures, all rows at once. */
export function saveResults(
  ctx: ActorContext,
  input: z.infer<typeof saveReplicationResults>,
): Promise<ReplicationAnswer> {
  return takeStep(ctx, input, async (replication, tx) => {
    refuseIf(effectReasons(input.effects));
    if (input.effects.length === 0 && replication.status === 'done')
      refuseIf([{ code: 'replication.done-needs-result' }]);
    const before = await listEffects(tx, 'replication', replication.id);
    await putEffects(tx, 'replication', replication.id, input.effects);
    const text = (rows: typeof before) => rows.map(effectText).join('\n') || null;
    return {
      change: {},
      action: 'replication.results-saved',
      changes: [{ field: 'effects', from: text(before), to: text(input.effects) }],
    };
  });
}

/** One line of progress; lines stand beside each other, so no version is asked for. */
export function addEntry(ctx: ActorContext, input: z.infer<typeof addReplicationEntry>): Promise<{ id: string }> {
  const { onDate, content } = input;
  return commitOnce(ctx, input, async (tx) => {
    const replication = await open(ctx, tx, input.id);
    refuseIf(entryReasons(input, { startedOn: replication.startedOn, today: vietnamDate(ctx.now()) }));
    const id = ctx.newId();
    await insertEntry(tx, { id, replicationId: replication.id, onDate, content, enteredBy: ctx.actor.name });
    const changes = [{ field: 'entry', from: null, to: `${formatDate(onDate)}: ${content}` }];
    return { result: { id }, audit: [{ ...eventOf(replication, 'replication.entry-added'), changes }] };
  });
}

/** Takes a line of progress away that was written by mistake; the history keeps it. */
export function removeEntry(ctx: ActorContext, input: z.infer<typeof removeReplicationEntry>): Promise<object> {
  return commit(ctx, async (tx) => {
    const replication = await open(ctx, tx, input.id);
    const entry = (await listEntries(tx, input.id)).find(({ id }) => id === input.entryId);
    if (!entry || !(await deleteEntry(tx, input.id, input.entryId))) throw notFound('replication');
    const changes = [{ field: 'entry', from: `${formatDate(entry.onDate)}: ${entry.content}`, to: null }];
    return { result: {}, audit: [{ ...eventOf(replication, 'replication.entry-removed'), changes }] };
  });
}

type Effect = {
  change: Parameters<typeof updateReplication>[3];
  action: string;
  changes: FieldChange[];
  reason?: string | null;
};

/** Load → may this person → decide → write with the version seen → record; in one transaction. */
function takeStep(
  ctx: ActorContext,
  { id, seenVersion }: { id: ReplicationId; seenVersion: number },
  decide: (replication: Replication, tx: Writer) => Promise<Effect>,
): Promise<ReplicationAnswer> {
  return commit(ctx, async (tx): Promise<Outcome<ReplicationAnswer>> => {
    await lockRows(tx, 'replication', [id]);
    const replication = await open(ctx, tx, id, seenVersion);
    const { change, action, changes, reason } = await decide(replication, tx);
    if (!(await updateReplication(tx, id, seenVersion, change))) throw changedMeanwhile();
    return {
      result: { id, version: seenVersion + 1 },
      audit: [{ ...eventOf(replication, action), changes, reason: reason ?? null }],
    };
  });
}

/**
 * An adoption outlives the year and the membership in which it began: its unit goes on with it.
 * @throws not-found, forbidden (another unit keeps it) or conflict (another version), in this order
 */
async function open(ctx: ActorContext, db: Reader, id: string, seenVersion?: number): Promise<Replication> {
  const replication = await findReplication(db, accessFor(ctx.actor, 'replications.byId') ?? NO_ACCESS, id);
  if (!replication) throw notFound('replication');
  requireOwn(ctx, replication.unitId);
  if (seenVersion !== undefined && replication.version !== seenVersion) throw changedMeanwhile();
  return replication;
}

function requireOwn(ctx: ActorContext, unitId: string): void {
  if (!ctx.access.own.includes(unitId)) throw new Refusal('forbidden', [{ code: 'replication.not-own-unit' }]);
}

const changedMeanwhile = () => conflict([{ code: 'replication.changed-meanwhile' }]);

type Known = { id: string; title: string; unitId: string; clusterYearId: string };

function eventOf({ id, title, unitId, clusterYearId }: Known, action: string): AuditEvent {
  return { action, subjectKind: 'replication', subjectId: id, subjectLabel: title, unitId, clusterYearId };
}

function draftChanges(before: ReplicationDraft | null, after: ReplicationDraft): FieldChange[] {
  const shown = (draft: ReplicationDraft, field: keyof ReplicationDraft) =>
    (field === 'startedOn' ? formatDate(draft[field]) : draft[field]) || null;
  return (Object.keys(after) as (keyof ReplicationDraft)[])
    .map((field) => ({ field, from: before && shown(before, field), to: shown(after, field) }))
    .filter(({ from, to }) => from !== to);
}
