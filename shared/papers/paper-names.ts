import type { Localized } from '#shared/core/localized.ts';

/** A name that a Word template may carry in braces: `{nam}`; with `fields` a list, `{#chi_tieu}…{/chi_tieu}`. */
export type PaperName = {
  name: string;
  meaning: Localized;
  /** What each row of a list has; a list cannot hold another. */
  fields?: readonly Omit<PaperName, 'fields'>[];
};

/** A template with a coat of arms and a seal has some 100 kB; whoever sends more than this means something else. */
export const MOST_TEMPLATE_BYTES = 5 * 1024 * 1024;

/** Values by name as they fill a template: words, or rows of words. */
export type PaperFields = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;
