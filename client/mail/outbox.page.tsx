import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect } from '@mantine/core';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, type LoaderFunctionArgs } from 'react-router';
import { type Api, apiContext, useTRPC } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { MoreRows } from '#client/core/table/more-rows.tsx';
import { readFilters, useUrlFilters } from '#client/core/url-filters.ts';
import { useWords } from '#client/core/words.ts';
import { LetterDrawer } from '#client/mail/letter-drawer.tsx';
import { LETTER_TONE, letterUrlFilters } from '#client/mail/letter-types.ts';
import { SilenceNote } from '#client/mail/silence-note.tsx';
import { formatInstant } from '#shared/core/dates.ts';
import { LETTER_STATUS_LABELS, type LetterStatus, letterStatus } from '#shared/mail/mail.schema.ts';

const pagesOf = (trpc: Api['trpc'], status: LetterStatus | undefined) =>
  trpc.mail.list.infiniteQueryOptions(status ? { status } : {}, {
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export async function loader({ context, url }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  const { status } = readFilters(letterUrlFilters, url.searchParams);
  await Promise.all([
    queryClient.ensureInfiniteQueryData(pagesOf(trpc, status)),
    queryClient.ensureQueryData(trpc.mail.state.queryOptions()),
  ]);
  return null;
}

/** Thư chờ gửi: every letter of the last half year, what became of it, and what to do where it did not go. */
export function Component() {
  const { t } = useLingui();
  const { label } = useWords();
  const trpc = useTRPC();
  const [filters, change] = useUrlFilters(letterUrlFilters);
  const { data: state } = useSuspenseQuery({ ...trpc.mail.state.queryOptions(), staleTime: 0 });
  const list = useSuspenseInfiniteQuery({ ...pagesOf(trpc, filters.status), staleTime: 0 });
  const letters = list.data.pages.flatMap(({ rows }) => rows);
  const count = letters.length;
  const withCount = (status: LetterStatus) => {
    const of = state.counts[status] ?? 0;
    return `${label(LETTER_STATUS_LABELS[status])} (${of})`;
  };

  return (
    <>
      <PageHeader
        title={t`Thư chờ gửi`}
        about={<Trans>Thư của hệ thống, mới nhất ở trên; thư cũ hơn 180 ngày tự xóa.</Trans>}
        actions={
          <Button component={Link} to={paths.mailRecipients.to()} variant="default">
            <Trans>Địa chỉ người nhận</Trans>
          </Button>
        }
      />
      <SilenceNote silence={state.silence} />
      <Group my="sm" className="no-print">
        <NativeSelect
          aria-label={t`Trạng thái`}
          data={[
            { value: '', label: t`Mọi trạng thái` },
            ...letterStatus.options.map((status) => ({ value: status, label: withCount(status) })),
          ]}
          value={filters.status ?? ''}
          onChange={(event) => change({ status: event.currentTarget.value as never })}
        />
      </Group>
      <ProblemAlert problem={list.error ? readProblem(list.error) : null} />
      <DataTable
        caption={t`Thư`}
        rows={letters}
        rowKey={({ id }) => id}
        firstNumber={null}
        minWidth={1000}
        openKey={filters.mo}
        onRow={({ id }) => change({ mo: id })}
        empty={
          filters.status ? (
            <Trans>Không có thư nào ở trạng thái này. Chọn “Mọi trạng thái” để xem tất cả.</Trans>
          ) : (
            <Trans>Chưa có thư nào. Thư được viết khi có việc cần nhắc, và theo cách nhận thư mỗi người chọn.</Trans>
          )
        }
        columns={[
          { id: 'at', head: <Trans>Viết lúc</Trans>, width: 140, cell: ({ createdAt }) => formatInstant(createdAt) },
          {
            id: 'subject',
            head: <Trans>Tiêu đề</Trans>,
            rowHead: true,
            title: ({ subject }) => subject,
            cell: ({ id, subject }) => (
              <Link to={`?${new URLSearchParams({ ...(filters.status && { status: filters.status }), mo: id })}`}>
                {subject}
              </Link>
            ),
          },
          { id: 'who', head: <Trans>Người nhận</Trans>, width: 180, cell: ({ personName }) => personName },
          {
            id: 'address',
            head: <Trans>Địa chỉ</Trans>,
            width: 210,
            title: ({ address }) => address ?? '',
            cell: ({ address }) => address ?? t`Chưa có địa chỉ`,
          },
          {
            id: 'status',
            head: <Trans>Trạng thái</Trans>,
            width: 140,
            cell: ({ status }) => (
              <StatusBadge tone={LETTER_TONE[status]}>{label(LETTER_STATUS_LABELS[status])}</StatusBadge>
            ),
          },
          { id: 'attempt', head: <Trans>Lần thử</Trans>, width: 80, numeric: true, cell: ({ attempt }) => attempt },
        ]}
      />
      <MoreRows list={list}>
        {count > 0 &&
          (list.hasNextPage ? <Trans>Đang hiện {count} thư mới nhất.</Trans> : <Trans>Đã hiện đủ {count} thư.</Trans>)}
      </MoreRows>
      {filters.mo && <LetterDrawer id={filters.mo} onClose={() => change({ mo: undefined })} />}
    </>
  );
}
