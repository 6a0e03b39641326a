import type { Localized } from '#shared/core/localized.ts';

/** A name that a Word template may carry in braces: `{nam}`; with `fields` a list, `{#chi_tieu}…{/chi_tieu}`. */
export type PaperName = {
  name: string;
  meaning: Localized;
  /** A whole table that the program draws: `{@bang_so_lieu}`, alone in its paragraph. */
  isTable?: true;
  /** A template without it cannot be used. */
  isRequired?: true;
  /** What each row of a list has; a list cannot hold another. */
  fields?: readonly Omit<PaperName, 'fields' | 'isTable' | 'isRequired'>[];
};

/** A template with a coat of arms and a seal has some 100 kB; whoever sends more than this means something else. */
export const MOST_TEMPLATE_BYTES = 5 * 1024 * 1024;

/** Values by name as they fill a template: words, rows of words, or the raw XML of a table. */
export type PaperFields = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;
