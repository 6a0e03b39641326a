import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from '#client/core/table/data-table.module.css';

export type ColumnSort = {
  /** How the list is ordered by this column; null: by another one. */
  direction: 'ascending' | 'descending' | null;
  /** Orders by this column, or turns the order round. */
  onSort: () => void;
};

/** The head of a column by which the list can be ordered; the `th` around it says how by `aria-sort`. */
export function SortHead({ direction, onSort, children }: ColumnSort & { children: ReactNode }) {
  const Icon = direction === 'ascending' ? IconArrowUp : direction === 'descending' ? IconArrowDown : IconArrowsSort;
  return (
    <button type="button" className={css.sort} onClick={onSort}>
      <span>{children}</span>
      <Icon size={14} aria-hidden />
    </button>
  );
}
