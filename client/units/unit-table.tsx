import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { useSpanText } from '#client/units/span-text.ts';
import type { UnitListRow } from '#client/units/unit-types.ts';
import css from '#client/units/units.module.css';
import { formatDate } from '#shared/core/dates.ts';
import { UNIT_KIND_LABELS } from '#shared/units/units.schema.ts';

type Props = {
  rows: readonly UnitListRow[];
  on: string;
  isSearch: boolean;
  firstNumber: number | null;
  /** What links to the units below carry on of the address. */
  search: string;
};

/** Units with their codes and dates; those below open from their number. */
export function UnitTable({ rows, on, isSearch, firstNumber, search }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const spanText = useSpanText();
  const withSpan = (text: string, span: { validFrom: string | null; validTo: string | null }) => {
    const dates = spanText(span);
    return dates ? `${text} (${dates})` : text;
  };
  const names = ({ otherNames }: UnitListRow) => otherNames.map((one) => withSpan(one.name, one)).join(', ');
  const codes = ({ codes: all }: UnitListRow) => all.map((one) => withSpan(one.code, one)).join(', ');
  return (
    <DataTable
      caption={t`Danh mục đơn vị`}
      rows={rows}
      rowKey={({ id }) => id}
      firstNumber={firstNumber}
      minWidth={1000}
      empty={
        isSearch ? (
          <Trans>Không tìm thấy đơn vị nào. Thử một phần của tên (không cần dấu) hoặc mã.</Trans>
        ) : (
          <Trans>Không có đơn vị nào vào ngày này theo bộ lọc. Đổi ngày hoặc bấm “Xóa lọc”.</Trans>
        )
      }
      columns={[
        {
          id: 'name',
          head: <Trans>Tên đơn vị</Trans>,
          rowHead: true,
          wrap: true,
          cell: (row) => (
            <>
              <Anchor component={Link} to={paths.unit.to(row.id)}>
                {row.fullName}
              </Anchor>
              {row.otherNames.length > 0 && (
                <div className={css.small}>
                  <Trans>Tên khác: {names(row)}</Trans>
                </div>
              )}
            </>
          ),
        },
        { id: 'kind', head: <Trans>Loại</Trans>, width: 232, cell: ({ kind }) => label(UNIT_KIND_LABELS[kind]) },
        {
          id: 'parent',
          head: <Trans>Trực thuộc</Trans>,
          width: 120,
          cell: ({ parentName }) => parentName ?? <Trans>Trung ương</Trans>,
        },
        { id: 'code', head: <Trans>Mã</Trans>, width: 180, wrap: true, cell: (row) => codes(row) || '–' },
        {
          id: 'life',
          head: <Trans>Thời gian tồn tại</Trans>,
          width: 205,
          wrap: true,
          cell: (row) => {
            const span = spanText(row);
            if (row.isThere) return span || t`Đang tồn tại`;
            const day = formatDate(on);
            return t`${span} (không có ngày ${day})`;
          },
        },
        {
          id: 'children',
          head: <Trans>Cấp dưới</Trans>,
          width: 100,
          cell: ({ id, childCount, fullName }) =>
            childCount === 0 ? (
              '–'
            ) : (
              <Anchor
                component={Link}
                to={`${paths.units.to()}?cap=${id}${search}`}
                aria-label={t`Đơn vị cấp dưới của ${fullName}: ${childCount}`}
              >
                <Plural value={childCount} one="# đơn vị" other="# đơn vị" />
              </Anchor>
            ),
        },
      ]}
    />
  );
}
