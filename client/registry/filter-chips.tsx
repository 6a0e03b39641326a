import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { FilterOptions, Option } from '#client/registry/filter-options.ts';
import css from '#client/registry/registry.module.css';
import {
  activeConditions,
  type ChangeFilters,
  type ConditionName,
  type RegistryFilters,
} from '#client/registry/registry-filters.ts';

type Props = { filters: RegistryFilters; options: FilterOptions; change: ChangeFilters; onClear: () => void };

/** The chosen conditions as chips, each with its ×, and "Xóa lọc". */
export function FilterChips({ filters, options, change, onClear }: Props) {
  const { t } = useLingui();
  const words = useConditionWords(filters, options);
  const active = activeConditions(filters);
  const { toYear } = filters;
  if (active.length === 0 && toYear === undefined) return null;
  return (
    <ul className={css.chips} aria-label={t`Đang lọc`}>
      {active.map((name) => (
        <Chip key={name} words={words(name)} onRemove={() => change({ [name]: undefined })} />
      ))}
      {toYear !== undefined && (
        <Chip words={t`Xem từ năm ${String(toYear)}`} onRemove={() => change({ toYear: undefined })} />
      )}
      <li>
        <Button variant="subtle" size="compact-sm" onClick={onClear}>
          <Trans>Xóa lọc</Trans>
        </Button>
      </li>
    </ul>
  );
}

function Chip({ words, onRemove }: { words: string; onRemove: () => void }) {
  const { t } = useLingui();
  return (
    <li className={css.chip}>
      <span className="cut" title={words}>
        {words}
      </span>
      <button type="button" aria-label={t`Bỏ lọc ${words}`} onClick={onRemove}>
        <IconX size={14} aria-hidden />
      </button>
    </li>
  );
}

/** Each condition as a chip says it. */
function useConditionWords(
  filters: RegistryFilters,
  { lists, importRun }: FilterOptions,
): (name: ConditionName) => string {
  const { t } = useLingui();
  return (name) => {
    const value = String(filters[name] ?? '');
    if (name === 'year') return t`Năm ${value}`;
    if (name === 'yearFrom') return t`Từ năm ${value}`;
    if (name === 'yearTo') return t`Đến năm ${value}`;
    if (name === 'decision') return t`Quyết định số ${value}`;
    if (name === 'decisionId') return t`Một quyết định`;
    if (name === 'importRunId') return t`Từ lần nhập ${importRun}`;
    if (name === 'field') return t`Lĩnh vực: ${value}`;
    const list: readonly Option[] = name in lists ? lists[name as keyof typeof lists] : [];
    return list.find((one) => one.value === value)?.label ?? value;
  };
}
