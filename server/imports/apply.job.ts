import { setImmediate as turn } from 'node:timers/promises';
import { lockRows } from '#db/core/lock-rows.ts';
import type { Writer } from '#db/database.ts';
import { listRowsToApply, listRowsToUndo } from '#db/imports/imports.queries.ts';
import type { ImportRowRow, ImportRunRow } from '#db/imports/imports.table.ts';
import { markApplied, markUndone, moveRun, updateVerdicts } from '#db/imports/imports.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import type { JobHandler, JobRun } from '#server/core/job.ts';
import { outcomeOf, workOf } from '#server/imports/check.job.ts';
import { countsOf, UNDO_MS } from '#server/imports/counts.ts';
import { countChanges, runEvent } from '#server/imports/imports.audit.ts';
import { importJob, isCancelAsked } from '#server/imports/job-frame.ts';
import type { AnyKind, Judged, RowIn, Work } from '#server/imports/kinds/kind.ts';
import { KINDS } from '#server/imports/kinds.ts';
import { RowReader } from '#server/imports/rows.ts';
import type { FieldChange } from '#shared/audit/audit.schema.ts';
import type { ImportStatus } from '#shared/imports/imports.schema.ts';

const UNDO_AT_ONCE = 250;

/** Somebody stopped the run between two chunks: what was written stays until the undo is pressed. */
class Overtaken extends Error {}

/**
 * Ghi: chunk by chunk, each a transaction of its own that marks its rows as written with what they made. So a server
 * that dies in between goes on with the first row that is not marked: none is lost, none is written twice.
 */
export const applyJob: JobHandler = importJob({
  procedure: 'imports.confirm',
  while: 'applying',
  again: ['failed', 'cancelled'],
  async work(ctx, run, job) {
    const work = workOf(ctx, run, false);
    const kind = KINDS[run.kind];
    const { memory, lists } = await kind.open(ctx.db.longReads, work);
    const reader = new RowReader(run, kind.fields, lists, { keys: ctx.keys, today: work.today });
    const before = await countsOf(ctx, run.id);
    const total = before.new + before.changed;
    const writing = { ctx, run, kind, work, memory, reader };
    let done = before.applied;
    // The next rows are fetched and read while these are written: a chunk writes nothing but its own rows.
    const fetch = (after: number) => {
      const chunk = readChunk(writing, after);
      chunk.catch(() => {}); // told when it is awaited
      return chunk;
    };
    for (let next = fetch(0); ; ) {
      if (job.signal.aborted) await stopHere(ctx, run, job);
      const chunk = await next;
      const last = chunk.stored.at(-1);
      if (!last) break;
      next = fetch(last.rowNumber);
      await writeChunk(writing, chunk);
      done += chunk.stored.length;
      job.progress(Math.min(done, total), total);
      await turn();
    }
    await finish(ctx, run, 'applied', 'import.finished');
  },
});

type Writing = {
  ctx: ActorContext;
  run: ImportRunRow;
  kind: AnyKind;
  work: Work;
  memory: unknown;
  reader: RowReader;
};

/** Rows as they are stored, and as their kind judges them. */
type Chunk = { stored: readonly ImportRowRow[]; rows: readonly RowIn[] };

/** Rows of a chunk read without a break: some five milliseconds. */
const READ_AT_ONCE = 250;

async function readChunk({ ctx, run, kind, work, memory, reader }: Writing, after: number): Promise<Chunk> {
  const stored = await listRowsToApply(ctx.db.longReads, run.id, after, kind.chunk);
  const rows: RowIn[] = [];
  for (const row of stored) {
    rows.push(reader.reread(row));
    if (rows.length % READ_AT_ONCE === 0) await turn();
  }
  await kind.prepare?.(work, memory, rows);
  return { stored, rows };
}

async function writeChunk({ ctx, run, kind, work, memory }: Writing, { stored, rows }: Chunk) {
  await commit(ctx, async (tx) => {
    await holdRun(tx, run, 'applying');
    await kind.lock(tx, work, memory, rows);
    const judged: Judged<unknown>[] = await kind.judge(tx, work, memory, rows);
    const { toWrite, stale } = sorted(stored, judged, rows);
    const { applied, audit } = await kind.apply(tx, work, memory, toWrite);
    const written = new Set(applied.map(({ rowNumber }) => rowNumber));
    // A row of this very chunk may stand in the way of another: that one is told too.
    for (const { rowNumber } of toWrite) if (!written.has(rowNumber)) stale.push(changedSince(rowNumber, []));
    await updateVerdicts(tx, run.id, stale.map(outcomeOf));
    const at = new Date().toISOString();
    await markApplied(
      tx,
      run.id,
      at,
      applied.map(({ rowNumber, effect }) => ({ rowNumber, effect: JSON.stringify(effect) })),
    );
    const told: FieldChange[] = [
      { field: 'rows', from: null, to: `${stored[0]!.rowNumber}–${stored.at(-1)!.rowNumber}` },
      ...countChanges({ applied: applied.length, doubtful: stale.length }),
    ];
    return { result: undefined, audit: [runEvent(run, 'import.chunk-written', told), ...audit] };
  });
}

/** Only one may write for a run, and only while it is to be written. */
async function holdRun(tx: Writer, run: ImportRunRow, status: ImportStatus): Promise<void> {
  await lockRows(tx, 'importRun', [run.id]);
  const now = await tx.selectFrom('importRun').select('status').where('id', '=', run.id).executeTakeFirst();
  if (now?.status !== status) throw new Overtaken(`import ${run.id} is ${now?.status}, not ${status}`);
}

/**
 * Rows that are still what the person confirmed, and those that are not: somebody changed the record since the dry run,
 * or recorded the same. The former are written, the latter told.
 */
function sorted(stored: readonly ImportRowRow[], judged: readonly Judged<unknown>[], rows: readonly RowIn[]) {
  const toWrite: { rowNumber: number; plan: unknown }[] = [];
  const stale: Judged<unknown>[] = [];
  for (const [position, one] of judged.entries()) {
    const was = stored[position]!;
    const isSame = one.verdict === was.verdict && sameChanges(was.changes, one.changes);
    if (isSame && one.plan !== null) toWrite.push({ rowNumber: one.rowNumber, plan: one.plan });
    else if (one.verdict === 'unchanged' || one.verdict === 'doubtful' || one.verdict === 'wrong') stale.push(one);
    else stale.push({ ...one, ...changedSince(one.rowNumber, rows[position]!.reasons), changes: one.changes });
  }
  return { toWrite, stale };
}

const changedSince = (rowNumber: number, reasons: RowIn['reasons']): Judged<unknown> => ({
  rowNumber,
  verdict: 'doubtful',
  reasons: [...reasons, { code: 'import.changed-since' }],
  changes: [],
  plan: null,
});

function sameChanges(stored: string | null, now: ImportRunChanges): boolean {
  return (stored ?? '[]') === JSON.stringify(now);
}
type ImportRunChanges = Judged<unknown>['changes'];

/** Cancelled by a person: what was written is told and can be taken back. Stopped with the server: it goes on later. */
async function stopHere(ctx: ActorContext, run: ImportRunRow, job: JobRun): Promise<void> {
  if (await isCancelAsked(ctx, job.id)) await finish(ctx, run, 'cancelled', 'import.cancelled');
  job.throwIfCancelled();
  throw new Overtaken('stopped');
}

async function finish(ctx: ActorContext, run: ImportRunRow, status: 'applied' | 'cancelled', action: string) {
  const counts = await countsOf(ctx, run.id);
  await commit(ctx, async (tx) => {
    const at = new Date();
    await moveRun(tx, run.id, ['applying'], {
      status,
      counts: JSON.stringify(counts),
      appliedAt: at.toISOString(),
      undoUntil: counts.applied > 0 ? new Date(at.getTime() + UNDO_MS).toISOString() : null,
    });
    return { result: undefined, audit: [runEvent(run, action, countChanges(counts))] };
  });
}

/** Hoàn tác cả lần nhập: the last written first, chunk by chunk, each marked as it goes. */
export const undoJob: JobHandler = importJob({
  procedure: 'imports.undo',
  while: 'undoing',
  again: ['applied', 'cancelled', 'failed'],
  async work(ctx, run, job) {
    const work = workOf(ctx, run, false);
    const kind = KINDS[run.kind];
    const { applied: total } = await countsOf(ctx, run.id);
    let done = 0;
    let kept = 0;
    for (;;) {
      job.throwIfCancelled();
      const stored = await listRowsToUndo(ctx.db.longReads, run.id, UNDO_AT_ONCE);
      if (stored.length === 0) break;
      const rows = stored.map(({ rowNumber, effect }) => ({ rowNumber, effect: JSON.parse(effect!) }));
      kept += await commit(ctx, async (tx) => {
        await holdRun(tx, run, 'undoing');
        const back = await kind.undo(tx, work, rows);
        await markUndone(
          tx,
          run.id,
          back.rows.map((one) => ({
            rowNumber: one.rowNumber,
            undo: one.kept === null ? 'undone' : JSON.stringify(one.kept),
          })),
        );
        const left = back.rows.filter((one) => one.kept !== null).length;
        const told: FieldChange[] = [
          { field: 'rows', from: null, to: `${stored.at(-1)!.rowNumber}–${stored[0]!.rowNumber}` },
          ...(left > 0 ? [{ field: 'kept', from: null, to: String(left) }] : []),
        ];
        return { result: left, audit: [runEvent(run, 'import.chunk-undone', told), ...back.audit] };
      });
      done += stored.length;
      job.progress(done, total);
      await turn();
    }
    await commit(ctx, async (tx) => {
      await moveRun(tx, run.id, ['undoing'], {
        status: 'undone',
        undoneAt: new Date().toISOString(),
        passwordSeed: null,
      });
      const told = kept > 0 ? [{ field: 'kept', from: null, to: String(kept) }] : [];
      return { result: undefined, audit: [runEvent(run, 'import.undone', told)] };
    });
  },
});
