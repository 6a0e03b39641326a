import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { memo } from 'react';
import type { FilterOptions, Option } from '#client/registry/filter-options.ts';
import { MoreFilters } from '#client/registry/more-filters.tsx';
import css from '#client/registry/registry.module.css';
import type { ChangeFilters, RegistryFilters } from '#client/registry/registry-filters.ts';

type Props = { filters: RegistryFilters; options: FilterOptions; change: ChangeFilters };

/** The four filters that are asked most, and a door to the others. */
export const FilterBar = memo(function FilterBar({ filters, options, change }: Props) {
  const { t } = useLingui();
  const { years, lists } = options;
  const from = filters.yearFrom ?? filters.year;
  const to = filters.yearTo ?? filters.year;
  const setYears = (yearFrom: string | number | undefined, yearTo: string | number | undefined) =>
    change({ year: undefined, yearFrom, yearTo } as never);

  return (
    <>
      <Pick
        label={t`Từ năm`}
        all={t`Từ năm`}
        value={from}
        data={plus(years, from)}
        onPick={(value) => setYears(value, to)}
      />
      <Pick
        label={t`Đến năm`}
        all={t`đến`}
        value={to}
        data={plus(years, to)}
        onPick={(value) => setYears(from, value)}
      />
      <Pick
        label={t`Tỉnh, thành phố`}
        all={t`Mọi tỉnh, thành phố`}
        width={172}
        value={filters.unitId}
        data={lists.unitId}
        onPick={(unitId) => change({ unitId } as never)}
      />
      <Pick
        label={t`Hình thức khen thưởng`}
        all={t`Mọi hình thức`}
        width={150}
        value={filters.awardCode}
        data={lists.awardCode}
        onPick={(awardCode) => change({ awardCode } as never)}
      />
      <Pick
        label={t`Cấp khen thưởng`}
        all={t`Mọi cấp`}
        width={128}
        value={filters.level}
        data={lists.level}
        onPick={(level) => change({ level } as never)}
      />
      <MoreFilters filters={filters} options={options} change={change} />
    </>
  );
});

type PickProps = {
  label: string;
  /** What stands there while nothing is chosen. */
  all: string;
  value: string | number | undefined;
  data: readonly (Option | string)[];
  onPick: (value: string | undefined) => void;
  width?: number;
};

export function Pick({ label, all, value, data, onPick, width = 92 }: PickProps) {
  return (
    <NativeSelect
      aria-label={label}
      value={value === undefined ? '' : String(value)}
      onChange={(event) => onPick(event.currentTarget.value || undefined)}
      data={[{ value: '', label: all }, ...data]}
      w={width}
      className={css.pick ?? ''}
    />
  );
}

/** An address may hold a year that no award has. */
const plus = (years: readonly string[], chosen: number | undefined): string[] =>
  chosen === undefined || years.includes(String(chosen)) ? [...years] : [String(chosen), ...years];
