import { StatusBadge, type Tone } from '#client/core/status-badge.tsx';
import { useWords } from '#client/core/words.ts';
import { THREAD_STATUS_LABELS, type ThreadStatus } from '#shared/reports/reviewing.schema.ts';

const TONES: Record<ThreadStatus, Tone> = { open: 'warn', answered: 'info', done: 'good' };

/** Chờ trả lời / Đã trả lời / Đã xong. */
export function ThreadBadge({ status }: { status: ThreadStatus }) {
  const { label } = useWords();
  return <StatusBadge tone={TONES[status]}>{label(THREAD_STATUS_LABELS[status])}</StatusBadge>;
}
