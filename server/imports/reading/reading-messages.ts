import type { Reason } from '#shared/core/reason.ts';
import type { FoundSheets, ReadCell, TextEncoding } from '#shared/imports/imports.schema.ts';

/** A row of the sheet; `cells` stand in the order of the chosen columns, one each. */
export type ReadRow = { rowNumber: number; cells: ReadCell[] };

/** Which part of a file is read: a sheet, the row of its headings (0: none), and the columns with their letters. */
export type RowChoice = {
  sheet: string;
  headerRow: number;
  columns: readonly { index: number; encoding: TextEncoding }[];
};

/**
 * What the reading process is asked, once. `form`: everything of a small workbook, hidden sheets too. `isWhole`: all rows from the top and all columns, the chosen ones in their
 * letters (a row is then as long as its last cell).
 */
export type ReadingTask =
  | { task: 'inspect'; path: string; name: string }
  | { task: 'form'; path: string; name: string }
  | { task: 'rows'; path: string; name: string; choice: RowChoice; isWhole: boolean };

/** A sheet of a small workbook, whole; its cells from the first column on. */
export type FormSheet = { name: string; isHidden: boolean; rows: ReadRow[] };

/** Rows go out one batch for each `next`. */
export type ToReader = ReadingTask | { task: 'next' };
export type FromReader =
  | { is: 'found'; found: FoundSheets }
  | { is: 'form'; sheets: FormSheet[] }
  | { is: 'batch'; rows: ReadRow[]; memoryMb: number }
  | { is: 'end' }
  | { is: 'refused'; reasons: readonly Reason[] }
  | { is: 'broken'; message: string };
