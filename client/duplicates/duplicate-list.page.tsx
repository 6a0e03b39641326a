import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { LoaderFunctionArgs } from 'react-router';
import { type Api, apiContext, useTRPC } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { MoreRows } from '#client/core/table/more-rows.tsx';
import { readFilters, useUrlFilters } from '#client/core/url-filters.ts';
import { useWords } from '#client/core/words.ts';
import { listInput, type UrlFilters, urlFilters } from '#client/duplicates/duplicate-types.ts';
import { FindAgain } from '#client/duplicates/find-again.tsx';
import { MergeTable } from '#client/duplicates/merge-table.tsx';
import { PairTable } from '#client/duplicates/pair-table.tsx';
import { PAIR_STATUS_LABELS } from '#shared/duplicates/duplicates.labels.ts';
import { GROUND_LABELS, mainGround } from '#shared/duplicates/duplicates.schema.ts';
import { RECIPIENT_KIND_LABELS, recipientKind } from '#shared/recipients/recipients.schema.ts';

const nextOf = ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined;
const pairsOf = (trpc: Api['trpc'], filters: UrlFilters) =>
  trpc.duplicates.list.infiniteQueryOptions(listInput(filters), { getNextPageParam: nextOf });
const mergesOf = (trpc: Api['trpc']) => trpc.duplicates.merges.infiniteQueryOptions({}, { getNextPageParam: nextOf });

export async function loader({ url, context }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  const filters = readFilters(urlFilters, url.searchParams);
  await (filters.status === 'merged'
    ? queryClient.ensureInfiniteQueryData(mergesOf(trpc))
    : queryClient.ensureInfiniteQueryData(pairsOf(trpc, filters)));
  return null;
}

/** Nghi trùng hồ sơ: the queue, what was found to be two, and the merges that can be undone. */
export function Component() {
  const { t } = useLingui();
  const { label } = useWords();
  const { can } = useSession();
  const trpc = useTRPC();
  const [filters, change, clear] = useUrlFilters(urlFilters);
  const isMerged = filters.status === 'merged';
  const overview = useQuery(trpc.duplicates.overview.queryOptions(listInput(filters)));
  const units = overview.data?.units ?? [];
  const filtered = Boolean(filters.ground || filters.kind || filters.unitId);
  return (
    <Stack gap="xs">
      <PageHeader
        title={t`Nghi trùng hồ sơ`}
        about={
          <Trans>Hai hồ sơ có thể là một; khả năng cao nhất ở trên. Bấm vào tên để so sánh rồi ghép hoặc bỏ qua</Trans>
        }
        actions={can('duplicates.find') && <FindAgain />}
      />
      <Group gap="xs" role="search">
        <NativeSelect
          aria-label={t`Trạng thái`}
          value={filters.status ?? 'open'}
          onChange={(event) => {
            const status = event.currentTarget.value;
            change({ status: (status === 'open' ? '' : status) as never });
          }}
          data={(['open', 'different', 'merged'] as const).map((value) => ({
            value,
            label: label(PAIR_STATUS_LABELS[value]),
          }))}
        />
        {!isMerged && (
          <>
            <NativeSelect
              aria-label={t`Căn cứ`}
              value={filters.ground ?? ''}
              onChange={(event) => change({ ground: event.currentTarget.value as never })}
              data={[
                { value: '', label: t`Mọi căn cứ` },
                ...mainGround.options.map((value) => ({ value, label: label(GROUND_LABELS[value]) })),
              ]}
            />
            <NativeSelect
              aria-label={t`Loại`}
              value={filters.kind ?? ''}
              onChange={(event) => change({ kind: event.currentTarget.value as never })}
              data={[
                { value: '', label: t`Mọi loại` },
                ...recipientKind.options.map((value) => ({ value, label: label(RECIPIENT_KIND_LABELS[value]) })),
              ]}
            />
            <NativeSelect
              aria-label={t`Đơn vị`}
              value={filters.unitId ?? ''}
              onChange={(event) => change({ unitId: event.currentTarget.value as never })}
              data={[{ value: '', label: t`Mọi đơn vị` }, ...units.map(({ id, name }) => ({ value: id, label: name }))]}
            />
          </>
        )}
        {filtered && (
          <Button variant="subtle" onClick={clear}>
            <Trans>Xóa lọc</Trans>
          </Button>
        )}
      </Group>
      {isMerged ? <Merges /> : <Pairs filters={filters} filtered={filtered} total={overview.data} />}
    </Stack>
  );
}

type PairsProps = { filters: UrlFilters; filtered: boolean; total: { count: number; isMore: boolean } | undefined };

function Pairs({ filters, filtered, total }: PairsProps) {
  const trpc = useTRPC();
  const list = useInfiniteQuery({ ...pairsOf(trpc, filters), placeholderData: keepPreviousData });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const isSettled = filters.status === 'different';
  const count = total?.count ?? rows.length;
  return (
    <>
      {list.error && <ProblemAlert problem={readProblem(list.error)} onRetry={() => void list.refetch()} />}
      <PairTable
        rows={rows}
        isSettled={isSettled}
        empty={
          filtered ? (
            <Trans>Không có cặp nào theo bộ lọc này. Bấm “Xóa lọc” để xem tất cả.</Trans>
          ) : isSettled ? (
            <Trans>Chưa có cặp nào được xác định là không trùng.</Trans>
          ) : (
            <Trans>Không còn cặp hồ sơ nào nghi trùng. Hệ thống tìm lại mỗi đêm và sau mỗi lần nhập.</Trans>
          )
        }
      />
      <MoreRows list={list}>
        {total?.isMore ? <Trans>Hơn {count} cặp hồ sơ.</Trans> : <Trans>Có {count} cặp hồ sơ.</Trans>}
      </MoreRows>
    </>
  );
}

function Merges() {
  const trpc = useTRPC();
  const list = useInfiniteQuery({ ...mergesOf(trpc), placeholderData: keepPreviousData });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const count = rows.length;
  return (
    <>
      {list.error && <ProblemAlert problem={readProblem(list.error)} onRetry={() => void list.refetch()} />}
      <MergeTable rows={rows} />
      <MoreRows list={list}>
        <Trans>Đang hiện {count} lần ghép.</Trans>
      </MoreRows>
    </>
  );
}
