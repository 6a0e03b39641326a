import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Group, NativeSelect, Text } from '@mantine/core';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link, type LoaderFunctionArgs, useLocation } from 'react-router';
import { type Api, apiContext, useTRPC } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { readFilters, useUrlFilters } from '#client/core/url-filters.ts';
import { useWords } from '#client/core/words.ts';
import { JobActions } from '#client/jobs/job-actions.tsx';
import { JobDrawer } from '#client/jobs/job-drawer.tsx';
import { JobProgress } from '#client/jobs/job-progress.tsx';
import { ASK_EVERY_MS, isUnderWay, jobUrlFilters, STATUS_TONE } from '#client/jobs/job-types.ts';
import { formatInstant } from '#shared/core/dates.ts';
import { JOB_STATUS_LABELS, type JobStatus, jobStatus } from '#shared/jobs/jobs.schema.ts';

const pagesOf = (trpc: Api['trpc'], status: JobStatus | undefined) =>
  trpc.jobs.list.infiniteQueryOptions(status ? { status } : {}, {
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export async function loader({ context, url }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureInfiniteQueryData(pagesOf(trpc, readFilters(jobUrlFilters, url.searchParams).status));
  return null;
}

/** Công việc đang chạy: what works behind the scenes for whoever looks, for the administrator everybody's. */
export function Component() {
  const { t } = useLingui();
  const { label } = useWords();
  const trpc = useTRPC();
  const { search } = useLocation();
  const isAdmin = useSession().account.roles.includes('admin');
  const [filters, change] = useUrlFilters(jobUrlFilters);
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, error } = useSuspenseInfiniteQuery({
    ...pagesOf(trpc, filters.status),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ rows }) => rows.some(isUnderWay)) ? ASK_EVERY_MS : false,
  });
  const jobs = data.pages.flatMap(({ rows }) => rows);
  const states = [
    { value: '', label: t`Mọi trạng thái` },
    ...jobStatus.options.map((status) => ({ value: status, label: label(JOB_STATUS_LABELS[status]) })),
  ];

  function open(id: string): string {
    const params = new URLSearchParams(search);
    params.set('mo', id);
    return `?${params}`;
  }

  return (
    <>
      <PageHeader
        title={t`Công việc đang chạy và đã kết thúc`}
        about={
          isAdmin ? (
            <Trans>Việc chạy nền của mọi người: xuất, nhập, kết xuất dữ liệu; mới nhất ở trên.</Trans>
          ) : (
            <Trans>Việc chạy nền của bạn: xuất, nhập dữ liệu; mới nhất ở trên. Đóng trình duyệt, việc vẫn chạy.</Trans>
          )
        }
      />
      <Group mb="sm" className="no-print">
        <NativeSelect
          aria-label={t`Trạng thái`}
          data={states}
          value={filters.status ?? ''}
          onChange={(event) => change({ status: event.currentTarget.value as never })}
        />
      </Group>
      <DataTable
        caption={t`Công việc đang chạy và đã kết thúc`}
        rows={jobs}
        rowKey={({ id }) => id}
        minWidth={900}
        empty={
          filters.status ? (
            <Trans>Không có công việc nào ở trạng thái này. Chọn “Mọi trạng thái” để xem tất cả.</Trans>
          ) : (
            <Trans>Chưa có công việc nào. Khi bạn xuất danh sách lớn hoặc nhập từ Excel, tiến độ hiện ở đây.</Trans>
          )
        }
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
      <ProblemAlert problem={error ? readProblem(error) : null} />
      <Group justify="space-between" mt="xs" className="no-print">
        <Text role="status">
          {hasNextPage ? (
            <Trans>Đang hiện {jobs.length} công việc mới nhất.</Trans>
          ) : (
            <Trans>Đã hiện đủ {jobs.length} công việc.</Trans>
          )}
        </Text>
        {hasNextPage && (
          <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            <Trans>Xem thêm</Trans>
          </Button>
        )}
      </Group>
      {filters.mo && <JobDrawer id={filters.mo} onClose={() => change({ mo: undefined })} />}
    </>
  );
}
