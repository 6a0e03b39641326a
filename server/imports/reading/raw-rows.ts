import type { FoundSheets } from '#shared/imports/imports.schema.ts';

/** A cell as the file has it: letters not converted, nothing trimmed. Missing in a row: empty. */
export type RawCell =
  | { kind: 'text'; text: string; font: string | null }
  | { kind: 'number'; number: number; text: string }
  | { kind: 'date'; date: string }
  | { kind: 'formula'; text: string; font: string | null }
  | { kind: 'error'; text: string };

/** `cells` has holes where the sheet is empty. `rowNumber` counts from 1. */
export type RawRow = { rowNumber: number; cells: (RawCell | undefined)[] };

/** Merged cells: rows and columns, both ends within; rows from 1, columns from 0. */
export type Merge = { top: number; bottom: number; left: number; right: number };

/** A file opened for reading, whatever its format. */
export type OpenWorkbook = {
  format: FoundSheets['format'];
  sheets: readonly { name: string; isHidden: boolean }[];
  /** Rows from the top; rows without any cell may be left out. */
  rows: (sheet: string) => AsyncIterable<RawRow> | Iterable<RawRow>;
  merges: (sheet: string) => Promise<readonly Merge[]>;
  close: () => void;
};

const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_SERIAL = 2_958_465; // 31/12/9999

/** Excel's day number as 'YYYY-MM-DD', the time of day dropped; null when it is none. */
export function dateOfSerial(serial: number, is1904: boolean): string | null {
  if (!(serial >= 1) || serial > LAST_SERIAL) return null;
  const day = Math.floor(serial);
  // Excel of 1900 believes in a 29/02/1900: before it, days are one less far from the epoch.
  const epoch = is1904 ? EPOCH_1904 : EPOCH_1900 + (day < 60 ? DAY_MS : 0);
  return new Date(epoch + day * DAY_MS).toISOString().slice(0, 10);
}

const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** True when a number format shows a day. A time alone is none. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DATES.has(id);
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').toLowerCase();
  return /[dy]/.test(bare) || (/m/.test(bare) && !/[hs0#?]/.test(bare));
}

/** A number as text. A format of zeros only ("000000000000" for CCCD) fills up with zeros, as Excel shows it. */
export function numberCell(number: number, format: string | undefined): RawCell {
  const plain = String(Number(number.toPrecision(15)));
  const zeros = format !== undefined && /^0{2,}$/.test(format) && /^\d+$/.test(plain);
  return { kind: 'number', number, text: zeros ? plain.padStart(format.length, '0') : plain };
}
