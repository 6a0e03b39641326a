import type { NewRecipientLine, RecipientPairRow, RecipientRow } from '#db/recipients/recipients.table.ts';

/** Columns of the record that stays which a merge may change. */
export const MERGED_COLUMNS = [
  'name',
  'nameFold',
  'nameSort',
  'searchText',
  'sex',
  'birthYear',
  'birthOn',
  'foundedOn',
  'unitId',
  'place',
  'positionHeld',
  'cccdCipher',
  'cccdIndex',
] as const satisfies readonly (keyof RecipientRow)[];
export type MergedColumns = Pick<RecipientRow, (typeof MERGED_COLUMNS)[number]>;

/** Dân tộc as it stood: no row, or a row with a code or without. */
export type StoredEthnicity = { ethnicityCode: string | null } | null;

/** Tables whose rows go over to the record that stays. */
export const MOVED_TABLES = ['award', 'nomination', 'recipientName', 'recipientHold', 'recipientPost'] as const;
export type MovedTable = (typeof MOVED_TABLES)[number];

/** All that a merge changed, enough to put it back. Holds citizen numbers as ciphers and dân tộc as codes only. */
export type MergeSnapshot = {
  pairId: string;
  before: MergedColumns;
  after: MergedColumns;
  ethnicity: { kept: StoredEthnicity; merged: StoredEthnicity; after: StoredEthnicity };
  moved: Record<MovedTable, string[]>;
  files: string[];
  lines: { id: string; column: 'fromRecipientId' | 'toRecipientId' }[];
  droppedLines: NewRecipientLine[];
  addedNameId: string | null;
  /** Records that had been merged into the one that went: they point to the one that stays now. */
  compressed: string[];
  /** Pairs of the two as they stood; `version` tells whether somebody decided since. */
  pairs: Pick<RecipientPairRow, 'id' | 'status' | 'reason' | 'version'>[];
  addedPairs: string[];
};

export const columnsOf = (row: RecipientRow): MergedColumns =>
  Object.fromEntries(MERGED_COLUMNS.map((column) => [column, row[column]])) as MergedColumns;
