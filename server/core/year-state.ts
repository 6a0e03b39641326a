import { findArchivedYears } from '#db/audit/audited-years.queries.ts';
import type { Writer } from '#db/database.ts';
import type { AuditEvent, SubjectKind } from '#shared/audit/audit.schema.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { refuseIf } from '#shared/core/refusal.ts';

/** What outlives its year: a decision is cancelled, a certificate reissued, a file exported years later. */
const OUTLIVES: ReadonlySet<SubjectKind> = new Set<SubjectKind>([
  'decision',
  'certificate',
  'award',
  'recipient',
  'recipient-pair',
  // A model is taken up for years.
  'replication',
  'export',
  // Papers of an old year are made and sent again; its figures stay as they are.
  'conference-pack',
  'dump',
  'job',
  'account',
  'letter',
]);
/** What is done with the year itself. */
const OF_THE_YEAR = [
  'cluster-year.archived',
  'cluster-year.restored',
  'cluster-year.hand-over-set',
  'cluster-year.hand-over-packed',
];

/**
 * Refuses a change in a year that was archived (lưu hồ sơ): asked of everything a commit says it did, so that no
 * feature has to think of it.
 * @throws refused, with the day it was archived
 */
export async function refuseArchived(tx: Writer, events: readonly AuditEvent[]): Promise<void> {
  const ids = new Set(
    events.flatMap(({ clusterYearId, subjectKind, action }) =>
      clusterYearId && !OUTLIVES.has(subjectKind) && !OF_THE_YEAR.includes(action) ? [clusterYearId] : [],
    ),
  );
  if (ids.size === 0) return;
  const found = await findArchivedYears(tx, [...ids]);
  refuseIf(
    found.map(({ name, archivedAt }) => ({
      code: 'cluster-year.archived',
      facts: { name, archivedOn: archivedAt === null ? '' : vietnamDate(new Date(archivedAt)) },
    })),
  );
}
