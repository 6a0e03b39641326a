import { fold } from '#shared/core/fold.ts';
import { FIELDS_OF_KIND } from '#shared/imports/fields/fields-of-kind.ts';
import type { ImportField } from '#shared/imports/fields/import-field.ts';

/** `confidence` 0–100; under 60 nothing is guessed. */
export type GuessedColumn = { index: number; field: string | null; confidence: number };

const SURE_ENOUGH = 60;
/** Headings stand near the top: above them is only the name of the office and of the list. */
const ROWS_LOOKED_AT = 30;

/** A heading as it is compared: folded, "Họ & tên (*)" → "ho va ten". */
export function foldHeading(heading: string): string {
  return fold(heading)
    .replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ')
    .replaceAll('&', ' va ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Which field each heading means; each field at most once, the surest heading wins. */
export function guessColumns(
  headings: readonly { index: number; heading: string }[],
  fields: readonly ImportField[],
): GuessedColumn[] {
  const bids = headings
    .flatMap(({ index, heading }) =>
      fields.map((field, place) => ({ index, field: field.id, confidence: confidenceOf(heading, field), place })),
    )
    .filter(({ confidence }) => confidence >= SURE_ENOUGH)
    .toSorted((a, b) => b.confidence - a.confidence || a.index - b.index || a.place - b.place);
  const taken = new Map<number, { field: string; confidence: number }>();
  const given = new Set<string>();
  for (const { index, field, confidence } of bids) {
    if (taken.has(index) || given.has(field)) continue;
    taken.set(index, { field, confidence });
    given.add(field);
  }
  return headings.map(({ index }) => ({ index, field: null, confidence: 0, ...taken.get(index) }));
}

function confidenceOf(heading: string, field: ImportField): number {
  const folded = foldHeading(heading);
  if (folded === '') return 0;
  const label = foldHeading(field.label.vi);
  if (folded === label) return 100;
  let best = 0;
  const names = [label, foldHeading(field.label.en), ...field.aliases.map(foldHeading)];
  names.forEach((name, place) => {
    if (folded === name)
      best = Math.max(best, 98 - Math.min(place, 18)); // the usual ones come first
    else best = Math.max(best, sharedWords(folded, name));
  });
  return best;
}

/** A long heading that holds all words of an alias ("Họ và tên người được khen"), or nearly the same words. */
function sharedWords(heading: string, name: string): number {
  const inHeading = heading.split(' ');
  const inName = name.split(' ');
  if (inName.length < 2) return 0;
  if (` ${heading} `.includes(` ${name} `)) return 60 + Math.round((18 * inName.length) / inHeading.length);
  const shared = inName.filter((word) => inHeading.includes(word)).length;
  return Math.round((75 * shared * 2) / (inHeading.length + inName.length)) - 10;
}

const EVERY_HEADING: ReadonlySet<string> = new Set(
  Object.values(FIELDS_OF_KIND)
    .flat()
    .flatMap(({ label, aliases }) => [label.vi, label.en, ...aliases])
    .concat('STT', 'TT', 'Số TT', 'Số thứ tự', 'Ghi chú', 'Nam', 'Nữ')
    .map(foldHeading),
);

/** A row near the top of a sheet; `merged`: its cells that lie under a merge (they show what the merge shows). */
export type TopRow = { rowNumber: number; cells: readonly string[] };

/**
 * The row of headings among the first rows, with the headings. Rows of one long text are titles. Where the row below
 * is a second row of headings ("Ngày sinh" over "Nam", "Nữ"), both are joined and the lower one is the header row.
 * `headerRow` 0: no row looks like headings, the columns are called "Cột 1" …
 */
export function findHeadings(rows: readonly TopRow[]): { headerRow: number; headings: string[] } {
  const near = rows.slice(0, ROWS_LOOKED_AT);
  let best: { at: number; points: number } | null = null;
  near.forEach((row, at) => {
    const points = headingPoints(row, near[at + 1]);
    if (points > 0 && (best === null || points > best.points)) best = { at, points };
  });
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  if (best === null) return { headerRow: 0, headings: Array.from({ length: width }, (_, i) => `Cột ${i + 1}`) };
  const { at } = best as { at: number };
  const upper = near[at]!;
  const lower = near[at + 1];
  if (lower && lower.rowNumber === upper.rowNumber + 1 && isSecondHeading(upper, lower))
    return { headerRow: lower.rowNumber, headings: joined(upper.cells, lower.cells, width) };
  return { headerRow: upper.rowNumber, headings: joined(upper.cells, [], width) };
}

function headingPoints({ cells }: TopRow, below: TopRow | undefined): number {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return 0;
  const known = filled.filter((cell) => EVERY_HEADING.has(foldHeading(cell))).length;
  const wordy = filled.filter((cell) => cell.length > 60).length;
  const numeric = filled.filter((cell) => /^[\d\s.,/-]+$/.test(cell)).length;
  const distinct = new Set(filled.map(foldHeading)).size;
  if (numeric > filled.length / 3) return 0;
  if (known === 0 && (filled.length < 3 || distinct < filled.length || below === undefined)) return 0;
  return known * 10 + Math.min(distinct, 12) - wordy * 4 - numeric * 3;
}

/** Short texts under a row of headings, most of them where that row has gaps or repeats, no figures: more headings. */
function isSecondHeading(upper: TopRow, lower: TopRow): boolean {
  const filled = lower.cells.flatMap((cell, i) => (cell.trim() === '' ? [] : [{ cell: cell.trim(), i }]));
  if (filled.length === 0) return false;
  if (filled.some(({ cell }) => /\d{3,}|\d+[/.-]\d+/.test(cell) || cell.length > 60)) return false;
  const underGap = filled.filter(({ cell, i }) => {
    const over = upper.cells[i]?.trim() ?? '';
    return (
      over === '' ||
      over === cell ||
      over === (upper.cells[i - 1]?.trim() ?? '') ||
      over === (upper.cells[i + 1]?.trim() ?? '')
    );
  }).length;
  const known = filled.filter(({ cell }) => EVERY_HEADING.has(foldHeading(cell))).length;
  const hasGap = upper.cells.some((cell, i) => cell.trim() === '' && (lower.cells[i]?.trim() ?? '') !== '');
  return hasGap || underGap > 0
    ? known > 0 || filled.length < upper.cells.filter((cell) => cell.trim() !== '').length
    : false;
}

/** "Quyết định" over "Số" and "Ngày" → "Quyết định số", "Quyết định ngày": an upper heading reaches right over gaps. */
function joined(upper: readonly string[], lower: readonly string[], width: number): string[] {
  let over = '';
  return Array.from({ length: width }, (_, i) => {
    const top = upper[i]?.trim() ?? '';
    const under = lower[i]?.trim() ?? '';
    if (top !== '') over = top;
    else if (under === '') over = '';
    if (under === '' || under === top) return oneLine(top);
    return oneLine(over === '' ? under : `${over} ${under.charAt(0).toLowerCase()}${under.slice(1)}`);
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().slice(0, 200);
}
