import { StatusBadge, type Tone } from '#client/core/status-badge.tsx';
import { useWords } from '#client/core/words.ts';
import { REPORT_STATUS_LABELS, type ReportStatus } from '#shared/reports/reports.schema.ts';

const TONES: Record<ReportStatus, Tone> = {
  draft: 'neutral',
  sent: 'info',
  supplement: 'warn',
  received: 'good',
  consolidated: 'good',
};

/** Chưa gửi / Đã gửi / Đề nghị bổ sung / Đã tiếp nhận / Đã tổng hợp. */
export function ReportStatusBadge({ status }: { status: ReportStatus }) {
  const { label } = useWords();
  return <StatusBadge tone={TONES[status]}>{label(REPORT_STATUS_LABELS[status])}</StatusBadge>;
}
