import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { JobActions } from '#client/jobs/job-actions.tsx';
import { JobProgress } from '#client/jobs/job-progress.tsx';
import { type Job, STATUS_TONE } from '#client/jobs/job-types.ts';
import { formatInstant } from '#shared/core/dates.ts';
import { JOB_STATUS_LABELS } from '#shared/jobs/jobs.schema.ts';

type Props = { caption: string; jobs: readonly Job[]; empty: ReactNode };

/** Jobs with who gave them, how far they are and what can be done; the name opens the drawer. */
export function JobTable({ caption, jobs, empty }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const { search } = useLocation();

  function open(id: string): string {
    const params = new URLSearchParams(search);
    params.set('mo', id);
    return `?${params}`;
  }

  return (
    <DataTable
      caption={caption}
      rows={jobs}
      rowKey={({ id }) => id}
      minWidth={900}
      empty={empty}
      columns={[
        {
          id: 'kind',
          head: <Trans>Công việc</Trans>,
          rowHead: true,
          wrap: true,
          cell: ({ id, kindName }) => (
            <Anchor component={Link} to={open(id)} preventScrollReset>
              {kindName}
            </Anchor>
          ),
        },
        {
          id: 'who',
          head: <Trans>Người giao</Trans>,
          width: 190,
          title: ({ createdByName, unitName }) => [createdByName, unitName].filter(Boolean).join(', '),
          cell: ({ createdByName, unitName }) =>
            [createdByName ?? t`Hệ thống (tự động)`, unitName].filter(Boolean).join(', '),
        },
        {
          id: 'at',
          head: <Trans>Giao lúc</Trans>,
          width: 140,
          numeric: true,
          cell: ({ createdAt }) => formatInstant(createdAt),
        },
        {
          id: 'status',
          head: <Trans>Trạng thái</Trans>,
          width: 150,
          cell: ({ status }) => (
            <StatusBadge tone={STATUS_TONE[status]}>{label(JOB_STATUS_LABELS[status])}</StatusBadge>
          ),
        },
        { id: 'progress', head: <Trans>Tiến độ</Trans>, width: 150, cell: (job) => <JobProgress job={job} /> },
        { id: 'do', head: <Trans>Thao tác</Trans>, width: 170, cell: (job) => <JobActions job={job} /> },
      ]}
    />
  );
}
