import { Trans, useLingui } from '@lingui/react/macro';
import type { CSSProperties, ReactNode } from 'react';
import css from '#client/core/table/data-table.module.css';

export type Column<Row> = {
  id: string;
  head: ReactNode;
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
  maxHeight?: number | string;
  /** Below this width the table scrolls sideways. */
  minWidth?: number;
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
  const { t } = useLingui();
  const narrowest = Math.max(minWidth ?? 0, leastWidth(columns, firstNumber !== null));
  return (
    <section
      className={css.scroll}
      style={{ '--table-height': cssLength(maxHeight) } as CSSProperties}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={caption}
    >
      <table className={css.table} style={{ minWidth: narrowest }}>
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
              <th key={column.id} scope="col" className={look(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row)}>
              {firstNumber !== null && <td className={css.stt}>{firstNumber + index}</td>}
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
      {rows.length === 0 && <div className={css.empty}>{empty}</div>}
    </section>
  );
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
