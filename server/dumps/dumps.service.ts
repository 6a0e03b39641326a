import { readFileSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { sha256 } from '#db/core/backup.ts';
import { writeDump } from '#db/core/write-dump.ts';
import { countUnfinishedOf } from '#db/jobs/jobs.queries.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext, AppContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import type { JobRun } from '#server/core/job.ts';
import { DumpShelf } from '#server/dumps/dump-shelf.ts';
import { dumpAddress } from '#server/dumps/dump-ticket.ts';
import { enqueueJob } from '#server/jobs/jobs.service.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { formatInstant } from '#shared/core/dates.ts';
import { notFound, refuseIf } from '#shared/core/refusal.ts';
import { DUMPS_KEPT, type DumpInfo } from '#shared/dumps/dumps.schema.ts';

const JOB_KIND = 'dump.make';
const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  version: string;
};

const shelfOf = ({ dataDir }: Pick<AppContext, 'dataDir'>) => new DumpShelf(dataDir);
const requireReason = (reason: string) =>
  refuseIf(reason === '' ? [{ code: 'dump.reason-missing', field: 'reason' }] : []);

/** The dumps on the server, newest first, and whether one is being made. */
export async function dumpList(ctx: ActorContext): Promise<{ dumps: DumpInfo[]; isUnderWay: boolean }> {
  const [dumps, underWay] = await Promise.all([
    shelfOf(ctx).list(),
    countUnfinishedOf(ctx.db.reads, undefined, JOB_KIND),
  ]);
  return { dumps, isUnderWay: underWay > 0 };
}

/**
 * Queues the job that dumps everything, without keys.
 * @throws Refusal dump.reason-missing, dump.under-way, dump.too-many
 */
export async function startDump(
  ctx: ActorContext,
  input: { reason: string; idempotencyKey: string },
): Promise<{ jobId: string }> {
  requireReason(input.reason);
  const kept = (await shelfOf(ctx).list()).length;
  return commitOnce(ctx, input, async (tx) => {
    refuseIf(kept >= DUMPS_KEPT ? [{ code: 'dump.too-many', facts: { dumpCount: kept } }] : []);
    refuseIf((await countUnfinishedOf(tx, undefined, JOB_KIND)) > 0 ? [{ code: 'dump.under-way' }] : []);
    const id = ctx.newId();
    const payload = { dumpId: id };
    const jobId = await enqueueJob(ctx, tx, {
      kind: JOB_KIND,
      payload,
      lane: JOB_KIND,
      dedupeKey: JOB_KIND,
      subjectId: id,
    });
    const changes = [{ field: 'dump', from: null, to: 'Đang tạo' }];
    return { result: { jobId }, audit: [{ ...subjectOf(id), action: 'dump.asked', reason: input.reason, changes }] };
  });
}

/** The job 'dump.make'. */
export async function runDump(
  app: AppContext,
  payload: unknown,
  run: JobRun,
): Promise<{ dumpId: string; madeFile: true }> {
  const { dumpId } = payload as { dumpId: string };
  const ctx = await run.actorContext('dumps.start');
  const shelf = shelfOf(app);
  if (await shelf.find(dumpId)) return { dumpId, madeFile: true }; // it was made before the server died
  const to = await shelf.newFile(dumpId);
  const takenAt = new Date();
  const { tables, files, missingFiles } = await writeDump(app.db, {
    dataDir: app.dataDir,
    to,
    keys: false,
    takenAt,
    program: version,
    signal: run.signal,
    onRows: (done, total) => run.progress(done, total),
  });
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  await commit(ctx, async () => ({
    result: undefined,
    audit: [
      { ...subjectOf(dumpId), action: 'dump.made', changes: [{ field: 'rowCount', from: null, to: String(rows) }] },
    ],
  }));
  const { size } = await fs.stat(to);
  await shelf.put({
    id: dumpId,
    takenAt: takenAt.toISOString(),
    sizeBytes: size,
    sha256: await sha256(to),
    rows,
    files: files.length,
    createdByName: ctx.actor.name,
  });
  await run.log('dump.log-done', { rowCount: rows, tableCount: tables.length, fileCount: files.length });
  if (missingFiles.length > 0) await run.log('dump.log-missing', { fileCount: missingFiles.length });
  return { dumpId, madeFile: true };
}

/**
 * The address at which this person may fetch the dump for five minutes; written into the log with the reason.
 * @throws Refusal dump.not-found, dump.reason-missing
 */
export async function openDownload(ctx: ActorContext, { id, reason }: Step): Promise<{ href: string }> {
  requireReason(reason);
  const dump = await requireDump(ctx, id);
  await commit(ctx, async () => ({
    result: undefined,
    audit: [
      {
        ...subjectOf(id),
        action: 'dump.downloaded',
        reason,
        changes: [{ field: 'dump', from: null, to: nameOf(dump) }],
      },
    ],
  }));
  return { href: dumpAddress(ctx.keys, id, ctx.actor.accountId, new Date()) };
}

/** @throws Refusal dump.not-found, dump.reason-missing */
export async function removeDump(ctx: ActorContext, { id, reason }: Step): Promise<{ id: string }> {
  requireReason(reason);
  const dump = await requireDump(ctx, id);
  await commit(ctx, async () => ({
    result: undefined,
    audit: [
      { ...subjectOf(id), action: 'dump.removed', reason, changes: [{ field: 'dump', from: nameOf(dump), to: null }] },
    ],
  }));
  await shelfOf(ctx).remove(id);
  return { id };
}

/** The file of a dump and the name it is downloaded by. */
export async function findDumpFile(app: AppContext, id: string) {
  const dump = await shelfOf(app).find(id);
  if (!dump) throw notFound('dump');
  const name = `luy-tre-${dump.takenAt.slice(0, 10)}.zip`;
  return { path: shelfOf(app).fileOf(id), sizeBytes: dump.sizeBytes, name };
}

type Step = { id: string; reason: string };

async function requireDump(ctx: ActorContext, id: string): Promise<DumpInfo> {
  const dump = await shelfOf(ctx).find(id);
  if (!dump) throw notFound('dump');
  return dump;
}

const nameOf = ({ takenAt, sha256: hash }: DumpInfo): string => `${formatInstant(takenAt)}, SHA-256 ${hash}`;

const subjectOf = (id: string): Pick<AuditEvent, 'subjectKind' | 'subjectId' | 'subjectLabel'> => ({
  subjectKind: 'dump',
  subjectId: id,
  subjectLabel: 'Kết xuất toàn bộ dữ liệu',
});
