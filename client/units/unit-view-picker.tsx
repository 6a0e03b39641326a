import { Trans, useLingui } from '@lingui/react/macro';
import { Group, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import * as z from 'zod/mini';
import { type AppRouter, useTRPC } from '#client/core/api.ts';
import { useWords } from '#client/core/words.ts';
import { formatDate } from '#shared/core/dates.ts';
import {
  REPORT_UNIT_VIEW_LABELS,
  UNIT_VIEW_LABELS,
  type UnitId,
  type UnitView,
  unitView,
} from '#shared/units/units.schema.ts';

export type UnitsToday = inferRouterOutputs<AppRouter>['units']['today'];

type Props = {
  view: UnitView;
  /** What the units are those of; left out: awards. */
  of?: 'award' | 'report';
  onChange: (view: UnitView) => void;
  /** The day of the latest change on the way to today's units; null: none; undefined: not known yet. */
  sinceOn?: string | null | undefined;
};

/** How pages with the switch keep it in the address: `?xem-theo=hien-nay`. */
export const unitViewFilter = z.object({ 'xem-theo': z._default(unitView, 'khi-khen') });

/** Where these units are today; asked only while the page shows today's units, undefined until it is known. */
export function useUnitsToday(ids: readonly string[], view: UnitView): UnitsToday | undefined {
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.units.today.queryOptions({ ids: [...ids] as UnitId[] }),
    enabled: view === 'hien-nay' && ids.length > 0,
    staleTime: 5 * 60_000,
  });
  return view === 'hien-nay' ? data : undefined;
}

/** The date switch: units as the record has them, or as the units of today. It changes what is shown, nothing stored. */
export function UnitViewPicker({ view, of = 'award', onChange, sinceOn }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const words = of === 'report' ? REPORT_UNIT_VIEW_LABELS : UNIT_VIEW_LABELS;
  return (
    <Group gap="sm" className="no-print">
      <SegmentedControl
        aria-label={t`Cách xem đơn vị`}
        size="xs"
        value={view}
        onChange={(next) => onChange(next as UnitView)}
        data={unitView.options.map((one) => ({ value: one, label: label(words[one]) }))}
      />
      {view === 'hien-nay' && (
        <Text size="sm" c="gray.7" role="status">
          {sinceOn ? (
            <Trans>Theo danh mục đơn vị từ {formatDate(sinceOn)}; số liệu và hồ sơ đã lưu không đổi.</Trans>
          ) : (
            sinceOn === null && <Trans>Các đơn vị này chưa có thay đổi nào.</Trans>
          )}
        </Text>
      )}
    </Group>
  );
}
