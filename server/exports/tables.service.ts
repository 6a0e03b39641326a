import type { Readable } from 'node:stream';
import { type Cell, type Sheet, xlsxStream } from '#server/exports/xlsx-writer.ts';

/** Rows made into text without a break: some two milliseconds. */
const ROWS_AT_ONCE = 200;

/** A table of another feature's paper as a workbook, in the layout of the exports. */
export function tableWorkbook(
  about: Pick<Sheet, 'office' | 'title' | 'filterLine' | 'madeLine' | 'columns'>,
  rows: readonly (readonly Cell[])[],
): Readable {
  return xlsxStream({ ...about, numberLabel: 'STT', rows: inPages(rows) });
}

async function* inPages(rows: readonly (readonly Cell[])[]) {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    yield rows.slice(from, from + ROWS_AT_ONCE);
    await new Promise(setImmediate); // others' requests come in between
  }
}
