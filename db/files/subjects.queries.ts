import { sql } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import { clusterKeptIn } from '#db/clusters/catalogue.queries.ts';
import { leadingUnit } from '#db/clusters/leading-unit.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import type { FileSubject, FileSubjectKind } from '#shared/files/files.schema.ts';

/** The record a document belongs to, as far as documents ask; `pledgeId`: whose history tells of it. */
export type FileOwner = {
  clusterYearId: string | null;
  unitId: string | null;
  status: string;
  label: string;
  pledgeId?: string;
  /** Of a report: until when (instant) it is open again for its unit. */
  reopenedUntil?: string | null;
};

type Finder = (db: Reader, access: Access, id: string) => Promise<FileOwner | undefined>;

const FINDERS: Readonly<Record<FileSubjectKind, Finder>> = {
  nomination: findNominationOwner,
  report: findReportOwner,
  decision: findDecisionOwner,
  cluster: findClusterOwner,
  exemplar: findExemplarOwner,
  replication: findReplicationOwner,
  movement: findMovementOwner,
  'movement-confirmation': findConfirmationOwner,
  'pledge-signature': findSignatureOwner,
  'pledge-progress': findQuarterOwner,
  conference: findConferenceOwner,
  'recommendation-task': findTaskOwner,
  recipient: findRecipientOwner,
  import: findImportOwner,
};

/**
 * The record if it belongs to the person's unit (a decision: to its office; a conference: to the unit that leads the
 * cluster), or undefined.
 */
export function findFileOwner(db: Reader, access: Access, subject: FileSubject): Promise<FileOwner | undefined> {
  return FINDERS[subject.subjectKind](db, access, subject.subjectId);
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
    .select(['report.clusterYearId', 'report.unitId', 'report.status', 'report.reopenedUntil', 'unit.name as label'])
    .where('report.id', '=', id)
    .where(inAccess(access, { unitId: 'report.unitId' }))
    .executeTakeFirst();
}

/** Quy chế, kế hoạch of a cluster: kept by whoever organises it and by the unit that leads it. */
export function findClusterOwner(db: Reader, access: Access, id: string): Promise<FileOwner | undefined> {
  return db
    .selectFrom('cluster')
    .select(['cluster.organizerUnitId as unitId', 'cluster.kind as status', 'cluster.name as label'])
    .select(sql<null>`null`.as('clusterYearId'))
    .where('cluster.id', '=', id)
    .where(clusterKeptIn(access))
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

/** A signature belongs to its member; the unit that leads the cluster may bring the scan of a paper it holds. */
function findSignatureOwner(db: Reader, access: Access, id: string): Promise<FileOwner | undefined> {
  return db
    .selectFrom('pledgeSignature as signature')
    .innerJoin('pledge', 'pledge.id', 'signature.pledgeId')
    .innerJoin('unit', 'unit.id', 'signature.unitId')
    .select(['pledge.clusterYearId', 'pledge.id as pledgeId', 'signature.unitId', 'pledge.status'])
    .select('unit.name as label')
    .where('signature.id', '=', id)
    .where(inAccess(access, { clusterYearId: 'pledge.clusterYearId', unitId: 'signature.unitId' }))
    .executeTakeFirst();
}

/** What backs a quarter of a pledge belongs to the member whose quarter it is. */
function findQuarterOwner(db: Reader, access: Access, id: string): Promise<FileOwner | undefined> {
  return db
    .selectFrom('pledgeQuarter as entered')
    .innerJoin('pledge', 'pledge.id', 'entered.pledgeId')
    .innerJoin('unit', 'unit.id', 'entered.unitId')
    .select(['pledge.clusterYearId', 'pledge.id as pledgeId', 'entered.unitId', 'pledge.status'])
    .select('unit.name as label')
    .where('entered.id', '=', id)
    .where(inAccess(access, { unitId: 'entered.unitId' }))
    .executeTakeFirst();
}

/** Whether a signature, in force or void, stands on this scan. */
export async function isScanInUse(db: Reader, fileId: string): Promise<boolean> {
  const [inForce, voided] = await Promise.all([
    db.selectFrom('pledgeSignature').select('id').where('fileId', '=', fileId).executeTakeFirst(),
    db.selectFrom('pledgeVoidedSignature').select('id').where('fileId', '=', fileId).executeTakeFirst(),
  ]);
  return inForce !== undefined || voided !== undefined;
}

/** A conference belongs to the unit that leads the cluster on the day. */
function findConferenceOwner(db: Reader, access: Access, id: string): Promise<FileOwner | undefined> {
  return db
    .selectFrom('conference')
    .innerJoin('clusterYear', 'clusterYear.id', 'conference.clusterYearId')
    .select([
      'conference.clusterYearId',
      leadingUnit('clusterYear.clusterId', access.today).as('unitId'),
      'conference.status',
      'conference.title as label',
    ])
    .where('conference.id', '=', id)
    .where(inAccess(access, { clusterYearId: 'conference.clusterYearId' }))
    .executeTakeFirst();
}

/** A task belongs to the unit that has to do it, as long as its recommendation stands. */
function findTaskOwner(db: Reader, access: Access, id: string): Promise<FileOwner | undefined> {
  return db
    .selectFrom('recommendationTask')
    .innerJoin('recommendation', 'recommendation.id', 'recommendationTask.recommendationId')
    .innerJoin('unit', 'unit.id', 'recommendationTask.unitId')
    .select(['recommendation.clusterYearId', 'recommendationTask.unitId', 'recommendationTask.status'])
    .select('unit.name as label')
    .where('recommendationTask.id', '=', id)
    .where('recommendation.removedAt', 'is', null)
    .where(inAccess(access, { unitId: 'recommendationTask.unitId' }))
    .executeTakeFirst();
}

/** An exemplar belongs to its unit; the unit that leads the cluster may change it too. */
function findExemplarOwner(db: Reader, access: Access, id: string): Promise<FileOwner | undefined> {
  return db
    .selectFrom('exemplar')
    .select(['clusterYearId', 'unitId', sql<string>`'shown'`.as('status'), 'title as label'])
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .where(inAccess(access, { clusterYearId: 'exemplar.clusterYearId', unitId: 'exemplar.unitId' }))
    .executeTakeFirst();
}

/** An adoption belongs to the unit that adopts. */
function findReplicationOwner(db: Reader, access: Access, id: string): Promise<FileOwner | undefined> {
  return (
    db
      .selectFrom('replication')
      .innerJoin('exemplar', 'exemplar.id', 'replication.exemplarId')
      .select(['replication.unitId', 'replication.status', 'exemplar.title as label'])
      // It outlives the year in which it began.
      .select(sql<null>`null`.as('clusterYearId'))
      .where('replication.id', '=', id)
      .where(inAccess(access, { unitId: 'replication.unitId' }))
      .executeTakeFirst()
  );
}

/** A movement belongs to its province, to the unit that leads its cluster, or, as the Prime Minister's, to nobody. */
function findMovementOwner(db: Reader, access: Access, id: string): Promise<FileOwner | undefined> {
  return db
    .selectFrom('movement')
    .select(['unitId', 'level as status', 'name as label', sql<null>`null`.as('clusterYearId')])
    .where('id', '=', id)
    .where((eb) =>
      eb.or([
        access.all ? eb('level', '=', 'prime-minister') : sql<boolean>`1 = 0`,
        eb('level', '=', 'province').and(inAccess({ ...access, all: false }, { unitId: 'movement.unitId' })),
        access.chair.length > 0
          ? eb('level', '=', 'cluster').and(leadingUnit('movement.clusterId', access.today), 'in', access.chair)
          : sql<boolean>`1 = 0`,
      ]),
    )
    .executeTakeFirst();
}

/** A confirmation belongs to the member that gave it. */
function findConfirmationOwner(db: Reader, access: Access, id: string): Promise<FileOwner | undefined> {
  return db
    .selectFrom('movementConfirmation as confirmation')
    .innerJoin('movement', 'movement.id', 'confirmation.movementId')
    .select(['confirmation.clusterYearId', 'confirmation.unitId', 'movement.level as status', 'movement.name as label'])
    .where('confirmation.id', '=', id)
    .where(inAccess(access, { unitId: 'confirmation.unitId' }))
    .executeTakeFirst();
}

/** The file of an import belongs to the unit whose records it holds. */
function findImportOwner(db: Reader, access: Access, id: string): Promise<FileOwner | undefined> {
  return db
    .selectFrom('importRun')
    .select(['clusterYearId', 'unitId', 'status', 'fileName as label'])
    .where('id', '=', id)
    .where(inAccess(access, { unitId: 'importRun.unitId' }))
    .executeTakeFirst();
}

/** A recipient belongs to its unit; the one that was merged into another is closed. */
function findRecipientOwner(db: Reader, access: Access, id: string): Promise<FileOwner | undefined> {
  return db
    .selectFrom('recipient')
    .select((eb) => [
      'unitId',
      'name as label',
      sql<null>`null`.as('clusterYearId'),
      eb.case().when('mergedInto', 'is', null).then('living').else('merged').end().as('status'),
    ])
    .where('id', '=', id)
    .where(inAccess(access, { unitId: 'recipient.unitId' }))
    .executeTakeFirst();
}
