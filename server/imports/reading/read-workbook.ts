import type { FoundSheets, ReadCell, TextEncoding } from '#shared/imports/imports.schema.ts';

/** Which part of a file is read: a sheet, the row of its headings (0: none), and the columns with their letters. */
export type RowChoice = {
  sheet: string;
  headerRow: number;
  columns: readonly { index: number; encoding: TextEncoding }[];
};
/** A row of the sheet; `cells` stand in the order of the chosen columns, one each. */
export type ReadRow = { rowNumber: number; cells: ReadCell[] };

/**
 * What a file holds: its format (by its bytes, never by its name), visible sheets, headings and letters of each column.
 *
 * @param path the stored file
 * @param name as the person called it, for messages
 * @throws Refusal import.* when it is no workbook that may be read
 */
export async function inspectWorkbook(path: string, name: string): Promise<FoundSheets> {
  throw new Error(`not yet: ${path} ${name}`);
}

/**
 * The rows below the headings that hold anything, in batches of a few hundred; the next batch is read when it is
 * asked for. Leaving the loop early ends the reading process.
 *
 * @throws Refusal import.* as inspectWorkbook, and when the sheet is gone or has too many rows
 */
export async function* readRows(path: string, name: string, choice: RowChoice): AsyncIterable<ReadRow[]> {
  throw new Error(`not yet: ${path} ${name} ${choice.sheet}`);
}
