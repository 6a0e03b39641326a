import { createRequire } from 'node:module';
import type * as SheetJs from '@e965/xlsx';
import {
  dateOfSerial,
  isDateFormat,
  type Merge,
  numberCell,
  type OpenWorkbook,
  type RawCell,
  type RawRow,
} from '#server/imports/reading/raw-rows.ts';
import { LIMITS } from '#server/imports/reading/reading-limits.ts';
import type { FoundSheets } from '#shared/imports/imports.schema.ts';

/** In a file protected by a password the library says so in its message. */
export class PasswordError extends Error {}

/**
 * A format that only SheetJS knows (.xls, .xlsb, .ods, HTML that calls itself .xls), read whole. Loaded when it is
 * needed: most files are .xlsx or .csv.
 */
export function openWithSheetJs(bytes: Buffer, format: FoundSheets['format']): OpenWorkbook {
  const xlsx: typeof SheetJs = createRequire(import.meta.url)('@e965/xlsx');
  let book: SheetJs.WorkBook;
  try {
    book = xlsx.read(format === 'html' ? decodeHtml(bytes) : bytes, {
      type: format === 'html' ? 'string' : 'buffer',
      dense: true,
      cellFormula: format !== 'html',
      cellHTML: false,
      cellText: false,
      cellNF: true,
      raw: format === 'html', // "05/03/2024" is no American date, "0123" no number
      sheetRows: LIMITS.rows + 1_000,
    });
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message)) throw new PasswordError(error.message);
    throw error;
  }
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  return {
    format,
    sheets: book.SheetNames.map((name, i) => ({ name, isHidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0 })),
    rows: (sheet) => rowsOf(book.Sheets[sheet]!, is1904),
    merges: async (sheet) => (book.Sheets[sheet]?.['!merges'] ?? []).map(mergeOf),
    close: () => {},
  };
}

function mergeOf({ s, e }: SheetJs.Range): Merge {
  return { top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c };
}

function* rowsOf(sheet: SheetJs.WorkSheet, is1904: boolean): Generator<RawRow> {
  const data = (sheet['!data'] ?? []) as readonly (readonly (SheetJs.CellObject | undefined)[] | undefined)[];
  for (const [i, row] of data.entries()) {
    if (!row) continue;
    const cells: (RawCell | undefined)[] = [];
    row.forEach((cell, column) => {
      const raw = cell && cellOf(cell, is1904);
      if (raw) cells[column] = raw;
    });
    if (cells.length > 0) yield { rowNumber: i + 1, cells };
  }
}

function cellOf(cell: SheetJs.CellObject, is1904: boolean): RawCell | undefined {
  if (cell.v === undefined || cell.v === null || cell.v === '') return undefined;
  const hasFormula = typeof cell.f === 'string';
  if (cell.t === 'e') return { kind: 'error', text: cell.w ?? '#LỖI' };
  if (cell.t === 'n') {
    const format = typeof cell.z === 'string' ? cell.z : undefined;
    const number = Number(cell.v);
    const date = format !== undefined && isDateFormat(-1, format) ? dateOfSerial(number, is1904) : null;
    const read: RawCell = date === null ? numberCell(number, format) : { kind: 'date', date };
    return hasFormula ? { kind: 'formula', text: read.kind === 'date' ? read.date : String(cell.v), font: null } : read;
  }
  if (cell.v instanceof Date) return { kind: 'date', date: cell.v.toISOString().slice(0, 10) };
  const text = cell.t === 'b' ? (cell.v ? 'TRUE' : 'FALSE') : String(cell.v);
  return hasFormula ? { kind: 'formula', text, font: null } : { kind: 'text', text, font: null };
}

/** Saved pages say their letters in a mark or a meta tag; what is not UTF-8 is left to the detector of old letters. */
function decodeHtml(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}
