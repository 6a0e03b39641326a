import type { findClusterYear, findMembers } from '#db/clusters/clusters.queries.ts';
import type { findOpenCases, findPeopleOf } from '#db/clusters/hand-over-pack.queries.ts';
import type { YearIndicator } from '#db/indicators/indicators.queries.ts';
import { ROLE_LABELS } from '#shared/accounts/accounts.schema.ts';
import { CHAIR_LABELS, DEPUTY_CHAIR_LABELS } from '#shared/clusters/clusters.labels.ts';
import { TASK_STATUS_LABELS } from '#shared/conferences/recommendations.schema.ts';
import { BETTER_LABELS, INDICATOR_KIND_LABELS } from '#shared/indicators/indicators.labels.ts';
import { AGGREGATION_LABELS } from '#shared/indicators/indicators.schema.ts';
import { NOMINATION_STATUS_LABELS } from '#shared/nominations/nominations.schema.ts';
import { REPORT_PERIOD_LABELS, REPORT_STATUS_LABELS } from '#shared/reports/reports.schema.ts';

type Year = NonNullable<Awaited<ReturnType<typeof findClusterYear>>>;
type Members = Awaited<ReturnType<typeof findMembers>>;
type People = Awaited<ReturnType<typeof findPeopleOf>>;
type Cases = Awaited<ReturnType<typeof findOpenCases>>;

/** Columns and rows of one workbook of the hand-over; papers are Vietnamese only. */
export type HandOverTable = {
  columns: { label: string; type: 'text' | 'number' | 'date'; paperWidth: number }[];
  rows: (string | number | null)[][];
};

const text = (label: string, paperWidth: number) => ({ label, type: 'text' as const, paperWidth });

/** A line for each person, and one for a unit where nobody works with the system yet. */
export function memberTable(year: Year, members: Members, people: People): HandOverTable {
  const part = (unitId: string) =>
    unitId === year.chairUnitId
      ? CHAIR_LABELS[year.clusterKind].vi
      : unitId === year.deputyChairUnitId
        ? DEPUTY_CHAIR_LABELS[year.clusterKind].vi
        : 'Thành viên';
  return {
    columns: [
      text('Đơn vị', 26),
      text('Trong năm', 14),
      text('Người liên hệ', 28),
      text('Chức vụ', 30),
      text('Việc', 30),
    ],
    rows: members.flatMap(({ unitId, name }) => {
      const byPerson = Map.groupBy(
        people.filter((one) => one.unitId === unitId),
        ({ id }) => id,
      );
      if (byPerson.size === 0) return [[name, part(unitId), 'Chưa có tài khoản', null, null]];
      return [...byPerson.values()].map((roles) => [
        name,
        part(unitId),
        roles[0]!.name,
        roles[0]!.title,
        [...new Set(roles.map(({ role }) => ROLE_LABELS[role].vi))].join(', '),
      ]);
    }),
  };
}

/** What the year asks of its members, in the order of the form. */
export function indicatorTable(indicators: readonly YearIndicator[]): HandOverTable {
  return {
    columns: [
      text('Chỉ tiêu', 50),
      text('Đơn vị tính', 14),
      text('Loại', 16),
      text('Cách tổng hợp', 22),
      text('Chiều tốt', 16),
      text('Cơ quan cung cấp', 24),
      text('Cách hiểu', 44),
    ],
    rows: indicators.map((one) => [
      one.name,
      one.unitOfMeasure,
      INDICATOR_KIND_LABELS[one.kind].vi,
      AGGREGATION_LABELS[one.aggregation].vi,
      BETTER_LABELS[one.better].vi,
      one.sourceOffice,
      one.definition,
    ]),
  };
}

/** Reports not yet received, dossiers without a decision, recommendations not yet done. */
export function openCaseTable({ reports, nominations, tasks }: Cases): HandOverTable {
  return {
    columns: [
      { label: 'Năm', type: 'number', paperWidth: 8 },
      text('Loại việc', 24),
      text('Đơn vị', 22),
      text('Nội dung', 60),
      text('Tình trạng', 20),
      { label: 'Hạn', type: 'date', paperWidth: 12 },
    ],
    rows: [
      ...reports.map((one) => [
        one.year,
        'Báo cáo chưa tiếp nhận',
        one.unitName,
        REPORT_PERIOD_LABELS[one.period].vi,
        REPORT_STATUS_LABELS[one.status].vi,
        one.supplementDueOn ?? one.dueOn,
      ]),
      ...nominations.map((one) => [
        one.year,
        'Hồ sơ đề nghị khen thưởng',
        one.unitName,
        `${one.name}: ${one.awardName}`,
        NOMINATION_STATUS_LABELS[one.status].vi,
        null,
      ]),
      ...tasks.map((one) => [
        one.year,
        'Ý kiến chỉ đạo, đề nghị',
        one.unitName,
        `${one.number}. ${one.content}`,
        TASK_STATUS_LABELS[one.status].vi,
        one.dueOn,
      ]),
    ],
  };
}
