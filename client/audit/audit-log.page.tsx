import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import type { LoaderFunctionArgs } from 'react-router';
import { AuditFilterBar } from '#client/audit/audit-filter-bar.tsx';
import { AuditTable } from '#client/audit/audit-table.tsx';
import { type AuditUrlFilters, auditFilterSchema } from '#client/audit/audit-types.ts';
import { type Api, apiContext, useTRPC } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { MoreRows } from '#client/core/table/more-rows.tsx';
import { readFilters, useUrlFilters } from '#client/core/url-filters.ts';

const pagesOf = (trpc: Api['trpc'], filters: AuditUrlFilters) =>
  trpc.audit.list.infiniteQueryOptions(filters, { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined });

export async function loader({ context, url }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureInfiniteQueryData(pagesOf(trpc, readFilters(auditFilterSchema, url.searchParams)));
  return null;
}

/** Nhật ký hệ thống: everything that happened, for administrators and auditors. */
export function Component() {
  const { t } = useLingui();
  const trpc = useTRPC();
  const [filters, change, clear] = useUrlFilters(auditFilterSchema);
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, error } = useSuspenseInfiniteQuery(
    pagesOf(trpc, filters),
  );
  const entries = data.pages.flatMap((page) => page.entries);
  const filtered = Object.keys(filters).length > 0;
  return (
    <>
      <PageHeader
        title={t`Nhật ký hệ thống`}
        about={
          <Trans>Ai đã làm gì, lúc nào, với bản ghi nào; mới nhất ở trên. Nhật ký không sửa, không xóa được.</Trans>
        }
      />
      <AuditFilterBar
        filters={filters}
        actors={data.pages[0]?.actors ?? []}
        onChange={change}
        onClear={filtered ? clear : null}
      />
      <AuditTable entries={entries} filtered={filtered} />
      <ProblemAlert problem={error ? readProblem(error) : null} onRetry={() => void fetchNextPage()} />
      <MoreRows list={{ hasNextPage, isFetchingNextPage, fetchNextPage }}>
        {hasNextPage ? (
          <Trans>Đang hiện {entries.length} mục mới nhất.</Trans>
        ) : (
          <Trans>Đã hiện đủ {entries.length} mục.</Trans>
        )}
      </MoreRows>
    </>
  );
}
