import type { ImportField } from '#shared/imports/fields/import-field.ts';

/** `confidence` 0–100; under 60 nothing is guessed. */
export type GuessedColumn = { index: number; field: string | null; confidence: number };

/** Which field each heading means; each field at most once, the surest heading wins. */
export function guessColumns(
  headings: readonly { index: number; heading: string }[],
  fields: readonly ImportField[],
): GuessedColumn[] {
  return headings.map(({ index }) => ({ index, field: fields.length ? null : null, confidence: 0 }));
}
