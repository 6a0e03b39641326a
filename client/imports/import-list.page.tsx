import { Trans, useLingui } from '@lingui/react/macro';
import { Stack, Title } from '@mantine/core';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { LoaderFunctionArgs } from 'react-router';
import * as z from 'zod/mini';
import { type Api, apiContext, useTRPC } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { StepLine } from '#client/core/step-line.tsx';
import { MoreRows } from '#client/core/table/more-rows.tsx';
import { useUrlFilters } from '#client/core/url-filters.ts';
import { RunTable } from '#client/imports/run-table.tsx';
import { StartImport } from '#client/imports/start-import.tsx';
import { useWizardWords } from '#client/imports/wizard-words.ts';
import { importKind } from '#shared/imports/imports.schema.ts';

const pagesOf = (trpc: Api['trpc']) =>
  trpc.imports.list.infiniteQueryOptions({}, { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined });
/** Which kinds a person may import is the same whatever kind is asked about. */
const optionsOf = (trpc: Api['trpc']) => trpc.imports.options.queryOptions({ kind: 'awards' });

export async function loader({ context }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await Promise.all([queryClient.ensureInfiniteQueryData(pagesOf(trpc)), queryClient.ensureQueryData(optionsOf(trpc))]);
  return null;
}

const urlFilters = z.object({ loai: z.optional(importKind) });

/** Nhập từ Excel: a new file, and every import in reach with what became of it. */
export function Component() {
  const { t } = useLingui();
  const trpc = useTRPC();
  const steps = useWizardWords();
  const [filters, change] = useUrlFilters(urlFilters);
  const list = useSuspenseInfiniteQuery(pagesOf(trpc));
  const { kinds } = useSuspenseQuery(optionsOf(trpc)).data;
  const rows = list.data.pages.flatMap((page) => page.rows);
  const kind = kinds.find((each) => each === filters.loai) ?? kinds[0];
  return (
    <Stack gap="md">
      <PageHeader
        title={t`Nhập từ Excel`}
        about={<Trans>Kiểm tra từng ô trước khi ghi; hoàn tác được cả lần nhập trong 24 giờ</Trans>}
      />
      {kind && (
        <>
          <StepLine title={t`Các bước nhập từ Excel`} steps={steps} at={0} />
          <StartImport kinds={kinds} kind={kind} onKind={(loai) => change({ loai }, { replace: true })} />
        </>
      )}
      <section aria-label={t`Các lần nhập`}>
        <Title order={2} mb={6}>
          <Trans>Các lần nhập</Trans>
        </Title>
        <RunTable rows={rows} mayStart={kind !== undefined} />
        <MoreRows list={list}>{list.hasNextPage && <Trans>Đang hiện {rows.length} lần nhập mới nhất.</Trans>}</MoreRows>
      </section>
    </Stack>
  );
}
