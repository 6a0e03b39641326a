import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconMessage, IconPaperclip } from '@tabler/icons-react';
import { memo } from 'react';
import { useWords } from '#client/core/words.ts';
import { FigureCell } from '#client/reports/figure-cell.tsx';
import { gridIds } from '#client/reports/grid-ids.ts';
import css from '#client/reports/report-grid.module.css';
import type { ReportCellView } from '#client/reports/report-types.ts';
import type { DraftCell } from '#client/reports/use-report-draft.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { shareOfPlan } from '#shared/pledges/pledges.rules.ts';
import { type GridPart, oneLine } from '#shared/reports/grid-block.rules.ts';
import { reportDoubts } from '#shared/reports/plausibility.rules.ts';
import { REPORT_REASONS } from '#shared/reports/reports.reasons.ts';
import { type ReportPeriod, VALUE_STATUS_LABELS, valueStatus } from '#shared/reports/reports.schema.ts';
import { THREAD_STATUS_LABELS, type ThreadStatus } from '#shared/reports/reviewing.schema.ts';

type Props = {
  row: number;
  cell: ReportCellView;
  draft: DraftCell;
  period: ReportPeriod;
  /** One field of the row, as it is typed, or (`asStep`) changed by a press. */
  onChange: (id: string, part: GridPart, to: DraftCell[GridPart], asStep?: boolean) => void;
  onDetails: ((id: string) => void) | undefined;
  onComments: ((id: string) => void) | undefined;
  threadStatus: ThreadStatus | undefined;
  commentCount: number;
  readOnly: boolean;
  error: string | undefined;
  /** The columns of the selection that cross this row; -1: none. */
  selectedFrom: number;
  selectedTo: number;
};

/** One indicator: last year, plan, the figure with its doubts, how final it is, where it comes from, why. */
export const ReportGridRow = memo(function ReportGridRow(props: Props) {
  const { row, cell, draft, period, onChange, onDetails, readOnly, error, selectedFrom, selectedTo } = props;
  const { onComments, threadStatus, commentCount } = props;
  const { t } = useLingui();
  const { label } = useWords();
  const { indicatorVersionId: id, name, decimals, unitOfMeasure, prior, target } = cell;
  const ids = gridIds(id);
  const value = typeof draft.value === 'number' ? draft.value : null;
  const share = shareOfPlan(value, target);
  const chosen = (column: number) => (column >= selectedFrom && column <= selectedTo ? css.selected : undefined);
  const fileCount = cell.fileIds.length;

  function take(suggested: number): void {
    onChange(id, 'value', suggested, true);
    // The pressed button goes away with its doubt.
    document.getElementById(ids.value)?.focus();
  }

  return (
    <tr>
      <td className={css.number}>{row + 1}</td>
      <th scope="row">
        {name} <span className={css.unit}>({unitOfMeasure})</span>
        <span className={css.beside}>
          {onDetails && (
            <button
              type="button"
              tabIndex={-1}
              className={css.details}
              aria-label={t`Minh chứng và các lần nhập: ${name}`}
              title={t`Minh chứng và các lần nhập (Shift+F2)`}
              onClick={() => onDetails(id)}
            >
              <IconPaperclip size={14} aria-hidden />
              {fileCount > 0 && fileCount}
            </button>
          )}
          {onComments && (
            <button
              type="button"
              tabIndex={readOnly || threadStatus ? 0 : -1}
              className={`${css.details} ${threadStatus === undefined ? '' : css[threadStatus]}`}
              aria-label={
                threadStatus
                  ? t`${commentCount} ý kiến, ${label(THREAD_STATUS_LABELS[threadStatus])}: ${name}`
                  : t`Nêu ý kiến: ${name}`
              }
              title={threadStatus ? label(THREAD_STATUS_LABELS[threadStatus]) : t`Nêu ý kiến về số này`}
              onClick={() => onComments(id)}
            >
              <IconMessage size={14} aria-hidden />
              {commentCount > 0 && commentCount}
            </button>
          )}
        </span>
      </th>
      <td className={css.number}>
        {figure(prior, decimals)}
        {cell.priorConversion && (
          <span className={css.unit}>
            {' '}
            <Trans>(quy đổi: {cell.priorConversion})</Trans>
          </span>
        )}
      </td>
      <td className={css.number}>
        {target === null ? (
          <span className={css.unit}>
            <Trans>Không giao</Trans>
          </span>
        ) : (
          formatScaled(target, decimals)
        )}
      </td>
      <td className={`${css.number} ${chosen(0) ?? ''}`}>
        {readOnly ? (
          <span>{value === null ? <Trans>Chưa có số liệu</Trans> : formatScaled(value, decimals)}</span>
        ) : (
          <FigureCell
            id={ids.value}
            place={`${row}:0`}
            label={t`Thực hiện: ${name} (${unitOfMeasure})`}
            value={draft.value}
            decimals={decimals}
            unitOfMeasure={unitOfMeasure}
            error={error}
            onChange={(next) => onChange(id, 'value', next)}
          />
        )}
        <Doubts cell={cell} period={period} value={value} onTake={readOnly ? undefined : take} />
      </td>
      <td className={css.number}>{share === null ? '–' : formatScaled(share.scaled, share.decimals)}</td>
      <td className={chosen(1)}>
        {readOnly ? (
          value !== null && label(VALUE_STATUS_LABELS[draft.valueStatus])
        ) : (
          <select
            id={ids.valueStatus}
            data-cell={`${row}:1`}
            className={css.input}
            aria-label={t`Trạng thái số liệu: ${name}`}
            value={draft.valueStatus}
            onChange={(event) => onChange(id, 'valueStatus', event.currentTarget.value as never, true)}
          >
            {valueStatus.options.map((status) => (
              <option key={status} value={status}>
                {label(VALUE_STATUS_LABELS[status])}
              </option>
            ))}
          </select>
        )}
      </td>
      <td className={chosen(2)}>
        {readOnly ? (
          value !== null && draft.sourceOffice
        ) : (
          <textarea
            id={ids.sourceOffice}
            data-cell={`${row}:2`}
            className={css.input}
            aria-label={t`Nguồn số liệu: ${name}`}
            rows={1}
            value={draft.sourceOffice}
            maxLength={200}
            onChange={(event) => onChange(id, 'sourceOffice', oneLine(event.currentTarget.value))}
          />
        )}
      </td>
      <td className={chosen(3)}>
        {readOnly ? (
          draft.note
        ) : (
          <textarea
            id={ids.note}
            data-cell={`${row}:3`}
            className={css.input}
            aria-label={t`Ghi chú, giải trình: ${name}`}
            rows={1}
            value={draft.note}
            maxLength={2000}
            onChange={(event) => onChange(id, 'note', oneLine(event.currentTarget.value))}
          />
        )}
      </td>
    </tr>
  );
});

type DoubtsProps = {
  cell: ReportCellView;
  period: ReportPeriod;
  value: number | null;
  onTake: ((suggested: number) => void) | undefined;
};

/** What looks wrong with the figure, and the figure that was probably meant: a warning, never a hindrance. */
function Doubts({ cell, period, value, onTake }: DoubtsProps) {
  const { word } = useWords();
  const doubts = reportDoubts({ ...cell, period, value });
  return (
    <div role="status">
      {doubts.map((doubt) => {
        const { suggested } = doubt;
        const meant = suggested === undefined ? '' : formatScaled(suggested, cell.decimals);
        return (
          <div key={doubt.code} className={css.doubt}>
            {word(REPORT_REASONS, doubt.code, doubt.facts)}
            {suggested !== undefined && onTake && (
              <div>
                <Button size="compact-xs" variant="default" onClick={() => onTake(suggested)}>
                  <Trans>Sửa thành {meant}</Trans>
                </Button>
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}

const figure = (scaled: number | null, decimals: number) => (scaled === null ? '–' : formatScaled(scaled, decimals));
