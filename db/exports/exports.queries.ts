import type { Reader } from '#db/database.ts';
import type { FileRow } from '#db/files/files.table.ts';

/** The number of a decision, or what it is about as long as it has none. */
export async function findDecisionLabel(db: Reader, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('decision').select(['number', 'subject']).where('id', '=', id).executeTakeFirst();
  return row && (row.number ?? row.subject);
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
