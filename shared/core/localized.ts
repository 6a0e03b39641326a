import * as z from 'zod/mini';

/** The languages of the screen. Vietnamese is the source; official documents are Vietnamese only. */
export const language = z.enum(['vi', 'en']);
export type Language = z.infer<typeof language>;

/** Each language by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' };

/** Words made by the server (reasons, labels, mails, the public verify page) are data in both languages. */
export type Localized = { readonly vi: string; readonly en: string };
