import type {
  AlikeValue,
  ChosenColumns,
  FoundSheets,
  ImportCounts,
  ImportKind,
  ImportStatus,
  RowVerdict,
} from '#shared/imports/imports.schema.ts';

/** The guess for one sheet, with where each column's field comes from. */
export type GuessedSheet = Omit<ChosenColumns, 'columns'> & {
  columns: readonly (ChosenColumns['columns'][number] & { by: 'remembered' | 'guessed' | 'none' })[];
};

/** A reason worded by the server. */
type Worded = { code: string; text: string };
type Allowed = { allowed: boolean; reasons: readonly Worded[] };

/** One import as the list shows it. */
export type ImportRunLine = {
  id: string;
  kind: ImportKind;
  status: ImportStatus;
  fileName: string;
  /** The unit, or the cluster year and period, in words; null: none. */
  scopeName: string | null;
  createdByName: string;
  createdAt: string;
  appliedAt: string | null;
  /** Until when (instant) the whole import can be taken back; null: not applied. */
  undoUntil: string | null;
  undoneAt: string | null;
  counts: ImportCounts | null;
};

/** One import with everything its page shows (imports.byId). */
export type ImportRunView = ImportRunLine & {
  version: number;
  /** Why it failed, what to do; null while nothing failed. */
  failure: readonly Worded[] | null;
  found: FoundSheets | null;
  guesses: readonly GuessedSheet[];
  chosen: ChosenColumns | null;
  /** Of the job running now; total null: not known yet. Null: none runs. */
  progress: { done: number; total: number | null; cancelAsked: boolean } | null;
  /** Wrong values that many rows share, most rows first. */
  alike: readonly AlikeValue[];
  /** Verdicts whose count moved by the last re-check; null: checked once only. */
  moved: readonly { verdict: RowVerdict; from: number; to: number }[] | null;
  /** Rows an undo left, because somebody worked on the record since. */
  keptCount: number;
  /** A list of first passwords waits to be fetched once (kind 'accounts'). */
  hasPasswords: boolean;
  actions: Readonly<Record<'choose' | 'correct' | 'confirm' | 'cancel' | 'undo', Allowed>>;
};
