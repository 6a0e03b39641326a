import { AsyncLocalStorage } from 'node:async_hooks';
import type { Request } from 'express';
import { type Language, language } from '#shared/core/localized.ts';

/** What the pages send with every call: the language on the screen, also before anybody has signed in. */
const LANGUAGE_HEADER = 'x-luytre-lang';

const current = new AsyncLocalStorage<Language>();

/**
 * Words sentences in this language for as long as `work` runs. It is ambient because reasons are worded deep inside
 * answers, in functions that know nothing of a request; what is stored and printed never asks for it.
 */
export function inLanguage<T>(lang: Language, work: () => T): T {
  return current.run(lang, work);
}

/** The language of the request being answered; Vietnamese outside one. */
export function currentLanguage(): Language {
  return current.getStore() ?? 'vi';
}

/** The language on the screen, else the one the account keeps, else Vietnamese. */
export function languageOf(req: Request, accountLang: string | undefined): Language {
  const asked = language.safeParse(req.get(LANGUAGE_HEADER) ?? accountLang);
  return asked.success ? asked.data : 'vi';
}
