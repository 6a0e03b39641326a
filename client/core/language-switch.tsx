import { useLingui } from '@lingui/react';
import { IconCheck } from '@tabler/icons-react';
import { currentLang, LANG_NAMES, LANGS, type Lang } from '#client/core/i18n.ts';
import css from '#client/core/language-switch.module.css';

/** One button for each language, named by itself; which one is on is said, not only shown. */
export function LanguageSwitch({ onChoose, mark = false }: { onChoose: (lang: Lang) => void; mark?: boolean }) {
  useLingui(); // shows the other one as soon as it is there
  const shown = currentLang();
  return LANGS.map((lang) => (
    <button
      type="button"
      key={lang}
      lang={lang}
      className={css.lang}
      aria-pressed={lang === shown}
      onClick={() => onChoose(lang)}
    >
      {mark && <IconCheck size={16} aria-hidden visibility={lang === shown ? 'visible' : 'hidden'} />}
      {LANG_NAMES[lang]}
    </button>
  ));
}
