import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { type Column, DataTable } from '#client/core/table/data-table.tsx';
import { ToneIcon } from '#client/core/tone-icon.tsx';
import { useWords } from '#client/core/words.ts';
import css from '#client/reports/board.module.css';
import type { ReportBoard } from '#client/reports/report-types.ts';
import { type BoardCell, type BoardColumn, boardTone, boardWords } from '#shared/reports/board.rules.ts';
import { columnTitle } from '#shared/reports/board-text.ts';
import { BOARD_TEXT, BOARD_WORDS } from '#shared/reports/reviewing.labels.ts';

/** A longer board scrolls inside its frame, so that its head stays in sight. */
const LONG = 12;
type Row = ReportBoard['rows'][number];
type Props = { board: ReportBoard; rows: readonly Row[] };

/** Members down, periods across; each state opens its report. */
export function BoardTable({ board: { columns }, rows }: Props) {
  const { t } = useLingui();
  const { lang } = useWords();
  const shown = useMemo(
    (): Column<Row>[] => [
      {
        id: 'unit',
        head: <Trans>Đơn vị</Trans>,
        width: 220,
        rowHead: true,
        title: ({ fullName }) => fullName,
        cell: ({ name }) => name,
      },
      ...columns.map((column, index) => ({
        id: `${column.clusterYearId} ${column.period}`,
        head: columnTitle(column, lang),
        wrap: true,
        cell: ({ name, cells }: Row) => <State cell={cells[index]!} column={column} name={name} />,
      })),
    ],
    [columns, lang],
  );
  return (
    <DataTable
      caption={t`Bảng theo dõi báo cáo của các đơn vị thành viên`}
      rows={rows}
      rowKey={({ unitId }) => unitId}
      minWidth={940}
      maxHeight={rows.length > LONG ? 'max(360px, calc(100vh - 330px))' : undefined}
      columns={shown}
      empty={<Trans>Không có đơn vị nào theo bộ lọc đang xem. Bấm Tất cả hoặc bỏ từ tìm.</Trans>}
    />
  );
}

function State({ cell, column, name }: { cell: BoardCell; column: BoardColumn; name: string }) {
  const { lang, word } = useWords();
  const { code, facts } = boardWords(cell);
  const words = word(BOARD_WORDS, code, facts);
  const tone = boardTone(cell);
  const badge = (
    <StatusBadge tone={tone} icon={<ToneIcon tone={tone} />}>
      {words}
    </StatusBadge>
  );
  if (cell.state === 'not-member' || cell.state === 'not-asked') return <span className={css.none}>{words}</span>;
  return (
    <>
      <Link
        className={css.state}
        to={paths.report.to(column.clusterYearId, cell.reportId ?? '')}
        aria-label={`${name}, ${columnTitle(column, lang)}: ${words}`}
      >
        {badge}
      </Link>
      {cell.comments > 0 && (
        <span className={css.beside}>{word(BOARD_TEXT, 'comments', { count: cell.comments })}</span>
      )}
      {cell.reminded && (
        <span className={css.beside} title={cell.reminded.by}>
          {word(BOARD_TEXT, 'reminded', { count: cell.reminded.count, lastAt: cell.reminded.at })}
        </span>
      )}
    </>
  );
}
