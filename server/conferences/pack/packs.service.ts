import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { Readable } from 'node:stream';
import { lockYear } from '#db/conferences/conferences.writes.ts';
import {
  findLatestPackJob,
  findOldPacks,
  findPack,
  hasPack,
  listPacks,
  nextPackNumber,
} from '#db/conferences/packs.queries.ts';
import type { ConferencePackRow } from '#db/conferences/packs.table.ts';
import { insertPack, lockPacks, updateUnsentPack } from '#db/conferences/packs.writes.ts';
import { insertFile, markFileRemoved } from '#db/files/files.writes.ts';
import { makePack, PACK_STEPS } from '#server/conferences/pack/make-pack.ts';
import { packYear } from '#server/conferences/pack/packs.policy.ts';
import { commit } from '#server/core/commit.ts';
import { type ActorContext, type AppContext, systemContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import type { JobRun } from '#server/core/job.ts';
import { takeFileTry } from '#server/core/route.ts';
import { worded } from '#server/core/worded.ts';
import { contentPath, storeContent } from '#server/files/files.service.ts';
import { enqueueJob } from '#server/jobs/jobs.service.ts';
import {
  type MakePack,
  type MarkPackSent,
  type PackContents,
  type PackId,
  UNSENT_PACKS_KEPT,
} from '#shared/conferences/packs.schema.ts';
import type { Reason } from '#shared/core/reason.ts';
import { conflict, notFound, Refusal } from '#shared/core/refusal.ts';
import { isUnderWay } from '#shared/jobs/jobs.schema.ts';

const JOB_KIND = 'pack.make';
const PACKS_IN_10_MINUTES = 30;

/**
 * The versions of a year, newest first, and the job that is making one; to those who were its chair and lead no more,
 * what was sent. @throws Refusal cluster-year.not-found
 */
export async function viewPacks(ctx: ActorContext, clusterYearId: string) {
  const db = ctx.db.reads;
  const year = await packYear(ctx, db, clusterYearId);
  const mayMake = year.leadingUnitId !== null && ctx.access.chair.includes(year.leadingUnitId);
  const [all, job] = await Promise.all([
    listPacks(db, year.id),
    mayMake ? findLatestPackJob(db, year.id) : Promise.resolve(undefined),
  ]);
  const packs = mayMake ? all : all.filter(({ sentAt }) => sentAt !== null);
  return {
    mayMake,
    clusterYear: { id: year.id, year: year.year, name: year.name, clusterName: year.clusterName },
    packs: packs.map((row) => ({
      id: row.id as PackId,
      version: row.version,
      number: row.number,
      sha256: row.sha256,
      sizeBytes: row.sizeBytes,
      madeAt: row.madeAt,
      madeByName: row.madeByName,
      contents: JSON.parse(row.contents) as PackContents,
      sent:
        row.sentAt === null
          ? null
          : { at: row.sentAt, byName: row.sentByName ?? '', to: row.sentTo ?? '', note: row.sentNote ?? '' },
    })),
    /** The making that is under way, or the last one where it did not succeed. */
    job:
      job && job.status !== 'done' && job.status !== 'cancelled'
        ? {
            id: job.id,
            isUnderWay: isUnderWay(job.status),
            progress: Number(job.progress),
            progressTotal: job.progressTotal === null ? null : Number(job.progressTotal),
            reasons: job.error === null ? [] : worded(JSON.parse(job.error) as Reason[], ctx.lang),
          }
        : null,
    unsentKept: UNSENT_PACKS_KEPT,
  };
}

/**
 * Orders the papers as they stand now; while a version of the year is being made, that one is answered.
 * @throws Refusal cluster-year.not-found, conference-pack.often
 */
export async function orderPack(ctx: ActorContext, input: MakePack): Promise<{ jobId: string }> {
  await takePackTry(ctx);
  const jobId = await commitOnce(ctx, input, async (tx) => {
    const year = await packYear(ctx, tx, input.clusterYearId);
    const packId = ctx.newId();
    const id = await enqueueJob(ctx, tx, {
      kind: JOB_KIND,
      payload: { clusterYearId: year.id, packId },
      dedupeKey: laneOf(year.id),
      lane: laneOf(year.id),
      subjectId: year.id,
    });
    const about = { subjectKind: 'conference-pack' as const, subjectId: packId, subjectLabel: year.name };
    const event = { action: 'conference-pack.asked', ...about, clusterYearId: year.id, unitId: ctx.actor.unitId };
    return { result: id, audit: [event] };
  });
  return { jobId };
}

/** The job 'pack.make': run again after a crash it makes one version, not two. */
export async function runPack(_app: AppContext, payload: unknown, run: JobRun): Promise<{ madeFile: true }> {
  const { clusterYearId, packId } = payload as { clusterYearId: string; packId: string };
  const ctx = await run.actorContext('conferences.pack');
  if (await hasPack(ctx.db.reads, packId)) return { madeFile: true };
  run.progress(0, PACK_STEPS + 1);
  const onStep = (done: number) => run.progress(done, PACK_STEPS + 1);
  const { name, zip, contents } = await makePack(ctx, clusterYearId, { onStep, signal: run.signal });
  run.throwIfCancelled();
  const fileId = ctx.newId();
  const { sha256, sizeBytes } = await storeContent(ctx, fileId, name, Readable.from([Buffer.from(zip)]));
  const number = await commit(ctx, async (tx) => {
    await lockYear(tx, clusterYearId);
    const year = await packYear(ctx, tx, clusterYearId);
    const number = await nextPackNumber(tx, clusterYearId);
    await insertFile(tx, {
      id: fileId,
      sha256,
      sizeBytes,
      mediaType: 'application/zip',
      name,
      subjectKind: 'conference-pack',
      subjectId: packId,
      unitId: ctx.actor.unitId,
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now().toISOString(),
      removedAt: null,
    });
    await insertPack(tx, {
      id: packId,
      clusterYearId,
      number,
      fileId,
      sha256,
      sizeBytes,
      contents: JSON.stringify(contents),
      madeAt: ctx.now().toISOString(),
      madeByName: ctx.actor.name,
      sentAt: null,
      sentByName: null,
      sentTo: null,
      sentNote: null,
      removedAt: null,
    });
    const told = (field: string, to: string) => ({ field, from: null, to });
    const changes = [
      told('number', String(number)),
      told('papers', contents.papers.map(({ file }) => file).join('; ')),
      told('sha256', sha256),
    ];
    return {
      result: number,
      audit: [
        eventOf('conference-pack.made', { id: packId, clusterYearId, number }, year.name, ctx.actor.unitId, changes),
      ],
    };
  });
  run.progress(PACK_STEPS + 1, PACK_STEPS + 1);
  await run.log('conference-pack.log-done', { number, paperCount: contents.papers.length });
  return { madeFile: true };
}

/**
 * Freezes a version: it left the house. Neither anybody nor the program changes or removes it from then on.
 * @throws Refusal conference-pack.not-found, conference-pack.sent, conference-pack.changed-meanwhile
 */
export async function markSent(ctx: ActorContext, input: MarkPackSent): Promise<{ version: number }> {
  return commit(ctx, async (tx) => {
    await lockPacks(tx, [input.id]);
    const pack = await findPack(tx, ctx.access, input.id);
    if (!pack) throw notFound('conference-pack');
    if (pack.sentAt !== null)
      throw new Refusal('refused', [
        { code: 'conference-pack.sent', facts: { number: pack.number, sentAt: pack.sentAt } },
      ]);
    const sent = {
      sentAt: ctx.now().toISOString(),
      sentByName: ctx.actor.name,
      sentTo: input.sentTo,
      sentNote: input.note,
    };
    if (!(await updateUnsentPack(tx, pack.id, input.seenVersion, sent)))
      throw conflict([{ code: 'conference-pack.changed-meanwhile' }]);
    const told = (field: string, to: string) => ({ field, from: null, to });
    const changes = [
      told('sentTo', input.sentTo),
      ...(input.note ? [told('sentNote', input.note)] : []),
      told('sha256', pack.sha256),
    ];
    const event = eventOf('conference-pack.sent', pack, pack.yearName, ctx.actor.unitId, changes);
    return { result: { version: input.seenVersion + 1 }, audit: [event] };
  });
}

/**
 * The file of a version, its bytes checked against the hash that was kept.
 * @throws Refusal conference-pack.not-found, conference-pack.damaged, conference-pack.often
 */
export async function openPack(ctx: ActorContext, id: PackId): Promise<{ name: string; bytes: Buffer }> {
  const pack = await findPack(ctx.db.reads, ctx.access, id);
  if (!pack) throw notFound('conference-pack');
  await takePackTry(ctx);
  const bytes = await fs.readFile(contentPath(ctx, pack.sha256)).catch(() => undefined);
  if (!bytes || createHash('sha256').update(bytes).digest('hex') !== pack.sha256)
    throw new Refusal('refused', [{ code: 'conference-pack.damaged', facts: { number: pack.number } }]);
  return { name: pack.fileName.replace(/\.zip$/, `, bản ${pack.number}.zip`), bytes };
}

/** Clears away versions that nobody sent, all but the newest of each year; for the sweep. */
export async function sweepPacks(app: AppContext): Promise<void> {
  const old = await findOldPacks(app.db.reads, UNSENT_PACKS_KEPT);
  if (old.length === 0) return;
  const ctx = systemContext(app, 'conferencePacks.sweep');
  const at = new Date().toISOString();
  for (const { id, version, fileId, ...pack } of old)
    await commit(ctx, async (tx) => {
      await lockPacks(tx, [id]);
      if (!(await updateUnsentPack(tx, id, version, { removedAt: at })))
        throw conflict([{ code: 'conference-pack.changed-meanwhile' }]);
      await markFileRemoved(tx, fileId, at);
      return { result: undefined, audit: [eventOf('conference-pack.cleared', { id, ...pack }, '', null, [])] };
    }).catch((error: unknown) => {
      // Marked as sent a moment ago: it stays.
      if (!(error instanceof Refusal)) throw error;
    });
}

/** @throws Refusal conference-pack.often */
export async function takePackTry(ctx: ActorContext): Promise<void> {
  await takeFileTry(ctx, { kind: 'pack', limit: PACKS_IN_10_MINUTES, code: 'conference-pack.often' });
}

const laneOf = (clusterYearId: string) => `conference-pack:${clusterYearId}`;

function eventOf(
  action: string,
  { id, clusterYearId, number }: Pick<ConferencePackRow, 'id' | 'clusterYearId' | 'number'>,
  yearName: string,
  unitId: string | null,
  changes: { field: string; from: string | null; to: string | null }[],
) {
  const subjectLabel = [`Bản số ${number}`, yearName].filter(Boolean).join(', ');
  return {
    action,
    subjectKind: 'conference-pack' as const,
    subjectId: id,
    subjectLabel,
    clusterYearId,
    unitId,
    changes,
  };
}
