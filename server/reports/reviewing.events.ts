import type { ReportDetail } from '#db/reports/reports.queries.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { REPORT_PERIOD_LABELS } from '#shared/reports/reports.schema.ts';
import { inSentence } from '#shared/units/unit-names.ts';

type About = Pick<ReportDetail, 'id' | 'period' | 'year' | 'clusterYearId' | 'unitId'>;

/** 'Báo cáo tổng kết năm 2023'. */
export const reportTitle = ({ period, year }: Pick<ReportDetail, 'period' | 'year'>): string =>
  `${REPORT_PERIOD_LABELS[period].vi} ${year}`;

/**
 * An event of what the chair's office and one unit say to each other about a report: no history that peers read holds
 * it, only the log of the system.
 */
export function reviewEvent(
  report: About,
  unitFullName: string,
  happened: Pick<AuditEvent, 'action' | 'changes'>,
): AuditEvent {
  return {
    ...happened,
    subjectKind: 'report-review',
    subjectId: report.id,
    subjectLabel: `${reportTitle(report)}, ${inSentence(unitFullName)}`,
    clusterYearId: report.clusterYearId,
    unitId: report.unitId,
  };
}
