import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs } from 'react-router';
import * as z from 'zod/mini';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { VnDateField } from '#client/core/form/vn-date-field.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { Pager } from '#client/core/table/pager.tsx';
import { usePages } from '#client/core/table/pages.ts';
import { readFilters, useUrlFilters } from '#client/core/url-filters.ts';
import { useWords } from '#client/core/words.ts';
import { AddUnitDialog } from '#client/units/add-unit-dialog.tsx';
import { UnitTable } from '#client/units/unit-table.tsx';
import type { UnitList } from '#client/units/unit-types.ts';
import css from '#client/units/units.module.css';
import { formatDate, isIsoDate } from '#shared/core/dates.ts';
import {
  UNIT_KIND_LABELS,
  UNITS_ON_A_PAGE,
  type UnitFilters,
  unitFilters,
  unitKind,
} from '#shared/units/units.schema.ts';

const SETTLED_MS = 300;
const { q, on, kind, parentId, cursor } = unitFilters.shape;
const urlFilters = z.object({ q, ngay: on, loai: kind, cap: parentId, cursor });

function inputOf(filters: z.output<typeof urlFilters>): UnitFilters {
  return {
    ...(filters.q && { q: filters.q }),
    ...(filters.ngay && { on: filters.ngay }),
    ...(filters.loai && { kind: filters.loai }),
    ...(filters.cap && { parentId: filters.cap }),
    ...(filters.cursor && { cursor: filters.cursor }),
  };
}

export async function loader({ url, context }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  const input = inputOf(readFilters(urlFilters, url.searchParams));
  await queryClient.ensureQueryData(trpc.units.list.queryOptions(input));
  return null;
}

/** Danh mục đơn vị on a day; a search goes through all times. */
export function Component() {
  const { t } = useLingui();
  const { label } = useWords();
  const { can, today } = useSession();
  const trpc = useTRPC();
  const [filters, change] = useUrlFilters(urlFilters);
  const [sought, setSought] = useState(filters.q ?? '');
  // What stands in the field while it is no date yet; another day in the address replaces it.
  const [typedDay, setTypedDay] = useState({ of: filters.ngay, text: filters.ngay ?? today });
  const [adding, setAdding] = useState(false);
  const search = useDebouncedCallback((text: string) => change({ q: text.trim() }, { replace: true }), SETTLED_MS);
  const { data, error, refetch } = useQuery({
    ...trpc.units.list.queryOptions(inputOf(filters)),
    placeholderData: keepPreviousData,
  });
  const { pageNumber, previous, next, firstNumber } = usePages(filters.cursor, { size: UNITS_ON_A_PAGE });
  const isFiltered = Boolean(filters.q || filters.loai || filters.cap);
  const page = String(pageNumber);
  const count = String(data?.rows.length ?? 0);

  return (
    <Stack gap="xs">
      <PageHeader
        title={t`Danh mục đơn vị`}
        about={data && <Count list={data} isSearch={Boolean(filters.q)} />}
        actions={
          can('units.change') && (
            <Button onClick={() => setAdding(true)}>
              <Trans>Thêm đơn vị</Trans>
            </Button>
          )
        }
      />
      <search className={css.filters}>
        <TextInput
          className={css.search ?? ''}
          type="search"
          label={t`Tìm đơn vị`}
          placeholder={t`Tên cũ hoặc mới (không cần dấu), hoặc mã`}
          value={sought}
          onChange={({ currentTarget: { value } }) => {
            setSought(value);
            search(value);
          }}
        />
        <VnDateField
          label={t`Tại ngày`}
          value={typedDay.of === filters.ngay ? typedDay.text : (filters.ngay ?? today)}
          onChange={(text) => {
            const next = text === today ? undefined : text;
            setTypedDay({ of: isIsoDate(text) ? next : filters.ngay, text });
            if (isIsoDate(text)) change({ ngay: next });
          }}
        />
        <NativeSelect
          label={t`Loại đơn vị`}
          value={filters.loai ?? ''}
          onChange={(event) => change({ loai: (event.currentTarget.value || undefined) as never })}
          data={[
            { value: '', label: t`Mọi loại` },
            ...unitKind.options.map((value) => ({ value, label: label(UNIT_KIND_LABELS[value]) })),
          ]}
        />
        {isFiltered && (
          <Button
            variant="subtle"
            onClick={() => {
              setSought('');
              change({ q: undefined, loai: undefined, cap: undefined });
            }}
          >
            <Trans>Xóa lọc</Trans>
          </Button>
        )}
      </search>
      {data && data.parents.length > 0 && <Crumbs list={data} on={filters.ngay} />}
      {error && <ProblemAlert problem={readProblem(error)} onRetry={() => void refetch()} />}
      <UnitTable
        rows={data?.rows ?? []}
        on={data?.on ?? today}
        isSearch={Boolean(filters.q)}
        firstNumber={firstNumber}
        search={filters.ngay ? `&ngay=${filters.ngay}` : ''}
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
        onNext={data?.nextCursor ? () => next(data.nextCursor!) : null}
      />
      {adding && <AddUnitDialog parent={data?.parents.at(-1) ?? null} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

/** "63 tỉnh, thành phố vào ngày 30/06/2025"; others are counted beside them. */
function Count({ list: { counts, on }, isSearch }: { list: UnitList; isSearch: boolean }) {
  const day = formatDate(on);
  const top = counts.filter((one) => one.kind === 'province' || one.kind === 'city');
  const provinces = top.reduce((sum, { count }) => sum + count, 0);
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const others = all - provinces;
  if (isSearch)
    return (
      <Trans>
        Tìm thấy <Plural value={all} one="# đơn vị" other="# đơn vị" /> trong mọi thời kỳ, theo tên cũ, tên mới và mã
      </Trans>
    );
  if (provinces === 0)
    return (
      <Trans>
        <Plural value={all} one="# đơn vị" other="# đơn vị" /> vào ngày {day}
      </Trans>
    );
  if (others === 0)
    return (
      <Trans>
        <Plural value={provinces} one="# tỉnh, thành phố" other="# tỉnh, thành phố" /> vào ngày {day}
      </Trans>
    );
  return (
    <Trans>
      <Plural value={provinces} one="# tỉnh, thành phố" other="# tỉnh, thành phố" /> và{' '}
      <Plural value={others} one="# đơn vị khác" other="# đơn vị khác" /> vào ngày {day}
    </Trans>
  );
}

/** The way from the top down to the units listed. */
function Crumbs({ list: { parents }, on }: { list: UnitList; on: string | undefined }) {
  const { t } = useLingui();
  const day = on ? `ngay=${on}` : '';
  return (
    <nav aria-label={t`Đơn vị cấp trên`}>
      <ol className={css.crumbs}>
        <li>
          <Anchor component={Link} to={`${paths.units.to()}${day && `?${day}`}`}>
            <Trans>Tất cả</Trans>
          </Anchor>
        </li>
        {parents.map(({ id, fullName }, index) => (
          <li key={id}>
            {index === parents.length - 1 ? (
              <span aria-current="page">{fullName}</span>
            ) : (
              <Anchor component={Link} to={`${paths.units.to()}?cap=${id}${day && `&${day}`}`}>
                {fullName}
              </Anchor>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
