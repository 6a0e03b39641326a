import { Trans } from '@lingui/react/macro';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { ToneIcon } from '#client/core/tone-icon.tsx';
import { useWords } from '#client/core/words.ts';
import { REQUEST_STATUS_LABELS, type RequestStatus } from '#shared/reports/requests.schema.ts';

/** Chưa trả lời, Quá hạn 2 ngày, Đã trả lời, Đã thu hồi. */
export function RequestBadge({ request }: { request: { status: RequestStatus; overdueDays: number } }) {
  const { label } = useWords();
  const { status, overdueDays } = request;
  const tone = overdueDays > 0 ? 'bad' : status === 'answered' ? 'good' : status === 'open' ? 'warn' : 'neutral';
  return (
    <StatusBadge tone={tone} icon={<ToneIcon tone={tone} />}>
      {overdueDays > 0 ? <Trans>Chưa trả lời, quá hạn {overdueDays} ngày</Trans> : label(REQUEST_STATUS_LABELS[status])}
    </StatusBadge>
  );
}
