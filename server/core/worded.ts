import { currentLanguage } from '#server/core/language.ts';
import type { WordedReason } from '#server/core/trpc.ts';
import type { Language } from '#shared/core/localized.ts';
import type { Reason } from '#shared/core/reason.ts';
import { wordReason } from '#shared/core/wording.ts';
import { REASON_WORDS } from '#shared/reason-words.ts';

/** Reasons with their sentences, for answers that explain a closed button before anybody presses it, in the language of the request. */
export function worded(reasons: readonly Reason[], lang: Language = currentLanguage()): WordedReason[] {
  return reasons.map((reason) => ({ ...reason, text: wordReason(reason, REASON_WORDS, lang) }));
}
