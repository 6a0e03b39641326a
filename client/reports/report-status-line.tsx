import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { copyText } from '#client/core/copy-text.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { toast } from '#client/core/toast.tsx';
import { ToneIcon } from '#client/core/tone-icon.tsx';
import { useWords } from '#client/core/words.ts';
import { ReportStatusBadge } from '#client/reports/report-status-badge.tsx';
import type { Report } from '#client/reports/report-types.ts';
import { formatDate, formatInstant } from '#shared/core/dates.ts';
import { REPORT_PERIOD_LABELS, REPORT_STATUS_LABELS } from '#shared/reports/reports.schema.ts';

/** Where the report stands, in words; they can be copied into a message. */
export function ReportStatusLine({ report }: { report: Report }) {
  const { t } = useLingui();
  const { label } = useWords();
  const facts = useStatusFacts(report);
  const title = `${label(REPORT_PERIOD_LABELS[report.period])} ${report.clusterYear.year}`;

  async function copy(): Promise<void> {
    const text = `${title}, ${report.unit.fullName}: ${[label(REPORT_STATUS_LABELS[report.status]), ...facts].join(' · ')}`;
    if (await copyText(text)) toast(t`Đã sao chép: ${text}`);
    else toast(t`Trình duyệt không cho sao chép. Nội dung: ${text}`, 'bad');
  }

  return (
    <Group gap="xs">
      <ReportStatusBadge status={report.status} />
      {report.overdueDays > 0 ? (
        <StatusBadge tone="bad" icon={<ToneIcon tone="bad" />}>
          {facts.join(' · ')}
        </StatusBadge>
      ) : (
        <Text span>{facts.join(' · ')}</Text>
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        className="no-print"
        leftSection={<IconCopy size={14} aria-hidden />}
        onClick={() => void copy()}
      >
        <Trans>Sao chép trạng thái</Trans>
      </Button>
    </Group>
  );
}

function useStatusFacts(report: Report): string[] {
  const { t } = useLingui();
  const { sentAt, sentBy, receivedAt, openDueOn, overdueDays, lateDays } = report;
  const sentTime = sentAt && formatInstant(sentAt);
  const receivedTime = receivedAt && formatInstant(receivedAt);
  const dueDay = formatDate(openDueOn ?? report.dueOn);
  return [
    sentTime ? (sentBy ? t`gửi ${sentTime}, ${sentBy}` : t`gửi ${sentTime}`) : '',
    lateDays > 0 ? t`Trễ ${lateDays} ngày` : '',
    receivedTime ? t`tiếp nhận ${receivedTime}` : '',
    overdueDays > 0 ? t`Quá hạn ${overdueDays} ngày (hạn ${dueDay})` : t`hạn ${dueDay}`,
  ].filter((fact) => fact !== '');
}
