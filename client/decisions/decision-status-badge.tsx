import { StatusBadge, type Tone } from '#client/core/status-badge.tsx';
import { useWords } from '#client/core/words.ts';
import { DECISION_STATUS_LABELS, type DecisionStatus } from '#shared/decisions/decisions.schema.ts';

const TONES: Record<DecisionStatus, Tone> = {
  draft: 'neutral',
  submitted: 'info',
  signed: 'warn',
  issued: 'good',
  cancelled: 'bad',
};

/** Dự thảo / Trình ký / Đã ký, chờ số / Đã ban hành / Đã hủy bỏ. */
export function DecisionStatusBadge({ status }: { status: DecisionStatus }) {
  const { label } = useWords();
  return <StatusBadge tone={TONES[status]}>{label(DECISION_STATUS_LABELS[status])}</StatusBadge>;
}
