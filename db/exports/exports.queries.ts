import { inAccess } from '#db/accounts/scope.ts';
import type { Reader } from '#db/database.ts';
import type { FileRow } from '#db/files/files.table.ts';
import type { Access } from '#shared/accounts/permissions.ts';

/** The number of a decision, for whoever may see an award given by it. */
export async function findDecisionNumber(db: Reader, access: Access, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('award')
    .select('decisionNumber')
    .where('decisionId', '=', id)
    .where(
      inAccess(access, {
        clusterYearId: 'award.clusterYearId',
        unitId: 'award.unitId',
        officeUnitId: 'award.issuingUnitId',
      }),
    )
    .limit(1)
    .executeTakeFirst();
  return row?.decisionNumber;
}

/** The file that somebody's export has made, if it has. */
export function findExportFile(db: Reader, exportId: string, createdBy: string): Promise<FileRow | undefined> {
  return db
    .selectFrom('file')
    .selectAll()
    .where('subjectKind', '=', 'export')
    .where('subjectId', '=', exportId)
    .where('createdBy', '=', createdBy)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
}

/** Files of exports made before `before` (UTC instant) that are still there. */
export function findOldExports(db: Reader, before: string): Promise<FileRow[]> {
  return db
    .selectFrom('file')
    .selectAll()
    .where('subjectKind', '=', 'export')
    .where('createdAt', '<', before)
    .where('removedAt', 'is', null)
    .limit(200)
    .execute();
}
