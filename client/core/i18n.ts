import { i18n, type Messages } from '@lingui/core';
import { LANGUAGE_NAMES, type Language, language } from '#shared/core/localized.ts';

/** The languages of the screens. Official documents are Vietnamese whatever is chosen here. */
export type Lang = Language;

export const LANGS: readonly Lang[] = language.options;
/** Each by its own name, whatever the screen speaks. */
export const LANG_NAMES = LANGUAGE_NAMES;

const KEY = 'luytre.lang';
/** Chosen on this computer before signing in, and not yet told to the account. */
let chosen: Lang | null = null;

type Catalogue = () => Promise<{ messages: Messages }>;
const CATALOGUES: Record<Lang, { first: Catalogue; pages: Catalogue }> = {
  vi: { first: () => import('virtual:catalogue/vi'), pages: () => import('virtual:catalogue/vi/pages') },
  en: { first: () => import('virtual:catalogue/en'), pages: () => import('virtual:catalogue/en/pages') },
};

/** What the screen speaks, or is about to: pages load while the first words are still on their way. */
export function currentLang(): Lang {
  return (i18n.locale || keptLang()) === 'en' ? 'en' : 'vi';
}

/** The words of the first screen in the language last shown here; the pages behind sign-in bring theirs. */
export async function startLang(): Promise<void> {
  const lang = keptLang();
  show(lang, (await CATALOGUES[lang].first()).messages);
}

/** To be waited for before any page behind sign-in is shown. */
export async function loadPageWords(): Promise<void> {
  const lang = currentLang();
  i18n.load(lang, (await CATALOGUES[lang].pages()).messages);
}

/** Shows every sentence in this language; nothing on the page is built anew, so nothing typed is lost. */
export async function activateLang(lang: Lang): Promise<void> {
  const { first, pages } = CATALOGUES[lang];
  const [frame, rest] = await Promise.all([first(), pages()]);
  show(lang, { ...frame.messages, ...rest.messages });
  try {
    localStorage.setItem(KEY, lang);
  } catch {
    // Private windows may refuse storage; the account still knows the language.
  }
}

function show(lang: Lang, messages: Messages): void {
  // Added to what is there: the words of the pages may have come first.
  i18n.load(lang, messages);
  i18n.activate(lang);
  document.documentElement.lang = lang;
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
