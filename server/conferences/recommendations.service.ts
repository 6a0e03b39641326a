import type * as z from 'zod/mini';
import { findMembers } from '#db/clusters/clusters.queries.ts';
import {
  findRecommendation,
  findRecommendations,
  findTask,
  findTasks,
  type Recommendation,
  type TaskWithUnit,
} from '#db/conferences/recommendations.queries.ts';
import {
  deleteTasks,
  insertRecommendation,
  insertTasks,
  lockRecommendation,
  lockTasks,
  updateRecommendation,
  updateTask,
} from '#db/conferences/recommendations.writes.ts';
import type { Reader, Writer } from '#db/database.ts';
import { countFilesEver } from '#db/files/files.queries.ts';
import { requireActiveMember } from '#server/clusters/membership.service.ts';
import { changedMeanwhile, conferenceToChange } from '#server/conferences/conferences.policy.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import type { AuditEvent, FieldChange } from '#shared/audit/audit.schema.ts';
import {
  documentReasons,
  leadReasons,
  movedReasons,
  recommendationReasons,
  removalReasons,
  reportReasons,
} from '#shared/conferences/recommendations.rules.ts';
import {
  type createRecommendation,
  type RecommendationDraft,
  type RecommendationId,
  type RecommendationTaskId,
  type removeRecommendation,
  type reportTask,
  type saveRecommendation,
  TASK_STATUS_LABELS,
} from '#shared/conferences/recommendations.schema.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';

export type RecommendationAnswer = { id: RecommendationId; version: number };
export type TaskAnswer = { id: RecommendationTaskId; version: number };

/** Writes a recommendation down and gives each lead unit its task. */
export function createRecommendationOnce(
  ctx: ActorContext,
  input: z.infer<typeof createRecommendation>,
): Promise<RecommendationAnswer> {
  return commitOnce(ctx, input, async (tx) => {
    const conference = await conferenceToChange(ctx, tx, input.conferenceId);
    const { leadUnitIds, ...columns } = input.draft;
    const { clusterYearId } = conference;
    refuseIf(recommendationReasons(input.draft, conference.heldOn));
    await requireFreeNumber(tx, conference.id, null, columns.number);
    const names = await memberNames(tx, clusterYearId, leadUnitIds);
    const id = ctx.newId() as RecommendationId;
    const row = { ...columns, id, clusterYearId, conferenceId: conference.id, removedAt: null };
    await insertRecommendation(tx, { ...row, isDemo: ctx.demo ? 1 : 0 });
    await insertTasks(tx, newTasks(ctx, id, leadUnitIds));
    const changes = draftChanges(undefined, columns, [], names);
    return { result: { id, version: 1 }, audit: [{ ...eventOf(row, 'recommendation.created'), changes }] };
  });
}

/** Changes the text, the dates and the units; a unit that has reported stays. */
export function saveDraft(ctx: ActorContext, input: z.infer<typeof saveRecommendation>): Promise<RecommendationAnswer> {
  return commit(ctx, async (tx) => {
    const before = await toChange(ctx, tx, input);
    const { leadUnitIds, ...columns } = input.draft;
    const tasks = await findTasks(tx, [before.id]);
    const leaving = tasks.filter(({ unitId }) => !leadUnitIds.includes(unitId as never));
    const leavingIds = leaving.map(({ id }) => id);
    await lockTasks(tx, leavingIds); // a document may be on its way
    const documents = await countFilesEver(tx, 'recommendation-task', leavingIds);
    refuseIf([
      ...recommendationReasons(input.draft, before.heldOn),
      ...movedReasons(columns.madeOn, reportsOf(tasks)),
      ...leadReasons(leaving),
      ...documentReasons(leaving.map((task) => ({ ...task, documentCount: documents.get(task.id) ?? 0 }))),
    ]);
    await requireFreeNumber(tx, before.conferenceId, before.id, columns.number);
    const names = await memberNames(tx, before.clusterYearId, leadUnitIds);
    await deleteTasks(tx, leavingIds);
    const had = new Set(tasks.map(({ unitId }) => unitId));
    await insertTasks(
      tx,
      newTasks(
        ctx,
        before.id,
        leadUnitIds.filter((unitId) => !had.has(unitId)),
      ),
    );
    if (!(await updateRecommendation(tx, before.id, input.seenVersion, columns)))
      throw await changedMeanwhile(tx, 'recommendation', before.id);
    const changes = draftChanges(
      before,
      columns,
      tasks.map(({ unitName }) => unitName),
      names,
    );
    return {
      result: { id: input.id, version: input.seenVersion + 1 },
      audit: [{ ...eventOf({ ...before, ...columns }, 'recommendation.saved'), changes }],
    };
  });
}

/** Takes a recommendation off that nobody has acted on; the history keeps it and the reason. */
export function remove(ctx: ActorContext, input: z.infer<typeof removeRecommendation>): Promise<{ id: string }> {
  return commit(ctx, async (tx) => {
    const before = await toChange(ctx, tx, input);
    refuseIf(removalReasons(await findTasks(tx, [before.id])));
    const change = { removedAt: ctx.now().toISOString() };
    if (!(await updateRecommendation(tx, before.id, input.seenVersion, change)))
      throw await changedMeanwhile(tx, 'recommendation', before.id);
    const gone = { field: 'content', from: before.content, to: null };
    return {
      result: { id: before.id },
      audit: [{ ...eventOf(before, 'recommendation.removed'), reason: input.reason, changes: [gone] }],
    };
  });
}

/** A lead unit says how far it is and, when done, what came of it. */
export function report(ctx: ActorContext, input: z.infer<typeof reportTask>): Promise<TaskAnswer> {
  return commit(ctx, async (tx) => {
    const seen = await findTask(tx, ctx.access, input.id);
    if (!seen) throw await notMine(ctx, tx, input.id);
    await lockRecommendation(tx, seen.recommendationId);
    // Again behind the lock: the recommendation may have been taken off, or the unit off it, meanwhile.
    const task = await findTask(tx, ctx.access, input.id);
    if (!task) throw notFound('recommendation-task');
    const today = vietnamDate(ctx.now());
    await requireActiveMember(tx, task.clusterYearId, task.unitId, today);
    if (task.version !== input.seenVersion) throw await changedMeanwhile(tx, 'recommendation-task', task.id);
    refuseIf(reportReasons(task, input, today));
    const { status, outcome } = input;
    const set = { status, outcome, reportedAt: ctx.now().toISOString(), reportedByName: ctx.actor.name };
    if (!(await updateTask(tx, task.id, input.seenVersion, set)))
      throw await changedMeanwhile(tx, 'recommendation-task', task.id);
    const changes: FieldChange[] = [];
    if (task.status !== status)
      changes.push({ field: 'status', from: TASK_STATUS_LABELS[task.status].vi, to: TASK_STATUS_LABELS[status].vi });
    if (task.outcome !== outcome) changes.push({ field: 'outcome', from: task.outcome || null, to: outcome || null });
    return {
      result: { id: input.id, version: input.seenVersion + 1 },
      audit: [
        {
          action: 'recommendation-task.reported',
          subjectKind: 'recommendation-task',
          subjectId: task.id,
          subjectLabel: `Kiến nghị số ${task.number}, ${task.unitName}`,
          clusterYearId: task.clusterYearId,
          unitId: task.unitId,
          changes,
        },
      ],
    };
  });
}

/** The recommendation this call may change, held, with its conference, at the version seen. */
async function toChange(
  ctx: ActorContext,
  tx: Writer,
  seen: { id: string; seenVersion: number },
): Promise<Recommendation> {
  const readable = accessFor(ctx.actor, 'recommendations.ofYear') ?? ctx.access;
  const found = await findRecommendation(tx, readable, seen.id);
  if (!found) throw notFound('recommendation');
  await conferenceToChange(ctx, tx, found.conferenceId);
  await lockRecommendation(tx, seen.id);
  const recommendation = await findRecommendation(tx, ctx.access, seen.id);
  if (!recommendation) throw notFound('recommendation');
  if (recommendation.version !== seen.seenVersion) throw await changedMeanwhile(tx, 'recommendation', seen.id);
  return recommendation;
}

async function notMine(ctx: ActorContext, db: Reader, id: string): Promise<Refusal> {
  const readable = accessFor(ctx.actor, 'recommendations.ofYear');
  const seen = readable && (await findTask(db, readable, id));
  return seen ? new Refusal('forbidden', [{ code: 'recommendation-task.not-own' }]) : notFound('recommendation-task');
}

async function requireFreeNumber(
  tx: Writer,
  conferenceId: string,
  ownId: string | null,
  number: number,
): Promise<void> {
  const rows = await findRecommendations(tx, conferenceId);
  const taken = rows.find((row) => row.number === number && row.id !== ownId);
  if (!taken) return;
  const content = taken.content.length > 80 ? `${taken.content.slice(0, 80)}…` : taken.content;
  const next = Math.max(...rows.map((row) => row.number)) + 1;
  refuseIf([{ code: 'recommendation.number-taken', field: 'number', facts: { number, content, next } }]);
}

/** Names of the lead units in the cluster's own order. */
async function memberNames(tx: Writer, clusterYearId: string, unitIds: readonly string[]): Promise<string[]> {
  const members = await findMembers(tx, clusterYearId);
  const known = new Set(members.map(({ unitId }) => unitId));
  if (unitIds.some((unitId) => !known.has(unitId)))
    refuseIf([{ code: 'recommendation.lead-not-member', field: 'leadUnitIds' }]);
  return members.filter(({ unitId }) => unitIds.includes(unitId)).map(({ name }) => name);
}

const newTasks = (ctx: ActorContext, recommendationId: string, unitIds: readonly string[]) =>
  [...new Set(unitIds)].map((unitId) => ({
    id: ctx.newId(),
    recommendationId,
    unitId,
    reportedAt: null,
    reportedByName: null,
  }));

const reportsOf = (tasks: readonly TaskWithUnit[]) =>
  tasks.flatMap(({ unitName, reportedAt }) =>
    reportedAt === null ? [] : [{ unitName, reportedOn: vietnamDate(new Date(reportedAt)) }],
  );

function eventOf({ id, clusterYearId, number }: { id: string; clusterYearId: string; number: number }, action: string) {
  return {
    action,
    subjectKind: 'recommendation',
    subjectId: id,
    subjectLabel: `Kiến nghị số ${number}`,
    clusterYearId,
  } satisfies AuditEvent;
}

type Columns = Omit<RecommendationDraft, 'leadUnitIds'>;

function draftChanges(
  before: Columns | undefined,
  after: Columns,
  unitsBefore: readonly string[],
  unitsAfter: readonly string[],
): FieldChange[] {
  const shown = (field: string, value: string | number | null | undefined) => {
    if (value === null || value === undefined || value === '') return null;
    return field.endsWith('On') ? formatDate(String(value)) : String(value);
  };
  const changes = (Object.keys(after) as (keyof Columns)[])
    .filter((field) => (before?.[field] ?? null) !== after[field])
    .map((field) => ({ field, from: shown(field, before?.[field]), to: shown(field, after[field]) }))
    .filter(({ from, to }) => from !== to);
  const same = unitsBefore.toSorted().join() === unitsAfter.toSorted().join();
  if (same) return changes;
  return [...changes, { field: 'leadUnits', from: unitsBefore.join(', ') || null, to: unitsAfter.join(', ') || null }];
}
