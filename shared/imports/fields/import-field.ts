import type { Localized } from '#shared/core/localized.ts';

/**
 * What a cell has to be.
 * `partial-date` is 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY': founding days are known to the year, often no better.
 */
export type ImportFieldType =
  | 'text'
  | 'long-text'
  | 'date'
  | 'partial-date'
  | 'year'
  | 'integer'
  | 'number'
  | 'yes-no'
  | 'sex'
  | 'cccd'
  | 'enumeration';

/** One value of a list, with the other ways offices write it. */
export type ListOption = { value: string; label: string; aliases?: readonly string[] };

/** Lists that are not in the code: the importer asks the database for them. */
export type ImportList = 'units' | 'award-forms' | 'indicators' | 'ethnicities';

/** One column that can be taken from a sheet. */
export type ImportField = {
  id: string;
  label: Localized;
  required: boolean;
  type: ImportFieldType;
  /** Headings as offices write them; compared folded. */
  aliases: readonly string[];
  /** Of `enumeration`: the values, or the list that holds them. */
  options?: readonly ListOption[];
  list?: ImportList;
  /** Of text: most signs. Of numbers and years: the span. */
  longest?: number;
  least?: number;
  most?: number;
  /** The day or year may not lie after today. */
  past?: boolean;
  /** Shown in the example row of the template. */
  example: string;
};

type More = Partial<Omit<ImportField, 'id' | 'label' | 'type' | 'aliases'>> & Pick<ImportField, 'aliases'>;

/** A column of a sheet, called `vi` and `en`; it may be left free and has no example unless `more` says otherwise. */
export const column = (type: ImportFieldType, id: string, vi: string, en: string, more: More): ImportField => ({
  type,
  id,
  label: { vi, en },
  required: false,
  example: '',
  ...more,
});
