import { createHash } from 'node:crypto';
import type { OpenWorkbook, RawCell, RawRow } from '#server/imports/reading/raw-rows.ts';
import { LIMITS } from '#server/imports/reading/reading-limits.ts';
import { formatDate } from '#shared/core/dates.ts';
import { Refusal } from '#shared/core/refusal.ts';
import { findHeadings, foldHeading, guessColumns } from '#shared/imports/columns.rules.ts';
import { CCCD, ETHNICITY } from '#shared/imports/fields/common.fields.ts';
import type { FoundColumn, FoundSheet, FoundSheets } from '#shared/imports/imports.schema.ts';
import { detectCell, detectColumn, type StoredText, toUnicode } from '#shared/imports/legacy-text.ts';

const HIDDEN = '•••';
const TOP_ROWS = 30;
const TOP_SHOWN = 12;
const SAMPLES = 5;
const SAMPLE_LENGTH = 120;
/** Texts looked at per column for their letters: all of the first rows, then now and then one. */
const FIRST_TEXTS = 300;
const EVERY = 37;
const MOST_TEXTS = 3_000;

type Column = { texts: (StoredText & { rowNumber: number })[]; seen: number; font: Map<string, number> };

/**
 * Reads every visible sheet once: where the headings stand, how many rows follow, how the letters of each column
 * are stored.
 *
 * @throws Refusal import.empty, import.hidden-sheets, import.too-many-columns, import.too-many-rows
 */
export async function inspectSheets(book: OpenWorkbook, name: string): Promise<FoundSheets> {
  const sheets: FoundSheet[] = [];
  for (const sheet of book.sheets.filter(({ isHidden }) => !isHidden).slice(0, LIMITS.sheets)) {
    const found = await inspectSheet(book.rows(sheet.name), sheet.name);
    if (found) sheets.push(found);
  }
  if (sheets.length > 0) return { format: book.format, sheets };
  for (const sheet of book.sheets.filter(({ isHidden }) => isHidden).slice(0, LIMITS.sheets))
    for await (const row of book.rows(sheet.name))
      if (row.cells.some(isFilled)) throw refusal('import.hidden-sheets', { name });
  throw refusal('import.empty', { name });
}

async function inspectSheet(rows: AsyncIterable<RawRow> | Iterable<RawRow>, name: string): Promise<FoundSheet | null> {
  const top: RawRow[] = [];
  const columns: Column[] = [];
  const filledRows: number[] = [];
  let rowCount = 0;
  for await (const { rowNumber, cells } of rows) {
    if (!cells.some(isFilled)) continue;
    rowCount++;
    const width = widthOf(cells);
    if (width > LIMITS.columns)
      throw refusal('import.too-many-columns', { sheet: name, columnCount: width, limitCount: LIMITS.columns });
    // Titles and headings stand above: a few rows more than the limit are let through here.
    if (rowCount > LIMITS.rows + TOP_ROWS)
      throw refusal('import.too-many-rows', { sheet: name, limitCount: LIMITS.rows });
    if (top.length < TOP_ROWS) {
      top.push({ rowNumber, cells });
      filledRows.push(rowNumber);
    }
    for (let index = 0; index < width; index++) look(columns, index, cells[index], rowNumber);
  }
  if (rowCount === 0) return null;
  const { headerRow, headings } = findHeadings(top.map((row) => unicodeRow(row)));
  const dataCount = rowCount - filledRows.filter((row) => row <= headerRow).length;
  if (dataCount > LIMITS.rows) throw refusal('import.too-many-rows', { sheet: name, limitCount: LIMITS.rows });
  const isSecret = secretColumns(headings);
  const body = top.filter(({ rowNumber }) => rowNumber > headerRow);
  return {
    name,
    headerRow,
    rowCount: dataCount,
    columns: headings.flatMap((heading, index) => {
      const column = columns[index];
      return column || heading !== ''
        ? [foundColumn(index, heading, column, isSecret(index) ? [] : body, headerRow)]
        : [];
    }),
    top: top.slice(0, TOP_SHOWN).map((row) => {
      const shown = unicodeRow(row);
      if (row.rowNumber <= headerRow) return shown;
      return { ...shown, cells: shown.cells.map((cell, index) => (isSecret(index) && cell !== '' ? HIDDEN : cell)) };
    }),
    shape: createHash('sha256').update(headings.map(foldHeading).join('\n')).digest('hex'),
  };
}

/**
 * What is found is kept and shown until the columns are chosen, so it holds no CCCD and no ethnicity: not in columns
 * that are called so, and no number that looks like one anywhere (see `shownCell`).
 */
function secretColumns(headings: readonly string[]): (index: number) => boolean {
  const guessed = guessColumns(
    headings.map((heading, index) => ({ index, heading })),
    [CCCD, ETHNICITY],
  );
  const secret = new Set(guessed.flatMap(({ index, field }) => (field === null ? [] : [index])));
  return (index) => secret.has(index);
}

function look(columns: Column[], index: number, cell: RawCell | undefined, rowNumber: number): void {
  if (cell === undefined) return;
  columns[index] ??= { texts: [], seen: 0, font: new Map() };
  const column = columns[index];
  if (cell.kind !== 'text' && cell.kind !== 'formula') return;
  column.seen++;
  const isSample = column.seen <= FIRST_TEXTS || (column.seen % EVERY === 0 && column.texts.length < MOST_TEXTS);
  if (!isSample) return;
  column.texts.push({ text: cell.text, font: cell.font, rowNumber });
  if (cell.font !== null) column.font.set(cell.font, (column.font.get(cell.font) ?? 0) + 1);
}

function foundColumn(
  index: number,
  heading: string,
  column: Column | undefined,
  body: readonly RawRow[],
  headerRow: number,
): FoundColumn {
  const { encoding, by } = detectColumn((column?.texts ?? []).filter(({ rowNumber }) => rowNumber > headerRow));
  const [font = null] = [...(column?.font ?? [])].toSorted((a, b) => b[1] - a[1]).map(([each]) => each);
  const texts = body.flatMap(({ cells }): StoredText[] => {
    const cell = cells[index];
    return cell ? [{ text: shownCell(cell), font: 'font' in cell ? cell.font : null }] : [];
  });
  // Those first in which something changes: they are what the person has to judge.
  const samples = texts
    .map((cell) => ({ before: cell.text, after: toUnicode(cell, encoding) }))
    .toSorted((a, b) => Number(a.before === a.after) - Number(b.before === b.after))
    .slice(0, SAMPLES)
    .map(({ before, after }) => ({ before: before.slice(0, SAMPLE_LENGTH), after: after.slice(0, SAMPLE_LENGTH) }));
  return { index, heading, samples, font, encoding, encodingBy: by };
}

/** A row of titles or headings in Unicode: each cell by its own letters, and by those of the row. */
function unicodeRow({ rowNumber, cells }: RawRow): { rowNumber: number; cells: string[] } {
  const stored = Array.from(cells, (cell): StoredText | null =>
    cell ? { text: shownCell(cell), font: 'font' in cell ? cell.font : null } : null,
  );
  const sure = stored.flatMap((cell) => (cell ? [detectCell(cell)] : [])).find((found) => found.sure);
  return {
    rowNumber,
    cells: stored.map((cell) => (cell ? toUnicode(cell, 'mixed', sure?.encoding ?? null).slice(0, 300) : '')),
  };
}

function shownCell(cell: RawCell): string {
  if (cell.kind === 'date') return formatDate(cell.date);
  return /^\D{0,2}(?:\d[\s.-]?){9,12}$/.test(cell.text.trim()) ? HIDDEN : cell.text;
}

function isFilled(cell: RawCell | undefined): boolean {
  return cell !== undefined && (cell.kind !== 'text' || cell.text.trim() !== '');
}

function widthOf(cells: readonly (RawCell | undefined)[]): number {
  for (let i = cells.length; i > 0; i--) if (isFilled(cells[i - 1])) return i;
  return 0;
}

function refusal(code: string, facts: Record<string, string | number>): Refusal {
  return new Refusal('refused', [{ code, facts }]);
}
