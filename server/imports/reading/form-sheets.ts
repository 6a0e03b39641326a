import { chosenRows } from '#server/imports/reading/chosen-rows.ts';
import type { OpenWorkbook } from '#server/imports/reading/raw-rows.ts';
import type { FormSheet } from '#server/imports/reading/reading-messages.ts';
import { Refusal } from '#shared/core/refusal.ts';

/** Of a form: rows and letters of all its sheets together. People keep some sheets of their own beside it. */
const MOST_ROWS = 5_000;
const MOST_LETTERS = 3_000_000;

/**
 * All sheets of a small workbook, hidden ones too.
 *
 * @throws Refusal import.too-many-rows when it holds more than any form
 */
export async function formSheets(book: OpenWorkbook, name: string): Promise<FormSheet[]> {
  const sheets: FormSheet[] = [];
  let [rowCount, letterCount] = [0, 0];
  for (const { name: sheet, isHidden } of book.sheets) {
    const rows: FormSheet['rows'] = [];
    for await (const row of chosenRows(book, name, { sheet, headerRow: 0, columns: [] }, true)) {
      rows.push(row);
      rowCount += 1;
      for (const cell of row.cells) letterCount += 'text' in cell ? cell.text.length : 0;
      if (rowCount > MOST_ROWS || letterCount > MOST_LETTERS)
        throw new Refusal('refused', [{ code: 'import.too-many-rows', facts: { sheet, limitCount: MOST_ROWS } }]);
    }
    sheets.push({ name: sheet, isHidden, rows });
  }
  return sheets;
}
