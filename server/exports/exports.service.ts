import { findOldExports } from '#db/exports/exports.queries.ts';
import { markFileRemoved } from '#db/files/files.writes.ts';
import { countUnfinishedOf } from '#db/jobs/jobs.queries.ts';
import { commit } from '#server/core/commit.ts';
import { type ActorContext, type AppContext, systemContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import type { JobRun } from '#server/core/job.ts';
import { filterWords } from '#server/exports/filter-words.ts';
import { asReader, countRows, type ListCount, readProcedureOf } from '#server/exports/lists.ts';
import { makeExport } from '#server/exports/make-export.ts';
import { enqueueJob } from '#server/jobs/jobs.service.ts';
import type { Language } from '#shared/core/localized.ts';
import { refuseIf } from '#shared/core/refusal.ts';
import { EXPORT_LIST_LABELS } from '#shared/exports/exports.labels.ts';
import {
  EXPORT_KEPT_DAYS,
  type ExportOrder,
  type ExportPreview,
  type ExportStarted,
  MOST_ROWS_AT_ONCE,
  type StartExport,
} from '#shared/exports/exports.schema.ts';

const JOB_KIND = 'export.list';
const MOST_JOBS_OF_ONE = 3;
const MS_PER_DAY = 86_400_000;

/** How many rows an export would have, and the filters in words. */
export async function previewExport(
  given: ActorContext,
  of: ExportPreview,
  signal?: AbortSignal,
): Promise<ListCount & { filterLine: string }> {
  const ctx = asReader(given, of.list);
  const [count, filterLine] = await Promise.all([
    countRows(ctx, of, signal),
    filterWords(ctx.db.reads, ctx.access, of, ctx.lang),
  ]);
  return { ...count, filterLine };
}

/**
 * Makes the file at once, or queues the job for a large one.
 * @throws Refusal as makeExport; export.busy with three exports under way
 */
export async function startExport(ctx: ActorContext, input: StartExport): Promise<ExportStarted> {
  const { idempotencyKey, ...order } = input;
  const reader = asReader(ctx, order.list);
  const { count, isMore } = await countRows(reader, order);
  refuseIf(count === 0 ? [{ code: 'export.nothing' }] : []);
  if (!isMore && count <= MOST_ROWS_AT_ONCE) {
    // The key is the export: asked for again, the same file is answered.
    const { fileId } = await makeExport(ctx, { exportId: idempotencyKey, order, lang: ctx.lang });
    return { fileId, jobId: null };
  }
  const jobId = await commitOnce(ctx, input, async (tx) => {
    const under = await countUnfinishedOf(tx, ctx.actor.accountId, JOB_KIND);
    refuseIf(under >= MOST_JOBS_OF_ONE ? [{ code: 'export.busy', facts: { jobCount: under } }] : []);
    const exportId = ctx.newId();
    const payload = { exportId, order, lang: ctx.lang, total: isMore ? null : count };
    const id = await enqueueJob(ctx, tx, { kind: JOB_KIND, payload, subjectId: exportId });
    const told = (field: string, to: string) => ({ field, from: null, to });
    const list = EXPORT_LIST_LABELS[order.list].vi;
    const changes = [told('list', list), told('filters', await filterWords(tx, reader.access, order, 'vi', true))];
    const event = { action: 'export.asked', subjectKind: 'export' as const, subjectId: exportId, subjectLabel: list };
    return { result: id, audit: [{ ...event, unitId: ctx.actor.unitId, changes }] };
  });
  return { fileId: null, jobId };
}

/** The job 'export.list'. */
export async function runExport(_app: AppContext, payload: unknown, run: JobRun): Promise<{ fileId: string }> {
  const { exportId, order, lang, total } = payload as {
    exportId: string;
    order: ExportOrder;
    lang: Language;
    total: number | null;
  };
  const ctx = await run.actorContext(readProcedureOf(order.list));
  const onRows = (done: number) => run.progress(done, total);
  const { fileId, rowCount } = await makeExport(ctx, { exportId, order, lang, signal: run.signal, onRows });
  if (rowCount > 0) {
    run.progress(rowCount, rowCount);
    await run.log('export.log-done', { rowCount });
  }
  return { fileId };
}

/** Clears away files that were kept long enough; for the sweep. */
export async function sweepExports(app: AppContext): Promise<void> {
  const before = new Date(Date.now() - EXPORT_KEPT_DAYS * MS_PER_DAY).toISOString();
  const old = await findOldExports(app.db.reads, before);
  if (old.length === 0) return;
  const at = new Date().toISOString();
  await commit(systemContext(app, 'exports.sweep'), async (tx) => {
    for (const { id } of old) await markFileRemoved(tx, id, at);
    const [first, ...rest] = old.map(({ subjectId, name, unitId }) => ({
      action: 'export.expired',
      subjectKind: 'export' as const,
      subjectId,
      subjectLabel: name,
      unitId,
      changes: [{ field: 'file', from: name, to: null }],
    }));
    return { result: undefined, audit: [first!, ...rest] };
  });
}
