import { useLingui } from '@lingui/react/macro';
import { Group } from '@mantine/core';
import { useMemo } from 'react';
import { type LoaderFunctionArgs, replace, type ShouldRevalidateFunctionArgs } from 'react-router';
import { apiContext } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { ensureViews, openingView, searchOfView, useChosenView } from '#client/core/table/chosen-view.ts';
import { ColumnChooser } from '#client/core/table/column-chooser.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useListColumns } from '#client/core/table/list-columns.ts';
import { Pager } from '#client/core/table/pager.tsx';
import { usePages } from '#client/core/table/pages.ts';
import { SearchBox } from '#client/core/table/search-box.tsx';
import { readFilters, useUrlFilters } from '#client/core/url-filters.ts';
import { ExportButton } from '#client/exports/export-picker.tsx';
import { AwardDrawer } from '#client/registry/award-drawer.tsx';
import { useAwardList } from '#client/registry/award-list.ts';
import { EmptyRegistry, useAwardColumns } from '#client/registry/award-table.tsx';
import { FilterBar } from '#client/registry/filter-bar.tsx';
import { FilterChips } from '#client/registry/filter-chips.tsx';
import { useFilterOptions } from '#client/registry/filter-options.ts';
import { useAwardDrawer } from '#client/registry/open-award.ts';
import css from '#client/registry/registry.module.css';
import { RegistryActions } from '#client/registry/registry-actions.tsx';
import {
  activeConditions,
  listInput,
  NO_CONDITIONS,
  registryFilters,
  viewQuery,
} from '#client/registry/registry-filters.ts';
import { JumpToYear, PageWords, ResultCount } from '#client/registry/result-line.tsx';
import { Suggestions } from '#client/registry/suggestions.tsx';
import { useTodayUnits } from '#client/registry/today-units.ts';
import { useTypedSearch } from '#client/registry/typed-search.ts';
import { SavedViewPicker } from '#client/saved-views/saved-view-picker.tsx';
import { UnitViewPicker } from '#client/units/unit-view-picker.tsx';
import { AWARD_COLUMNS } from '#shared/registry/award-columns.ts';
import { AWARDS_ON_A_PAGE } from '#shared/registry/registry.rules.ts';

/** A bare address opens with the view of one's role, if it has one. */
export async function loader({ url, context }: LoaderFunctionArgs): Promise<Response | null> {
  const { queryClient, trpc } = context.get(apiContext);
  const input = listInput(readFilters(registryFilters, url.searchParams));
  const [views] = await Promise.all([
    ensureViews({ queryClient, trpc }, 'awards'),
    queryClient.ensureQueryData(trpc.awards.filters.queryOptions()),
    queryClient.ensureQueryData(trpc.awards.list.queryOptions(input)).catch(() => null),
  ]);
  const opening = openingView(url.search, views);
  return opening ? replace(`${url.pathname}${searchOfView(opening)}`) : null;
}

/** Filters, order and pages are asked for by the page itself, which keeps the old rows until the new ones are there. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs): boolean {
  const { currentUrl, nextUrl, defaultShouldRevalidate } = args;
  return (nextUrl.search === '' || currentUrl.pathname !== nextUrl.pathname) && defaultShouldRevalidate;
}

/** Sổ khen thưởng: every award in reach, found as one types, newest decision first, fifty a page. */
export function Component() {
  const { t } = useLingui();
  const [filters, changeAddress] = useUrlFilters(registryFilters);
  const { views, chosen, choose, kept, isQueryChanged, change } = useChosenView(
    'awards',
    filters,
    changeAddress,
    viewQuery,
  );
  const { asked, ask, isIdNumber } = useTypedSearch(filters.q ?? '', (q) => change({ q }, { replace: true }));
  const list = useAwardList(filters, asked, isIdNumber);
  const options = useFilterOptions(filters);
  const view = filters.view ?? 'khi-khen';
  const isToday = view === 'hien-nay';
  const today = useTodayUnits(list.rows, list.isThere);
  const drawer = useAwardDrawer(list.rows, filters.xem);
  const { pageNumber, firstNumber, next, previous } = usePages(filters.cursor, {
    size: AWARDS_ON_A_PAGE,
    dropped: ['xem'],
  });
  const columns = useAwardColumns({
    sort: filters.sort,
    change,
    todayOf: today.namesOf,
    isToday,
    addressOf: drawer.addressOf,
  });
  const chosenColumns = useListColumns(columns, { list: 'awards', view: chosen, kept });
  const query = viewQuery(filters);
  const { layout } = chosenColumns;
  const onScreen = useMemo(() => ({ query, layout }), [query, layout]);
  const isFiltered = activeConditions(filters).length > 0 || filters.toYear !== undefined;
  const { toYear } = filters;
  const exported = { ...list.conditions, ...(filters.sort && { sort: filters.sort }) };
  const clear = () => change({ ...NO_CONDITIONS, q: undefined });

  return (
    <div className={css.page}>
      <PageHeader
        dense
        title={t`Sổ khen thưởng`}
        actions={
          <>
            <SavedViewPicker
              list="awards"
              views={views}
              chosen={chosen}
              onScreen={onScreen}
              isChanged={isQueryChanged || chosenColumns.isChanged}
              onChoose={choose}
            />
            <ExportButton
              of={{ list: 'awards', filters: exported }}
              columns={exportedColumns(chosenColumns.shown)}
              disabled={isIdNumber}
            />
            <RegistryActions />
          </>
        }
      />
      <Group role="search" gap={8} className={css.bar}>
        <SearchBox
          label={t`Tìm trong Sổ khen thưởng`}
          placeholder={t`Tên (không cần dấu), số quyết định, đơn vị`}
          value={asked}
          onAsk={ask}
          className={css.search}
        />
        <FilterBar filters={filters} options={options} change={change} />
      </Group>
      <Suggestions asked={isIdNumber ? '' : asked} enabled={list.isThere} change={change} onUnit={() => ask('')} />
      <div className={css.bar}>
        <UnitViewPicker
          view={view}
          sinceOn={today.sinceOn}
          onChange={(next) =>
            // A province of the other time is no choice of this view any more.
            change({ view: next === 'khi-khen' ? undefined : next, unitId: undefined })
          }
        />
        <FilterChips filters={filters} options={options} change={change} onClear={clear} />
        <div className={`${css.tools} no-print`}>
          <JumpToYear years={options.years} filters={filters} change={change} />
          <ColumnChooser columns={columns} chosen={chosenColumns} />
        </div>
      </div>
      <ProblemAlert problem={list.problem} title={t`Chưa tải được danh sách`} onRetry={list.retry} />
      <DataTable
        caption={t`Sổ khen thưởng`}
        className={css.rows}
        columns={chosenColumns.shown}
        density={chosenColumns.density}
        onWidth={chosenColumns.setWidth}
        rows={list.rows}
        rowKey={rowKey}
        // After a jump, what place a row has in the whole list is not known: no number is told.
        firstNumber={toYear === undefined ? firstNumber : null}
        isBusy={list.isOld}
        isLoading={list.isLoading}
        onRow={drawer.open}
        openKey={filters.xem}
        scrollKey={`${filters.cursor ?? ''} ${asked}`}
        minWidth={1000}
        empty={<EmptyRegistry asked={asked} note={list.note} isFiltered={isFiltered} />}
      />
      <Pager
        count={
          <>
            <ResultCount conditions={list.conditions} known={list.known} enabled={list.isThere} />
            <PageWords page={pageNumber} toYear={toYear} />
          </>
        }
        onPrevious={previous}
        onNext={list.nextCursor ? () => next(list.nextCursor ?? '') : null}
      />
      {filters.xem && (
        <AwardDrawer id={filters.xem} onClose={drawer.close} onNext={drawer.next} onPrevious={drawer.previous} />
      )}
    </div>
  );
}

/** The columns on the screen, as the file has them. */
const exportedColumns = (shown: readonly { id: string }[]) =>
  shown.flatMap(({ id }) => AWARD_COLUMNS.find((column) => column.id === id) ?? []);

const rowKey = ({ id }: { id: string }): string => id;
