import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { ErrorSummary } from '#client/core/form/error-summary.tsx';
import { useWords } from '#client/core/words.ts';
import { FigureCell } from '#client/reports/figure-cell.tsx';
import css from '#client/reports/report-grid.module.css';
import type { Supply } from '#client/reports/report-types.ts';
import { formatDate } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { oneLine } from '#shared/reports/grid-block.rules.ts';
import { reportDoubts } from '#shared/reports/plausibility.rules.ts';
import { REPORT_REASONS } from '#shared/reports/reports.reasons.ts';
import {
  REPORT_PERIOD_LABELS,
  VALUE_STATUS_LABELS,
  type ValueStatus,
  valueStatus,
} from '#shared/reports/reports.schema.ts';
import type { AnsweredCell } from '#shared/reports/requests.schema.ts';

type Row = { value: number | string | null; valueStatus: ValueStatus; note: string };
type Props = {
  sheet: Supply;
  pending: boolean;
  /** What is wrong in the fields above the table; told together with what is wrong in it. */
  wrongAbove?: readonly { id: string; text: string }[];
  /** Sending was pressed, whether all is right or not. */
  onTry?: () => void;
  onSend: (cells: AnsweredCell[]) => void;
};

/** The figures that an office was asked for: filled in and sent in one go. */
export function SupplySheet({ sheet, pending, wrongAbove = [], onTry, onSend }: Props) {
  const { t } = useLingui();
  const { label, word } = useWords();
  const [rows, setRows] = useState<Readonly<Record<string, Row>>>(() =>
    Object.fromEntries(sheet.cells.map(({ indicatorVersionId, ...cell }) => [indicatorVersionId, cell])),
  );
  const [attempt, setAttempt] = useState(0);
  const change = (id: string, patch: Partial<Row>) => setRows({ ...rows, [id]: { ...rows[id]!, ...patch } });
  const fieldOf = (id: string) => `o-supply-${id}`;

  const wrongCells = sheet.cells.flatMap(({ indicatorVersionId: id, name }) => {
    const row = rows[id]!;
    if (typeof row.value === 'string') return [{ id: fieldOf(id), text: t`Số chưa rõ, chọn hoặc nhập lại: ${name}` }];
    const isMissing = row.value === null && row.note.trim() === '';
    return isMissing ? [{ id: fieldOf(id), text: t`Nhập số, hoặc ghi lý do chưa có số: ${name}` }] : [];
  });
  const wrong = [...wrongAbove, ...wrongCells];
  const errors = attempt > 0 ? wrong : [];

  function send(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    setAttempt(attempt + 1);
    onTry?.();
    if (wrong.length > 0 || pending) return;
    onSend(
      sheet.cells.map(({ indicatorVersionId }) => {
        const { value, valueStatus: status, note } = rows[indicatorVersionId]!;
        return {
          indicatorVersionId: indicatorVersionId as AnsweredCell['indicatorVersionId'],
          value: value as number | null,
          valueStatus: status,
          note: note.trim(),
        };
      }),
    );
  }

  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={errors} attempt={attempt} />
      <div className={css.scroll}>
        <table className={css.grid} aria-label={t`Số liệu cần cung cấp`}>
          <thead>
            <tr>
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
              <th scope="col">
                <Trans>Trạng thái số liệu</Trans>
              </th>
              <th scope="col">
                <Trans>Ghi chú, giải trình</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {sheet.cells.map((cell, index) => {
              const { indicatorVersionId: id, name, unitOfMeasure, decimals, prior, target } = cell;
              const row = rows[id]!;
              const value = typeof row.value === 'number' ? row.value : null;
              return (
                <tr key={id}>
                  <th scope="row">
                    {name} <span className={css.unit}>({unitOfMeasure})</span>
                  </th>
                  <td className={css.number}>{prior === null ? '–' : formatScaled(prior, decimals)}</td>
                  <td className={css.number}>{target === null ? '–' : formatScaled(target, decimals)}</td>
                  <td className={css.number}>
                    <FigureCell
                      id={fieldOf(id)}
                      place={`${index}:0`}
                      label={t`Thực hiện: ${name} (${unitOfMeasure})`}
                      value={row.value}
                      decimals={decimals}
                      unitOfMeasure={unitOfMeasure}
                      error={undefined}
                      onChange={(next) => change(id, { value: next })}
                    />
                    <div role="status">
                      {reportDoubts({ ...cell, value, period: sheet.period, peers: null }).map((doubt) => (
                        <div key={doubt.code} className={css.doubt}>
                          {word(REPORT_REASONS, doubt.code, doubt.facts)}
                        </div>
                      ))}
                    </div>
                  </td>
                  <td>
                    <select
                      className={css.input}
                      aria-label={t`Trạng thái số liệu: ${name}`}
                      value={row.valueStatus}
                      onChange={(event) => change(id, { valueStatus: event.currentTarget.value as ValueStatus })}
                    >
                      {valueStatus.options.map((status) => (
                        <option key={status} value={status}>
                          {label(VALUE_STATUS_LABELS[status])}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td>
                    <textarea
                      className={css.input}
                      aria-label={t`Ghi chú, giải trình: ${name}`}
                      rows={1}
                      maxLength={2000}
                      value={row.note}
                      onChange={(event) => change(id, { note: oneLine(event.currentTarget.value) })}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Group mt="sm">
        <Button type="submit" loading={pending}>
          <Trans>Gửi số</Trans>
        </Button>
      </Group>
    </form>
  );
}

/** Who asks, for what and until when. */
export function SupplyHead({ sheet }: { sheet: Supply }) {
  const { label } = useWords();
  const period = label(REPORT_PERIOD_LABELS[sheet.period]);
  const due = formatDate(sheet.dueOn);
  const { overdueDays, year, forUnit, officeName, askedBy, note } = sheet;
  return (
    <Stack gap={4} mb="sm">
      <Text>
        <Trans>
          {askedBy} đề nghị {officeName} cung cấp số cho {period} {year} của {forUnit}. Hạn trả lời: {due}.
        </Trans>
      </Text>
      {overdueDays > 0 && (
        <Text c="red.9">
          <Trans>Đã quá hạn {overdueDays} ngày; vẫn gửi được.</Trans>
        </Text>
      )}
      {note !== '' && <Text style={{ whiteSpace: 'pre-wrap' }}>{note}</Text>}
    </Stack>
  );
}
