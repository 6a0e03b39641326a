import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type LoaderFunctionArgs, useLocation, useSearchParams } from 'react-router';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { Pager } from '#client/core/table/pager.tsx';
import { readFilters, useUrlFilters } from '#client/core/url-filters.ts';
import { AwardDrawer } from '#client/registry/award-drawer.tsx';
import { AwardTable } from '#client/registry/award-table.tsx';
import { RecordAwardDialog } from '#client/registry/record-award-dialog.tsx';
import { listInput, type RegistryFilters, registryFilters } from '#client/registry/registry-filters.ts';
import { useTodayUnits } from '#client/registry/today-units.ts';
import { UnitViewPicker } from '#client/units/unit-view-picker.tsx';
import { AWARDS_ON_A_PAGE } from '#shared/registry/registry.rules.ts';

export async function loader({ url, context }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  const input = listInput(readFilters(registryFilters, url.searchParams));
  await Promise.all([
    queryClient.ensureQueryData(trpc.awards.list.queryOptions(input)),
    queryClient.ensureQueryData(trpc.awards.filters.queryOptions()),
  ]);
  return null;
}

/** Sổ khen thưởng: every award in reach, newest decision first, fifty a page. */
export function Component() {
  const { t } = useLingui();
  const { can } = useSession();
  const trpc = useTRPC();
  const [filters, change] = useUrlFilters(registryFilters);
  const [recording, setRecording] = useState(false);
  const { data: options } = useSuspenseQuery({ ...trpc.awards.filters.queryOptions(), staleTime: 5 * 60_000 });
  const list = useQuery({ ...trpc.awards.list.queryOptions(listInput(filters)), placeholderData: keepPreviousData });
  const { pageNumber, next, previous } = usePages(filters);
  const rows = list.data?.rows ?? [];
  const view = filters.view ?? 'khi-khen';
  const isToday = view === 'hien-nay';
  const today = useTodayUnits(rows, view);
  const nextCursor = list.data?.nextCursor ?? null;
  const page = String(pageNumber);
  const count = String(rows.length);

  return (
    <Stack gap="xs">
      <PageHeader
        title={t`Sổ khen thưởng`}
        about={<Trans>Mới nhất trước, theo ngày quyết định</Trans>}
        actions={
          can('awards.record') && (
            <Button variant="default" onClick={() => setRecording(true)}>
              <Trans>Ghi bổ sung</Trans>
            </Button>
          )
        }
      />
      <Group gap="xs">
        <NativeSelect
          aria-label={t`Năm thành tích`}
          value={filters.year === undefined ? '' : String(filters.year)}
          onChange={(event) => change({ year: event.currentTarget.value as never })}
          data={[{ value: '', label: t`Mọi năm` }, ...years(options, filters.year)]}
        />
        <NativeSelect
          aria-label={t`Tỉnh, thành phố`}
          value={filters.unitId ?? ''}
          onChange={(event) => change({ unitId: event.currentTarget.value as never })}
          data={[
            { value: '', label: t`Mọi tỉnh, thành phố` },
            ...options.units
              .filter(({ id, validTo }) => !isToday || validTo === null || id === filters.unitId)
              .map(({ id, name, validTo }) => ({
                value: id,
                label: validTo ? t`${name} (trước sáp nhập)` : name,
              })),
          ]}
        />
        <UnitViewPicker
          view={view}
          sinceOn={today?.sinceOn}
          onChange={(next) =>
            // A province of the other time is no choice of this view any more.
            change({ view: next === 'khi-khen' ? undefined : next, unitId: undefined })
          }
        />
        {(filters.year !== undefined || filters.unitId) && (
          <Button variant="subtle" onClick={() => change({ year: undefined, unitId: undefined })}>
            <Trans>Xóa lọc</Trans>
          </Button>
        )}
      </Group>
      {list.error && <ProblemAlert problem={readProblem(list.error)} onRetry={() => void list.refetch()} />}
      <AwardTable
        rows={rows}
        todayOf={today?.namesOf}
        firstNumber={(pageNumber - 1) * AWARDS_ON_A_PAGE + 1}
        isFiltered={filters.year !== undefined || filters.unitId !== undefined}
        mayRecord={can('awards.record')}
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
      {filters.xem && (
        <AwardDrawer id={filters.xem} onClose={() => change({ xem: undefined, cursor: filters.cursor })} />
      )}
      {recording && <RecordAwardDialog onClose={() => setRecording(false)} />}
    </Stack>
  );
}

/** Forward by the server's cursor; back along the pages that led here, or to the first one from a bookmark. */
function usePages({ cursor }: RegistryFilters) {
  const [, setParams] = useSearchParams();
  const { state } = useLocation();
  const trail: readonly string[] = (state as { trail?: string[] } | null)?.trail ?? [];

  function go(to: string, newTrail: readonly string[]): void {
    setParams(
      (before) => {
        const params = new URLSearchParams(before);
        if (to) params.set('cursor', to);
        else params.delete('cursor');
        params.delete('xem');
        return params;
      },
      { state: { trail: newTrail } },
    );
  }
  return {
    pageNumber: trail.length + 1,
    next: (nextCursor: string) => go(nextCursor, [...trail, cursor ?? '']),
    previous: cursor ? () => go(trail.at(-1) ?? '', trail.slice(0, -1)) : null,
  };
}

type YearRange = { firstYear: number | null; lastYear: number | null };

function years({ firstYear, lastYear }: YearRange, chosen: number | undefined): string[] {
  if (firstYear === null || lastYear === null) return chosen === undefined ? [] : [String(chosen)];
  const all = Array.from({ length: lastYear - firstYear + 1 }, (_, n) => lastYear - n);
  return (chosen === undefined || all.includes(chosen) ? all : [chosen, ...all]).map(String);
}
