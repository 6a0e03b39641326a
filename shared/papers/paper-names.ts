import type { Localized } from '#shared/core/localized.ts';

/** A name that a Word template may carry in braces: `{nam}`; with `fields` a list, `{#chi_tieu}…{/chi_tieu}`. */
export type PaperName = {
  name: string;
  meaning: Localized;
  /** What each row of a list has; a list cannot hold another. */
  fields?: readonly Omit<PaperName, 'fields'>[];
};

/** Values by name as they fill a template: words, or rows of words. */
export type PaperFields = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;
