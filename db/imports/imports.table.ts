import type { Generated, Insertable, Selectable } from 'kysely';
import type { ImportKind, ImportStatus, RowVerdict } from '#shared/imports/imports.schema.ts';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';

/** Một lần nhập từ Excel: from the file to its undo. */
export interface ImportRunTable {
  id: string;
  kind: ImportKind;
  status: ImportStatus;
  unitId: string | null;
  clusterYearId: string | null;
  period: ReportPeriod | null;
  fileId: string;
  fileName: string;
  fileSha256: string;
  /** JSON of FoundSheets. */
  found: string | null;
  /** JSON of ChosenColumns. */
  chosen: string | null;
  /** JSON of Correction[]. */
  corrections: Generated<string>;
  /** JSON of ImportCounts. */
  counts: string | null;
  /** JSON of ImportRunView['moved']. */
  moved: string | null;
  /** JSON of ImportRunView['unknownValues']. */
  unknownValues: string | null;
  jobId: string | null;
  /** JSON of Reason[]. */
  error: string | null;
  /** First passwords follow from it and a key of the server. */
  passwordSeed: string | null;
  createdBy: string;
  createdAt: string;
  appliedAt: string | null;
  undoUntil: string | null;
  undoneAt: string | null;
  isDemo: Generated<number>;
  version: Generated<number>;
}
export type ImportRunRow = Selectable<ImportRunTable>;
export type NewImportRun = Insertable<ImportRunTable>;

/** One row of the sheet as it was read and judged. */
export interface ImportRowTable {
  runId: string;
  rowNumber: number;
  cells: string;
  parsed: string | null;
  verdict: RowVerdict;
  reasons: Generated<string>;
  /** JSON of ImportRowView['changes']. */
  changes: string | null;
  /** 'new', or the id of a recipient. */
  decided: string | null;
  effect: string | null;
  appliedAt: string | null;
  /** 'undone', or JSON of RowReason. */
  undo: string | null;
}
export type ImportRowRow = Selectable<ImportRowTable>;
export type NewImportRow = Insertable<ImportRowTable>;

/** Which field each column was, for sheets with the same headings. */
export interface ImportShapeTable {
  kind: ImportKind;
  accountId: string;
  shape: string;
  mapping: string;
  usedAt: string;
}
