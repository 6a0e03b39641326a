import type { ReactNode } from 'react';
import css from '#client/core/status-badge.module.css';

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

type Props = {
  tone: Tone;
  /** A small icon (14 px) that says the same without colour. */
  icon?: ReactNode;
  /** The word of the status; never leave it out, colour alone says nothing. */
  children: ReactNode;
};

/** A status as a word in a frame. */
export function StatusBadge({ tone, icon, children }: Props) {
  return (
    <span className={`${css.badge} ${css[tone]}`}>
      {icon}
      {children}
    </span>
  );
}
