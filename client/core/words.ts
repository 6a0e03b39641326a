import { useLingui } from '@lingui/react';
import type { Language, Localized } from '#shared/core/localized.ts';
import type { Facts } from '#shared/core/reason.ts';
import { fill, type Words } from '#shared/core/wording.ts';

/**
 * Words that shared keeps as data, in the language of the screen.
 * `label(STATUS_LABELS[status])`; `word(CELL_WORDS, cell.code, cell.facts)`, facts formatted by the end of their name.
 * A code without words shows as itself: strange, but never an empty place.
 */
export function useWords() {
  const { i18n } = useLingui();
  const lang: Language = i18n.locale === 'en' ? 'en' : 'vi';
  return {
    lang,
    label: (localized: Localized): string => localized[lang],
    word: (words: Words, code: string, facts: Facts = {}): string =>
      Object.hasOwn(words, code) ? fill(words[code]![lang], facts) : code,
  };
}
