import type { Merge, OpenWorkbook, RawCell, RawRow } from '#server/imports/reading/raw-rows.ts';
import { LIMITS } from '#server/imports/reading/reading-limits.ts';
import type { ReadRow, RowChoice } from '#server/imports/reading/reading-messages.ts';
import { formatDate } from '#shared/core/dates.ts';
import { Refusal } from '#shared/core/refusal.ts';
import type { ReadCell, TextEncoding } from '#shared/imports/imports.schema.ts';
import { detectCell, type StoredAs, toUnicode } from '#shared/imports/legacy-text.ts';

/** In the first column of the example row of a template. */
export const EXAMPLE_MARK = 'VD';
const EMPTY: ReadCell = { kind: 'empty' };
/** A merge this wide that is alone in its row heads a group ("I. Tập thể"): it is no record. */
const GROUP_WIDTH = 3;
const MOST_REMEMBERED = 50_000;

/**
 * The rows below the headings in which a chosen column holds anything, in Unicode. Rows of a single wide merge are
 * headings of groups and left out, as is the example row of the template; other cells under a merge are told as `merged`.
 *
 * @throws Refusal import.sheet-missing, import.too-many-rows
 */
export async function* chosenRows(
  book: OpenWorkbook,
  name: string,
  choice: RowChoice,
  isWhole: boolean,
): AsyncGenerator<ReadRow> {
  if (!book.sheets.some(({ name: each }) => each === choice.sheet))
    throw new Refusal('refused', [{ code: 'import.sheet-missing', facts: { name, sheet: choice.sheet } }]);
  const covered = coveredCells(await book.merges(choice.sheet));
  const convert = converter();
  let rowCount = 0;
  for await (const raw of book.rows(choice.sheet)) {
    const merged = covered(raw);
    if (!isWhole && (raw.rowNumber <= choice.headerRow || isGroupHeading(raw, merged) || isExample(raw))) continue;
    const columns = isWhole ? everyColumn(raw, choice) : choice.columns;
    const mates = columns.some(({ encoding }) => encoding === 'mixed') ? lettersOf(raw) : null;
    const cells = columns.map(({ index, encoding }): ReadCell => {
      const over = raw.cells[index] === undefined ? merged.texts.get(index) : undefined;
      if (over !== undefined) return { kind: 'merged', text: convert(over, encoding, mates) };
      return read(raw.cells[index], (cell) => convert(cell, encoding, mates));
    });
    if (cells.every(({ kind }) => kind === 'empty' || (isWhole && kind === 'merged')) && !isWhole) continue;
    rowCount++;
    if (rowCount > LIMITS.rows + (isWhole ? choice.headerRow : 0))
      throw new Refusal('refused', [
        { code: 'import.too-many-rows', facts: { sheet: choice.sheet, limitCount: LIMITS.rows } },
      ]);
    yield { rowNumber: raw.rowNumber, cells };
  }
}

function everyColumn(raw: RawRow, choice: RowChoice): RowChoice['columns'] {
  const encodings = new Map(choice.columns.map(({ index, encoding }) => [index, encoding]));
  const width = Math.min(raw.cells.length, LIMITS.columns);
  return Array.from({ length: width }, (_, index) => ({ index, encoding: encodings.get(index) ?? 'mixed' }));
}

type Text = { text: string; font: string | null };

function read(cell: RawCell | undefined, convert: (cell: Text) => string): ReadCell {
  if (cell === undefined) return EMPTY;
  if (cell.kind === 'number' || cell.kind === 'error') return cell;
  if (cell.kind === 'date') return { kind: 'date', date: cell.date, text: formatDate(cell.date) };
  const text = convert(cell);
  if (cell.kind === 'formula') return { kind: 'formula', text };
  if (text === '') return EMPTY;
  return text === cell.text ? { kind: 'text', text } : { kind: 'text', text, raw: cell.text };
}

/** Conversion that remembers: columns of units and awards hold few texts many times. */
function converter(): (cell: Text, encoding: TextEncoding, mates: StoredAs | null) => string {
  const remembered = new Map<string, string>();
  return ({ text, font }, encoding, mates) => {
    const key = `${encoding}\n${mates ?? ''}\n${font ?? ''}\n${text}`;
    let converted = remembered.get(key);
    if (converted === undefined) {
      converted = toUnicode({ text, font }, encoding, mates);
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(key, converted);
    }
    return converted;
  };
}

/** How the cells of a row that leave no doubt are stored; null: none does. */
function lettersOf({ cells }: RawRow): StoredAs | null {
  for (const cell of cells) {
    if (cell?.kind !== 'text') continue;
    const found = detectCell(cell);
    if (found.sure) return found.encoding;
  }
  return null;
}

/** Of one row: texts shown over cells that lie under a merge, by column; and the widest merge that begins in it. */
type Covered = { texts: Map<number, Text>; widest: Merge | null };

/** Follows the rows from the top and knows the merges that reach into each. */
function coveredCells(merges: readonly Merge[]): (row: RawRow) => Covered {
  const waiting = merges.toSorted((a, b) => b.top - a.top);
  let active: { merge: Merge; shown: Text | null }[] = [];
  return ({ rowNumber, cells }) => {
    const covered: Covered = { texts: new Map(), widest: null };
    while (waiting.length > 0 && waiting.at(-1)!.top <= rowNumber) active.push({ merge: waiting.pop()!, shown: null });
    if (active.length === 0) return covered;
    active = active.filter(({ merge }) => merge.bottom >= rowNumber);
    for (const one of active) {
      const { merge } = one;
      if (merge.top === rowNumber) {
        const cell = cells[merge.left];
        one.shown = cell
          ? { text: cell.kind === 'date' ? formatDate(cell.date) : cell.text, font: fontOf(cell) }
          : null;
        const width = merge.right - merge.left;
        if (cell && (!covered.widest || width > covered.widest.right - covered.widest.left)) covered.widest = merge;
      }
      if (one.shown === null) continue;
      for (let column = merge.left; column <= merge.right && column < LIMITS.columns; column++)
        if (rowNumber > merge.top || column > merge.left) covered.texts.set(column, one.shown);
    }
    return covered;
  };
}

function fontOf(cell: RawCell): string | null {
  return 'font' in cell ? cell.font : null;
}

function isGroupHeading({ cells }: RawRow, { widest }: Covered): boolean {
  if (!widest || widest.right - widest.left + 1 < GROUP_WIDTH) return false;
  return cells.every((cell, column) => cell === undefined || column === widest.left || isBlankOrCount(cell));
}

/** The row of our template that shows how it is filled in, left standing. */
function isExample({ cells: [first] }: RawRow): boolean {
  return first?.kind === 'text' && first.text === EXAMPLE_MARK;
}

/** "I", "1" beside the heading of a group. */
function isBlankOrCount(cell: RawCell): boolean {
  return (
    cell.kind === 'number' || (cell.kind === 'text' && /^\s*(?:[IVXLC]{0,6}|\d{0,4}|[A-Z])\.?\s*$/.test(cell.text))
  );
}
