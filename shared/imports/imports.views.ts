import type {
  ChosenColumns,
  FoundSheets,
  ImportCounts,
  ImportKind,
  ImportStatus,
  RowVerdict,
} from '#shared/imports/imports.schema.ts';

/** The guess for one sheet, with where it comes from. */
export type GuessedSheet = Omit<ChosenColumns, 'columns'> & {
  columns: readonly (ChosenColumns['columns'][number] & { by: 'remembered' | 'guessed' | 'none' })[];
};

/** A reason worded by the server, with the problem alert's shape. */
export type WordedCellReason = { code: string; text: string };

/** One import as the list shows it. */
export type ImportRunLine = {
  id: string;
  kind: ImportKind;
  status: ImportStatus;
  fileName: string;
  /** The unit or the cluster year it belongs to, in words; null: none. */
  scopeName: string | null;
  createdByName: string;
  createdAt: string;
  appliedAt: string | null;
  /** Until when (instant) the whole import can be taken back; null: not applied. */
  undoUntil: string | null;
  undoneAt: string | null;
  counts: ImportCounts | null;
};

/** One import with everything its page shows. */
export type ImportRunView = ImportRunLine & {
  version: number;
  /** When (instant) the uploaded file and the rows will be cleared away; null: a job works on them, or they were. */
  clearsAt: string | null;
  /** When they were; null: they are there. */
  clearedAt: string | null;
  /** Why it failed; null while nothing failed. */
  failure: readonly WordedCellReason[] | null;
  found: FoundSheets | null;
  guesses: readonly GuessedSheet[];
  chosen: ChosenColumns | null;
  /** Of the job running now; total null: not known yet. */
  progress: { done: number; total: number | null; cancelAsked: boolean } | null;
  /** Values outside a list, worst first: each stands in `rowCount` rows. */
  unknownValues: readonly {
    field: string;
    /** As it stands in the file. */
    value: string;
    rowCount: number;
    /** Nearest of the list, best first. */
    suggestions: readonly { value: string; label: string }[];
  }[];
  /** How many rows moved to another verdict by the last re-check; null: there was none. */
  moved: { verdict: RowVerdict; from: number; to: number }[] | null;
  /** Rows that could not be taken back, with the reason. */
  notUndone: readonly { rowNumber: number; reason: WordedCellReason }[];
  /** Other imports of the very same file, the last first: who, when, how far. */
  sameFile: readonly { who: string; isMe: boolean; createdAt: string; status: ImportStatus }[];
  /** A list of first passwords waits to be fetched once. */
  hasPasswords: boolean;
  actions: Readonly<
    Record<
      'choose' | 'correct' | 'confirm' | 'cancel' | 'undo',
      { allowed: boolean; reasons: readonly WordedCellReason[] }
    >
  >;
};

/** A row as it was judged. */
export type ImportRowView = {
  rowNumber: number;
  verdict: RowVerdict;
  /** Texts by field id, converted, as they were read. */
  cells: Readonly<Record<string, string>>;
  /** What is wrong or doubtful; field null: the row as a whole. */
  reasons: readonly (WordedCellReason & { field: string | null; value: string | null })[];
  /** Of changed rows: what stands in the registry and what would stand there. */
  changes: readonly { field: string; from: string | null; to: string | null }[];
  /** Of doubtful recipients: those in the registry it may be. */
  candidates: readonly { id: string; name: string; about: string; sameness: readonly string[] }[];
  /** What the person chose for a doubtful one: an id, or 'new'. */
  decided: string | null;
};
