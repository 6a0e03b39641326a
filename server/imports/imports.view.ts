import * as z from 'zod/mini';
import {
  findCleared,
  findRun,
  findSameFile,
  findShape,
  listNotUndone,
  listRows,
  listRuns,
  type RunDetail,
} from '#db/imports/imports.queries.ts';
import type { ImportRowRow } from '#db/imports/imports.table.ts';
import { listMyImportUnits, listMyImportYears } from '#db/imports/options.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { currentLanguage } from '#server/core/language.ts';
import { worded } from '#server/core/worded.ts';
import { importAccess, isOfUnit, isOfYear } from '#server/imports/imports.policy.ts';
import { mayChange } from '#server/imports/imports.service.ts';
import { takenColumns } from '#server/imports/rows.ts';
import { type StoredCell, shownText } from '#server/imports/stored-cells.ts';
import { decodeCursor, type Page, pageOf } from '#shared/core/page.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound } from '#shared/core/refusal.ts';
import { guessColumns } from '#shared/imports/columns.rules.ts';
import { FIELDS_OF_KIND } from '#shared/imports/fields/fields-of-kind.ts';
import { clearsAt, type ImportStep, stepReasons } from '#shared/imports/import-run.rules.ts';
import {
  chosenColumns,
  type FoundSheet,
  type FoundSheets,
  IMPORT_STATUS_LABELS,
  type ImportCounts,
  type ImportKind,
  type ImportOptions,
  type importFilters,
  importKind,
  type importRowsInput,
  importRunId,
  type RowReason,
} from '#shared/imports/imports.schema.ts';
import type { GuessedSheet, ImportRowView, ImportRunLine, ImportRunView } from '#shared/imports/imports.views.ts';
import { REPORT_PERIOD_LABELS } from '#shared/reports/reports.schema.ts';

const RUNS_ON_A_PAGE = 50;
const ROWS_ON_A_PAGE = 100;
const MOST_NOT_UNDONE = 200;

const runKey = z.tuple([z.string(), importRunId]);
const rowKey = z.tuple([z.int()]);

/** What the person may import a kind into. */
export async function importOptions(ctx: ActorContext, kind: ImportKind): Promise<ImportOptions> {
  const access = importAccess(ctx.actor, kind);
  const own = access.all ? [] : access.own;
  const units = isOfUnit(kind) ? await listMyImportUnits(ctx.db.reads, own) : [];
  const years = isOfYear(kind) ? await listMyImportYears(ctx.db.reads, own) : [];
  const kinds = importKind.options.filter((each) => {
    const { all, own: mine } = importAccess(ctx.actor, each);
    return all || mine.length > 0;
  });
  return { kinds, units, years, unitOptional: access.all };
}

/** Imports within reach, newest first. */
export async function importPage(
  ctx: ActorContext,
  input: z.infer<typeof importFilters>,
): Promise<Page<ImportRunLine>> {
  const rows = await listRuns(ctx.db.reads, ctx.access, {
    kind: input.kind,
    after: decodeCursor(runKey, input.cursor),
    limit: RUNS_ON_A_PAGE + 1,
  });
  const page = pageOf(rows, RUNS_ON_A_PAGE, ({ createdAt, id }) => [createdAt, id]);
  return { ...page, rows: page.rows.map((row) => lineOf({ ...row, period: null })) };
}

type LineSource = Pick<
  RunDetail,
  | 'id'
  | 'kind'
  | 'status'
  | 'fileName'
  | 'unitName'
  | 'clusterName'
  | 'year'
  | 'period'
  | 'createdByName'
  | 'createdAt'
  | 'appliedAt'
  | 'undoUntil'
  | 'undoneAt'
  | 'counts'
>;

function lineOf(run: LineSource): ImportRunLine {
  const year = run.year === null ? [] : [`${run.clusterName ?? ''} ${run.year}`.trim()];
  const period = run.period === null ? [] : [REPORT_PERIOD_LABELS[run.period][currentLanguage()]];
  const scope = [...(run.unitName === null ? [] : [run.unitName]), ...year, ...period].join(', ');
  return {
    id: run.id,
    kind: run.kind,
    status: run.status,
    fileName: run.fileName,
    scopeName: scope || null,
    createdByName: run.createdByName ?? '',
    createdAt: run.createdAt,
    appliedAt: run.appliedAt,
    undoUntil: run.undoUntil,
    undoneAt: run.undoneAt,
    counts: parsed<ImportCounts>(run.counts),
  };
}

const parsed = <Value>(json: string | null): Value | null => (json === null ? null : (JSON.parse(json) as Value));

/** One import with everything its page shows. */
export async function importView(ctx: ActorContext, id: string): Promise<ImportRunView> {
  const db = ctx.db.reads;
  const run = await findRun(db, ctx.access, id);
  if (!run) throw notFound('import');
  const found = parsed<FoundSheets>(run.found);
  const [guesses, same, kept, job, clearedAt] = await Promise.all([
    Promise.all((found?.sheets ?? []).map((sheet) => guessOf(ctx, run.kind, sheet))),
    findSameFile(db, run),
    listNotUndone(db, id, MOST_NOT_UNDONE),
    findJob(ctx, run),
    findCleared(db, run.fileId),
  ]);
  const isRunning = job?.status === 'queued' || job?.status === 'running';
  return {
    ...lineOf(run),
    version: run.version,
    clearsAt: clearedAt === null ? clearsAt({ ...run, endedAt: job?.finishedAt ?? null }) : null,
    clearedAt,
    failure: run.error === null ? null : (JSON.parse(run.error) as Reason[]).map(wordedOf),
    found,
    guesses,
    chosen: parsed(run.chosen),
    progress: isRunning ? { done: job.progress, total: job.progressTotal, cancelAsked: job.cancelAsked === 1 } : null,
    unknownValues: parsed<ImportRunView['unknownValues'][number][]>(run.unknownValues) ?? [],
    moved: parsed(run.moved),
    notUndone: kept.map(({ rowNumber, undo }) => ({
      rowNumber,
      reason: wordedOf(JSON.parse(undo!) as Reason),
    })),
    sameFile: same.map(({ who, createdBy, createdAt, status }) => ({
      who: who ?? '',
      isMe: createdBy === ctx.actor.accountId,
      createdAt,
      status,
    })),
    hasPasswords: run.kind === 'accounts' && run.passwordSeed !== null && run.status === 'applied',
    actions: actionsOf(ctx, run, isRunning),
  };
}

function findJob({ db }: ActorContext, { jobId }: RunDetail) {
  if (jobId === null) return undefined;
  return db.reads
    .selectFrom('job')
    .select(['status', 'progress', 'progressTotal', 'cancelAsked', 'finishedAt'])
    .where('id', '=', jobId)
    .executeTakeFirst();
}

const STEPS: readonly ImportStep[] = ['choose', 'correct', 'confirm', 'cancel', 'undo'];

function actionsOf(ctx: ActorContext, run: RunDetail, isRunning: boolean): ImportRunView['actions'] {
  const mine = mayChange(ctx, run);
  const state = { ...run, counts: parsed<ImportCounts>(run.counts) };
  const now = new Date().toISOString();
  const entries = STEPS.map((step) => {
    const isUnderWay = step === 'undo' && run.status === 'undoing' && isRunning;
    const reasons = !mine
      ? [{ code: 'import.kind-not-yours' }]
      : isUnderWay
        ? [{ code: 'import.wrong-state', facts: stateFacts(run.status) }]
        : stepReasons(step, state, now);
    return [step, { allowed: reasons.length === 0, reasons: reasons.map(wordedOf) }];
  });
  return Object.fromEntries(entries) as ImportRunView['actions'];
}

const stateFacts = (status: RunDetail['status']) => ({
  status: IMPORT_STATUS_LABELS[status].vi,
  statusEn: IMPORT_STATUS_LABELS[status].en,
});

function wordedOf({ code, facts }: Reason): { code: string; text: string } {
  const [said] = worded([{ code, ...(facts && { facts }) }]);
  return { code, text: said!.text };
}

/** The mapping this person used for such a sheet before, or what the headings say. */
async function guessOf(ctx: ActorContext, kind: ImportKind, sheet: FoundSheet): Promise<GuessedSheet> {
  const fields = FIELDS_OF_KIND[kind];
  const remembered = await findShape(ctx.db.reads, kind, ctx.actor.accountId, sheet.shape);
  const known = remembered === undefined ? undefined : readMapping(remembered);
  const guessed = new Map(guessColumns(sheet.columns, fields).map(({ index, field }) => [index, field]));
  const columns = sheet.columns.map(({ index, encoding }) => {
    const before = known?.find((column) => column.index === index);
    const field = before ? before.field : (guessed.get(index) ?? null);
    const isKnown = field === null || fields.some(({ id }) => id === field);
    return {
      index,
      field: isKnown ? field : null,
      encoding,
      by: before ? ('remembered' as const) : field === null ? ('none' as const) : ('guessed' as const),
    };
  });
  return { sheet: sheet.name, headerRow: sheet.headerRow, columns };
}

function readMapping(json: string) {
  const read = z.safeParse(chosenColumns.shape.columns, JSON.parse(json));
  return read.success ? read.data : undefined;
}

/** Rows of one verdict, or all, in the order of the sheet. */
export async function importRowPage(
  ctx: ActorContext,
  { id, verdict, cursor }: z.infer<typeof importRowsInput>,
): Promise<Page<ImportRowView>> {
  const run = await findRun(ctx.db.reads, ctx.access, id);
  if (!run) throw notFound('import');
  if (run.chosen === null) return { rows: [], nextCursor: null };
  const rows = await listRows(ctx.db.reads, id, {
    verdict,
    after: decodeCursor(rowKey, cursor)?.[0],
    limit: ROWS_ON_A_PAGE + 1,
  });
  const fields = takenColumns(run).map(({ field }) => field);
  const page = pageOf(rows, ROWS_ON_A_PAGE, ({ rowNumber }) => [rowNumber]);
  return { ...page, rows: page.rows.map((row) => rowView(row, fields)) };
}

function rowView(row: ImportRowRow, fields: readonly string[]): ImportRowView {
  const stored = JSON.parse(row.cells) as StoredCell[];
  const cells = Object.fromEntries(fields.map((field, position) => [field, shownText(stored[position])]));
  const reasons = JSON.parse(row.reasons) as RowReason[];
  return {
    rowNumber: row.rowNumber,
    verdict: row.verdict,
    cells,
    reasons: reasons.map((reason) => ({
      ...wordedOf(reason as Reason),
      field: reason.field ?? null,
      value: reason.field === undefined ? null : (cells[reason.field] ?? null),
    })),
    changes: parsed<ImportRowView['changes']>(row.changes) ?? [],
    candidates: reasons.flatMap(({ candidates }) =>
      (candidates ?? []).map(({ id, name, unitName, birthYear, place }) => ({
        id,
        name,
        about: [birthYear === null ? '' : String(birthYear), place, unitName].filter((part) => part !== '').join(', '),
        sameness: [],
      })),
    ),
    decided: row.decided,
  };
}
