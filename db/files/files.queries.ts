import type { Reader } from '#db/database.ts';
import type { FileRow } from '#db/files/files.table.ts';
import type { FileInfo, FileSubjectKind } from '#shared/files/files.schema.ts';

/** Documents of one record that were not removed, oldest first. Whoever may read the record may read this. */
export function listFilesOf(db: Reader, subjectKind: FileSubjectKind, subjectId: string): Promise<FileInfo[]> {
  return db
    .selectFrom('file')
    .leftJoin('authUser', 'authUser.id', 'file.createdBy')
    .select((eb) => [
      'file.id',
      'file.name',
      'file.mediaType',
      'file.sizeBytes',
      'file.createdAt',
      eb.fn.coalesce('authUser.name', eb.val('')).as('createdByName'),
    ])
    .where('file.subjectKind', '=', subjectKind)
    .where('file.subjectId', '=', subjectId)
    .where('file.removedAt', 'is', null)
    .orderBy('file.id')
    .execute();
}

/** The same for many records of one kind, by record. */
export async function listFilesOfMany(
  db: Reader,
  subjectKind: FileSubjectKind,
  subjectIds: readonly string[],
): Promise<Map<string, FileInfo[]>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('file')
    .leftJoin('authUser', 'authUser.id', 'file.createdBy')
    .select((eb) => [
      'file.id',
      'file.subjectId',
      'file.name',
      'file.mediaType',
      'file.sizeBytes',
      'file.createdAt',
      eb.fn.coalesce('authUser.name', eb.val('')).as('createdByName'),
    ])
    .where('file.subjectKind', '=', subjectKind)
    .where('file.subjectId', 'in', [...subjectIds])
    .where('file.removedAt', 'is', null)
    .orderBy('file.id')
    .execute();
  return Map.groupBy(rows, ({ subjectId }) => subjectId);
}

/** How many documents each record ever had, those removed among them; records without any are left out. */
export async function countFilesEver(
  db: Reader,
  subjectKind: FileSubjectKind,
  subjectIds: readonly string[],
): Promise<Map<string, number>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('file')
    .select((eb) => ['subjectId', eb.fn.countAll<number | string>().as('count')])
    .where('subjectKind', '=', subjectKind)
    .where('subjectId', 'in', [...subjectIds])
    .groupBy('subjectId')
    .execute();
  return new Map(rows.map(({ subjectId, count }) => [subjectId, Number(count)]));
}

export function findFile(db: Reader, id: string): Promise<FileRow | undefined> {
  return db.selectFrom('file').selectAll().where('id', '=', id).where('removedAt', 'is', null).executeTakeFirst();
}

/** Whether a living row still points at this content. */
export async function isContentUsed(db: Reader, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('file')
    .select('id')
    .where('sha256', '=', sha256)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
