import { Trans, useLingui } from '@lingui/react/macro';
import { Progress, Stack, Text } from '@mantine/core';
import type { Job } from '#client/jobs/job-types.ts';
import { formatScaled } from '#shared/core/numbers.ts';

/** How far a job is: a bar with n/total, or n alone while nobody knows the total. */
export function JobProgress({ job }: { job: Job }) {
  const { t } = useLingui();
  const { progress, progressTotal, status, isCancelAsked } = job;
  const done = formatScaled(progress, 0);
  if (status === 'running' && isCancelAsked)
    return (
      <Text size="sm">
        <Trans>Đang dừng…</Trans>
      </Text>
    );
  if (progressTotal === null || progressTotal === 0) {
    if (progress === 0) return status === 'running' ? <Text size="sm">…</Text> : null;
    return (
      <Text size="sm" className="tabular">
        <Trans>{done} dòng</Trans>
      </Text>
    );
  }
  const total = formatScaled(progressTotal, 0);
  return (
    <Stack gap={2}>
      <Progress
        value={Math.min(100, (progress / progressTotal) * 100)}
        aria-label={t`Tiến độ: ${done} trên ${total}`}
        size="sm"
      />
      <Text size="xs" className="tabular">
        {done}/{total}
      </Text>
    </Stack>
  );
}
