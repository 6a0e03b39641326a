import { Trans, useLingui } from '@lingui/react/macro';
import type { KeyboardEvent } from 'react';
import { fieldId } from '#client/core/form/field-id.ts';
import css from '#client/reports/report-grid.module.css';
import { ReportGridRow } from '#client/reports/report-grid-row.tsx';
import type { ReportCellView } from '#client/reports/report-types.ts';
import type { Draft, DraftCell } from '#client/reports/use-report-draft.ts';
import { cellField } from '#shared/reports/reports.rules.ts';

type Props = {
  cells: readonly ReportCellView[];
  draft: Draft;
  onChange: (id: string, patch: Partial<DraftCell>) => void;
  readOnly: boolean;
  /** Sentences by indicator, after sending was tried. */
  errors: Readonly<Record<string, string>>;
};

/** A field higher than this, in px, holds several lines. */
const ONE_LINE_PX = 40;

/** Ids of the inputs of a row, column by column; the error summary links to the first. */
export const gridIds = (indicatorVersionId: string) => ({
  value: fieldId(cellField(indicatorVersionId)),
  sourceOffice: fieldId(`${cellField(indicatorVersionId)}.sourceOffice`),
  note: fieldId(`${cellField(indicatorVersionId)}.note`),
});

const isField = (target: unknown): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Whether an arrow up (-1) or down (1) has no more line to go to inside the field. */
function atEdge(field: HTMLInputElement | HTMLTextAreaElement, step: -1 | 1): boolean {
  if (field instanceof HTMLInputElement || field.clientHeight <= ONE_LINE_PX) return true;
  const { selectionStart, selectionEnd, value } = field;
  return step < 0 ? selectionStart === 0 : selectionEnd === value.length;
}

/** The form of a report: one row for each indicator. Enter and the arrows go up and down a column, as in a sheet. */
export function ReportGrid({ cells, draft, onChange, readOnly, errors }: Props) {
  const { t } = useLingui();

  function move(event: KeyboardEvent<HTMLTableElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0 || !isField(event.target)) return;
    const { id } = event.target;
    // Inside a text of several lines the arrows go from line to line first.
    if (event.key !== 'Enter' && !atEdge(event.target, step)) return;
    const row = cells.findIndex((cell) => Object.values(gridIds(cell.indicatorVersionId)).includes(id));
    const next = cells[row + step];
    if (row < 0) return;
    event.preventDefault();
    if (!next) return;
    const from = gridIds(cells[row]!.indicatorVersionId);
    const column = (Object.keys(from) as (keyof typeof from)[]).find((name) => from[name] === id)!;
    const field = document.getElementById(gridIds(next.indicatorVersionId)[column]);
    if (isField(field)) {
      field.focus();
      field.select();
    }
  }

  return (
    <div className={css.scroll}>
      <table className={css.grid} onKeyDown={move} aria-label={t`Số liệu báo cáo`}>
        <colgroup>
          <col style={{ width: 38 }} />
          <col />
          <col style={{ width: 84 }} />
          <col style={{ width: 84 }} />
          <col style={{ width: 132 }} />
          <col style={{ width: 72 }} />
          <col style={{ width: 140 }} />
          <col style={{ width: 150 }} />
          <col style={{ width: 150 }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" title={t`Số thứ tự`}>
              <Trans>STT</Trans>
            </th>
            <th scope="col">
              <Trans>Chỉ tiêu, đơn vị tính</Trans>
            </th>
            <th scope="col" className={css.number}>
              <Trans>Thực hiện năm trước</Trans>
            </th>
            <th scope="col" className={css.number}>
              <Trans>Kế hoạch</Trans>
            </th>
            <th scope="col" className={css.number}>
              <Trans>Thực hiện</Trans>
            </th>
            <th scope="col" className={css.number}>
              <Trans>Đạt % kế hoạch</Trans>
            </th>
            <th scope="col">
              <Trans>Trạng thái số liệu</Trans>
            </th>
            <th scope="col">
              <Trans>Nguồn số liệu</Trans>
            </th>
            <th scope="col">
              <Trans>Ghi chú, giải trình</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell, index) => (
            <ReportGridRow
              key={cell.indicatorVersionId}
              number={index + 1}
              cell={cell}
              draft={draft[cell.indicatorVersionId]!}
              onChange={(patch) => onChange(cell.indicatorVersionId, patch)}
              ids={gridIds(cell.indicatorVersionId)}
              readOnly={readOnly}
              error={errors[cell.indicatorVersionId]}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
