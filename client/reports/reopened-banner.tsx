import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Report } from '#client/reports/report-types.ts';
import { formatInstant } from '#shared/core/dates.ts';

/** A timer counts no further than this (ms); a page is not open so long. */
const LONGEST_TIMER = 2_000_000_000;

/** Mở lại cho đơn vị: until when and why, for both sides; at that very minute the page asks again and finds it locked. */
export function ReopenedBanner({ report: { reopened, now, actions } }: { report: Report }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const left = reopened?.isOpen ? Date.parse(reopened.untilAt) - Date.parse(now) : null;
  useEffect(() => {
    if (left === null || left > LONGEST_TIMER) return;
    const timer = setTimeout(() => void queryClient.invalidateQueries(), left + 500);
    return () => clearTimeout(timer);
  }, [left, queryClient]);
  if (!reopened) return null;
  const until = formatInstant(reopened.untilAt);
  const mayFill = actions.save.length === 0;
  return (
    <Alert
      color={reopened.isOpen ? 'orange' : 'gray'}
      mb="sm"
      styles={reopened.isOpen ? { title: { color: 'var(--warn-text)' } } : {}}
      title={reopened.isOpen ? t`Mở lại cho đơn vị đến ${until}` : t`Đã mở lại đến ${until}, nay đã tự khóa`}
    >
      {reopened.reason && <Text>{reopened.reason}</Text>}
      {mayFill && reopened.isOpen && (
        <Text size="sm" c="gray.7">
          <Trans>
            Sửa xong, bấm Xem lại trước khi gửi rồi gửi lại. Đến giờ đó báo cáo tự khóa; số đã lưu được giữ nguyên.
          </Trans>
        </Text>
      )}
    </Alert>
  );
}
