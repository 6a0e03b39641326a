import type { Generated, Insertable, Selectable } from 'kysely';
import type { ReportPeriod, ReportStatus, ValueStatus } from '#shared/reports/reports.schema.ts';

/** Báo cáo of one member for one period. */
export interface ReportTable {
  id: string;
  clusterYearId: string;
  unitId: string;
  period: ReportPeriod;
  status: Generated<ReportStatus>;
  dueOn: string;
  sentAt: string | null;
  sentBy: string | null;
  receivedAt: string | null;
  supplementReason: string | null;
  supplementDueOn: string | null;
  narrative: Generated<string>;
  isDemo: Generated<number>;
  version: Generated<number>;
}
export type ReportRow = Selectable<ReportTable>;
export type NewReport = Insertable<ReportTable>;

/** One figure (scaled by the decimals of its indicator version; null = missing). */
export interface ReportValueTable {
  reportId: string;
  indicatorVersionId: string;
  value: number | null;
  valueStatus: Generated<ValueStatus>;
  sourceOffice: Generated<string>;
  note: Generated<string>;
  version: Generated<number>;
}
export type ReportValueRow = Selectable<ReportValueTable>;
export type NewReportValue = Insertable<ReportValueTable>;

/** Thực hiện năm trước (scaled). */
export interface PriorValueTable {
  clusterYearId: string;
  unitId: string;
  indicatorVersionId: string;
  value: number | null;
}
export type PriorValueRow = Selectable<PriorValueTable>;
export type NewPriorValue = Insertable<PriorValueTable>;
