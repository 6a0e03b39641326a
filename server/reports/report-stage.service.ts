import { findStage } from '#db/clusters/clusters.queries.ts';
import type { Reader } from '#db/database.ts';
import type { ReportDetail } from '#db/reports/reports.queries.ts';
import { earlyReasons, STAGE_OF_PERIOD } from '#shared/clusters/stages.rules.ts';
import type { Reason } from '#shared/core/reason.ts';

/**
 * Why a report cannot be sent yet: the stage of its period opens later. What was sent once is completed at any time.
 * @param today Việt Nam's day, YYYY-MM-DD
 */
export async function sendingEarly(
  db: Reader,
  { clusterYearId, period, sentAt }: Pick<ReportDetail, 'clusterYearId' | 'period' | 'sentAt'>,
  today: string,
): Promise<Reason[]> {
  if (sentAt !== null) return [];
  const kind = STAGE_OF_PERIOD[period];
  return earlyReasons('reports.send', kind, await findStage(db, clusterYearId, kind), today);
}
