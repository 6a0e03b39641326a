import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import type { LoaderFunctionArgs } from 'react-router';
import { type Api, apiContext, useTRPC } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { readFilters, useUrlFilters } from '#client/core/url-filters.ts';
import { useWords } from '#client/core/words.ts';
import { JobDrawer } from '#client/jobs/job-drawer.tsx';
import { JobTable } from '#client/jobs/job-table.tsx';
import { ASK_EVERY_MS, jobUrlFilters } from '#client/jobs/job-types.ts';
import { JOB_STATUS_LABELS, type JobStatus, jobStatus, MOST_UNDER_WAY_SHOWN } from '#shared/jobs/jobs.schema.ts';

const pagesOf = (trpc: Api['trpc'], status: JobStatus | undefined) =>
  trpc.jobs.list.infiniteQueryOptions(status ? { status } : {}, {
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export async function loader({ context, url }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureInfiniteQueryData(pagesOf(trpc, readFilters(jobUrlFilters, url.searchParams).status));
  return null;
}

/**
 * Công việc đang chạy: what works behind the scenes for whoever looks, for the administrator everybody's. What waits or
 * runs comes first, under its own heading.
 */
export function Component() {
  const { t } = useLingui();
  const { label } = useWords();
  const trpc = useTRPC();
  const isAdmin = useSession().account.roles.includes('admin');
  const [filters, change] = useUrlFilters(jobUrlFilters);
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, error } = useSuspenseInfiniteQuery({
    ...pagesOf(trpc, filters.status),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.underWay.length ? ASK_EVERY_MS : false),
  });
  const underWay = data.pages[0]?.underWay ?? [];
  const hasMoreUnderWay = data.pages[0]?.hasMoreUnderWay ?? false;
  const ended = data.pages.flatMap(({ rows }) => rows);
  const states = [
    { value: '', label: t`Mọi trạng thái` },
    ...jobStatus.options.map((status) => ({ value: status, label: label(JOB_STATUS_LABELS[status]) })),
  ];

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
      <ProblemAlert problem={error ? readProblem(error) : null} />
      {underWay.length + ended.length === 0 ? (
        <JobTable
          caption={t`Công việc đang chạy và đã kết thúc`}
          jobs={[]}
          empty={
            filters.status ? (
              <Trans>Không có công việc nào ở trạng thái này. Chọn “Mọi trạng thái” để xem tất cả.</Trans>
            ) : (
              <Trans>Chưa có công việc nào. Khi bạn xuất danh sách lớn hoặc nhập từ Excel, tiến độ hiện ở đây.</Trans>
            )
          }
        />
      ) : (
        <Stack gap="md">
          {underWay.length > 0 && (
            <section>
              <Title order={2} mb={6}>
                <Trans>Đang chạy, đang chờ</Trans>
              </Title>
              <JobTable caption={t`Công việc đang chạy, đang chờ`} jobs={underWay} empty={null} />
              {hasMoreUnderWay && (
                <Text mt={4}>
                  <Trans>Còn việc đang chờ nữa; đang hiện {MOST_UNDER_WAY_SHOWN} việc giao sau cùng.</Trans>
                </Text>
              )}
            </section>
          )}
          {ended.length > 0 && (
            <section>
              <Title order={2} mb={6}>
                <Trans>Đã kết thúc</Trans>
              </Title>
              <JobTable caption={t`Công việc đã kết thúc`} jobs={ended} empty={null} />
              <Group justify="space-between" mt="xs" className="no-print">
                <Text role="status">
                  {hasNextPage ? (
                    <Trans>Đang hiện {ended.length} công việc mới nhất đã kết thúc.</Trans>
                  ) : (
                    <Trans>Đã hiện đủ {ended.length} công việc đã kết thúc.</Trans>
                  )}
                </Text>
                {hasNextPage && (
                  <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                    <Trans>Xem thêm</Trans>
                  </Button>
                )}
              </Group>
            </section>
          )}
        </Stack>
      )}
      {filters.mo && <JobDrawer id={filters.mo} onClose={() => change({ mo: undefined })} />}
    </>
  );
}
