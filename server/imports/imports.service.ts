import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import type * as z from 'zod/mini';
import type { Writer } from '#db/database.ts';
import { insertFile } from '#db/files/files.writes.ts';
import { findRun, type RunDetail } from '#db/imports/imports.queries.ts';
import { insertRun, rememberShape, setDecided, setSkipped, updateRun } from '#db/imports/imports.writes.ts';
import { cancelJob } from '#db/jobs/jobs.writes.ts';
import { commit, type Outcome } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { storeContent } from '#server/files/files.service.ts';
import { writtenSoFar } from '#server/imports/counts.ts';
import { kindChange, runEvent } from '#server/imports/imports.audit.ts';
import { importAccess, isOfUnit } from '#server/imports/imports.policy.ts';
import { fieldsOf } from '#server/imports/kinds.ts';
import { SENSITIVE } from '#server/imports/rows.ts';
import { targetOf } from '#server/imports/target.ts';
import { enqueueJob } from '#server/jobs/jobs.service.ts';
import type { FieldChange } from '#shared/audit/audit.schema.ts';
import { conflict, notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { cleanFileName } from '#shared/files/files.schema.ts';
import { importFileReasons, importMediaType } from '#shared/imports/import-file.rules.ts';
import { type ImportStep, mappingReasons, stepReasons } from '#shared/imports/import-run.rules.ts';
import type {
  Correction,
  chooseColumns as chooseInput,
  confirmImport as confirmInput,
  correctValues as correctInput,
  decideRows as decideInput,
  FoundSheets,
  ImportCounts,
  ImportRunId,
  ImportTarget,
  importStep,
  skipRows as skipInput,
} from '#shared/imports/imports.schema.ts';
import { IMPORT_STATUS_LABELS } from '#shared/imports/imports.schema.ts';

/** Imports write one after another: the second person waits instead of meeting the first in the middle. */
const WRITING_LANE = 'import';
/** Of the first passwords of accounts (firstPassword). */
const SEED_BYTES = 32;

export type RunAnswer = { id: string; version: number };
type Seen = z.infer<typeof importStep>;

/** Takes a file and starts reading it. The content is in its place before the row names it, for the job starts at once. */
export async function startImport(
  ctx: ActorContext,
  target: ImportTarget,
  givenName: string,
  content: Readable,
): Promise<{ id: ImportRunId }> {
  const name = cleanFileName(givenName);
  if (name === '') throw new Refusal('refused', [{ code: 'file.name-missing' }]);
  const into = await targetOf(ctx, ctx.db.reads, target); // before twenty megabytes are taken
  const fileId = ctx.newId();
  const stored = await storeContent(ctx, fileId, name, content, async ({ found }) =>
    refuseIf(importFileReasons(name, found)),
  );
  const id = ctx.newId() as ImportRunId;
  return commit(ctx, async (tx) => {
    const createdAt = new Date().toISOString();
    const by = { createdBy: ctx.actor.accountId, createdAt };
    await insertFile(tx, {
      id: fileId,
      sha256: stored.sha256,
      sizeBytes: stored.sizeBytes,
      mediaType: importMediaType(name),
      name,
      subjectKind: 'import',
      subjectId: id,
      unitId: into.unitId,
      removedAt: null,
      ...by,
    });
    const jobId = await enqueueJob(ctx, tx, {
      kind: 'import.read',
      payload: { runId: id },
      unitId: into.unitId,
      subjectId: id,
    });
    const run = {
      id,
      kind: target.kind,
      status: 'reading' as const,
      ...into,
      fileId,
      fileName: name,
      fileSha256: stored.sha256,
      jobId,
      isDemo: ctx.demo ? 1 : 0,
      ...by,
    };
    await insertRun(tx, run);
    return { result: { id }, audit: [runEvent(run, 'import.started', [kindChange(run)])] };
  });
}

/** Which column is which field, in which letters; starts the dry run and remembers the mapping for such sheets. */
export function chooseColumns(ctx: ActorContext, input: z.infer<typeof chooseInput>): Promise<RunAnswer> {
  return takeStep(ctx, 'choose', input, async (run, tx) => {
    const { chosen } = input;
    const found: FoundSheets | null = run.found === null ? null : JSON.parse(run.found);
    const sheet = found?.sheets.find(({ name }) => name === chosen.sheet);
    if (!sheet) throw new Refusal('refused', [{ code: 'import.sheet-unknown', field: 'sheet' }]);
    const fields = fieldsOf(run.kind);
    refuseIf(mappingReasons(chosen, fields));
    await rememberShape(tx, {
      kind: run.kind,
      accountId: ctx.actor.accountId,
      shape: sheet.shape,
      mapping: JSON.stringify(chosen.columns),
      usedAt: new Date().toISOString(),
    });
    const labels = chosen.columns.flatMap(({ field }) => fields.find(({ id }) => id === field)?.label.vi ?? []);
    return {
      change: { status: 'checking', chosen: JSON.stringify(chosen), corrections: '[]', counts: null, moved: null },
      action: 'import.columns-chosen',
      changes: [
        { field: 'sheet', from: null, to: chosen.sheet },
        { field: 'columns', from: null, to: labels.join(', ') },
      ],
      job: { kind: 'import.check', again: false },
    };
  });
}

/** Takes every cell of a column with one text for another, and judges all rows again. */
export function correctValues(ctx: ActorContext, input: z.infer<typeof correctInput>): Promise<RunAnswer> {
  return takeStep(ctx, 'correct', input, async (run) => {
    const { field, from, to } = input;
    const label = fieldsOf(run.kind).find(({ id }) => id === field)?.label.vi;
    if (label === undefined)
      throw new Refusal('refused', [{ code: 'import.field-unknown', field: 'field', facts: { field } }]);
    // A correction stands in clear beside the run and in its history.
    if (SENSITIVE.includes(field)) throw new Refusal('refused', [{ code: 'import.correct-in-file', facts: { label } }]);
    const before = (JSON.parse(run.corrections) as Correction[]).filter(
      (one) => one.field !== field || one.from !== from,
    );
    const corrections = from === to ? before : [...before, { field, from, to }];
    return {
      change: { status: 'checking', corrections: JSON.stringify(corrections) },
      action: 'import.corrected',
      changes: [{ field: 'value', from, to }],
      job: { kind: 'import.check', again: true },
    };
  });
}

/** Leaves rows out, or takes them in again. */
export function skipRows(ctx: ActorContext, input: z.infer<typeof skipInput>): Promise<RunAnswer> {
  return takeStep(ctx, 'correct', input, async (run, tx) => {
    const { rowNumbers, skip } = input;
    if ((await setSkipped(tx, run.id, rowNumbers, skip)) === 0)
      throw new Refusal('refused', [{ code: 'import.rows-unknown', field: 'rowNumbers' }]);
    return {
      change: { status: 'checking' },
      action: skip ? 'import.rows-skipped' : 'import.rows-taken-in',
      changes: [rowsChange(rowNumbers)],
      job: { kind: 'import.check', again: true },
    };
  });
}

/** The person's word on doubtful rows: the recipient that is meant, or "as it stands". */
export function decideRows(ctx: ActorContext, input: z.infer<typeof decideInput>): Promise<RunAnswer> {
  return takeStep(ctx, 'correct', input, async (run, tx) => {
    const { rowNumbers, recipientId } = input;
    if ((await setDecided(tx, run.id, rowNumbers, recipientId ?? 'new')) === 0)
      throw new Refusal('refused', [{ code: 'import.rows-unknown', field: 'rowNumbers' }]);
    return {
      change: { status: 'checking' },
      action: 'import.rows-decided',
      changes: [rowsChange(rowNumbers)],
      job: { kind: 'import.check', again: true },
    };
  });
}

const rowsChange = (rowNumbers: readonly number[]): FieldChange => ({
  field: 'rows',
  from: null,
  to: rowNumbers.length <= 20 ? rowNumbers.join(', ') : `${rowNumbers.slice(0, 20).join(', ')}… (${rowNumbers.length})`,
});

/** Starts writing. From here on it goes through to its end, whatever becomes of the browser or the server. */
export function confirmImport(ctx: ActorContext, input: z.infer<typeof confirmInput>): Promise<RunAnswer> {
  return commitOnce(ctx, input, (tx) =>
    step(ctx, tx, 'confirm', input, async ({ kind, passwordSeed }) => ({
      change: {
        status: 'applying',
        // The seed stays where the writing broke off: accounts that were made have their passwords from it.
        passwordSeed: kind === 'accounts' ? (passwordSeed ?? randomBytes(SEED_BYTES).toString('base64url')) : null,
      },
      action: 'import.confirmed',
      changes: [],
      job: { kind: 'import.apply', lane: WRITING_LANE },
    })),
  );
}

/** Takes back everything the import wrote, within 24 hours; what others worked on since stays and is listed. */
export function undoImport(ctx: ActorContext, input: Seen): Promise<RunAnswer> {
  return takeStep(ctx, 'undo', input, async () => ({
    change: { status: 'undoing' },
    action: 'import.undo-started',
    changes: [],
    job: { kind: 'import.undo', lane: WRITING_LANE },
  }));
}

/** Gives an import up. While it is being written the job is asked to stop between two chunks; that is told by it. */
export async function cancelImport(ctx: ActorContext, input: Seen): Promise<RunAnswer> {
  return commit(ctx, async (tx): Promise<Outcome<RunAnswer>> => {
    const run = await openRun(ctx, tx, 'cancel', input);
    const job = run.jobId === null ? undefined : await cancelJob(tx, run.jobId, new Date().toISOString());
    // A job that runs says itself what it wrote, once it has stopped; one that does not run will say nothing.
    const isWriting = run.status === 'applying' && job === 'running';
    const written = run.status === 'applying' && !isWriting ? await writtenSoFar(tx, run.id) : {};
    const change = isWriting ? {} : { status: 'cancelled' as const, ...written };
    if (!(await updateRun(tx, input, change))) throw changedMeanwhile();
    const told = [
      { field: 'status', from: IMPORT_STATUS_LABELS[run.status].vi, to: IMPORT_STATUS_LABELS.cancelled.vi },
    ];
    return { result: { id: run.id, version: input.seenVersion + 1 }, audit: [runEvent(run, 'import.cancelled', told)] };
  });
}

type Effect = {
  change: Parameters<typeof updateRun>[2];
  action: string;
  changes: readonly FieldChange[];
  job: { kind: string; lane?: string; again?: boolean };
};
type Decide = (run: RunDetail, tx: Writer) => Promise<Effect>;

const takeStep = (ctx: ActorContext, name: ImportStep, input: Seen, decide: Decide): Promise<RunAnswer> =>
  commit(ctx, (tx) => step(ctx, tx, name, input, decide));

async function step(
  ctx: ActorContext,
  tx: Writer,
  name: ImportStep,
  input: Seen,
  decide: Decide,
): Promise<Outcome<RunAnswer>> {
  const run = await openRun(ctx, tx, name, input);
  const { change, action, changes, job } = await decide(run, tx);
  const { kind, lane, again } = job;
  const jobId = await enqueueJob(ctx, tx, {
    kind,
    payload: { runId: run.id, ...(again !== undefined && { again }) },
    ...(lane !== undefined && { lane }),
    unitId: run.unitId,
    subjectId: run.id,
  });
  if (!(await updateRun(tx, input, { ...change, jobId, error: null }))) throw changedMeanwhile();
  return {
    result: { id: run.id, version: input.seenVersion + 1 },
    audit: [runEvent(run, action, changes)],
  };
}

/** @throws not-found, forbidden (kind or unit not this person's), conflict (another version), refused (state) */
async function openRun(ctx: ActorContext, tx: Writer, name: ImportStep, { id, seenVersion }: Seen): Promise<RunDetail> {
  const run = await findRun(tx, ctx.access, id);
  if (!run) throw notFound('import');
  if (!mayChange(ctx, run)) throw new Refusal('forbidden', [{ code: 'import.kind-not-yours' }]);
  if (run.version !== seenVersion) throw changedMeanwhile();
  const counts: ImportCounts | null = run.counts === null ? null : JSON.parse(run.counts);
  refuseIf(stepReasons(name, { ...run, counts }, new Date().toISOString()));
  return run;
}

/** Whether this person may go on with this run: what it writes they may write. */
export function mayChange(ctx: ActorContext, { kind, unitId }: Pick<RunDetail, 'kind' | 'unitId'>): boolean {
  const access = importAccess(ctx.actor, kind);
  if (access.all) return true;
  return isOfUnit(kind) && unitId !== null && access.own.includes(unitId);
}

const changedMeanwhile = (): Refusal => conflict([{ code: 'import.changed-meanwhile' }]);
