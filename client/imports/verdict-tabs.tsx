import { Trans, useLingui } from '@lingui/react/macro';
import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { FilterTab } from '#client/core/filter-tab.tsx';
import { formatScaled } from '#shared/core/numbers.ts';
import type { ImportCounts, RowVerdict } from '#shared/imports/imports.schema.ts';

type Props = {
  counts: ImportCounts;
  current: RowVerdict | undefined;
  onChoose: (verdict: RowVerdict | undefined) => void;
};

/** 1.204 dòng · 1.150 thêm mới · 12 thay đổi · 30 không đổi · 8 lỗi · 4 cần xem lại: each figure shows its rows. */
export function VerdictTabs({ counts, current, onChoose }: Props) {
  const { t } = useLingui();
  const tab = (verdict: RowVerdict | undefined, count: number, words: ReactNode) => (
    <FilterTab key={verdict ?? 'all'} isOn={verdict === current} onChoose={() => onChoose(verdict)}>
      <span className="tabular">{formatScaled(count, 0)}</span> {words}
    </FilterTab>
  );
  return (
    <Group gap={4} role="group" aria-label={t`Lọc theo kết quả kiểm tra`}>
      {tab(undefined, counts.total, <Trans>dòng</Trans>)}
      {tab('new', counts.new, <Trans>thêm mới</Trans>)}
      {tab('changed', counts.changed, <Trans>thay đổi</Trans>)}
      {tab('unchanged', counts.unchanged, <Trans>không đổi</Trans>)}
      {tab('wrong', counts.wrong, <Trans>lỗi</Trans>)}
      {tab('doubtful', counts.doubtful, <Trans>cần xem lại</Trans>)}
      {(counts.skipped > 0 || current === 'skipped') && tab('skipped', counts.skipped, <Trans>bỏ qua</Trans>)}
    </Group>
  );
}
