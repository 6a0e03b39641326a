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

/** One line of `Facts`; a dash where nothing is known. */
export function Fact({ term, children }: { term: ReactNode; children: ReactNode }) {
  const isKnown = children !== null && children !== undefined && children !== '' && children !== false;
  return (
    <>
      <dt>{term}</dt>
      <dd>{isKnown ? children : '–'}</dd>
    </>
  );
}
