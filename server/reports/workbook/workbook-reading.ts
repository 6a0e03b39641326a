import type { YearIndicator } from '#db/indicators/indicators.queries.ts';
import type { Keys } from '#server/core/keys.ts';
import type { FormSheet } from '#server/imports/form-reading.service.ts';
import { isStampText, readStamp, type Stamp } from '#server/reports/workbook/workbook.signature.ts';
import { KEYS } from '#server/reports/workbook/workbook-sheet.ts';
import { cleanText } from '#shared/core/clean.ts';
import { fold } from '#shared/core/fold.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import type { Reason } from '#shared/core/reason.ts';
import { Refusal } from '#shared/core/refusal.ts';
import type { ReadCell } from '#shared/imports/imports.schema.ts';
import { GRID_PARTS } from '#shared/reports/grid-block.rules.ts';
import type { RowContent } from '#shared/reports/workbook.rules.ts';
import type { ReadWorkbook, Said, WorkbookRow } from '#shared/reports/workbook.schema.ts';
import { readPart } from '#shared/reports/workbook-reading.rules.ts';

/** What is wrong with one cell or row of the file: 'G12', or 'Dòng 12' said by its number alone. */
export type FormProblem = { address: string; indicator: string; reason: Reason };
/** Where the form stands in the file: its sheet, the row of its keys, its columns counted from 0. */
export type FormPlace = { sheet: FormSheet; keyLine: number; columns: Record<keyof typeof KEYS, number> };

/** Shown beside the figure and locked; a form without them is still a form. */
const ONLY_SHOWN = ['prior', 'target'] as const;
const NAMES: Readonly<Record<keyof typeof KEYS, string>> = {
  id: 'Mã dòng',
  name: 'Chỉ tiêu',
  value: 'Thực hiện',
  valueStatus: 'Trạng thái số liệu',
  sourceOffice: 'Nguồn số liệu',
  note: 'Ghi chú, giải trình',
  prior: 'Thực hiện năm trước',
  target: 'Kế hoạch',
};
const MOST_SHOWN = 60;

/**
 * The stamp of a form, wherever in the file it stands.
 *
 * @throws Refusal report.workbook-no-stamp, -stamp-changed, -two-forms
 */
export function stampOf(keys: Keys, sheets: readonly FormSheet[], name: string): Stamp {
  const texts = new Set<string>();
  for (const { rows } of sheets)
    for (const { cells } of rows)
      for (const cell of cells) if (cell.kind === 'text' && isStampText(cell.text)) texts.add(cell.text.trim());
  const [text, second] = [...texts];
  if (text === undefined) throw refusal('report.workbook-no-stamp', { name });
  if (second !== undefined) throw refusal('report.workbook-two-forms', { name });
  const stamp = readStamp(keys, text);
  if (!stamp) throw refusal('report.workbook-stamp-changed', { name });
  return stamp;
}

/**
 * Finds the form by its hidden row of keys, so that columns that were moved are still found.
 *
 * @throws Refusal report.workbook-no-column, -two-forms
 */
export function placeOf(sheets: readonly FormSheet[], name: string): FormPlace {
  const found = sheets.flatMap((sheet) =>
    sheet.rows.filter(({ cells }) => cells.some((cell) => textOf(cell) === KEYS.id)).map((row) => ({ sheet, row })),
  );
  const [place, second] = found;
  if (!place) throw refusal('report.workbook-no-column', { name, column: NAMES.id });
  if (second) throw refusal('report.workbook-two-forms', { name });
  const texts = place.row.cells.map(textOf);
  const columns = {} as FormPlace['columns'];
  for (const key of Object.keys(KEYS) as (keyof typeof KEYS)[]) {
    columns[key] = texts.indexOf(KEYS[key]);
    const isNeeded = !(ONLY_SHOWN as readonly string[]).includes(key);
    if (columns[key] < 0 && isNeeded) throw refusal('report.workbook-no-column', { name, column: NAMES[key] });
  }
  return { sheet: place.sheet, keyLine: place.row.rowNumber, columns };
}

/** Column letters of the cells that are typed into. */
export const lettersOf = ({ columns }: FormPlace): ReadWorkbook['columns'] => ({
  value: letterOf(columns.value),
  valueStatus: letterOf(columns.valueStatus),
  sourceOffice: letterOf(columns.sourceOffice),
  note: letterOf(columns.note),
});

/**
 * Reads the rows of a form by their keys, whatever their order. What cannot be read is told by its cell and keeps what
 * is saved; a row twice, a row whose name and key do not match, a row that is gone and one that was added are told too.
 *
 * @param baseOf the row as it stood when the form was downloaded; null: not known any more
 * @param beside last year and the target as the system has them
 */
export function readRows(
  { sheet, keyLine, columns }: FormPlace,
  stamp: Stamp,
  indicators: ReadonlyMap<string, YearIndicator>,
  baseOf: (indicatorVersionId: string) => RowContent | null,
  beside: (indicatorVersionId: string) => Beside,
): { rows: WorkbookRow[]; problems: FormProblem[] } {
  const rows: WorkbookRow[] = [];
  const problems: FormProblem[] = [];
  const added: FormProblem[] = [];
  const lines = new Map<string, number[]>();
  const body = sheet.rows.filter(({ rowNumber }) => rowNumber > keyLine);
  for (const { rowNumber, cells } of body) {
    const id = textOf(cells[columns.id]);
    if (indicators.has(id)) lines.set(id, [...(lines.get(id) ?? []), rowNumber]);
    else if (
      id !== '' ||
      [columns.name, ...GRID_PARTS.map((part) => columns[part])].some((at) => textOf(cells[at]) !== '')
    )
      added.push(rowProblem(rowNumber, '', { code: 'report.workbook-row-added', facts: { found: firstText(cells) } }));
  }
  const cellsAt = new Map(body.map(({ rowNumber, cells }) => [rowNumber, cells]));
  for (const [id, version] of stamp.rows) {
    const indicator = indicators.get(id);
    if (!indicator) continue;
    const { name } = indicator;
    const [line, second] = lines.get(id) ?? [];
    if (line === undefined) {
      problems.push({ address: '', indicator: name, reason: reason('report.workbook-row-gone', { indicator: name }) });
      continue;
    }
    if (second !== undefined) {
      const facts = { indicator: name, first: line, second };
      problems.push(rowProblem(line, name, reason('report.workbook-row-twice', facts)));
      continue;
    }
    const cells = cellsAt.get(line)!;
    const found = textOf(cells[columns.name]);
    if (plain(found) !== plain(name)) {
      problems.push(
        rowProblem(
          line,
          name,
          reason('report.workbook-row-mixed', { found: found.slice(0, MOST_SHOWN), indicator: name }),
        ),
      );
      continue;
    }
    const said: Said = {};
    for (const part of GRID_PARTS) {
      const read = readPart(cells[columns[part]] ?? { kind: 'empty' }, part, indicator, baseOf(id));
      if (read.ok) Object.assign(said, read.said);
      else problems.push({ address: `${letterOf(columns[part])}${line}`, indicator: name, reason: read.reason });
    }
    for (const part of ONLY_SHOWN) {
      const why = shownReason(cells[columns[part]], part, indicator, beside(id)[part]);
      if (why) problems.push({ address: `${letterOf(columns[part])}${line}`, indicator: name, reason: why });
    }
    rows.push({ indicatorVersionId: id as WorkbookRow['indicatorVersionId'], version, line, said });
  }
  return { rows, problems: [...problems, ...added] };
}

type Beside = { prior: number | null; target: number | null };

/** Somebody who unlocked the sheet and typed over what is only shown is told that it goes nowhere. */
function shownReason(cell: ReadCell | undefined, part: keyof Beside, indicator: YearIndicator, scaled: number | null) {
  const read = readPart(cell ?? { kind: 'empty' }, 'value', indicator, null);
  if (cell === undefined || (read.ok && read.said.value === scaled)) return null;
  const expected = scaled === null ? '(trống)' : formatScaled(scaled, indicator.decimals);
  return reason('report.workbook-locked-cell', {
    column: NAMES[part],
    found: textOf(cell).slice(0, MOST_SHOWN),
    expected,
  });
}

const rowProblem = (line: number, indicator: string, why: Reason): FormProblem => ({
  address: String(line),
  indicator,
  reason: why,
});
const reason = (code: string, facts: Reason['facts']): Reason => ({ code, ...(facts && { facts }) });
const textOf = (cell: ReadCell | undefined): string => (cell && 'text' in cell ? cleanText(cell.text).trim() : '');
const plain = (text: string): string => fold(text).replace(/\s+/gu, ' ').trim();
const firstText = (cells: readonly ReadCell[]): string =>
  (cells.map(textOf).find((text) => text !== '') ?? '').slice(0, MOST_SHOWN);

/** 27 → 'AB'. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

function refusal(code: string, facts: Record<string, string | number>): Refusal {
  return new Refusal('refused', [{ code, facts }]);
}
