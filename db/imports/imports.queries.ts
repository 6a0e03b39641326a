import { inAccess } from '#db/accounts/scope.ts';
import type { Reader } from '#db/database.ts';
import type { ImportRowRow, ImportRunRow } from '#db/imports/imports.table.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import type { ImportKind, ImportStatus, RowVerdict } from '#shared/imports/imports.schema.ts';

/** Runs of one's own unit, and one's own; an administrator's runs for no unit are seen with system scope only. */
function runs(db: Reader, access: Access) {
  return db
    .selectFrom('importRun')
    .leftJoin('authUser', 'authUser.id', 'importRun.createdBy')
    .leftJoin('unit', 'unit.id', 'importRun.unitId')
    .leftJoin('clusterYear', 'clusterYear.id', 'importRun.clusterYearId')
    .leftJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
    .where(inAccess(access, { unitId: 'importRun.unitId' }));
}

/** One run within reach, with the words around it. */
export function findRun(db: Reader, access: Access, id: string) {
  return runs(db, access)
    .selectAll('importRun')
    .select([
      'authUser.name as createdByName',
      'unit.name as unitName',
      'cluster.shortName as clusterName',
      'clusterYear.year',
    ])
    .where('importRun.id', '=', id)
    .executeTakeFirst();
}
/** What a run is told by, for whoever may see it. */
export function findRunName(db: Reader, access: Access, id: string) {
  return db
    .selectFrom('importRun')
    .select(['id', 'fileName', 'createdAt'])
    .where('id', '=', id)
    .where(inAccess(access, { unitId: 'importRun.unitId' }))
    .executeTakeFirst();
}
export type RunDetail = NonNullable<Awaited<ReturnType<typeof findRun>>>;

/** Whether its file and rows were cleared away. */
export async function isCleared(db: Reader, { fileId }: Pick<ImportRunRow, 'fileId'>): Promise<boolean> {
  return (await findCleared(db, fileId)) !== null;
}

/** When (instant) the file of a run was cleared away; null: it is there. */
export async function findCleared(db: Reader, fileId: string): Promise<string | null> {
  const file = await db.selectFrom('file').select('removedAt').where('id', '=', fileId).executeTakeFirst();
  return file?.removedAt ?? null;
}

/** The run as its job needs it. */
export function findRunById(db: Reader, id: string): Promise<ImportRunRow | undefined> {
  return db.selectFrom('importRun').selectAll().where('id', '=', id).executeTakeFirst();
}

const withJob = (db: Reader) =>
  db
    .selectFrom('importRun')
    .innerJoin('job', 'job.id', 'importRun.jobId')
    .select(['importRun.id', 'importRun.status', 'job.status as jobStatus', 'job.error as jobError']);

/** The run that a job is the latest of, with how that job ended. */
export function findRunOfJob(db: Reader, jobId: string) {
  return withJob(db).where('job.id', '=', jobId).executeTakeFirst();
}

/** Runs that wait for a job which has ended badly. */
export function listStoppedRuns(db: Reader, workedOn: readonly ImportStatus[]) {
  return withJob(db)
    .where('importRun.status', 'in', [...workedOn])
    .where('job.status', 'in', ['cancelled', 'failed'])
    .execute();
}

/** Newest first. */
export function listRuns(
  db: Reader,
  access: Access,
  {
    kind,
    after,
    limit,
  }: { kind?: ImportKind | undefined; after: readonly [createdAt: string, id: string] | undefined; limit: number },
) {
  let query = runs(db, access).select([
    'importRun.id',
    'importRun.kind',
    'importRun.status',
    'importRun.fileName',
    'importRun.createdAt',
    'importRun.appliedAt',
    'importRun.undoUntil',
    'importRun.undoneAt',
    'importRun.counts',
    'authUser.name as createdByName',
    'unit.name as unitName',
    'cluster.shortName as clusterName',
    'clusterYear.year',
  ]);
  if (kind) query = query.where('importRun.kind', '=', kind);
  if (after)
    query = query.where((eb) =>
      eb.or([
        eb('importRun.createdAt', '<', after[0]),
        eb.and([eb('importRun.createdAt', '=', after[0]), eb('importRun.id', '<', after[1])]),
      ]),
    );
  return query.orderBy('importRun.createdAt', 'desc').orderBy('importRun.id', 'desc').limit(limit).execute();
}

/** Other runs of the same content and kind that are under way or were written: who is importing the same file. */
export function findSameFile(db: Reader, run: Pick<ImportRunRow, 'id' | 'kind' | 'fileSha256'>) {
  return db
    .selectFrom('importRun')
    .leftJoin('authUser', 'authUser.id', 'importRun.createdBy')
    .select(['importRun.id', 'importRun.status', 'importRun.createdAt', 'importRun.createdBy'])
    .select('authUser.name as who')
    .where('importRun.fileSha256', '=', run.fileSha256)
    .where('importRun.kind', '=', run.kind)
    .where('importRun.id', '<>', run.id)
    .where('importRun.status', 'in', ['mapping', 'checking', 'checked', 'applying', 'applied'])
    .orderBy('importRun.createdAt', 'desc')
    .limit(3)
    .execute();
}

type RowsQuery = {
  verdict?: RowVerdict | undefined;
  after?: number | undefined;
  limit: number;
};

/** Rows of a run in the order of the sheet. */
export function listRows(db: Reader, runId: string, { verdict, after, limit }: RowsQuery): Promise<ImportRowRow[]> {
  let query = db.selectFrom('importRow').selectAll().where('runId', '=', runId);
  if (verdict) query = query.where('verdict', '=', verdict);
  if (after !== undefined) query = query.where('rowNumber', '>', after);
  return query.orderBy('rowNumber').limit(limit).execute();
}

/** Rows that are still to be written, in the order of the sheet. */
export function listRowsToApply(db: Reader, runId: string, after: number, limit: number): Promise<ImportRowRow[]> {
  return db
    .selectFrom('importRow')
    .selectAll()
    .where('runId', '=', runId)
    .where('rowNumber', '>', after)
    .where('verdict', 'in', ['new', 'changed'])
    .where('appliedAt', 'is', null)
    .orderBy('rowNumber')
    .limit(limit)
    .execute();
}

/** Rows that were written and not taken back yet, the last first: what was made later stands on what was made before. */
export function listRowsToUndo(db: Reader, runId: string, limit: number): Promise<ImportRowRow[]> {
  return db
    .selectFrom('importRow')
    .selectAll()
    .where('runId', '=', runId)
    .where('appliedAt', 'is not', null)
    .where('undo', 'is', null)
    .orderBy('rowNumber', 'desc')
    .limit(limit)
    .execute();
}

/** Rows that an undo left as they were, and why. */
export function listNotUndone(db: Reader, runId: string, limit: number) {
  return db
    .selectFrom('importRow')
    .select(['rowNumber', 'undo'])
    .where('runId', '=', runId)
    .where('undo', 'is not', null)
    .where('undo', '<>', 'undone')
    .orderBy('rowNumber')
    .limit(limit)
    .execute();
}

/** Rows by verdict, and how many of them were written. */
export function countRows(db: Reader, runId: string) {
  return db
    .selectFrom('importRow')
    .select((eb) => [
      'verdict',
      eb.fn.countAll<number | string>().as('rows'),
      eb.fn.count<number | string>('appliedAt').as('applied'),
    ])
    .where('runId', '=', runId)
    .groupBy('verdict')
    .execute();
}

/** The mapping this person last used for a sheet with these headings. */
export async function findShape(db: Reader, kind: ImportKind, accountId: string, shape: string) {
  const row = await db
    .selectFrom('importShape')
    .select('mapping')
    .where('kind', '=', kind)
    .where('accountId', '=', accountId)
    .where('shape', '=', shape)
    .executeTakeFirst();
  return row?.mapping;
}
