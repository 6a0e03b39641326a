/** What one paste may hold; more is no form of a report. */
export const MOST_PASTED_ROWS = 2_000;
const MOST_COLUMNS = 50;
const MOST_LETTERS = 1_000_000;
/** Excel takes a text that begins so for a formula. */
const FORMULA = /^['=+\-@]/;

/**
 * The cells of a text copied from Excel, LibreOffice or a web page: tabs between columns, a line for each row,
 * whatever its line ends; a cell of several lines stands in quotes. Every cell is trimmed of spaces of any kind.
 * Null when it is no table a report could take (too long, too wide).
 */
export function readGridText(text: string): string[][] | null {
  if (text.length > MOST_LETTERS) return null;
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = nextCell(text, at);
    rows.at(-1)!.push(cell.trim());
    const sign = text[end];
    if (sign === undefined) break;
    if (sign !== '\t') rows.push([]);
    at = end + (sign === '\r' && text[end + 1] === '\n' ? 2 : 1);
  }
  // Excel ends the last row too.
  if (rows.length > 1 && rows.at(-1)!.join('') === '') rows.pop();
  return rows.length > MOST_PASTED_ROWS || rows.some((row) => row.length > MOST_COLUMNS) ? null : rows;
}

function nextCell(text: string, from: number): { cell: string; end: number } {
  if (text[from] === '"') {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
    quoted.lastIndex = from;
    const found = quoted.exec(text);
    if (found) return { cell: found[1]!.replaceAll('""', '"'), end: quoted.lastIndex };
  }
  let end = from;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { cell: text.slice(from, end), end };
}

/** A block of cells as Excel takes it. */
export function writeGridText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quotedWhereNeeded).join('\t')).join('\n');
}

const quotedWhereNeeded = (cell: string) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A text for a sheet that must not be taken for a formula there; `plainFromSheet` takes the sign away again. */
export const plainForSheet = (text: string) => (FORMULA.test(text) ? `'${text}` : text);
export const plainFromSheet = (text: string) => (/^''|^'[=+\-@]/.test(text) ? text.slice(1) : text);
