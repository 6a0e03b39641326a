import { StatusBadge } from '#client/core/status-badge.tsx';
import { useWords } from '#client/core/words.ts';
import { REPLICATION_STATUS_LABELS, type ReplicationStatus } from '#shared/replications/replications.schema.ts';

const TONES = { preparing: 'info', running: 'info', done: 'good', stopped: 'neutral' } as const;

/** How far the adoption of a model has come. */
export function ReplicationBadge({ status }: { status: ReplicationStatus }) {
  const { label } = useWords();
  return <StatusBadge tone={TONES[status]}>{label(REPLICATION_STATUS_LABELS[status])}</StatusBadge>;
}
