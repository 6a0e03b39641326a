import type { ReactNode } from 'react';
import css from '#client/core/filter-tab.module.css';

type Props = { isOn: boolean; onChoose: () => void; children: ReactNode };

/** One of a row of buttons of which the pressed one says what the list below holds. */
export function FilterTab({ isOn, onChoose, children }: Props) {
  return (
    <button type="button" className={css.tab} aria-pressed={isOn} onClick={onChoose}>
      {children}
    </button>
  );
}
