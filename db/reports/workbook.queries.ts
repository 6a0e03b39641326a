import type { Reader } from '#db/database.ts';

/** Replaced figures of a report in these versions. */
export function findVersionsAmong(db: Reader, reportId: string, versions: readonly number[]) {
  if (versions.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('reportValueVersion')
    .selectAll()
    .where('reportId', '=', reportId)
    .where('version', 'in', [...new Set(versions)])
    .execute();
}

/** When a form with this content was last taken over into the report, and by whom. */
export function findWorkbookApplied(db: Reader, reportId: string, sha256: string) {
  return db
    .selectFrom('auditEntry as entry')
    .innerJoin('auditChange as change', 'change.entryId', 'entry.id')
    .select(['entry.at', 'entry.actorName'])
    .where('entry.subjectKind', '=', 'report')
    .where('entry.subjectId', '=', reportId)
    .where('entry.action', '=', 'report.workbook-applied')
    .where('change.field', '=', 'workbook')
    .where('change.newValue', 'like', `%SHA-256 ${sha256})`)
    .orderBy('entry.at', 'desc')
    .orderBy('entry.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
