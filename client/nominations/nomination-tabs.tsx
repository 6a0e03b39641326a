import { Trans, useLingui } from '@lingui/react/macro';
import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { FilterTab } from '#client/core/filter-tab.tsx';
import { useWords } from '#client/core/words.ts';
import {
  NOMINATION_STATUS_LABELS,
  type NominationStatus,
  nominationStatus,
} from '#shared/nominations/nominations.schema.ts';

type Props = {
  counts: Partial<Record<NominationStatus, number>>;
  current: NominationStatus | undefined;
  onChoose: (status: NominationStatus | undefined) => void;
};

/** One button per state that has something in it, with its figure. */
export function NominationTabs({ counts, current, onChoose }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const shown = nominationStatus.options.filter((status) => counts[status] || status === current);

  const tab = (status: NominationStatus | undefined, words: ReactNode, count: number) => (
    <FilterTab key={status ?? 'all'} isOn={status === current} onChoose={() => onChoose(status)}>
      {words} <span className="tabular">({count})</span>
    </FilterTab>
  );
  return (
    <Group gap={4} role="group" aria-label={t`Lọc theo trạng thái`}>
      {tab(undefined, <Trans>Tất cả</Trans>, all)}
      {shown.map((status) => tab(status, label(NOMINATION_STATUS_LABELS[status]), counts[status] ?? 0))}
    </Group>
  );
}
