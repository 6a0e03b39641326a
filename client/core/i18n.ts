import { i18n, type Messages } from '@lingui/core';
import { type Language, language } from '#shared/core/localized.ts';

/** The languages of the screens. Official documents are Vietnamese whatever is chosen here. */
export type Lang = Language;

export const LANGS: readonly Lang[] = language.options;
/** Each by its own name, whatever the screen speaks. */
export const LANG_NAMES: Record<Lang, string> = { vi: 'Tiếng Việt', en: 'English' };

const KEY = 'luytre.lang';
/** Chosen on this computer before signing in, and not yet told to the account. */
let chosen: Lang | null = null;

const CATALOGUES: Record<Lang, () => Promise<{ messages: Messages }>> = {
  vi: () => import('virtual:catalogue/vi'),
  en: () => import('virtual:catalogue/en'),
};

export function currentLang(): Lang {
  return i18n.locale === 'en' ? 'en' : 'vi';
}

/** Loads a language once and shows every sentence in it; nothing on the page is built anew, so nothing typed is lost. */
export async function activateLang(lang: Lang): Promise<void> {
  const { messages } = await CATALOGUES[lang]();
  i18n.loadAndActivate({ locale: lang, messages });
  document.documentElement.lang = lang;
  try {
    localStorage.setItem(KEY, lang);
  } catch {
    // Private windows may refuse storage; the account still knows the language.
  }
}

/** The language last shown on this computer, for the sign-in page. */
export function keptLang(): Lang {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

/** On the sign-in page: the account takes the language over once it is known. */
export async function chooseLang(lang: Lang): Promise<void> {
  chosen = lang;
  await activateLang(lang);
}

/** Shows the language of the account, unless another was chosen just before signing in; that one is returned to be kept. */
export async function adoptLang(lang: string): Promise<Lang | null> {
  const wanted = chosen;
  chosen = null;
  const shown: Lang = wanted ?? (lang === 'en' ? 'en' : 'vi');
  if (shown !== currentLang()) await activateLang(shown);
  return wanted !== null && wanted !== lang ? wanted : null;
}
