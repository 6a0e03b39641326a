import { Trans, useLingui } from '@lingui/react/macro';
import { Drawer, List, Loader, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTRPC } from '#client/core/api.ts';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import { JobActions } from '#client/jobs/job-actions.tsx';
import { JobProgress } from '#client/jobs/job-progress.tsx';
import { ASK_EVERY_MS, STATUS_TONE } from '#client/jobs/job-types.ts';
import { formatInstant } from '#shared/core/dates.ts';
import { isUnderWay, JOB_STATUS_LABELS } from '#shared/jobs/jobs.schema.ts';

/** One job beside the list: who, when, how far, what it said, and why it failed. */
export function JobDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  useReturnFocus();
  const { t } = useLingui();
  const { label } = useWords();
  const trpc = useTRPC();
  const { data: job, error } = useQuery({
    ...trpc.jobs.byId.queryOptions({ id: id as never }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.status) ? ASK_EVERY_MS : false),
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={480}
      title={t`Chi tiết công việc`}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t`Đóng` }}
    >
      {error && <ProblemAlert problem={readProblem(error)} title={t`Chưa mở được`} />}
      {!job && !error && <Loader size="sm" />}
      {job && (
        <Stack gap="md">
          <Title order={2}>{job.kindName}</Title>
          <div>
            <StatusBadge tone={STATUS_TONE[job.status]}>{label(JOB_STATUS_LABELS[job.status])}</StatusBadge>
          </div>
          <JobProgress job={job} />
          {job.reasons.length > 0 && (
            <List>
              {job.reasons.map(({ code, text }) => (
                <List.Item key={code}>{text}</List.Item>
              ))}
            </List>
          )}
          <JobActions job={job} />
          <div>
            <Line name={<Trans>Người giao</Trans>}>{job.createdByName ?? t`Hệ thống (tự động)`}</Line>
            {job.unitName && <Line name={<Trans>Đơn vị</Trans>}>{job.unitName}</Line>}
            <Line name={<Trans>Giao lúc</Trans>}>{formatInstant(job.createdAt)}</Line>
            {job.startedAt && <Line name={<Trans>Bắt đầu</Trans>}>{formatInstant(job.startedAt)}</Line>}
            {job.finishedAt && <Line name={<Trans>Kết thúc</Trans>}>{formatInstant(job.finishedAt)}</Line>}
            {job.attempt > 1 && <Line name={<Trans>Lần chạy</Trans>}>{`${job.attempt}/${job.maxAttempts}`}</Line>}
          </div>
          {job.lines.length > 0 && (
            <section aria-label={t`Diễn biến`}>
              <Title order={3}>
                <Trans>Diễn biến</Trans>
              </Title>
              <List>
                {job.lines.map(({ position, at, text }) => (
                  <List.Item key={position}>
                    {formatInstant(at)}: {text}
                  </List.Item>
                ))}
              </List>
            </section>
          )}
        </Stack>
      )}
    </Drawer>
  );
}

function Line({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <Text size="sm">
      {name}: {children}
    </Text>
  );
}
