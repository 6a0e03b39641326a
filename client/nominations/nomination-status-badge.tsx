import { StatusBadge, type Tone } from '#client/core/status-badge.tsx';
import { useWords } from '#client/core/words.ts';
import { NOMINATION_STATUS_LABELS, type NominationStatus } from '#shared/nominations/nominations.schema.ts';

const TONES: Record<NominationStatus, Tone> = {
  draft: 'neutral',
  submitted: 'info',
  supplement: 'warn',
  checked: 'good',
  decided: 'good',
  refused: 'bad',
  withdrawn: 'neutral',
};

/** Đang soạn / Mới đến / Chờ bổ sung / Đã thẩm định / … */
export function NominationStatusBadge({ status }: { status: NominationStatus }) {
  const { label } = useWords();
  return <StatusBadge tone={TONES[status]}>{label(NOMINATION_STATUS_LABELS[status])}</StatusBadge>;
}
