import { fold } from '#shared/core/fold.ts';
import { readFigure } from '#shared/reports/figure-text.rules.ts';
import { plainFromSheet } from '#shared/reports/grid-text.rules.ts';
import { VALUE_STATUS_LABELS, type ValueStatus, valueStatus } from '#shared/reports/reports.schema.ts';

/** The columns of the form that are typed into, from left to right. */
export const GRID_PARTS = ['value', 'valueStatus', 'sourceOffice', 'note'] as const;
export type GridPart = (typeof GRID_PARTS)[number];

/** A row of the form as it is filled; a figure that cannot be read yet is its text. */
export type GridCell = { value: number | string | null; valueStatus: ValueStatus; sourceOffice: string; note: string };
export type GridChange = { id: string; part: GridPart; to: GridCell[GridPart] };
export type GridRow = { id: string; decimals: number; unitOfMeasure: string };

const LONGEST: Readonly<Record<'sourceOffice' | 'note', number>> = { sourceOffice: 200, note: 2_000 };
/** Besides the labels of both languages. */
const STATUS_WORDS: Readonly<Record<string, ValueStatus>> = {
  uoc: 'estimate',
  'uoc th': 'estimate',
  'so uoc': 'estimate',
  'so uoc thuc hien': 'estimate',
  'so bo': 'preliminary',
  'chinh thuc': 'official',
};

export type Pasted = {
  changes: GridChange[];
  /** Cells that keep what they had, because the text for them says nothing they can hold. */
  refused: { id: string; part: GridPart; text: string }[];
  /** Figures whose text stands in the cell, marked, until a person has said what it means. */
  unclear: number;
  /** Rows and columns of the text that lie beyond the form. */
  rowsCut: number;
  columnsCut: number;
};

/**
 * What a block of texts becomes when it is laid over the form with its first cell at (`row`, `column`). Nothing is
 * guessed: a figure that can be read in two ways stays a text. One text over a selection of several cells fills them;
 * `fill` is that selection.
 */
export function pasteBlock(
  texts: readonly (readonly string[])[],
  rows: readonly GridRow[],
  at: { row: number; column: number },
  fill: { rows: number; columns: number } = { rows: 1, columns: 1 },
): Pasted {
  const [height, width] = [texts.length, Math.max(...texts.map((row) => row.length))];
  const isOne = height === 1 && width === 1;
  const [down, across] = isOne ? [fill.rows, fill.columns] : [height, width];
  const answer: Pasted = { changes: [], refused: [], unclear: 0, rowsCut: 0, columnsCut: 0 };
  answer.rowsCut = Math.max(0, at.row + down - rows.length);
  answer.columnsCut = Math.max(0, at.column + across - GRID_PARTS.length);
  for (let r = 0; r < down - answer.rowsCut; r += 1)
    for (let c = 0; c < across - answer.columnsCut; c += 1) {
      const text = isOne ? texts[0]![0]! : texts[r]![c];
      if (text !== undefined) pasteCell(answer, rows[at.row + r]!, GRID_PARTS[at.column + c]!, text);
    }
  return answer;
}

function pasteCell(answer: Pasted, row: GridRow, part: GridPart, text: string): void {
  const to = meaning(row, part, text);
  if (to === undefined) {
    if (text.trim() !== '') answer.refused.push({ id: row.id, part, text });
    return;
  }
  if (part === 'value' && typeof to === 'string') answer.unclear += 1;
  answer.changes.push({ id: row.id, part, to });
}

function meaning(row: GridRow, part: GridPart, text: string): GridCell[GridPart] | undefined {
  if (part === 'value') return figureOf(text, row);
  if (part === 'valueStatus') return statusOf(text);
  const plain = oneLine(plainFromSheet(text)).trim();
  return plain.length <= LONGEST[part] ? plain : undefined;
}

/** What a text means in a cell of figures: a scaled number, null for nothing, or the text where it is not clear. */
export function figureOf(text: string, row: Omit<GridRow, 'id'>): number | string | null {
  const read = readFigure(text, row);
  if (read.ok) return read.scaled;
  return read.code === 'empty' ? null : text.trim();
}

/** How final a figure is, from the words of either language; undefined: no such word. */
export function statusOf(text: string): ValueStatus | undefined {
  const word = fold(text);
  const named = valueStatus.options.find((one) =>
    Object.values(VALUE_STATUS_LABELS[one]).some((it) => fold(it) === word),
  );
  return named ?? (Object.hasOwn(STATUS_WORDS, word) ? STATUS_WORDS[word] : undefined);
}

/** The cells show long text in several lines, but hold one: Enter goes down the column, as in a sheet. */
export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');
