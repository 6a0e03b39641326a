import type { Generated, Insertable, Selectable } from 'kysely';
import type { ValueStatus } from '#shared/reports/reports.schema.ts';
import type { RequestStatus } from '#shared/reports/requests.schema.ts';

/** Giao sở, ngành cung cấp số: figures of a report asked of one office. */
export interface ReportRequestTable {
  id: string;
  reportId: string;
  /** The office as a unit of the catalogue; null where it is known by its name only. */
  unitId: string | null;
  officeName: string;
  note: Generated<string>;
  dueOn: string;
  status: Generated<RequestStatus>;
  /** SHA-256 of the link that is out, and until when (instant) it opens; both null without one. */
  linkHash: string | null;
  linkUntil: string | null;
  askedAt: string;
  askedBy: string;
  answeredAt: string | null;
  answeredBy: string | null;
  isDemo: Generated<number>;
  version: Generated<number>;
}
export type ReportRequestRow = Selectable<ReportRequestTable>;
export type NewReportRequest = Insertable<ReportRequestTable>;

/** One figure asked for, and what the office answered (scaled as the figure of the report). */
export interface ReportRequestCellTable {
  requestId: string;
  indicatorVersionId: string;
  value: number | null;
  valueStatus: Generated<ValueStatus>;
  note: Generated<string>;
  /** What became of the answer in the report; null: not yet decided. */
  outcome: 'accepted' | 'kept' | null;
}
export type ReportRequestCellRow = Selectable<ReportRequestCellTable>;
