import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { LoaderFunctionArgs, ShouldRevalidateFunctionArgs } from 'react-router';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { Pager } from '#client/core/table/pager.tsx';
import { usePages } from '#client/core/table/pages.ts';
import { SearchBox } from '#client/core/table/search-box.tsx';
import { readFilters, useUrlFilters } from '#client/core/url-filters.ts';
import { useWords } from '#client/core/words.ts';
import { ExportButton } from '#client/exports/export-picker.tsx';
import { NewRecipient } from '#client/recipients/new-recipient.tsx';
import { listFilters, listInput } from '#client/recipients/recipient-filters.ts';
import { RecipientTable } from '#client/recipients/recipient-table.tsx';
import css from '#client/recipients/recipients.module.css';
import { UnitViewPicker } from '#client/units/unit-view-picker.tsx';
import { RECIPIENT_COLUMNS } from '#shared/recipients/recipient-columns.ts';
import { RECIPIENT_KIND_LABELS, RECIPIENTS_ON_A_PAGE, recipientKind } from '#shared/recipients/recipients.schema.ts';
import { isIdNumber } from '#shared/registry/search-plan.rules.ts';

const OFTEN_ENOUGH = 5 * 60_000;

export async function loader({ url, context }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  const input = listInput(readFilters(listFilters, url.searchParams));
  await Promise.all([
    queryClient.ensureQueryData(trpc.recipients.list.queryOptions(input)),
    queryClient.ensureQueryData(trpc.awards.filters.queryOptions()),
  ]);
  return null;
}

/** Filters, order and pages are asked for by the page itself, which keeps the old rows until the new ones are there. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return currentUrl.pathname !== nextUrl.pathname && defaultShouldRevalidate;
}

/** Tập thể và cá nhân: everybody with awards or of one's own unit, in the order of a Vietnamese list. */
export function Component() {
  const { t } = useLingui();
  const { label } = useWords();
  const { can, account } = useSession();
  const trpc = useTRPC();
  const [filters, change] = useUrlFilters(listFilters);
  const [adding, setAdding] = useState(false);
  // A citizen number is personal: it is neither searched nor put into the address.
  const [refused, setRefused] = useState(false);
  const { data: options } = useSuspenseQuery({ ...trpc.awards.filters.queryOptions(), staleTime: OFTEN_ENOUGH });
  const list = useQuery({
    ...trpc.recipients.list.queryOptions(listInput(filters), { trpc: { abortOnUnmount: true } }),
    placeholderData: keepPreviousData,
  });
  const { cursor: _, ...exported } = listInput(filters);
  const { pageNumber, firstNumber, next, previous } = usePages(filters.cursor, { size: RECIPIENTS_ON_A_PAGE });
  const rows = list.data?.rows ?? [];
  const nextCursor = list.data?.nextCursor ?? null;
  const isNarrowed = Boolean(filters.q || filters.kind || filters.unitId);
  const mayAdd = can('recipients.create');
  const living = options.units.filter(({ validTo }) => validTo === null);
  const page = String(pageNumber);
  const count = String(rows.length);
  const latest = useRef(change);
  latest.current = change;
  const [ask] = useState(() => (text: string) => {
    setRefused(isIdNumber(text));
    latest.current({ q: isIdNumber(text) ? undefined : text }, { replace: true });
  });

  return (
    <Stack gap="xs">
      <PageHeader
        title={t`Tập thể và cá nhân`}
        dense
        about={<Trans>Mỗi đối tượng một hồ sơ, với toàn bộ quá trình khen thưởng</Trans>}
        actions={
          <>
            <ExportButton of={{ list: 'recipients', filters: exported }} columns={RECIPIENT_COLUMNS} />
            {mayAdd && (
              <Button onClick={() => setAdding(true)}>
                <Trans>Thêm</Trans>
              </Button>
            )}
          </>
        }
      />
      <Group gap="xs" role="search">
        <SearchBox
          label={t`Tìm tập thể, cá nhân`}
          placeholder={t`Tìm theo tên hiện nay, tên cũ, địa chỉ (không cần dấu)`}
          value={filters.q ?? ''}
          onAsk={ask}
          className={css.search}
        />
        <NativeSelect
          aria-label={t`Đối tượng`}
          value={filters.kind ?? ''}
          onChange={(event) => change({ kind: event.currentTarget.value as never })}
          data={[
            { value: '', label: t`Mọi đối tượng` },
            ...recipientKind.options.map((value) => ({ value, label: label(RECIPIENT_KIND_LABELS[value]) })),
          ]}
        />
        <NativeSelect
          aria-label={t`Tỉnh, thành phố`}
          value={filters.unitId ?? ''}
          onChange={(event) => change({ unitId: event.currentTarget.value as never })}
          data={[
            { value: '', label: t`Mọi tỉnh, thành phố` },
            ...options.units.map(({ id, name, validTo }) => ({
              value: id,
              label: validTo ? t`${name} (trước sáp nhập)` : name,
            })),
          ]}
        />
        {filters.unitId && (
          <UnitViewPicker
            view={filters.view ?? 'khi-khen'}
            onChange={(view) => change({ view: view === 'khi-khen' ? undefined : view })}
          />
        )}
        {isNarrowed && (
          <Button variant="subtle" onClick={() => change({ q: undefined, kind: undefined, unitId: undefined })}>
            <Trans>Xóa lọc</Trans>
          </Button>
        )}
      </Group>
      {(refused || list.data?.note) && (
        <Text role="status" c="gray.7">
          {refused || list.data?.note === 'id-number' ? (
            <Trans>
              Không tìm theo số căn cước: số này không được ghi vào địa chỉ trang và nhật ký. Hãy tìm theo tên.
            </Trans>
          ) : (
            <Trans>Gõ thêm chữ để tìm.</Trans>
          )}
        </Text>
      )}
      {list.error && <ProblemAlert problem={readProblem(list.error)} onRetry={() => void list.refetch()} />}
      <RecipientTable
        rows={rows}
        firstNumber={firstNumber}
        sort={filters.sort ?? 'name-asc'}
        onSort={(sort) => change({ sort: sort === 'name-asc' ? undefined : sort })}
        isNarrowed={isNarrowed}
        mayAdd={mayAdd}
        isBusy={list.isPlaceholderData}
      />
      <Pager
        count={
          <Trans>
            Trang {page}, {count} dòng
          </Trans>
        }
        onPrevious={previous}
        onNext={nextCursor ? () => next(nextCursor) : null}
      />
      {adding && (
        <NewRecipient
          units={account.unitId ? [{ id: account.unitId, name: account.unitName ?? '' }] : living}
          onClose={() => setAdding(false)}
        />
      )}
    </Stack>
  );
}
