import { Plural, Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { Report } from '#client/reports/report-types.ts';
import { formatInstant } from '#shared/core/dates.ts';

/** How many threads wait for whom, and when the unit was reminded: one line above the figures, for both sides only. */
export function OpenThreads({ report: { threads, reminders } }: { report: Report }) {
  const open = threads.filter(({ status }) => status === 'open').length;
  const answered = threads.filter(({ status }) => status === 'answered').length;
  const [last] = reminders;
  if (open + answered === 0 && !last) return null;
  const at = last && formatInstant(last.sentAt);
  const by = last?.sentBy ?? '';
  return (
    <Text size="sm" mb="xs" className="no-print">
      {open > 0 && <Plural value={open} other="# ý kiến chờ đơn vị trả lời" />}
      {open > 0 && answered > 0 && ' · '}
      {answered > 0 && <Plural value={answered} other="# ý kiến đã trả lời, chờ Cơ quan thường trực xem" />}
      {open + answered > 0 && last && ' · '}
      {last && (
        <Trans>
          Đôn đốc gần nhất {at}, {by}
        </Trans>
      )}
    </Text>
  );
}
