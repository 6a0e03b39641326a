import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { fieldId } from '#client/core/form/field-id.ts';
import { VnDateField } from '#client/core/form/vn-date-field.tsx';
import { VnNumberField, type VnNumberValue } from '#client/core/form/vn-number-field.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import type { Ledger, LedgerMember } from '#client/pledges/pledge-types.ts';
import css from '#client/pledges/pledges.module.css';
import { formatDate, isIsoDate } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { isCount, isFalling } from '#shared/pledges/progress.rules.ts';
import { QUARTER_NAMES, type Quarter } from '#shared/pledges/progress.schema.ts';

type Props = { ledger: Ledger; member: LedgerMember; quarter: Quarter; onClose: () => void };
type Draft = { value: VnNumberValue; note: string };

/** Ghi tiến độ of one quarter: figures since the beginning of the year, target and the quarter before beside each. */
export function ProgressDialog({ ledger, member, quarter, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const client = useTRPCClient();
  const rows = ledger.indicators.flatMap((indicator) => {
    const cell = indicator.cells.find(({ unitId }) => unitId === member.unitId);
    if (!cell || cell.target === null) return [];
    const before = cell.progress.findLast((one) => one.quarter < quarter && one.value !== null)?.value ?? null;
    return [{ ...indicator, cell, before, now: cell.progress[quarter - 1]! }];
  });
  const [drafts, setDrafts] = useState<Record<string, Draft>>(() =>
    Object.fromEntries(rows.map(({ id, now }) => [id, { value: now.value, note: now.note }])),
  );
  const change = (id: string, patch: Partial<Draft>) =>
    setDrafts((all) => ({ ...all, [id]: { ...all[id]!, ...patch } }));
  const changed = rows.filter(({ id, now }) => drafts[id]!.value !== now.value || drafts[id]!.note !== now.note);
  const isWrong = (row: (typeof rows)[number]) => isCount(row) && Number(drafts[row.id]!.value) < 0;
  const entered = member.quarters[quarter - 1] ?? null;
  const [asOf, setAsOf] = useState(entered?.asOf ?? '');
  const span = ledger.quarters[quarter - 1]!;
  const isOutside = isIsoDate(asOf) && (asOf < span.startsOn || asOf > ledger.today);
  const isDayChanged = asOf !== (entered?.asOf ?? '');
  const unread =
    isOutside ||
    (asOf !== '' && !isIsoDate(asOf)) ||
    rows.some((row) => typeof drafts[row.id]!.value === 'string' || isWrong(row));
  const save = useAction(
    (_: null) =>
      client.pledges.saveProgress.mutate({
        id: ledger.pledgeId as never,
        unitId: member.unitId as never,
        quarter,
        ...(isDayChanged && { asOf: asOf || null, seenVersion: entered?.version ?? 0 }),
        items: changed.map(({ id, now }) => ({
          indicatorVersionId: id as never,
          value: drafts[id]!.value as number | null,
          note: drafts[id]!.note.trim(),
          seenVersion: now.version,
        })),
      }),
    { done: t`Đã ghi tiến độ`, onDone: onClose },
  );
  const name = QUARTER_NAMES[quarter];
  const endsOn = formatDate(span.endsOn);
  const [from, to] = [formatDate(span.startsOn), formatDate(ledger.today)];
  return (
    <Modal opened onClose={onClose} title={t`Tiến độ quý ${name} của ${member.name}`} size={1000}>
      <Stack gap="sm">
        <ProblemAlert problem={save.problem} title={t`Chưa ghi được tiến độ`} onRetry={() => void save.retry()} />
        <Text size="sm" c="gray.7">
          <Trans>
            Số trong kỳ ghi lũy kế từ đầu năm đến {endsOn}; số thời điểm, tỷ lệ ghi tại ngày đó. Để trống nếu chưa có.
            Đây là sổ theo dõi, không thay báo cáo.
          </Trans>
        </Text>
        <div style={{ maxWidth: 560 }}>
          <VnDateField
            label={t`Số liệu tính đến ngày`}
            description={t`Không bắt buộc; từ ${from} đến ${to}. Lưu xong thì đính kèm được tài liệu minh chứng của quý.`}
            value={asOf}
            onChange={setAsOf}
            error={
              save.problem?.reasons.find(({ field }) => field === 'asOf')?.text ??
              (isOutside && t`Chọn ngày từ ${from} đến ${to}, hoặc để trống`)
            }
          />
        </div>
        <div className={css.scroll}>
          <table className={css.grid} aria-label={t`Tiến độ quý ${name} của ${member.name}`}>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Chỉ tiêu, đơn vị tính</Trans>
                </th>
                <th scope="col" className={css.number}>
                  <Trans>Kế hoạch</Trans>
                </th>
                <th scope="col" className={css.number}>
                  <Trans>Quý trước</Trans>
                </th>
                <th scope="col" className={css.number}>
                  <Trans>Đến quý {name}</Trans>
                </th>
                <th scope="col">
                  <Trans>Ghi chú</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, name: indicator, unitOfMeasure, decimals, kind, cell, before }) => {
                const draft = drafts[id]!;
                const value = typeof draft.value === 'number' ? draft.value : null;
                return (
                  <tr key={id}>
                    <th scope="row">
                      {indicator} <span className={css.unit}>({unitOfMeasure})</span>
                    </th>
                    <td className={css.number}>{figure(cell.target, decimals)}</td>
                    <td className={css.number}>{figure(before, decimals)}</td>
                    <td className={css.number}>
                      <VnNumberField
                        bare
                        label={t`Quý ${name}: ${indicator} (${unitOfMeasure})`}
                        id={fieldId(`items.${id}`)}
                        value={draft.value}
                        onChange={(next) => change(id, { value: next })}
                        decimals={decimals}
                        error={value !== null && value < 0 && isCount({ kind, decimals }) && t`Số từ 0 trở lên`}
                      />
                      {isFalling(kind, before, value) && (
                        <Text className={css.doubt!} role="status">
                          <Trans>Nhỏ hơn quý trước: số lũy kế thường không giảm.</Trans>
                        </Text>
                      )}
                    </td>
                    <td>
                      <TextInput
                        aria-label={t`Ghi chú: ${indicator}`}
                        value={draft.note}
                        maxLength={500}
                        onChange={(event) => change(id, { note: event.currentTarget.value })}
                      />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            <Trans>Đóng</Trans>
          </Button>
          <Button
            loading={save.pending}
            disabled={unread}
            onClick={() => (changed.length === 0 && !isDayChanged ? onClose() : void save.run(null))}
          >
            <Trans>Lưu</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

const figure = (scaled: number | null, decimals: number) => (scaled === null ? '–' : formatScaled(scaled, decimals));
