import { setImmediate as turn } from 'node:timers/promises';
import { listRows } from '#db/imports/imports.queries.ts';
import type { ImportRunRow, NewImportRow } from '#db/imports/imports.table.ts';
import { deleteImportRows, insertImportRows, moveRun, updateVerdicts } from '#db/imports/imports.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { housekeeping } from '#server/core/housekeeping.ts';
import type { JobHandler, JobRun } from '#server/core/job.ts';
import { contentPath } from '#server/files/files.service.ts';
import { countsOf } from '#server/imports/counts.ts';
import { countChanges, runEvent } from '#server/imports/imports.audit.ts';
import { importJob } from '#server/imports/job-frame.ts';
import type { AnyKind, Judged, RowIn, Work } from '#server/imports/kinds/kind.ts';
import { KINDS } from '#server/imports/kinds.ts';
import { inspectWorkbook, readRows } from '#server/imports/reading/read-workbook.ts';
import { RowReader, SENSITIVE, takenColumns } from '#server/imports/rows.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { ImportField } from '#shared/imports/fields/import-field.ts';
import type { ChosenColumns, FoundSheets, ImportCounts, RowVerdict } from '#shared/imports/imports.schema.ts';
import type { ImportRunView } from '#shared/imports/imports.views.ts';
import type { ValueList } from '#shared/imports/suggestions.rules.ts';

/** Rows that are judged and stored together: few enough that nobody else waits long. */
const AT_ONCE = 250;
const MOST_UNKNOWN = 100;
/** Đọc tệp: what sheets and columns there are. */
export const readJob: JobHandler = importJob({
  procedure: 'imports.start',
  while: 'reading',
  again: ['failed', 'cancelled'],
  async work(ctx, run) {
    const found = await inspectWorkbook(contentPath(ctx, run.fileSha256), run.fileName);
    await commit(ctx, async (tx) => {
      await moveRun(tx, run.id, ['reading'], { status: 'mapping', found: JSON.stringify(found) });
      return { result: undefined, audit: [runEvent(run, 'import.read')] };
    });
  },
});

/** Kiểm tra thử: every row is read and judged; nothing but the run's own rows is written. */
export const checkJob: JobHandler = importJob({
  procedure: 'imports.choose',
  while: 'checking',
  again: ['mapping', 'failed'],
  async work(ctx, run, job, { again }) {
    const work = workOf(ctx, run, true);
    const kind = KINDS[run.kind];
    const { memory, lists } = await kind.open(ctx.db.longReads, work);
    const reader = new RowReader(run, kind.fields, lists, { keys: ctx.keys, today: work.today });
    const checking = { ctx, run, job, kind, work, memory, reader, unknown: new Unknown(run, kind.fields, lists) };
    const before = again ? await countsOf(ctx, run.id) : null;
    await (again ? checkAgain(checking) : checkFile(checking));
    const counts = await countsOf(ctx, run.id);
    const moved = before === null ? null : movedBetween(before, counts);
    await commit(ctx, async (tx) => {
      await moveRun(tx, run.id, ['checking'], {
        status: 'checked',
        counts: JSON.stringify(counts),
        moved: moved && JSON.stringify(moved),
        unknownValues: JSON.stringify(checking.unknown.list()),
      });
      return { result: undefined, audit: [runEvent(run, 'import.checked', countChanges(counts))] };
    });
  },
});

/** What a kind works with; `isDry`: nothing is written to the registry. */
export function workOf(ctx: ActorContext, run: ImportRunRow, isDry: boolean): Work {
  return { ctx, run, today: vietnamDate(ctx.now()), isDemo: ctx.demo ? 1 : 0, isDry };
}

type Checking = {
  ctx: ActorContext;
  run: ImportRunRow;
  job: JobRun;
  kind: AnyKind;
  work: Work;
  memory: unknown;
  reader: RowReader;
  unknown: Unknown;
};

async function checkFile({ ctx, run, job, kind, work, memory, reader, unknown }: Checking): Promise<void> {
  await housekeeping(ctx.db, (tx) => deleteImportRows(tx, run.id)); // of a check that was interrupted
  const chosen = JSON.parse(run.chosen!) as ChosenColumns;
  const columns = takenColumns(run).map(({ index, encoding }) => ({ index, encoding }));
  const choice = { sheet: chosen.sheet, headerRow: chosen.headerRow, columns };
  const total = (JSON.parse(run.found!) as FoundSheets).sheets.find(({ name }) => name === chosen.sheet)?.rowCount;
  let done = 0;
  let storing: Promise<void> = Promise.resolve();
  for await (const read of readRows(contentPath(ctx, run.fileSha256), run.fileName, choice))
    for (let from = 0; from < read.length; from += AT_ONCE) {
      job.throwIfCancelled();
      const part = read.slice(from, from + AT_ONCE);
      const rows = part.map(({ rowNumber, cells }) => reader.read(rowNumber, cells, null));
      await turn();
      const judged = await kind.judge(ctx.db.longReads, work, memory, rows);
      await storing;
      const stored = judged.map((one, position): NewImportRow => {
        unknown.add(one, rows[position]!, () => reader.stored(part[position]!.cells));
        return {
          runId: run.id,
          cells: JSON.stringify(reader.stored(part[position]!.cells)),
          decided: null,
          effect: null,
          appliedAt: null,
          undo: null,
          ...outcomeOf(one),
        };
      });
      // Stored while the next rows are judged.
      storing = housekeeping(ctx.db, (tx) => insertImportRows(tx, stored));
      storing.catch(() => {});
      done += part.length;
      job.progress(done, total ?? null);
      await turn();
    }
  await storing;
}

async function checkAgain({ ctx, run, job, kind, work, memory, reader, unknown }: Checking): Promise<void> {
  const { total } = await countsOf(ctx, run.id);
  let done = 0;
  for (let after = 0; ; ) {
    job.throwIfCancelled();
    const stored = await listRows(ctx.db.longReads, run.id, { after, limit: AT_ONCE });
    const last = stored.at(-1);
    if (!last) return;
    after = last.rowNumber;
    const open = stored.filter(({ verdict, appliedAt }) => verdict !== 'skipped' && appliedAt === null);
    const rows = open.map((row) => reader.reread(row));
    await turn();
    const judged = await kind.judge(ctx.db.longReads, work, memory, rows);
    for (const [position, one] of judged.entries())
      unknown.add(one, rows[position]!, () => JSON.parse(open[position]!.cells));
    await housekeeping(ctx.db, (tx) => updateVerdicts(tx, run.id, judged.map(outcomeOf)));
    done += stored.length;
    job.progress(done, total);
    await turn();
  }
}

/** What is stored of a verdict. Values are read from the cells again when they are written: nothing is kept twice. */
export function outcomeOf({ rowNumber, verdict, reasons, changes }: Judged<unknown>) {
  return {
    rowNumber,
    verdict,
    reasons: JSON.stringify(reasons),
    parsed: null,
    changes: changes.length > 0 ? JSON.stringify(changes) : null,
  };
}

const VERDICTS: readonly RowVerdict[] = ['new', 'changed', 'unchanged', 'wrong', 'doubtful', 'skipped'];

function movedBetween(before: ImportCounts, after: ImportCounts): NonNullable<ImportRunView['moved']> {
  return VERDICTS.filter((verdict) => before[verdict] !== after[verdict]).map((verdict) => ({
    verdict,
    from: before[verdict],
    to: after[verdict],
  }));
}

type UnknownValue = ImportRunView['unknownValues'][number];

/** Values outside a list, each with the rows that hold it, so that one correction serves all of them. */
class Unknown {
  readonly #values = new Map<string, { -readonly [Key in keyof UnknownValue]: UnknownValue[Key] }>();
  readonly #positions: ReadonlyMap<string, number>;

  readonly #labelOf: (field: string, value: string) => string;

  constructor(run: ImportRunRow, fields: readonly ImportField[], lists: Readonly<Record<string, ValueList>>) {
    const byId = new Map(fields.map((field) => [field.id, field]));
    this.#labelOf = (id, value) => {
      const { options, list } = byId.get(id) ?? {};
      const known = options?.find((one) => one.value === value) ?? (list && lists[list]?.find(value));
      return known ? known.label : value;
    };
    this.#positions = new Map(takenColumns(run).map(({ field }, position) => [field, position]));
  }

  add({ reasons }: Judged<unknown>, _row: RowIn, cells: () => readonly unknown[]): void {
    for (const { field, suggestions } of reasons) {
      if (field === undefined || suggestions === undefined || SENSITIVE.includes(field)) continue;
      const position = this.#positions.get(field);
      const cell = position === undefined ? undefined : cells()[position];
      const value = typeof cell === 'string' ? cell : Array.isArray(cell) ? String(cell[1]) : '';
      if (value === '') continue;
      const key = `${field} ${value}`;
      const known = this.#values.get(key);
      if (known) known.rowCount += 1;
      else
        this.#values.set(key, {
          field,
          value,
          rowCount: 1,
          suggestions: suggestions.map((one) => ({ value: one, label: this.#labelOf(field, one) })),
        });
    }
  }

  list(): UnknownValue[] {
    return [...this.#values.values()].toSorted((a, b) => b.rowCount - a.rowCount).slice(0, MOST_UNKNOWN);
  }
}
