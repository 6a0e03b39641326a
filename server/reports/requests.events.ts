import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { REPORT_PERIOD_LABELS, type ReportPeriod } from '#shared/reports/reports.schema.ts';

type About = {
  id: string;
  officeName: string;
  period: ReportPeriod;
  year: number;
  clusterYearId: string;
  reportUnitId: string;
};

/** An event of a request for figures: the province's own business, so it stands in no history that the cluster reads. */
export function requestEvent(
  { id, officeName, period, year, clusterYearId, reportUnitId }: About,
  happened: Pick<AuditEvent, 'action' | 'changes'> & { reason?: string },
): AuditEvent {
  return {
    ...happened,
    subjectKind: 'report-request',
    subjectId: id,
    subjectLabel: `${officeName}: ${REPORT_PERIOD_LABELS[period].vi} ${year}`,
    clusterYearId,
    unitId: reportUnitId,
  };
}
