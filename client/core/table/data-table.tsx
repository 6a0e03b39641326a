import { Trans, useLingui } from '@lingui/react/macro';
import { type CSSProperties, type MouseEvent, memo, type ReactNode, useEffect, useRef } from 'react';
import { ColumnResizer } from '#client/core/table/column-resizer.tsx';
import css from '#client/core/table/data-table.module.css';
import { type ColumnSort, SortHead } from '#client/core/table/sort-head.tsx';
import type { Density } from '#shared/core/list-layout.schema.ts';

export type Column<Row> = {
  id: string;
  head: ReactNode;
  /** The head as plain text, where columns are chosen and made wider. */
  name?: string;
  /** In a chooser of columns: shown only when asked for; never hidden. */
  optional?: boolean;
  fixed?: boolean;
  /** The list can be ordered by this column, by pressing its head. */
  sort?: ColumnSort | undefined;
  cell: (row: Row) => ReactNode;
  /** The whole text of a cell that may be cut; a cell that is plain text needs none. */
  title?: (row: Row) => string;
  /** Any CSS width; columns without one share the rest. */
  width?: number | string;
  /** Right-aligned with digits of one width. */
  numeric?: boolean;
  center?: boolean;
  /** Lets the text wrap; otherwise it is cut with an ellipsis. */
  wrap?: boolean;
  /** The cell that names the row. */
  rowHead?: boolean;
};

type Props<Row> = {
  /** What the table shows, for screen readers; visible when `captionShown`. */
  caption: string;
  captionShown?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Number of the first row in the column STT; null leaves the column out. */
  firstNumber?: number | null;
  /** Instead of rows when there are none: why, and what to do. */
  empty: ReactNode;
  /** Rows under the others: totals. */
  foot?: ReactNode;
  /** Scrolls inside this height with its head in sight. */
  maxHeight?: number | string | undefined;
  /** Below this width the table scrolls sideways. */
  minWidth?: number;
  /** How high the lines are; left out: as everywhere. */
  density?: Density;
  /** Somebody made a column this wide (px), by dragging or by the arrow keys. */
  onWidth?: ((id: string, width: number) => void) | undefined;
  /** Old rows stay while the next ones are on their way. */
  isBusy?: boolean;
  /** No rows are known yet: grey lines in their place. */
  isLoading?: boolean;
  /** A press anywhere on a row; the row's own link does the same for the keyboard. */
  onRow?: ((row: Row) => void) | undefined;
  /** The row that is open beside the list. */
  openKey?: string | undefined;
  className?: string | undefined;
  /** Another page of the list: its rows are seen from the first. */
  scrollKey?: string | undefined;
};

/** Width of the column STT, in px. */
const STT_PX = 56;
/** A column without a width of its own never gets narrower than this: a name must stay readable. */
const LEAST_PX = 160;

/** Below this the columns would squeeze each other away, as on a screen enlarged to 125 %. */
function leastWidth(columns: readonly { width?: number | string }[], numbered: boolean): number {
  const widths = columns.map(({ width }) => (typeof width === 'number' ? width : LEAST_PX));
  return widths.reduce((sum, width) => sum + width, numbered ? STT_PX : 0);
}

/** A plain table: sticky head, lines that do not wrap, figures in columns. */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, captionShown, columns, rows, rowKey, firstNumber = 1, empty, foot, maxHeight, minWidth } = props;
  const { density, onWidth, isBusy, isLoading, onRow, openKey, className, scrollKey } = props;
  const { t } = useLingui();
  const narrowest = Math.max(minWidth ?? 0, leastWidth(columns, firstNumber !== null));
  const region = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when
  useEffect(() => {
    if (region.current) region.current.scrollTop = 0;
  }, [scrollKey]);
  return (
    <section
      ref={region}
      className={[css.scroll, className].filter(Boolean).join(' ')}
      aria-busy={isBusy || isLoading ? true : undefined}
      style={{ '--table-height': cssLength(maxHeight) } as CSSProperties}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={caption}
    >
      <table
        className={[css.table, density && css[density], isBusy && css.busy].filter(Boolean).join(' ')}
        style={{ minWidth: narrowest }}
      >
        <caption hidden={!captionShown}>{caption}</caption>
        <colgroup>
          {firstNumber !== null && <col style={{ width: STT_PX }} />}
          {columns.map(({ id, width }) => (
            <col key={id} style={width === undefined ? undefined : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {firstNumber !== null && (
              <th scope="col" className={css.stt} title={t`Số thứ tự`}>
                <Trans>STT</Trans>
              </th>
            )}
            {columns.map((column) => (
              <th key={column.id} scope="col" className={look(column)} aria-sort={column.sort?.direction ?? undefined}>
                {column.sort ? <SortHead {...column.sort}>{column.head}</SortHead> : column.head}
                {onWidth && (
                  <ColumnResizer
                    name={column.name ?? column.id}
                    width={column.width}
                    onWidth={(width) => onWidth(column.id, width)}
                  />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Line
              key={rowKey(row)}
              row={row}
              number={firstNumber === null ? null : firstNumber + index}
              columns={columns}
              onRow={onRow}
              isOpen={openKey !== undefined && openKey === rowKey(row)}
            />
          ))}
          {isLoading && <WaitingLines columns={columns.length + (firstNumber === null ? 0 : 1)} />}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
      {rows.length === 0 && !isLoading && <div className={css.empty}>{empty}</div>}
    </section>
  );
}

type LineProps<Row> = {
  row: Row;
  number: number | null;
  columns: readonly Column<Row>[];
  onRow: ((row: Row) => void) | undefined;
  isOpen: boolean;
};

/** Drawn again only when its row or the columns change: a list of fifty answers every letter typed into a search. */
const Line = memo(function Line<Row>({ row, number, columns, onRow, isOpen }: LineProps<Row>) {
  function press(event: MouseEvent<HTMLTableRowElement>): void {
    const elsewhere = (event.target as Element).closest('a, button, input, select, textarea, label');
    if (!elsewhere && !window.getSelection()?.toString()) onRow?.(row);
  }
  return (
    <tr onClick={onRow && press} className={isOpen ? css.open : undefined}>
      {number !== null && <td className={css.stt}>{number}</td>}
      {columns.map((column) => (
        <Cell key={column.id} column={column} row={row} />
      ))}
    </tr>
  );
}) as <Row>(props: LineProps<Row>) => ReactNode;

const WAITING_LINES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

function WaitingLines({ columns }: { columns: number }) {
  return WAITING_LINES.map((line) => (
    <tr key={line} aria-hidden className={css.waiting}>
      <td colSpan={columns}>
        <span />
      </td>
    </tr>
  ));
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row);
  const title = column.title?.(row) ?? (typeof content === 'string' ? content : undefined);
  return column.rowHead ? (
    <th scope="row" className={look(column)} title={title}>
      {content}
    </th>
  ) : (
    <td className={look(column)} title={title}>
      {content}
    </td>
  );
}

function cssLength(length: number | string | undefined): string | undefined {
  return typeof length === 'number' ? `${length}px` : length;
}

function look<Row>({ numeric, center, wrap }: Column<Row>): string {
  return [numeric && css.number, center && css.center, wrap && css.wrap].filter(Boolean).join(' ');
}
