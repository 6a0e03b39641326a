import { Trans } from '@lingui/react/macro';
import type { Task } from '#client/conferences/conference-types.ts';
import { StatusBadge, type Tone } from '#client/core/status-badge.tsx';
import { ToneIcon } from '#client/core/tone-icon.tsx';
import { useWords } from '#client/core/words.ts';
import { TASK_STATUS_LABELS, type TaskStatus } from '#shared/conferences/recommendations.schema.ts';

const TONES: Readonly<Record<TaskStatus, Tone>> = { open: 'neutral', doing: 'info', done: 'good' };

/** How far a unit is; late ones say so. */
export function TaskBadge({ task }: { task: Pick<Task, 'status' | 'isLate'> }) {
  const { label } = useWords();
  const tone = task.isLate ? 'bad' : TONES[task.status];
  return (
    <StatusBadge tone={tone} icon={<ToneIcon tone={tone} />}>
      {task.isLate ? <Trans>Quá hạn</Trans> : label(TASK_STATUS_LABELS[task.status])}
    </StatusBadge>
  );
}
