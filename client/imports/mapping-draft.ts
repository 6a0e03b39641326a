import { guessColumns } from '#shared/imports/columns.rules.ts';
import type { ImportField } from '#shared/imports/fields/import-field.ts';
import { mappingReasons } from '#shared/imports/import-run.rules.ts';
import type { ChosenColumns, FoundSheet, TextEncoding } from '#shared/imports/imports.schema.ts';
import type { GuessedSheet, ImportRunView } from '#shared/imports/imports.views.ts';

/** Where the field of a column comes from, told to the person so that they look where it was guessed. */
export type FieldBy = 'remembered' | 'guessed' | 'chosen' | 'none';

/** The sheet a person most likely means: as chosen before, or where most fields were recognised. */
export function firstDraft({
  chosen,
  guesses,
  found,
}: Pick<ImportRunView, 'chosen' | 'guesses' | 'found'>): ChosenColumns {
  if (chosen) return chosen;
  const known = ({ columns }: GuessedSheet) => columns.filter(({ field }) => field !== null).length;
  const best = guesses.toSorted((a, b) => known(b) - known(a))[0];
  if (best) return plain(best);
  const sheet = found?.sheets[0];
  return { sheet: sheet?.name ?? '', headerRow: sheet?.headerRow ?? 1, columns: [] };
}

/** Another sheet of the workbook, as it was guessed. */
export function draftOfSheet({ guesses }: Pick<ImportRunView, 'guesses'>, sheet: FoundSheet): ChosenColumns {
  const guess = guesses.find((each) => each.sheet === sheet.name);
  return guess ? plain(guess) : { sheet: sheet.name, headerRow: sheet.headerRow, columns: unread(sheet) };
}

/** Another row as the headings: what they mean is guessed again from the words of that row. */
export function withHeaderRow(
  draft: ChosenColumns,
  sheet: FoundSheet,
  headerRow: number,
  fields: readonly ImportField[],
): ChosenColumns {
  const guessed = guessColumns(
    draft.columns.map(({ index }) => ({ index, heading: headingOf(sheet, headerRow, index) })),
    fields,
  );
  return {
    ...draft,
    headerRow,
    columns: draft.columns.map((column) => ({
      ...column,
      field: guessed.find(({ index }) => index === column.index)?.field ?? null,
    })),
  };
}

export function withField(draft: ChosenColumns, index: number, field: string | null): ChosenColumns {
  return { ...draft, columns: draft.columns.map((each) => (each.index === index ? { ...each, field } : each)) };
}

export function withEncoding(draft: ChosenColumns, index: number, encoding: TextEncoding): ChosenColumns {
  return { ...draft, columns: draft.columns.map((each) => (each.index === index ? { ...each, encoding } : each)) };
}

/** The heading of a column when that row holds the headings. */
export function headingOf(sheet: FoundSheet, headerRow: number, index: number): string {
  const asFound = sheet.columns.find((column) => column.index === index)?.heading ?? '';
  if (headerRow === sheet.headerRow) return asFound;
  return sheet.top.find(({ rowNumber }) => rowNumber === headerRow)?.cells[index] ?? '';
}

export function fieldBy(
  { guesses }: Pick<ImportRunView, 'guesses'>,
  draft: ChosenColumns,
  { index, field }: ChosenColumns['columns'][number],
): FieldBy {
  if (field === null) return 'none';
  const guess = guesses.find(({ sheet }) => sheet === draft.sheet)?.columns.find((each) => each.index === index);
  return guess?.field === field ? guess.by : 'chosen';
}

/** Fields that must come from a column and do not, and fields that come from two. */
export function mappingGaps(
  draft: ChosenColumns,
  fields: readonly ImportField[],
): { missing: readonly ImportField[]; twice: readonly ImportField[] } {
  const reasons = mappingReasons(draft, fields);
  const named = (code: string) =>
    fields.filter(({ id }) => reasons.some((each) => each.code === code && each.field === `columns.${id}`));
  return { missing: named('import.field-missing'), twice: named('import.field-twice') };
}

/** 0 → 'A', 25 → 'Z', 26 → 'AA': how Excel names the column. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

const plain = ({ sheet, headerRow, columns }: GuessedSheet): ChosenColumns => ({
  sheet,
  headerRow,
  columns: columns.map(({ index, field, encoding }) => ({ index, field, encoding })),
});

const unread = (sheet: FoundSheet): ChosenColumns['columns'] =>
  sheet.columns.map(({ index, encoding }) => ({ index, field: null, encoding }));
