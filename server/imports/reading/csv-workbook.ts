import type { OpenWorkbook, RawCell, RawRow } from '#server/imports/reading/raw-rows.ts';
import { LIMITS } from '#server/imports/reading/reading-limits.ts';

/** Rows looked at to find out what stands between the cells. */
const LINES_LOOKED_AT = 20;
const SEPARATORS = [';', ',', '\t', '|'];

/** Text with separators; its one sheet is called "CSV". Every cell is text. */
export function openCsv(bytes: Buffer): OpenWorkbook {
  const text = decode(bytes);
  const named = /^sep=(.)\r?\n/i.exec(text); // Excel's own first line
  const separator = named?.[1] ?? guessSeparator(text);
  const start = named?.[0].length ?? 0;
  return {
    format: 'csv',
    sheets: [{ name: 'CSV', isHidden: false }],
    rows: () => csvRows(text, start, separator, named ? 1 : 0),
    merges: async () => [],
    close: () => {},
  };
}

/** UTF-8 and UTF-16 (by mark or by its zeros); other bytes one by one, for the detector of old letters. */
function decode(bytes: Buffer): string {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (isLittle || (!isBig && looksUtf16(bytes, 1))) return new TextDecoder('utf-16le').decode(bytes);
  if (isBig || looksUtf16(bytes, 0)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

function looksUtf16(bytes: Buffer, zeroAt: 0 | 1): boolean {
  const start = bytes.subarray(0, 400);
  let zeros = 0;
  for (let i = zeroAt; i < start.length; i += 2) if (start[i] === 0) zeros++;
  return start.length >= 8 && zeros > start.length / 5;
}

/** True for bytes that are no text at all. */
export function isBinary(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 4_096);
  if (looksUtf16(start, 0) || looksUtf16(start, 1)) return false;
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)) return false;
  let odd = 0;
  for (const byte of start) if (byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) odd++;
  return odd > start.length / 100;
}

/** The one that cuts the first lines into most, and equally many, cells. */
function guessSeparator(text: string): string {
  const lines = text.slice(0, 20_000).split(/\r?\n/).filter(Boolean).slice(0, LINES_LOOKED_AT);
  let best = { separator: ';', points: 0 };
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(separator).length - 1).filter((n) => n > 0);
    const most = Math.max(0, ...counts);
    const points = most === 0 ? 0 : counts.length * 10 + counts.filter((n) => n === most).length * 5 + most;
    if (points > best.points) best = { separator, points };
  }
  return best.separator;
}

function* csvRows(text: string, start: number, separator: string, above: number): Generator<RawRow> {
  let rowNumber = above;
  let at = start;
  while (at < text.length) {
    rowNumber++;
    const cells: (RawCell | undefined)[] = [];
    let column = 0;
    for (;;) {
      const { value, next, isLast } = readCell(text, at, separator);
      if (value !== '') cells[column] = { kind: 'text', text: value, font: null };
      column++;
      at = next;
      if (isLast) break;
    }
    if (cells.length > 0) yield { rowNumber, cells };
  }
}

function readCell(text: string, at: number, separator: string): { value: string; next: number; isLast: boolean } {
  if (text[at] === '"') {
    let value = '';
    let from = at + 1;
    for (;;) {
      const quote = text.indexOf('"', from);
      // A quote without its partner: the rest of the line is meant, not the rest of the file.
      if (quote < 0 || quote - at > LIMITS.cellText) break;
      value += text.slice(from, quote);
      if (text[quote + 1] === '"') {
        value += '"';
        from = quote + 2;
        continue;
      }
      const rest = plainCell(text, quote + 1, separator);
      return { ...rest, value: value + rest.value };
    }
  }
  const cell = plainCell(text, at, separator);
  // ="0123" is how zeros are kept from Excel.
  return { ...cell, value: /^="[^"]*"$/.test(cell.value) ? cell.value.slice(2, -1) : cell.value };
}

function plainCell(text: string, at: number, separator: string): { value: string; next: number; isLast: boolean } {
  let end = at;
  while (end < text.length) {
    const sign = text[end];
    if (sign === separator) return { value: text.slice(at, end), next: end + 1, isLast: end + 1 >= text.length };
    if (sign === '\n' || sign === '\r') break;
    end++;
  }
  const width = text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1;
  return { value: text.slice(at, end), next: end + width, isLast: true };
}
