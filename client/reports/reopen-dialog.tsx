import { Trans, useLingui } from '@lingui/react/macro';
import { Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { VnDateField } from '#client/core/form/vn-date-field.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import type { Report } from '#client/reports/report-types.ts';
import { formatDate, isIsoDate, vietnamDate } from '#shared/core/dates.ts';
import { readClock } from '#shared/reports/reopen.rules.ts';
import type { ReportId } from '#shared/reports/reports.schema.ts';

/** The end of a working day. */
const USUAL_TIME = '17:00';
const LEAST_REASON = 10;

/** Mở lại cho một đơn vị đến HH:mm ngày…: until when, and why. */
export function ReopenDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  useReturnFocus();
  const { t } = useLingui();
  const client = useTRPCClient();
  const [untilOn, setUntilOn] = useState(vietnamDate(new Date(report.now)));
  const [time, setTime] = useState(USUAL_TIME);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const untilTime = readClock(time);
  const day = formatDate(untilOn);
  const reopen = useAction(
    (input: { untilOn: string; untilTime: string; reason: string }) =>
      client.reviewing.reopen.mutate({ id: report.id as ReportId, seenVersion: report.version, ...input }),
    { done: t`Đã mở lại cho đơn vị đến ${untilTime ?? ''} ngày ${day}`, onDone: onClose },
  );
  const unit = report.unit.fullName;
  const said = reason.trim();
  const shortReason = said.length < LEAST_REASON;
  const byField = (field: string) => reopen.problem?.reasons.find((one) => one.field === field)?.text;

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    setTried(true);
    if (untilTime === null || !isIsoDate(untilOn) || shortReason) return;
    void reopen.run({ untilOn, untilTime, reason: said.normalize('NFC') });
  }

  return (
    <Modal opened onClose={onClose} title={t`Mở lại báo cáo cho một đơn vị`} size="md">
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <Trans>
            Chỉ {unit} sửa được báo cáo này, kể cả khi đã hết hạn của kỳ, cho đến giờ bạn chọn; sau đó báo cáo tự khóa.
            Trong thời gian đó, số liệu của đơn vị không cộng vào Biểu tổng hợp; xong phải tiếp nhận lại.
          </Trans>
          <ProblemAlert problem={reopen.problem} title={t`Chưa mở lại được`} onRetry={() => void reopen.retry()} />
          <Group gap="sm" align="flex-start" wrap="nowrap">
            <TextInput
              label={t`Đến giờ`}
              required
              w={120}
              value={time}
              onChange={(event) => setTime(event.currentTarget.value)}
              error={tried && untilTime === null ? t`Nhập giờ, ví dụ 17:00` : undefined}
              data-autofocus
            />
            <VnDateField
              label={t`Ngày`}
              required
              value={untilOn}
              onChange={setUntilOn}
              error={tried && !isIsoDate(untilOn) ? t`Chưa nhập ngày hợp lệ` : byField('until')}
            />
          </Group>
          <Textarea
            label={t`Lý do mở lại`}
            description={t`Ít nhất 10 ký tự; đơn vị và các đơn vị trong Cụm đọc được ở lịch sử báo cáo.`}
            required
            autosize
            minRows={2}
            maxRows={8}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={tried && shortReason ? t`Nhập ít nhất 10 ký tự` : byField('reason')}
          />
          <DialogFoot onClose={onClose} pending={reopen.pending} send={<Trans>Mở lại</Trans>} />
        </Stack>
      </form>
    </Modal>
  );
}
