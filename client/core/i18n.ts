import { i18n, type Messages } from '@lingui/core';

/** The languages of the screens. Official documents are Vietnamese whatever is chosen here. */
export type Lang = 'vi' | 'en';

/** What the user menu offers; a language enters when its catalogue is complete. */
export const LANGS_OFFERED: readonly Lang[] = ['vi'];

const CATALOGUES: Record<Lang, () => Promise<{ messages: Messages }>> = {
  vi: () => import('virtual:catalogue/vi'),
  en: () => import('virtual:catalogue/en'),
};

/** Loads a language once and shows every sentence in it. */
export async function activateLang(lang: Lang): Promise<void> {
  const { messages } = await CATALOGUES[lang]();
  i18n.loadAndActivate({ locale: lang, messages });
  document.documentElement.lang = lang;
}
