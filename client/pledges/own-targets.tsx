import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { AutosaveStatus } from '#client/core/form/autosave-status.tsx';
import { fieldId } from '#client/core/form/field-id.ts';
import { SubmitBar } from '#client/core/form/submit-bar.tsx';
import { VnNumberField } from '#client/core/form/vn-number-field.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useWords } from '#client/core/words.ts';
import type { PledgeIndicator, PledgeYear, TargetCell } from '#client/pledges/pledge-types.ts';
import css from '#client/pledges/pledges.module.css';
import { type DraftTarget, useOwnTargets } from '#client/pledges/use-own-targets.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { doubtsAbout } from '#shared/reports/plausibility.rules.ts';
import { REPORT_REASONS } from '#shared/reports/reports.reasons.ts';

type Props = { year: PledgeYear; unitId: string; unitName: string };

/** Đăng ký chỉ tiêu thi đua of one's own unit: saved while typing, last year beside each, a word where a figure is odd. */
export function OwnTargets({ year, unitId, unitName }: Props) {
  const { t } = useLingui();
  const own = useOwnTargets(year, unitId);
  const unread = year.pledge.indicators.some(({ id }) => typeof own.targets[id]?.value === 'string');
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>
        <Trans>Đăng ký chỉ tiêu của {unitName}</Trans>
      </Title>
      {own.dialog}
      <ProblemAlert problem={own.problem} title={t`Chưa lưu được chỉ tiêu đăng ký`} />
      <Text size="sm" c="gray.7">
        <Trans>Ô để trống là không giao chỉ tiêu. Sửa được đến khi nội dung được thống nhất.</Trans>
      </Text>
      <div className={css.scroll}>
        <table className={css.grid} aria-label={t`Chỉ tiêu của ${unitName}`}>
          <colgroup>
            <col style={{ width: 44 }} />
            <col />
            <col style={{ width: 110 }} />
            <col style={{ width: 110 }} />
            <col style={{ width: 150 }} />
            <col style={{ width: 340 }} />
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
                <Trans>Chỉ tiêu năm trước</Trans>
              </th>
              <th scope="col" className={css.number}>
                <Trans>Chỉ tiêu năm {year.clusterYear.year}</Trans>
              </th>
              <th scope="col">
                <Trans>Kiểm tra, ghi chú</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {year.pledge.indicators.map((indicator, index) => {
              const cell = indicator.cells.find((one) => one.unitId === unitId);
              const draft = own.targets[indicator.id];
              return (
                cell &&
                draft && (
                  <Row
                    key={indicator.id}
                    number={index + 1}
                    indicator={indicator}
                    cell={cell}
                    draft={draft}
                    onChange={(patch) => own.change(indicator.id, patch)}
                  />
                )
              );
            })}
          </tbody>
        </table>
      </div>
      <SubmitBar status={<AutosaveStatus state={own.state} partly={unread} />} onSave={() => void own.flush()}>
        <Button variant="default" onClick={() => void own.flush()}>
          <Trans>Lưu chỉ tiêu</Trans>
        </Button>
      </SubmitBar>
    </Stack>
  );
}

type RowProps = {
  number: number;
  indicator: PledgeIndicator;
  cell: TargetCell;
  draft: DraftTarget;
  onChange: (patch: Partial<DraftTarget>) => void;
};

function Row({ number, indicator, cell, draft, onChange }: RowProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const { id, name, unitOfMeasure, decimals } = indicator;
  const value = typeof draft.value === 'number' ? draft.value : null;
  // A target is compared with what was done last year, or else with what was promised.
  const doubts = doubtsAbout({ ...indicator, value, prior: cell.prior, target: cell.lastTarget });
  const field = fieldId(`targets.${id}`);
  const checked = t`Đã kiểm tra, số đúng.`;

  function take(suggested: number): void {
    onChange({ value: suggested });
    // The pressed button goes away with its doubt.
    document.getElementById(field)?.focus();
  }

  return (
    <tr>
      <td className={css.number}>{number}</td>
      <th scope="row">
        {name} <span className={css.unit}>({unitOfMeasure})</span>
      </th>
      <td className={css.number}>{figure(cell.prior, decimals)}</td>
      <td className={css.number}>{figure(cell.lastTarget, decimals)}</td>
      <td className={css.number}>
        <VnNumberField
          bare
          label={t`Chỉ tiêu: ${name} (${unitOfMeasure})`}
          id={field}
          value={draft.value}
          onChange={(next) => onChange({ value: next })}
          decimals={decimals}
          error={value !== null && value < 0 && t`Chỉ tiêu từ 0 trở lên`}
        />
      </td>
      <td>
        <div role="status">
          {doubts.map((doubt) => {
            const { suggested } = doubt;
            const meant = suggested === undefined ? '' : formatScaled(suggested, decimals);
            return (
              <div key={doubt.code} className={css.doubt}>
                {word(REPORT_REASONS, doubt.code, doubt.facts)}
                <Group gap={6} mt={2}>
                  {suggested !== undefined && (
                    <Button size="compact-xs" variant="default" onClick={() => take(suggested)}>
                      <Trans>Sửa thành {meant}</Trans>
                    </Button>
                  )}
                  {draft.note === '' && (
                    <Button size="compact-xs" variant="default" onClick={() => onChange({ note: checked })}>
                      <Trans>Số này đúng</Trans>
                    </Button>
                  )}
                </Group>
              </div>
            );
          })}
        </div>
        {(doubts.length > 0 || draft.note !== '') && (
          <Textarea
            aria-label={t`Ghi chú: ${name}`}
            placeholder={t`Ghi chú, giải trình`}
            rows={1}
            autosize
            maxLength={500}
            value={draft.note}
            onChange={(event) => onChange({ note: event.currentTarget.value })}
          />
        )}
      </td>
    </tr>
  );
}

const figure = (scaled: number | null, decimals: number) => (scaled === null ? '–' : formatScaled(scaled, decimals));
