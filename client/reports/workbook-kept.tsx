import { Plural, Trans } from '@lingui/react/macro';
import type { Report } from '#client/reports/report-types.ts';
import css from '#client/reports/workbook.module.css';
import { PartName, rowOf, useShown } from '#client/reports/workbook-row.tsx';
import type { DiffCell } from '#client/reports/workbook-send.ts';
import { formatInstant } from '#shared/core/dates.ts';

type Props = { report: Report; cells: readonly DiffCell[] };

/** What was changed in the system after the download and not in the file: it stays, and is said. */
export function WorkbookKept({ report, cells }: Props) {
  const show = useShown();
  if (cells.length === 0) return null;
  return (
    <details>
      <summary className={css.summary}>
        <Plural value={cells.length} other="# ô đã được sửa trên hệ thống sau khi bạn tải biểu mẫu: giữ nguyên" />
      </summary>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Nội dung</Trans>
              </th>
              <th scope="col">
                <Trans>Khi tải</Trans>
              </th>
              <th scope="col">
                <Trans>Hiện nay</Trans>
              </th>
              <th scope="col">
                <Trans>Người lưu</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {cells.map((cell) => {
              const { part, was, now, savedBy, savedAt } = cell;
              const row = rowOf(report, cell);
              return (
                <tr key={`${cell.indicatorVersionId}/${part}`}>
                  <th scope="row">
                    {row?.name}
                    <PartName part={part} />
                  </th>
                  <td className={css[part]}>{show(row, part, was)}</td>
                  <td className={css[part]}>{show(row, part, now)}</td>
                  <td>
                    {savedBy} <span className={css.faint}>{savedAt === null ? '' : formatInstant(savedAt)}</span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
