import { statfs } from 'node:fs/promises';
import { databaseBytes, mayCreateSchema } from '#db/core/database-room.ts';
import { countUnfinishedOf } from '#db/jobs/jobs.queries.ts';
import { dropTrainingSchemas } from '#db/training/training-schema.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext, AppContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import type { WordedReason } from '#server/core/trpc.ts';
import { worded } from '#server/core/worded.ts';
import { enqueueJob } from '#server/jobs/jobs.service.ts';
import { bytesOfCopy } from '#server/training/copy-bytes.ts';
import { type CopyFacts, TrainingHome } from '#server/training/training-home.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { formatInstant } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { Refusal, refuseIf } from '#shared/core/refusal.ts';
import { diskReasons, TRAINING_OLD_DAYS, trainingAgeDays } from '#shared/training/training.rules.ts';
import type { TrainingInfo } from '#shared/training/training.schema.ts';

export const TRAINING_JOB = 'training.make';

/** Whether there is a copy to practise in; false in the copy itself. */
export async function hasTrainingCopy(app: Pick<AppContext, 'dataDir' | 'training'>): Promise<boolean> {
  return app.training === undefined && (await new TrainingHome(app.dataDir).facts()) !== undefined;
}

/** The copy with its size and age, whether one is being made, and why none can be made now (`problems`). */
export async function trainingState(ctx: ActorContext): Promise<{
  copy: (TrainingInfo & { ageDays: number; isOld: boolean }) | null;
  isUnderWay: boolean;
  isInside: boolean;
  problems: WordedReason[];
}> {
  if (ctx.training) return { copy: null, isUnderWay: false, isInside: true, problems: [] };
  const [facts, underWay, problems] = await Promise.all([
    new TrainingHome(ctx.dataDir).facts(),
    countUnfinishedOf(ctx.db.reads, undefined, TRAINING_JOB),
    roomReasons(ctx),
  ]);
  const copy = facts ? await shown(ctx, facts) : null;
  return { copy, isUnderWay: underWay > 0, isInside: false, problems: worded(problems) };
}

async function shown(ctx: ActorContext, facts: CopyFacts) {
  const { schema: _, ...info } = facts;
  const ageDays = trainingAgeDays(info.madeAt, new Date());
  return { ...info, sizeBytes: await bytesOfCopy(ctx, facts), ageDays, isOld: ageDays >= TRAINING_OLD_DAYS };
}

/**
 * Queues the job that makes the copy.
 * @throws Refusal training.inside, training.exists, training.under-way, training.disk-short, training.no-schema-right
 */
export async function startTraining(ctx: ActorContext, input: { idempotencyKey: string }): Promise<{ jobId: string }> {
  refuseInside(ctx);
  const there = await new TrainingHome(ctx.dataDir).facts();
  return order(ctx, input, there ? [{ code: 'training.exists', facts: { madeAt: there.madeAt } }] : [], null);
}

/**
 * Queues the job that makes the copy anew; the old one serves until the new one is whole.
 * @throws Refusal training.inside, training.not-found, training.changed, training.under-way, training.disk-short
 */
export async function resetTraining(
  ctx: ActorContext,
  input: { seenMadeAt: string; idempotencyKey: string },
): Promise<{ jobId: string }> {
  const facts = await seenCopy(ctx, input.seenMadeAt);
  return order(ctx, input, [], facts.madeAt);
}

async function order(
  ctx: ActorContext,
  input: { idempotencyKey: string },
  reasons: readonly Reason[],
  replaces: string | null,
): Promise<{ jobId: string }> {
  const room = await roomReasons(ctx);
  return commitOnce(ctx, input, async (tx) => {
    refuseIf([...reasons]);
    refuseIf((await countUnfinishedOf(tx, undefined, TRAINING_JOB)) > 0 ? [{ code: 'training.under-way' }] : []);
    refuseIf(room);
    const id = ctx.newId();
    const jobId = await enqueueJob(ctx, tx, {
      kind: TRAINING_JOB,
      payload: { copyId: id, isReset: replaces !== null },
      lane: TRAINING_JOB,
      dedupeKey: TRAINING_JOB,
      subjectId: id,
    });
    const from = replaces === null ? null : formatInstant(replaces);
    const action = replaces === null ? 'training.asked' : 'training.reset-asked';
    const changes = from === null ? [] : [{ field: 'madeAt', from, to: null }];
    return { result: { jobId }, audit: [{ ...trainingSubject(id), action, changes }] };
  });
}

/**
 * Takes the copy away, with everything that was done in it.
 * @throws Refusal training.inside, training.not-found, training.changed, training.under-way
 */
export async function removeTraining(ctx: ActorContext, input: { seenMadeAt: string }): Promise<{ id: string }> {
  const facts = await seenCopy(ctx, input.seenMadeAt);
  await commit(ctx, async (tx) => {
    refuseIf((await countUnfinishedOf(tx, undefined, TRAINING_JOB)) > 0 ? [{ code: 'training.under-way' }] : []);
    const changes = [{ field: 'madeAt', from: formatInstant(facts.madeAt), to: null }];
    return { result: undefined, audit: [{ ...trainingSubject(facts.id), action: 'training.removed', changes }] };
  });
  await aside(ctx, async () => {
    const home = new TrainingHome(ctx.dataDir);
    await home.remove();
    await home.discardParts();
    if (ctx.db.engine === 'postgres') await dropTrainingSchemas(ctx.db);
  });
  return { id: facts.id };
}

/** Does `work` while nobody has the copy open. */
export const aside = ({ copy }: Pick<AppContext, 'copy'>, work: () => Promise<void>): Promise<void> =>
  copy ? copy.aside(work) : work();

async function seenCopy(ctx: ActorContext, seenMadeAt: string): Promise<CopyFacts> {
  refuseInside(ctx);
  const facts = await new TrainingHome(ctx.dataDir).facts();
  if (!facts) throw new Refusal('not-found', [{ code: 'training.not-found' }]);
  if (facts.madeAt !== seenMadeAt) throw new Refusal('conflict', [{ code: 'training.changed' }]);
  return facts;
}

const refuseInside = (ctx: ActorContext): void => refuseIf(ctx.training ? [{ code: 'training.inside' }] : []);

/** Why a copy cannot be made on this machine now; empty when it can. */
export async function roomReasons({ db, dataDir }: Pick<AppContext, 'db' | 'dataDir'>): Promise<Reason[]> {
  const right = await mayCreateSchema(db);
  if (!right.may) return [{ code: 'training.no-schema-right', facts: { database: right.database, user: right.user } }];
  const { bavail, bsize } = await statfs(dataDir);
  // The tables of PostgreSQL lie on another disk, maybe of another machine, that only its keeper sees.
  return diskReasons(bavail * bsize, db.engine === 'sqlite' ? await databaseBytes(db) : 0);
}

export const trainingSubject = (id: string): Pick<AuditEvent, 'subjectKind' | 'subjectId' | 'subjectLabel'> => ({
  subjectKind: 'training',
  subjectId: id,
  subjectLabel: 'Bản tập huấn',
});
