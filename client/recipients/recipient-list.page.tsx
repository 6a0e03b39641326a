import { Trans, useLingui } from '@lingui/react/macro';
import { Box, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { type LoaderFunctionArgs, replace, type ShouldRevalidateFunctionArgs } from 'react-router';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { ensureViews, openingView, searchOfView, useChosenView } from '#client/core/table/chosen-view.ts';
import { ColumnChooser } from '#client/core/table/column-chooser.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useListColumns } from '#client/core/table/list-columns.ts';
import { Pager } from '#client/core/table/pager.tsx';
import { usePages } from '#client/core/table/pages.ts';
import { SearchBox } from '#client/core/table/search-box.tsx';
import { readFilters, useUrlFilters } from '#client/core/url-filters.ts';
import { useWords } from '#client/core/words.ts';
import { ExportButton } from '#client/exports/export-picker.tsx';
import { NewRecipient } from '#client/recipients/new-recipient.tsx';
import { listFilters, listInput, viewQuery } from '#client/recipients/recipient-filters.ts';
import { useRecipientColumns } from '#client/recipients/recipient-table.tsx';
import css from '#client/recipients/recipients.module.css';
import { SavedViewPicker } from '#client/saved-views/saved-view-picker.tsx';
import { UnitViewPicker } from '#client/units/unit-view-picker.tsx';
import { RECIPIENT_COLUMNS } from '#shared/recipients/recipient-columns.ts';
import { RECIPIENT_KIND_LABELS, RECIPIENTS_ON_A_PAGE, recipientKind } from '#shared/recipients/recipients.schema.ts';
import { isIdNumber } from '#shared/registry/search-plan.rules.ts';

const OFTEN_ENOUGH = 5 * 60_000;

/** A bare address opens with the view of one's role, if it has one. */
export async function loader({ url, context }: LoaderFunctionArgs): Promise<Response | null> {
  const { queryClient, trpc } = context.get(apiContext);
  const input = listInput(readFilters(listFilters, url.searchParams));
  const [views] = await Promise.all([
    ensureViews({ queryClient, trpc }, 'recipients'),
    queryClient.ensureQueryData(trpc.recipients.list.queryOptions(input)),
    queryClient.ensureQueryData(trpc.awards.filters.queryOptions()),
  ]);
  const opening = openingView(url.search, views);
  return opening ? replace(`${url.pathname}${searchOfView(opening)}`) : null;
}

/** Filters, order and pages are asked for by the page itself, which keeps the old rows until the new ones are there. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return (nextUrl.search === '' || currentUrl.pathname !== nextUrl.pathname) && defaultShouldRevalidate;
}

/** Tập thể và cá nhân: everybody with awards or of one's own unit, in the order of a Vietnamese list. */
export function Component() {
  const { t } = useLingui();
  const { label } = useWords();
  const { can, account } = useSession();
  const trpc = useTRPC();
  const [filters, changeAddress] = useUrlFilters(listFilters);
  const { views, chosen, choose, kept, isQueryChanged, change } = useChosenView(
    'recipients',
    filters,
    changeAddress,
    viewQuery,
  );
  const columns = useRecipientColumns(filters.sort, change);
  const chosenColumns = useListColumns(columns, { list: 'recipients', view: chosen, kept });
  const query = viewQuery(filters);
  const { layout } = chosenColumns;
  const onScreen = useMemo(() => ({ query, layout }), [query, layout]);
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
            <SavedViewPicker
              list="recipients"
              views={views}
              chosen={chosen}
              onScreen={onScreen}
              isChanged={isQueryChanged || chosenColumns.isChanged}
              onChoose={choose}
            />
            <ExportButton
              of={{ list: 'recipients', filters: exported }}
              columns={exportedColumns(chosenColumns.shown)}
              disabled={refused}
            />
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
        <Box ml="auto">
          <ColumnChooser columns={columns} chosen={chosenColumns} />
        </Box>
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
      <DataTable
        caption={t`Tập thể và cá nhân`}
        columns={chosenColumns.shown}
        density={chosenColumns.density}
        onWidth={chosenColumns.setWidth}
        rows={rows}
        rowKey={({ id }) => id}
        firstNumber={firstNumber}
        minWidth={1040}
        isBusy={list.isPlaceholderData}
        empty={
          isNarrowed ? (
            <Trans>Không có tập thể, cá nhân nào theo tìm kiếm, bộ lọc này. Thử ít chữ hơn, hoặc bấm “Xóa lọc”.</Trans>
          ) : mayAdd ? (
            <Trans>Chưa có tập thể, cá nhân nào. Bấm “Thêm” để lập hồ sơ đầu tiên, hoặc dùng “Nhập từ Excel”.</Trans>
          ) : (
            <Trans>Chưa có tập thể, cá nhân nào trong phạm vi của đơn vị bạn.</Trans>
          )
        }
      />
      <Pager
        count={
          pageNumber === null ? (
            <Trans>{count} dòng</Trans>
          ) : (
            <Trans>
              Trang {page}, {count} dòng
            </Trans>
          )
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

/** The columns on the screen, as the file has them. */
const exportedColumns = (shown: readonly { id: string }[]) =>
  shown.flatMap(({ id }) => RECIPIENT_COLUMNS.find((column) => column.id === id) ?? []);
