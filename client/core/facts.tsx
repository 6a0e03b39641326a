import type { CSSProperties, ReactNode } from 'react';
import css from '#client/core/grids.module.css';

type Props = {
  /** Width of the terms, in px. */
  terms?: number;
  /** Of the whole list, in px. */
  most?: number;
  children: ReactNode;
};

/** What is known of something: a term and what it says, one line each. */
export function Facts({ terms = 150, most, children }: Props) {
  const style = { '--terms': `${terms}px`, maxWidth: most } as CSSProperties;
  return (
    <dl className={css.facts} style={style}>
      {children}
    </dl>
  );
}

type FactProps = {
  term: ReactNode;
  children: ReactNode;
  /** Not on paper: what was opened for a look does not go into a folder. */
  screenOnly?: boolean;
};

/** One line of `Facts`; a dash where nothing is known. */
export function Fact({ term, children, screenOnly = false }: FactProps) {
  const isKnown = children !== null && children !== undefined && children !== '' && children !== false;
  const className = screenOnly ? 'no-print' : undefined;
  return (
    <>
      <dt className={className}>{term}</dt>
      <dd className={className}>{isKnown ? children : '–'}</dd>
    </>
  );
}
