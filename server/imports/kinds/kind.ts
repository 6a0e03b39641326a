import type { Reader, Writer } from '#db/database.ts';
import type { ImportRunRow } from '#db/imports/imports.table.ts';
import type { ActorContext } from '#server/core/context.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import type { ImportField } from '#shared/imports/fields/import-field.ts';
import type { RowReason, RowVerdict } from '#shared/imports/imports.schema.ts';
import type { ImportRowView } from '#shared/imports/imports.views.ts';
import type { ValueList } from '#shared/imports/suggestions.rules.ts';

/** Values of one row by field id, as the cells say them; a field whose cell is wrong is missing. */
export type RowValues = Readonly<Record<string, string | number | boolean | null>>;

/** A row as its kind judges it: what its cells say, and what a person said of it. */
export type RowIn = {
  rowNumber: number;
  values: RowValues;
  /** What is wrong with its cells; such a row is never written. */
  reasons: readonly RowReason[];
  /** 'new', the id of a recipient, or nothing. */
  decided: string | null;
};

/** A row as it was judged. `plan` is JSON of what writing it takes; null where nothing is written. */
export type Judged<Plan> = {
  rowNumber: number;
  verdict: Exclude<RowVerdict, 'skipped'>;
  reasons: readonly RowReason[];
  changes: ImportRowView['changes'];
  plan: Plan | null;
};

/** What a row made or changed, enough to take it back. */
export type Applied<Effect> = { rowNumber: number; effect: Effect };
/** A row that was taken back, or the reason why it stays. */
export type TakenBack = { rowNumber: number; kept: RowReason | null };

/** What a kind works with, from the first row of a job to its last. */
export type Work = {
  ctx: ActorContext;
  run: ImportRunRow;
  /** Business day, 'YYYY-MM-DD'. */
  today: string;
  isDemo: 0 | 1;
  /** A dry run goes through the whole file; what writes sees its own earlier rows in the database. */
  isDry: boolean;
};

/**
 * One kind of data. `judge` asks the database in sets and is the same in the dry run and inside the transaction that
 * writes: what may be written is decided once. `Memory` is what it keeps between batches of one job (catalogues, rows
 * seen before in the file).
 */
export type KindAdapter<Memory, Plan, Effect> = {
  fields: readonly ImportField[];
  /** Rows in one transaction. */
  chunk: number;
  /** Catalogues; `lists` are those by which cells of an enumeration are read. */
  open(db: Reader, work: Work): Promise<{ memory: Memory; lists: Readonly<Record<string, ValueList>> }>;
  /** Rows in the order of the sheet; gives one answer for each. Reads only. */
  judge(db: Reader, work: Work, memory: Memory, rows: readonly RowIn[]): Promise<Judged<Plan>[]>;
  /** Keeps others from writing the same records meanwhile (PostgreSQL), before the rows are judged the last time. */
  lock(tx: Writer, work: Work, memory: Memory, rows: readonly RowIn[]): Promise<void>;
  /** Work before the transaction that takes long, e.g. hashing passwords; done while the rows before are written. */
  prepare?(work: Work, memory: Memory, rows: readonly RowIn[]): Promise<void>;
  apply(
    tx: Writer,
    work: Work,
    memory: Memory,
    rows: readonly { rowNumber: number; plan: Plan }[],
  ): Promise<{ applied: Applied<Effect>[]; audit: AuditEvent[] }>;
  undo(
    tx: Writer,
    work: Work,
    rows: readonly { rowNumber: number; effect: Effect }[],
  ): Promise<{ rows: TakenBack[]; audit: AuditEvent[] }>;
};

// biome-ignore lint/suspicious/noExplicitAny: each kind knows its own plan and memory; the engine only carries them
export type AnyKind = KindAdapter<any, any, any>;

/** 'Tệp danh-sach.xlsx, dòng 12', as the history of a record names where it came from. */
export const sourceText = ({ run }: Work, rowNumber: number): string => `Tệp ${run.fileName}, dòng ${rowNumber}`;
