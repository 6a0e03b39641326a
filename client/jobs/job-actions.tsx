import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Group } from '@mantine/core';
import { Link } from 'react-router';
import { useTRPCClient } from '#client/core/api.ts';
import { here } from '#client/core/base.ts';
import { paths } from '#client/core/paths.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import type { Job } from '#client/jobs/job-types.ts';
import { isUnderWay, type JobStatus } from '#shared/jobs/jobs.schema.ts';

type Answer = { status: JobStatus };

/** What can be done with a job: stop it, run it again, fetch what it made. */
export function JobActions({ job }: { job: Job }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const input = { id: job.id } as never;
  const cancel = useAction<null, Answer>(() => client.jobs.cancel.mutate(input), {
    done: ({ status }) => (status === 'cancelled' ? t`Đã hủy công việc` : t`Đã yêu cầu dừng công việc`),
  });
  const retry = useAction<null, Answer>(() => client.jobs.retry.mutate(input), { done: t`Đã cho chạy lại` });
  const place = placeOf(job);
  return (
    <>
      <ProblemAlert problem={cancel.problem ?? retry.problem} />
      <Group gap="xs" wrap="nowrap">
        {job.fileId && job.isMine && (
          <Anchor href={here(`/files/${job.fileId}`)} download>
            <Trans>Tải tệp</Trans>
          </Anchor>
        )}
        {place && (
          <Anchor component={Link} to={place}>
            <Trans>Mở</Trans>
          </Anchor>
        )}
        {isUnderWay(job.status) && !job.isCancelAsked && (
          <Button variant="default" size="xs" loading={cancel.pending} onClick={() => void cancel.run(null)}>
            <Trans>Hủy</Trans>
          </Button>
        )}
        {(job.status === 'failed' || job.status === 'cancelled') && (
          <Button variant="default" size="xs" loading={retry.pending} onClick={() => void retry.run(null)}>
            <Trans>Chạy lại</Trans>
          </Button>
        )}
      </Group>
    </>
  );
}

/** The page of what the job is about. */
function placeOf({ kind, subjectId }: Job): string | undefined {
  if (kind.startsWith('import.') && subjectId) return paths.importRun.to(subjectId);
  if (kind.startsWith('dump.')) return paths.system.to();
  if (kind.startsWith('duplicates.')) return paths.duplicates.to();
  return undefined;
}
