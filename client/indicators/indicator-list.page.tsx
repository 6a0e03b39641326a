import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Link, type LoaderFunctionArgs } from 'react-router';
import * as z from 'zod/mini';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { type Column, DataTable } from '#client/core/table/data-table.tsx';
import { readFilters, useUrlFilters } from '#client/core/url-filters.ts';
import { useWords } from '#client/core/words.ts';
import { NewIndicatorDialog } from '#client/indicators/indicator-dialogs.tsx';
import type { IndicatorRow } from '#client/indicators/indicator-types.ts';
import { formatDate } from '#shared/core/dates.ts';
import { BETTER_LABELS, INDICATOR_KIND_LABELS } from '#shared/indicators/indicators.labels.ts';
import { AGGREGATION_LABELS } from '#shared/indicators/indicators.schema.ts';

const filterSchema = z.object({
  q: z.optional(z.string().check(z.maxLength(100))),
  ca: z.optional(z.literal('1')),
});
const inputOf = ({ q, ca }: z.output<typeof filterSchema>) => ({ q: q ?? '', withClosed: ca === '1' });

export async function loader({ url, context }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(
    trpc.indicators.list.queryOptions(inputOf(readFilters(filterSchema, url.searchParams))),
  );
  return null;
}

/** Danh mục chỉ tiêu: every indicator with its unit of measure and how it is added up. */
export function Component() {
  const { t } = useLingui();
  const trpc = useTRPC();
  const [filters, change] = useUrlFilters(filterSchema);
  const [sought, setSought] = useState(filters.q ?? '');
  const [adding, setAdding] = useState(false);
  // Typing is not held up by drawing the list.
  const asked = useDeferredValue(sought);
  const { data, error, refetch } = useQuery({
    ...trpc.indicators.list.queryOptions({ ...inputOf(filters), q: asked }),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  const count = String(data?.rows.length ?? 0);
  return (
    <Stack gap="xs">
      <PageHeader
        title={t`Danh mục chỉ tiêu`}
        about={<Trans>{count} chỉ tiêu; mỗi năm thi đua chọn chỉ tiêu của mình từ danh mục này</Trans>}
        actions={
          data &&
          data.owners.length > 0 && (
            <Button onClick={() => setAdding(true)}>
              <Trans>Thêm chỉ tiêu</Trans>
            </Button>
          )
        }
      />
      <Group gap="md">
        <TextInput
          w={320}
          aria-label={t`Tìm theo tên, định nghĩa, nguồn số liệu`}
          placeholder={t`Tìm theo tên, định nghĩa, nguồn số liệu`}
          value={sought}
          onChange={(event) => {
            setSought(event.currentTarget.value);
            change({ q: event.currentTarget.value }, { replace: true });
          }}
        />
        <Checkbox
          label={t`Cả chỉ tiêu đã ngừng dùng`}
          checked={filters.ca === '1'}
          onChange={(event) => change({ ca: event.currentTarget.checked ? '1' : undefined })}
        />
      </Group>
      {error && <ProblemAlert problem={readProblem(error)} onRetry={() => void refetch()} />}
      <DataTable
        caption={t`Danh mục chỉ tiêu`}
        columns={columns}
        rows={data?.rows ?? []}
        rowKey={({ id }) => id}
        isLoading={!data && !error}
        minWidth={1100}
        empty={
          sought === '' ? (
            data && data.owners.length > 0 ? (
              <Trans>Chưa có chỉ tiêu nào. Bấm “Thêm chỉ tiêu” để ghi chỉ tiêu đầu tiên.</Trans>
            ) : (
              <Trans>Chưa có chỉ tiêu nào. Quản trị hệ thống hoặc cơ quan tổ chức cụm, khối thêm chỉ tiêu.</Trans>
            )
          ) : (
            <Trans>Không có chỉ tiêu nào khớp. Thử từ ngắn hơn, hoặc chọn cả chỉ tiêu đã ngừng dùng.</Trans>
          )
        }
      />
      {adding && data && <NewIndicatorDialog list={data} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

function useColumns(): Column<IndicatorRow>[] {
  const { label } = useWords();
  return [
    {
      id: 'name',
      head: <Trans>Chỉ tiêu</Trans>,
      rowHead: true,
      wrap: true,
      cell: ({ id, name, isClosed }) => (
        <>
          <Link to={paths.indicator.to(id)}>{name}</Link>{' '}
          {isClosed && (
            <StatusBadge tone="neutral">
              <Trans>Ngừng dùng</Trans>
            </StatusBadge>
          )}
        </>
      ),
    },
    { id: 'unit', head: <Trans>Đơn vị tính</Trans>, width: 104, cell: ({ unitOfMeasure }) => unitOfMeasure },
    {
      id: 'kind',
      head: <Trans>Loại số liệu</Trans>,
      width: 116,
      cell: ({ kind }) => label(INDICATOR_KIND_LABELS[kind]),
    },
    {
      id: 'aggregation',
      head: <Trans>Cách tổng hợp</Trans>,
      width: 180,
      wrap: true,
      cell: ({ aggregation, weightName }) => (
        <>
          {label(AGGREGATION_LABELS[aggregation])}
          {weightName && (
            <>
              {' '}
              <Trans>theo {weightName}</Trans>
            </>
          )}
        </>
      ),
    },
    {
      id: 'better',
      head: <Trans>Chiều đánh giá</Trans>,
      width: 118,
      cell: ({ better }) => label(BETTER_LABELS[better]),
    },
    {
      id: 'source',
      head: <Trans>Nguồn số liệu</Trans>,
      width: 170,
      wrap: true,
      cell: ({ sourceOffice }) => sourceOffice,
    },
    {
      id: 'from',
      head: <Trans>Dùng từ</Trans>,
      width: 92,
      cell: ({ validFrom }) => <span className="tabular">{formatDate(validFrom)}</span>,
    },
    { id: 'years', head: <Trans>Số năm</Trans>, width: 76, numeric: true, cell: ({ yearCount }) => yearCount },
  ];
}
