import type { RowChoice } from '#server/imports/reading/reading-messages.ts';

/** A bad row: what is wrong with which column of the sheet (counted from 0); index null: with the row as a whole. */
export type WrongRow = { rowNumber: number; cells: readonly { index: number | null; message: string }[] };

/**
 * Writes an .xlsx with the headings of the source and its bad rows only, in the same columns; bad cells are red and
 * carry a note that says why. It can be put right and imported again.
 *
 * @param wrong in the order of row numbers
 * @returns how many rows were written
 */
export async function markedWorkbook(
  source: string,
  name: string,
  choice: RowChoice,
  wrong: AsyncIterable<WrongRow>,
  to: string,
): Promise<number> {
  throw new Error(`not yet: ${source} ${name} ${choice.sheet} ${typeof wrong} ${to}`);
}
