import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Modal, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type * as z from 'zod/mini';
import { useTRPCClient } from '#client/core/api.ts';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { VnDateField } from '#client/core/form/vn-date-field.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import type { CollectingPage } from '#client/reports/report-types.ts';
import { addDays, isIsoDate } from '#shared/core/dates.ts';
import type { ReportCell, ReportId } from '#shared/reports/reports.schema.ts';
import type { askOffice } from '#shared/reports/requests.schema.ts';
import type { UnitId } from '#shared/units/units.schema.ts';

type Asked = Omit<z.infer<typeof askOffice>, 'idempotencyKey'>;

const DAYS_TO_ANSWER = 5;

/** Which office, for which figures, until when. Choosing an office marks the figures that name it as their source. */
export function AskOfficeDialog({ page, onClose }: { page: CollectingPage; onClose: () => void }) {
  useReturnFocus();
  const { t } = useLingui();
  const client = useTRPCClient();
  const { indicators, units, today, report, requests } = page;
  const [unitId, setUnitId] = useState('');
  const [officeName, setOfficeName] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dueOn, setDueOn] = useState(addDays(today, DAYS_TO_ANSWER));
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const ask = useAction((input: Asked, idempotencyKey) => client.collecting.ask.mutate({ ...input, idempotencyKey }), {
    done: t`Đã giao ${officeName}`,
    onDone: onClose,
  });
  const name = officeName.trim();
  const offices = [...new Set(indicators.map(({ sourceOffice }) => sourceOffice).filter(Boolean))];
  const asked = new Set(
    requests
      .filter(({ status }) => status === 'open')
      .flatMap(({ cells }) => cells.map((cell) => cell.indicatorVersionId)),
  );

  function nameOffice(next: string, unit = ''): void {
    setOfficeName(next);
    setUnitId(unit);
    const own = indicators.filter(({ sourceOffice, id }) => sourceOffice === next.trim() && !asked.has(id));
    if (own.length > 0) setChosen(new Set(own.map(({ id }) => id)));
  }

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    setTried(true);
    if (name.length < 2 || chosen.size === 0 || !isIsoDate(dueOn)) return;
    void ask.run({
      reportId: report.id as ReportId,
      unitId: unitId === '' ? null : (unitId as UnitId),
      officeName: name,
      indicatorVersionIds: [...chosen] as ReportCell['indicatorVersionId'][],
      dueOn,
      note: note.trim(),
    });
  }

  return (
    <Modal opened onClose={onClose} title={t`Giao sở, ngành cung cấp số`} size="lg">
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <ProblemAlert problem={ask.problem} title={t`Chưa giao được`} onRetry={ask.retry} />
          {units.length > 0 && (
            <NativeSelect
              label={t`Đơn vị có tài khoản trong hệ thống`}
              value={unitId}
              onChange={(event) => {
                const unit = units.find(({ id }) => id === event.currentTarget.value);
                nameOffice(unit?.name ?? '', unit?.id ?? '');
              }}
              data={[
                { value: '', label: t`Không chọn: ghi tên bên dưới` },
                ...units.map((unit) => ({ value: unit.id, label: unit.name })),
              ]}
            />
          )}
          <TextInput
            label={t`Sở, ngành`}
            required
            list="offices-known"
            maxLength={200}
            value={officeName}
            onChange={(event) => nameOffice(event.currentTarget.value, unitId)}
            error={tried && name.length < 2 ? t`Nhập tên sở, ngành` : undefined}
          />
          <datalist id="offices-known">
            {offices.map((office) => (
              <option key={office} value={office} />
            ))}
          </datalist>
          <Checkbox.Group
            label={t`Chỉ tiêu cần số`}
            required
            value={[...chosen]}
            onChange={(ids) => setChosen(new Set(ids))}
            error={tried && chosen.size === 0 ? t`Chọn ít nhất một chỉ tiêu` : undefined}
          >
            <Stack gap={4} mt={4} mah={260} style={{ overflowY: 'auto' }}>
              {indicators.map((indicator) => (
                <Checkbox
                  key={indicator.id}
                  value={indicator.id}
                  label={`${indicator.name} (${indicator.unitOfMeasure})`}
                  description={asked.has(indicator.id) ? t`Đang chờ nơi khác trả lời` : indicator.sourceOffice}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <VnDateField
            label={t`Hạn trả lời`}
            required
            value={dueOn}
            onChange={setDueOn}
            error={tried && !isIsoDate(dueOn) ? t`Nhập hạn trả lời` : undefined}
          />
          <Textarea
            label={t`Nội dung cần lưu ý`}
            autosize
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Text size="sm" c="gray.7">
            <Trans>Sau khi giao, bạn tạo được liên kết cho nơi không có tài khoản.</Trans>
          </Text>
          <DialogFoot onClose={onClose} pending={ask.pending} send={<Trans>Giao</Trans>} />
        </Stack>
      </form>
    </Modal>
  );
}
