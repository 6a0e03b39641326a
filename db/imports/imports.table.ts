import type { Generated, Insertable, Selectable } from 'kysely';
import type { ImportKind, ImportStatus, RowVerdict } from '#shared/imports/imports.schema.ts';

/** Một lần nhập từ Excel: from the file to its undo. */
export interface ImportRunTable {
  id: string;
  kind: ImportKind;
  status: ImportStatus;
  unitId: string | null;
  clusterYearId: string | null;
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
  jobId: string | null;
  error: string | null;
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
  effect: string | null;
  appliedAt: string | null;
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
