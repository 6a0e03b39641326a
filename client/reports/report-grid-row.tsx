import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { VnNumberField } from '#client/core/form/vn-number-field.tsx';
import { useWords } from '#client/core/words.ts';
import css from '#client/reports/report-grid.module.css';
import type { ReportCellView } from '#client/reports/report-types.ts';
import type { DraftCell } from '#client/reports/use-report-draft.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { percentOfPlan } from '#shared/pledges/pledges.rules.ts';
import { doubtsAbout } from '#shared/reports/plausibility.rules.ts';
import { REPORT_REASONS } from '#shared/reports/reports.reasons.ts';
import { VALUE_STATUS_LABELS, type ValueStatus, valueStatus } from '#shared/reports/reports.schema.ts';

type Props = {
  number: number;
  cell: ReportCellView;
  draft: DraftCell;
  onChange: (patch: Partial<DraftCell>) => void;
  ids: { value: string; sourceOffice: string; note: string };
  readOnly: boolean;
  error: string | undefined;
};

/** One indicator: last year, plan, the figure with its doubts, how final it is, where it comes from, why. */
export function ReportGridRow({ number, cell, draft, onChange, ids, readOnly, error }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const { name, decimals, unitOfMeasure, prior, target } = cell;
  const value = typeof draft.value === 'number' ? draft.value : null;
  const percent = percentOfPlan(value, target);

  function take(suggested: number): void {
    onChange({ value: suggested });
    // The pressed button goes away with its doubt.
    document.getElementById(ids.value)?.focus();
  }

  return (
    <tr>
      <td className={css.number}>{number}</td>
      <th scope="row">
        {name} <span className={css.unit}>({unitOfMeasure})</span>
      </th>
      <td className={css.number}>{figure(prior, decimals)}</td>
      <td className={css.number}>
        {target === null ? (
          <span className={css.unit}>
            <Trans>Không giao</Trans>
          </span>
        ) : (
          formatScaled(target, decimals)
        )}
      </td>
      <td className={css.number}>
        {readOnly ? (
          <span>{value === null ? <Trans>Chưa có số liệu</Trans> : formatScaled(value, decimals)}</span>
        ) : (
          <VnNumberField
            bare
            label={t`Thực hiện: ${name} (${unitOfMeasure})`}
            id={ids.value}
            value={draft.value}
            onChange={(next) => onChange({ value: next })}
            decimals={decimals}
            error={error}
          />
        )}
        <Doubts cell={cell} value={value} onTake={readOnly ? undefined : take} />
      </td>
      <td className={css.number}>{percent === null ? '–' : formatScaled(percent, 1)}</td>
      <td>
        {readOnly ? (
          value !== null && label(VALUE_STATUS_LABELS[draft.valueStatus])
        ) : (
          <NativeSelect
            aria-label={t`Trạng thái số liệu: ${name}`}
            value={draft.valueStatus}
            onChange={(event) => onChange({ valueStatus: event.currentTarget.value as ValueStatus })}
            data={valueStatus.options.map((status) => ({ value: status, label: label(VALUE_STATUS_LABELS[status]) }))}
          />
        )}
      </td>
      <td>
        {readOnly ? (
          value !== null && draft.sourceOffice
        ) : (
          <Textarea
            id={ids.sourceOffice}
            aria-label={t`Nguồn số liệu: ${name}`}
            rows={1}
            value={draft.sourceOffice}
            maxLength={200}
            onChange={(event) => onChange({ sourceOffice: oneLine(event.currentTarget.value) })}
          />
        )}
      </td>
      <td>
        {readOnly ? (
          draft.note
        ) : (
          <Textarea
            id={ids.note}
            aria-label={t`Ghi chú, giải trình: ${name}`}
            rows={1}
            value={draft.note}
            maxLength={2000}
            onChange={(event) => onChange({ note: oneLine(event.currentTarget.value) })}
          />
        )}
      </td>
    </tr>
  );
}

type DoubtsProps = { cell: ReportCellView; value: number | null; onTake: ((suggested: number) => void) | undefined };

/** What looks wrong with the figure, and the figure that was probably meant: a warning, never a hindrance. */
function Doubts({ cell, value, onTake }: DoubtsProps) {
  const { word } = useWords();
  const doubts = doubtsAbout({ ...cell, value });
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

/** The cells show long text in several lines, but hold one: Enter goes down the column, as in a sheet. */
const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ');

const figure = (scaled: number | null, decimals: number) => (scaled === null ? '–' : formatScaled(scaled, decimals));
