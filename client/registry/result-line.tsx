import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '#client/core/api.ts';
import css from '#client/registry/registry.module.css';
import type { ChangeFilters, RegistryFilters } from '#client/registry/registry-filters.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import type { AwardConditions } from '#shared/registry/registry.schema.ts';

type CountProps = {
  conditions: AwardConditions;
  /** All rows there are stand on the screen: nothing is to be counted. */
  known: number | null;
  /** Asked once the rows are there, which it must not hold up. */
  enabled: boolean;
};

/** "1.284 kết quả", "hơn 10.000 kết quả". */
export function ResultCount({ conditions, known, enabled }: CountProps) {
  const trpc = useTRPC();
  const { data, isPlaceholderData } = useQuery({
    ...trpc.awards.count.queryOptions(conditions, { trpc: { abortOnUnmount: true } }),
    enabled: enabled && known === null,
    placeholderData: keepPreviousData,
  });
  const found = known === null ? data : { count: known, isMore: false };
  if (!found) return <Trans>đang đếm…</Trans>;
  const shown = formatScaled(found.count, 0);
  const words = found.isMore ? <Trans>hơn {shown} kết quả</Trans> : <Trans>{shown} kết quả</Trans>;
  // The count of the question before, until the new one is there.
  const isOld = known === null && isPlaceholderData;
  return isOld ? <span className={css.old}>{words}</span> : words;
}

/** " · trang 3", " · từ năm 2021, trang 2"; nothing where it is not known. */
export function PageWords({ page, toYear }: { page: number | null; toYear: number | undefined }) {
  if (page === null) return null;
  const number = String(page);
  const year = String(toYear);
  return (
    <>
      {' · '}
      {toYear === undefined ? (
        <Trans>trang {number}</Trans>
      ) : (
        <Trans>
          từ năm {year}, trang {number}
        </Trans>
      )}
    </>
  );
}

type JumpProps = { years: readonly string[]; filters: RegistryFilters; change: ChangeFilters };

/** Đến năm…: the list starts with that year; what is newer stays before it. */
export function JumpToYear({ years, filters, change }: JumpProps) {
  const { t } = useLingui();
  const byName = filters.sort?.startsWith('name') === true;
  return (
    <NativeSelect
      size="xs"
      w={150}
      aria-label={t`Nhảy đến năm trong danh sách`}
      title={byName ? t`Danh sách đang xếp theo tên. Bấm đầu cột Ngày để xếp theo thời gian.` : ''}
      disabled={byName}
      value={filters.toYear === undefined ? '' : String(filters.toYear)}
      onChange={(event) => change({ toYear: event.currentTarget.value || undefined } as never)}
      data={[{ value: '', label: t`Nhảy đến năm…` }, ...years]}
    />
  );
}
