import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LoaderFunctionArgs } from 'react-router';
import { type Api, apiContext, useTRPC } from '#client/core/api.ts';
import { ModelTabs } from '#client/core/model-tabs.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { MoreRows } from '#client/core/table/more-rows.tsx';
import { readFilters, useUrlFilters } from '#client/core/url-filters.ts';
import { ExemplarSearch } from '#client/exemplars/exemplar-search.tsx';
import { ExemplarTable } from '#client/exemplars/exemplar-table.tsx';
import { listInput, type UrlFilters, urlFilters } from '#client/exemplars/exemplar-types.ts';
import { KindSelect } from '#client/exemplars/kind-select.tsx';
import { NewExemplar } from '#client/exemplars/new-exemplar.tsx';

const pagesOf = (trpc: Api['trpc'], filters: UrlFilters) =>
  trpc.exemplars.list.infiniteQueryOptions(listInput(filters), {
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export async function loader({ url, context }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await Promise.all([
    queryClient.ensureInfiniteQueryData(pagesOf(trpc, readFilters(urlFilters, url.searchParams))),
    queryClient.ensureQueryData(trpc.exemplars.options.queryOptions()),
  ]);
  return null;
}

/** Điển hình tiên tiến, mô hình hay of the clusters in reach, searched as one types. */
export function Component() {
  const { t } = useLingui();
  const trpc = useTRPC();
  const [filters, change, clear] = useUrlFilters(urlFilters);
  const [adding, setAdding] = useState(false);
  const { data: options } = useSuspenseQuery(trpc.exemplars.options.queryOptions());
  const list = useInfiniteQuery({ ...pagesOf(trpc, filters), placeholderData: keepPreviousData });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const filtered = Object.keys(listInput(filters)).length > 0;
  const mayAdd = options.addTo.length > 0;

  return (
    <Stack gap="xs">
      <PageHeader
        title={t`Điển hình tiên tiến, mô hình hay`}
        about={<Trans>Cá nhân, tập thể và mô hình được các đơn vị trong Cụm giới thiệu; năm mới nhất ở trên</Trans>}
        actions={
          mayAdd && (
            <Button onClick={() => setAdding(true)}>
              <Trans>Thêm điển hình</Trans>
            </Button>
          )
        }
      />
      <ModelTabs />
      <Group gap="xs" role="search">
        <ExemplarSearch value={filters.text ?? ''} onSearch={(text) => change({ text }, { replace: true })} />
        <KindSelect value={filters.kind} onChange={(kind) => change({ kind })} />
        <NativeSelect
          aria-label={t`Đơn vị`}
          value={filters.unitId ?? ''}
          onChange={(event) => change({ unitId: event.currentTarget.value as never })}
          data={[
            { value: '', label: t`Mọi đơn vị` },
            ...options.units.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <NativeSelect
          aria-label={t`Năm`}
          value={filters.year === undefined ? '' : String(filters.year)}
          onChange={(event) => change({ year: event.currentTarget.value as never })}
          data={[{ value: '', label: t`Mọi năm` }, ...options.years.map(String)]}
        />
        {filtered && (
          <Button variant="subtle" onClick={clear}>
            <Trans>Xóa lọc</Trans>
          </Button>
        )}
      </Group>
      {list.error && <ProblemAlert problem={readProblem(list.error)} onRetry={() => void list.refetch()} />}
      <ExemplarTable rows={rows} isFiltered={filtered} mayAdd={mayAdd} />
      <MoreRows list={list}>
        {list.hasNextPage ? (
          <Trans>Đang hiện {rows.length} điển hình đầu tiên.</Trans>
        ) : (
          <Trans>Có {rows.length} điển hình, mô hình.</Trans>
        )}
      </MoreRows>
      {adding && <NewExemplar options={options} onClose={() => setAdding(false)} />}
    </Stack>
  );
}
