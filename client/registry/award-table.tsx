import { Trans, useLingui } from '@lingui/react/macro';
import type { inferRouterOutputs } from '@trpc/server';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { AppRouter } from '#client/core/api.ts';
import { useSession } from '#client/core/session.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import type { Column } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import type { ChangeFilters } from '#client/registry/registry-filters.ts';
import { formatDate } from '#shared/core/dates.ts';
import { WAY_LABELS } from '#shared/nominations/nominations.schema.ts';
import {
  AREA_CLASS_LABELS,
  PERSON_CLASS_LABELS,
  RECIPIENT_KIND_LABELS,
  SEX_LABELS,
} from '#shared/recipients/recipients.schema.ts';
import { AWARD_COLUMNS, type AwardColumnId } from '#shared/registry/award-columns.ts';
import { AWARD_STATUS_LABELS } from '#shared/registry/registry.labels.ts';
import type { AwardSort } from '#shared/registry/registry.schema.ts';

export type AwardRow = inferRouterOutputs<AppRouter>['awards']['list']['rows'][number];

type Shown = {
  sort: AwardSort | undefined;
  change: ChangeFilters;
  /** The units of today for the unit of a row; undefined: not known yet. */
  todayOf: ((unitId: string) => string | undefined) | undefined;
  /** The column of the province shows the unit of today instead. */
  isToday: boolean;
  /** The address at which an award is open beside the list. */
  addressOf: (id: string) => string;
};

/** The columns of the registry; the same ones, with the same names, are exported. */
export function useAwardColumns({ sort, change, todayOf, isToday, addressOf }: Shown): Column<AwardRow>[] {
  const { t } = useLingui();
  const { lang, label } = useWords();

  // biome-ignore lint/correctness/useExhaustiveDependencies: words change with the language only
  return useMemo(() => {
    function ordered(by: 'date' | 'name', first: 'asc' | 'desc') {
      const [field, way] = (sort ?? 'date-desc').split('-');
      const now = field === by ? way : null;
      const next = now === null ? first : now === 'asc' ? 'desc' : 'asc';
      return {
        direction: now === null ? null : now === 'asc' ? ('ascending' as const) : ('descending' as const),
        onSort: () => {
          const order = `${by}-${next}` as AwardSort;
          change({ sort: order === 'date-desc' ? undefined : order, ...(by === 'name' && { toYear: undefined }) });
        },
      };
    }
    function unitTitle({ unitId, unitName }: AwardRow): string {
      const today = todayOf?.(unitId);
      if (!today || today === unitName) return unitName;
      return isToday ? t`Khi khen: ${unitName}` : t`${unitName}, nay là ${today}`;
    }

    const cells: Record<AwardColumnId, Omit<Column<AwardRow>, 'id' | 'name' | 'head'>> = {
      name: {
        rowHead: true,
        fixed: true,
        sort: ordered('name', 'asc'),
        cell: ({ id, printedName }) => (
          <Link to={addressOf(id)} preventScrollReset>
            {printedName}
          </Link>
        ),
        title: ({ printedName }) => printedName,
      },
      place: { width: 168, cell: ({ printedPlace }) => printedPlace.replaceAll('\n', ' ') },
      unit: {
        width: 106,
        title: unitTitle,
        cell: ({ unitId, unitName }) => (isToday ? (todayOf?.(unitId) ?? unitName) : unitName),
      },
      kind: { width: 80, cell: ({ recipientKind }) => label(RECIPIENT_KIND_LABELS[recipientKind]) },
      award: { width: 152, cell: ({ awardName }) => awardName },
      year: { width: 52, numeric: true, cell: ({ year }) => String(year) },
      number: { width: 116, cell: ({ decisionNumber }) => decisionNumber },
      date: { width: 94, numeric: true, sort: ordered('date', 'desc'), cell: ({ decidedOn }) => formatDate(decidedOn) },
      status: {
        width: 104,
        cell: ({ status }) =>
          status === 'cancelled' ? (
            <StatusBadge tone="bad">{label(AWARD_STATUS_LABELS.cancelled)}</StatusBadge>
          ) : (
            label(AWARD_STATUS_LABELS.active)
          ),
      },
      way: { optional: true, width: 110, cell: ({ way }) => label(WAY_LABELS[way]) },
      personClass: {
        optional: true,
        width: 180,
        cell: ({ personClass }) => (personClass ? label(PERSON_CLASS_LABELS[personClass]) : '–'),
      },
      sex: { optional: true, width: 72, cell: ({ sex }) => (sex ? label(SEX_LABELS[sex]) : '–') },
      areaClass: {
        optional: true,
        width: 130,
        cell: ({ areaClass }) => (areaClass ? label(AREA_CLASS_LABELS[areaClass]) : '–'),
      },
      field: { optional: true, width: 130, cell: ({ field }) => field || '–' },
    };
    return AWARD_COLUMNS.map(({ id, label: words }) => {
      const name = id === 'unit' && isToday ? t`Tỉnh hiện nay` : label(words);
      return { ...cells[id], id, name, head: name };
    });
  }, [sort, change, todayOf, isToday, addressOf, lang]);
}

type WhyEmpty = { asked: string; note: 'type-more' | 'id-number' | undefined; isFiltered: boolean };

/** Why there is no row, and what to do about it. */
export function EmptyRegistry({ asked, note, isFiltered }: WhyEmpty) {
  const { can } = useSession();
  if (note === 'id-number')
    return (
      <Trans>
        Không tra cứu theo số căn cước, số CMND ở đây: số này không được nằm trong địa chỉ trang và nhật ký. Hãy gõ họ
        tên, đơn vị hoặc số quyết định.
      </Trans>
    );
  if (note === 'type-more') return <Trans>Gõ thêm chữ: cần ít nhất một chữ cái hoặc chữ số để tìm.</Trans>;
  if (asked !== '' && isFiltered)
    return <Trans>Không có khen thưởng nào khớp “{asked}” trong bộ lọc này. Thử ít chữ hơn, hoặc bấm “Xóa lọc”.</Trans>;
  if (asked !== '')
    return <Trans>Không có khen thưởng nào khớp “{asked}”. Thử ít chữ hơn, không dấu, hoặc chỉ số quyết định.</Trans>;
  if (isFiltered) return <Trans>Không có khen thưởng nào theo bộ lọc này. Bấm “Xóa lọc” để xem tất cả.</Trans>;
  return can('awards.record') ? (
    <Trans>Sổ chưa có dòng nào. Khen thưởng vào Sổ khi quyết định được ban hành, hoặc bấm “Ghi bổ sung”.</Trans>
  ) : (
    <Trans>Sổ chưa có dòng nào. Khen thưởng vào Sổ khi quyết định được ban hành.</Trans>
  );
}
