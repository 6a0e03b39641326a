import type * as z from 'zod/mini';
import { findHistory } from '#db/audit/audit.queries.ts';
import type { Reader, Writer } from '#db/database.ts';
import { listConfirmations } from '#db/movements/confirm.queries.ts';
import { findMovement, findMovementYear, isTakenUp, listMovementsBeside } from '#db/movements/movements.queries.ts';
import type { MovementRow } from '#db/movements/movements.table.ts';
import {
  dropMovement,
  insertMovement,
  lockYear,
  takeUpMovement,
  updateMovement,
} from '#db/movements/movements.writes.ts';
import { requireActiveMember } from '#server/clusters/membership.service.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { currentLanguage } from '#server/core/language.ts';
import { movementChanges, movementEvent } from '#server/movements/movements.audit.ts';
import { listReasons, writeReasons } from '#server/movements/movements.policy.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { conflict, notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { MOVEMENT_ACTION_LABELS, MOVEMENT_FIELD_LABELS } from '#shared/movements/movements.labels.ts';
import { movementReasons } from '#shared/movements/movements.rules.ts';
import type {
  createMovement,
  MovementDraft,
  MovementId,
  movementOfYear,
  saveMovement,
} from '#shared/movements/movements.schema.ts';

export type MovementAnswer = { id: MovementId; version: number };
export type MovementYear = NonNullable<Awaited<ReturnType<typeof findMovementYear>>>;

/**
 * A new movement, taken up into the year at once: the Prime Minister's by an administrator, the cluster's by the
 * leading unit, a province's by that province.
 */
export function createMovementOnce(ctx: ActorContext, input: z.infer<typeof createMovement>): Promise<MovementAnswer> {
  const { clusterYearId, level, draft } = input;
  return commitOnce(ctx, input, async (tx) => {
    await lockYear(tx, clusterYearId);
    const year = await openYear(ctx, tx, clusterYearId);
    const unitId = level === 'province' ? (ctx.access.own[0] ?? null) : null;
    forbidIf(writeReasons(ctx.actor, 'movements.create', { level, unitId }, year));
    await requireActing(ctx, tx, clusterYearId, unitId);
    refuseIf(movementReasons(draft));
    const id = ctx.newId() as MovementId;
    await insertMovement(tx, {
      ...columnsOf(draft),
      id,
      level,
      unitId,
      clusterId: level === 'cluster' ? year.clusterId : null,
      source: null,
      isDemo: ctx.demo ? 1 : 0,
    });
    await takeUpMovement(tx, clusterYearId, id);
    const event = movementEvent({ id, name: draft.name, unitId }, clusterYearId, 'movement.created');
    return { result: { id, version: 1 }, audit: [{ ...event, changes: movementChanges(null, draft) }] };
  });
}

/** Changes what a movement says, wherever it was taken up. Nothing changed: nothing is written. */
export async function saveMovementDraft(
  ctx: ActorContext,
  input: z.infer<typeof saveMovement>,
): Promise<MovementAnswer> {
  const { clusterYearId, id, seenVersion, draft } = input;
  const open = async (db: Reader): Promise<MovementRow> => {
    const { movement, year } = await openMovement(ctx, db, clusterYearId, id);
    forbidIf(writeReasons(ctx.actor, 'movements.save', movement, year));
    if (movement.version !== seenVersion) throw await changedMeanwhile(db, id);
    return movement;
  };
  const before = await open(ctx.db.reads);
  if (movementChanges(draftOf(before), draft).length === 0) return { id, version: seenVersion };
  return commit(ctx, async (tx) => {
    await lockYear(tx, clusterYearId);
    const movement = await open(tx);
    await requireActing(ctx, tx, clusterYearId, movement.unitId);
    refuseIf(movementReasons(draft));
    if (!(await updateMovement(tx, id, seenVersion, columnsOf(draft)))) throw await changedMeanwhile(tx, id);
    const event = movementEvent({ ...movement, name: draft.name }, clusterYearId, 'movement.saved');
    return {
      result: { id, version: seenVersion + 1 },
      audit: [{ ...event, changes: movementChanges(draftOf(movement), draft) }],
    };
  });
}

/** Takes a movement that exists up into the year. */
export function takeUp(ctx: ActorContext, { clusterYearId, id }: z.infer<typeof movementOfYear>): Promise<object> {
  return commit(ctx, async (tx) => {
    await lockYear(tx, clusterYearId);
    const year = await openYear(ctx, tx, clusterYearId);
    const known = await findMovement(tx, id);
    const own = accessFor(ctx.actor, 'movements.takeUp')?.own ?? [];
    const movement = (await listMovementsBeside(tx, year, own)).find((one) => one.id === id);
    if (!movement) {
      if (known && (await isTakenUp(tx, clusterYearId, id)))
        refuseIf([{ code: 'movement.taken-up', facts: { name: known.name, year: year.name } }]);
      throw notFound('movement');
    }
    forbidIf(listReasons(ctx.actor, 'movements.takeUp', movement, year));
    await requireActing(ctx, tx, clusterYearId, movement.unitId);
    await takeUpMovement(tx, clusterYearId, id);
    const event = movementEvent(movement, clusterYearId, 'movement.taken-up');
    return { result: {}, audit: [{ ...event, changes: [{ field: 'year', from: null, to: year.name }] }] };
  });
}

/** Gỡ khỏi năm: the movement itself stays and can be taken up again. */
export function drop(ctx: ActorContext, { clusterYearId, id }: z.infer<typeof movementOfYear>): Promise<object> {
  return commit(ctx, async (tx) => {
    await lockYear(tx, clusterYearId);
    const { movement, year } = await openMovement(ctx, tx, clusterYearId, id);
    forbidIf(listReasons(ctx.actor, 'movements.drop', movement, year));
    await requireActing(ctx, tx, clusterYearId, movement.unitId);
    // What members confirmed is theirs.
    const given = (await listConfirmations(tx, clusterYearId)).filter(({ movementId }) => movementId === id);
    if (given.length > 0) refuseIf([{ code: 'movement.confirmed-by-members', facts: { memberCount: given.length } }]);
    if (!(await dropMovement(tx, clusterYearId, id))) throw notFound('movement');
    const event = movementEvent(movement, clusterYearId, 'movement.dropped');
    return { result: {}, audit: [{ ...event, changes: [{ field: 'year', from: year.name, to: null }] }] };
  });
}

/** The year by the right to read it, or "not found". */
export async function openYear(ctx: ActorContext, db: Reader, clusterYearId: string): Promise<MovementYear> {
  const year = await findMovementYear(db, accessFor(ctx.actor, 'movements.ofYear') ?? NO_ACCESS, clusterYearId);
  if (!year) throw notFound('cluster-year');
  return year;
}

/** A movement of this year, or "not found". */
export async function openMovement(ctx: ActorContext, db: Reader, clusterYearId: string, id: string) {
  const year = await openYear(ctx, db, clusterYearId);
  const movement = (await isTakenUp(db, clusterYearId, id)) ? await findMovement(db, id) : undefined;
  if (!movement) throw notFound('movement');
  return { movement, year };
}

/** A province acts with its own movements within the dates of its membership. */
async function requireActing(ctx: ActorContext, tx: Writer, clusterYearId: string, unitId: string | null) {
  if (unitId === null || !ctx.access.own.includes(unitId)) return;
  await requireActiveMember(tx, clusterYearId, unitId, vietnamDate(ctx.now()));
}

export function forbidIf(reasons: readonly Reason[]): void {
  if (reasons.length > 0) throw new Refusal('forbidden', reasons);
}

async function changedMeanwhile(db: Reader, id: string): Promise<Refusal> {
  const [last] = await findHistory(db, { ...NO_ACCESS, all: true }, 'movement', id);
  const fields = (last?.changes ?? []).map(({ field }) => MOVEMENT_FIELD_LABELS[field]?.[currentLanguage()] ?? field);
  const what = fields.join(', ') || (MOVEMENT_ACTION_LABELS[last?.action ?? '']?.[currentLanguage()] ?? '…');
  const facts = { who: last?.actorName ?? 'Người khác', changedAt: last?.at ?? '…', what };
  return conflict([{ code: 'movement.changed-meanwhile', facts }]);
}

const columnsOf = (draft: MovementDraft) => ({ ...draft, document: draft.document || null });

function draftOf({ name, kind, launchedBy, goal, periodFrom, periodTo, document }: MovementRow): MovementDraft {
  return { name, kind, launchedBy, goal, periodFrom, periodTo, document: document ?? '' };
}
