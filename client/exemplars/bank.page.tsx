import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LoaderFunctionArgs } from 'react-router';
import * as z from 'zod/mini';
import { type Api, apiContext, useTRPC } from '#client/core/api.ts';
import { ModelTabs } from '#client/core/model-tabs.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { MoreRows } from '#client/core/table/more-rows.tsx';
import { readFilters, useUrlFilters } from '#client/core/url-filters.ts';
import { ExemplarName } from '#client/exemplars/exemplar-name.tsx';
import { ExemplarSearch } from '#client/exemplars/exemplar-search.tsx';
import { IndicatorFields } from '#client/exemplars/indicator-fields.tsx';
import { KindSelect } from '#client/exemplars/kind-select.tsx';
import { Suggestions } from '#client/exemplars/suggestions.tsx';
import { effectText } from '#shared/exemplars/effects.schema.ts';
import { type BankFilters, bankFilters } from '#shared/exemplars/sharing.schema.ts';

const urlFilters = z.object({
  text: bankFilters.shape.text,
  kind: bankFilters.shape.kind,
  field: bankFilters.shape.field,
});
type UrlFilters = z.output<typeof urlFilters>;

const listInput = ({ text, kind, field }: UrlFilters): BankFilters => ({
  ...(text && { text }),
  ...(kind && { kind }),
  ...(field && { field }),
});

const pagesOf = (trpc: Api['trpc'], filters: UrlFilters) =>
  trpc.exemplars.bank.infiniteQueryOptions(listInput(filters), {
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export async function loader({ url, context }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await Promise.all([
    queryClient.ensureInfiniteQueryData(pagesOf(trpc, readFilters(urlFilters, url.searchParams))),
    queryClient.ensureQueryData(trpc.exemplars.bankFields.queryOptions()),
  ]);
  return null;
}

/** Models of all clusters that their chairs approved for everybody, with what is suggested to one's own unit. */
export function Component() {
  const { t } = useLingui();
  const { can, clusterYear } = useSession();
  const trpc = useTRPC();
  const [filters, change, clear] = useUrlFilters(urlFilters);
  const [settingFields, setSettingFields] = useState(false);
  const { data: fields } = useSuspenseQuery(trpc.exemplars.bankFields.queryOptions());
  const list = useInfiniteQuery({ ...pagesOf(trpc, filters), placeholderData: keepPreviousData });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const isFiltered = Object.keys(listInput(filters)).length > 0;
  return (
    <Stack gap="xs">
      <PageHeader
        title={t`Mô hình hay của các cụm, khối`}
        about={<Trans>Điển hình, mô hình đã được Cụm trưởng đồng ý phổ biến ngoài Cụm; mới nhất ở trên</Trans>}
        actions={
          can('exemplars.setFields') &&
          clusterYear && (
            <Button variant="default" onClick={() => setSettingFields(true)}>
              <Trans>Lĩnh vực của chỉ tiêu</Trans>
            </Button>
          )
        }
      />
      <ModelTabs />
      {can('exemplars.suggestions') && clusterYear && <Suggestions clusterYearId={clusterYear.id} />}
      <Group gap="xs" role="search">
        <ExemplarSearch value={filters.text ?? ''} onSearch={(text) => change({ text }, { replace: true })} />
        <KindSelect value={filters.kind} onChange={(kind) => change({ kind })} />
        <NativeSelect
          aria-label={t`Lĩnh vực`}
          value={filters.field ?? ''}
          onChange={(event) => change({ field: event.currentTarget.value })}
          data={[{ value: '', label: t`Mọi lĩnh vực` }, ...fields]}
        />
        {isFiltered && (
          <Button variant="subtle" onClick={clear}>
            <Trans>Xóa lọc</Trans>
          </Button>
        )}
      </Group>
      {list.error && <ProblemAlert problem={readProblem(list.error)} onRetry={() => void list.refetch()} />}
      <DataTable
        caption={t`Mô hình hay của các cụm, khối`}
        rows={rows}
        rowKey={({ id }) => id}
        minWidth={1000}
        empty={
          isFiltered ? (
            <Trans>Không có mô hình nào theo tìm kiếm, bộ lọc này. Thử ít chữ hơn, hoặc bấm “Xóa lọc”.</Trans>
          ) : (
            <Trans>
              Chưa có mô hình nào được phổ biến. Mở một điển hình của đơn vị và bấm “Đề nghị phổ biến ngoài Cụm”.
            </Trans>
          )
        }
        columns={[
          {
            id: 'title',
            head: <Trans>Tên điển hình, mô hình</Trans>,
            rowHead: true,
            wrap: true,
            cell: (row) => <ExemplarName row={row} />,
          },
          {
            id: 'effects',
            head: <Trans>Hiệu quả bằng số</Trans>,
            width: 330,
            wrap: true,
            cell: ({ effects }) =>
              effects.length === 0 ? '–' : effects.map((row) => <div key={effectText(row)}>{effectText(row)}</div>),
          },
          { id: 'field', head: <Trans>Lĩnh vực</Trans>, width: 140, cell: ({ field }) => field || '–' },
          {
            id: 'unit',
            head: <Trans>Đơn vị, địa chỉ</Trans>,
            width: 220,
            wrap: true,
            cell: ({ unitName, clusterName, place }) => [unitName, clusterName, place].filter(Boolean).join(' · '),
          },
          {
            id: 'adopters',
            head: <Trans>Đơn vị áp dụng</Trans>,
            width: 140,
            numeric: true,
            cell: ({ adopters }) => adopters,
          },
        ]}
      />
      <MoreRows list={list} />
      {settingFields && clusterYear && (
        <IndicatorFields clusterYearId={clusterYear.id} known={fields} onClose={() => setSettingFields(false)} />
      )}
    </Stack>
  );
}
