import type { Localized } from '#shared/core/localized.ts';

/** A column of a list, on the screen and in the file that is made of it. */
export type ListColumn = {
  /** Stands in addresses and kept layouts: never changes its meaning. */
  id: string;
  label: Localized;
  /** What a cell holds: a date is 'YYYY-MM-DD', a number is whole. */
  type: 'text' | 'number' | 'date';
  /** On paper, in letters of the usual size. */
  paperWidth: number;
};
