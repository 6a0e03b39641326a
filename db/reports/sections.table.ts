import type { Generated, Insertable, Selectable } from 'kysely';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';

/** A heading under which the text of every report of a period is written (đề mục). */
export interface ReportHeadingTable {
  id: string;
  clusterYearId: string;
  period: ReportPeriod;
  position: number;
  title: string;
  hint: Generated<string>;
}
export type ReportHeadingRow = Selectable<ReportHeadingTable>;
export type NewReportHeading = Insertable<ReportHeadingTable>;

/** What one report says under one heading, in the markup of rich-text.rules.ts. */
export interface ReportSectionTable {
  reportId: string;
  headingId: string;
  content: string;
  version: Generated<number>;
}
export type ReportSectionRow = Selectable<ReportSectionTable>;
