import { columnsOf, type MergedColumns, type StoredEthnicity } from '#db/duplicates/merge-snapshot.ts';
import type { RecipientRow } from '#db/recipients/recipients.table.ts';
import type { FieldChange } from '#shared/audit/audit.schema.ts';
import { formatDate } from '#shared/core/dates.ts';
import { HIDDEN_OTHER, HIDDEN_VALUE } from '#shared/duplicates/duplicates.labels.ts';
import { MERGE_FIELDS, type MergeChoices, type MergeField } from '#shared/duplicates/duplicates.schema.ts';
import { SEX_LABELS } from '#shared/recipients/recipients.schema.ts';
import { nameSortKey, recipientSearchText } from '#shared/registry/search-text.ts';

/** A recipient with what stands beside its row. */
export type Whole = { row: RecipientRow; unitName: string | null; ethnicity: StoredEthnicity };

/** Which columns make up a field on the screen; dân tộc has a table of its own. */
const COLUMNS = {
  name: ['name', 'nameFold'],
  sex: ['sex'],
  birth: ['birthYear', 'birthOn'],
  foundedOn: ['foundedOn'],
  unit: ['unitId'],
  place: ['place'],
  positionHeld: ['positionHeld'],
  cccd: ['cccdCipher', 'cccdIndex'],
  ethnicity: [],
} as const satisfies Record<MergeField, readonly (keyof MergedColumns)[]>;

/** The row that stays, with the chosen values and found by every name it bears. */
export function chosenColumns(
  kept: RecipientRow,
  merged: RecipientRow,
  choices: MergeChoices,
  formerNames: readonly string[],
): MergedColumns {
  const columns = columnsOf(kept);
  for (const field of MERGE_FIELDS)
    if (choices[field] === 'merged')
      for (const column of COLUMNS[field]) Object.assign(columns, { [column]: merged[column] });
  return {
    ...columns,
    nameSort: nameSortKey(columns.name, kept.kind),
    searchText: recipientSearchText({ name: columns.name, formerNames, place: columns.place }),
  };
}

/** The fields in which the two differ, as the comparison marks them. */
export function differingFields(a: Whole, b: Whole): MergeField[] {
  return MERGE_FIELDS.filter((field) => !isSame(field, a, b));
}

function isSame(field: MergeField, a: Whole, b: Whole): boolean {
  if (field === 'ethnicity') return (a.ethnicity?.ethnicityCode ?? null) === (b.ethnicity?.ethnicityCode ?? null);
  // The same number has another cipher every time it is sealed.
  const columns = field === 'cccd' ? (['cccdIndex'] as const) : COLUMNS[field];
  return columns.every((column) => a.row[column] === b.row[column]);
}

/** What a choice changes in the record that stays, in the words of the screen; what is sensitive is not told. */
export function choiceChanges(kept: Whole, merged: Whole, choices: MergeChoices): FieldChange[] {
  return MERGE_FIELDS.filter((field) => choices[field] === 'merged' && !isSame(field, kept, merged)).map((field) => ({
    field,
    from: shown(field, kept),
    to: shown(field, merged) === HIDDEN_VALUE.vi ? HIDDEN_OTHER.vi : shown(field, merged),
  }));
}

function shown(field: MergeField, { row, unitName, ethnicity }: Whole): string | null {
  switch (field) {
    case 'sex':
      return row.sex && SEX_LABELS[row.sex].vi;
    case 'birth':
      return row.birthOn ? formatDate(row.birthOn) : row.birthYear === null ? null : String(row.birthYear);
    case 'foundedOn':
      return row.foundedOn && formatDate(row.foundedOn);
    case 'unit':
      return unitName;
    case 'cccd':
      return row.cccdIndex === null ? null : HIDDEN_VALUE.vi;
    case 'ethnicity':
      return ethnicity?.ethnicityCode ? HIDDEN_VALUE.vi : null;
    default:
      return row[field] || null;
  }
}

/** Fields of the record that stays whose value of before can be given back, and those that others changed since. */
export function restoredColumns(
  now: RecipientRow,
  before: MergedColumns,
  after: MergedColumns,
): { columns: Partial<MergedColumns>; restored: MergeField[]; changedSince: MergeField[] } {
  const columns: Partial<MergedColumns> = {};
  const restored: MergeField[] = [];
  const changedSince: MergeField[] = [];
  for (const field of MERGE_FIELDS) {
    const names: readonly (keyof MergedColumns)[] = COLUMNS[field];
    if (names.every((column) => before[column] === after[column])) continue;
    if (names.every((column) => now[column] === after[column])) {
      for (const column of names) Object.assign(columns, { [column]: before[column] });
      restored.push(field);
    } else changedSince.push(field);
  }
  return { columns, restored, changedSince };
}
