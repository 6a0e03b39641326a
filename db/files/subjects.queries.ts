import { sql } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import type { FileSubject } from '#shared/files/files.schema.ts';

/** The record a document belongs to, as far as documents ask. */
export type FileOwner = { clusterYearId: string | null; unitId: string; status: string; label: string };

/** The record if it belongs to the person's unit (a decision: to its office), or undefined. */
export function findFileOwner(db: Reader, access: Access, subject: FileSubject): Promise<FileOwner | undefined> {
  if (subject.subjectKind === 'nomination') return findNominationOwner(db, access, subject.subjectId);
  if (subject.subjectKind === 'report') return findReportOwner(db, access, subject.subjectId);
  return findDecisionOwner(db, access, subject.subjectId);
}

function findNominationOwner(db: Reader, access: Access, id: string): Promise<FileOwner | undefined> {
  return db
    .selectFrom('nomination')
    .select(['clusterYearId', 'unitId', 'status', 'name as label'])
    .where('id', '=', id)
    .where(inAccess(access, { unitId: 'nomination.unitId' }))
    .executeTakeFirst();
}

function findReportOwner(db: Reader, access: Access, id: string): Promise<FileOwner | undefined> {
  return db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unitId')
    .select(['report.clusterYearId', 'report.unitId', 'report.status', 'unit.name as label'])
    .where('report.id', '=', id)
    .where(inAccess(access, { unitId: 'report.unitId' }))
    .executeTakeFirst();
}

/** A decision belongs to the office that numbers it. */
function findDecisionOwner(db: Reader, access: Access, id: string): Promise<FileOwner | undefined> {
  return db
    .selectFrom('decision')
    .select([
      'clusterYearId',
      'numberingUnitId as unitId',
      'status',
      sql<string>`coalesce(${sql.ref('number')}, ${sql.ref('subject')})`.as('label'),
    ])
    .where('id', '=', id)
    .where(inAccess(access, { officeUnitId: 'decision.numberingUnitId' }))
    .executeTakeFirst();
}
