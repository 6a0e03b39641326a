import { lockRows } from '#db/core/lock-rows.ts';
import type { Writer } from '#db/database.ts';
import type {
  NewPledge,
  NewPledgeOpinion,
  NewPledgeSignature,
  NewPledgeVoidedSignature,
  PledgeRow,
  PledgeSignatureRow,
} from '#db/pledges/pledges.table.ts';

/**
 * Holds the pledge's row until the transaction ends: content, signatures and steps of one pledge change one after the
 * other, so that nobody signs what is being opened again.
 */
export async function lockPledge(tx: Writer, id: string): Promise<void> {
  await lockRows(tx, 'pledge', [id]);
}

/** Holds a year until the transaction ends: it gets one pledge, and its indicators once. */
export async function lockYear(tx: Writer, clusterYearId: string): Promise<void> {
  await lockRows(tx, 'clusterYear', [clusterYearId]);
}

/** Takes the promises of units out that are no members any more; whose they were. */
export async function removeTargetsExcept(tx: Writer, pledgeId: string, staying: readonly string[]): Promise<string[]> {
  const gone = await tx
    .selectFrom('pledgeTarget as target')
    .innerJoin('unit', 'unit.id', 'target.unitId')
    .where('target.pledgeId', '=', pledgeId)
    .where('target.unitId', 'not in', [...staying])
    .distinct()
    .select(['unit.id', 'unit.name'])
    .orderBy('unit.id')
    .execute();
  if (gone.length > 0)
    await tx
      .deleteFrom('pledgeTarget')
      .where('pledgeId', '=', pledgeId)
      .where('unitId', 'not in', [...staying])
      .execute();
  return gone.map(({ name }) => name);
}

export async function insertPledge(tx: Writer, pledge: NewPledge): Promise<void> {
  await tx.insertInto('pledge').values(pledge).execute();
}

/** Gives a year that asks for no indicators those of another year. */
export async function copyYearIndicators(tx: Writer, fromId: string, toId: string): Promise<void> {
  const has = await tx
    .selectFrom('clusterYearIndicator')
    .select('indicatorVersionId')
    .where('clusterYearId', '=', toId)
    .limit(1)
    .executeTakeFirst();
  if (has) return;
  const rows = await tx.selectFrom('clusterYearIndicator').selectAll().where('clusterYearId', '=', fromId).execute();
  if (rows.length === 0) return;
  await tx
    .insertInto('clusterYearIndicator')
    .values(rows.map((row) => ({ ...row, clusterYearId: toId })))
    .execute();
}

type PledgePatch = Partial<Omit<PledgeRow, 'id' | 'clusterYearId' | 'isDemo' | 'version'>>;

/** Changes the pledge; its new version, or undefined when it changed since `seenVersion`. */
export async function updatePledge(
  tx: Writer,
  key: { id: string; seenVersion: number },
  patch: PledgePatch,
): Promise<number | undefined> {
  const saved = await tx
    .updateTable('pledge')
    .set({ ...patch, version: key.seenVersion + 1 })
    .where('id', '=', key.id)
    .where('version', '=', key.seenVersion)
    .returning('version')
    .executeTakeFirst();
  return saved?.version;
}

type TargetKey = { pledgeId: string; unitId: string; indicatorVersionId: string; seenVersion: number };

/** Saves one target; its new version, or undefined when somebody else saved it since `seenVersion` (0: never saved). */
export async function saveTarget(
  tx: Writer,
  { seenVersion, ...key }: TargetKey,
  content: { value: number | null; note: string },
): Promise<number | undefined> {
  const saved =
    seenVersion === 0
      ? await tx
          .insertInto('pledgeTarget')
          .values({ ...key, ...content })
          .onConflict((conflict) => conflict.columns(['pledgeId', 'unitId', 'indicatorVersionId']).doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('pledgeTarget')
          .set({ ...content, version: seenVersion + 1 })
          .where('pledgeId', '=', key.pledgeId)
          .where('unitId', '=', key.unitId)
          .where('indicatorVersionId', '=', key.indicatorVersionId)
          .where('version', '=', seenVersion)
          .returning('version')
          .executeTakeFirst();
  return saved?.version;
}

/** A member's latest word takes the place of its earlier one; the history keeps both. */
export async function putOpinion(tx: Writer, opinion: NewPledgeOpinion): Promise<void> {
  const { pledgeId: _, unitId: __, ...content } = opinion;
  await tx
    .insertInto('pledgeOpinion')
    .values(opinion)
    .onConflict((conflict) => conflict.columns(['pledgeId', 'unitId']).doUpdateSet(content))
    .execute();
}

/** Asks these members to sign; who was asked before stays as it is. */
export async function insertSignatures(tx: Writer, rows: readonly NewPledgeSignature[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('pledgeSignature')
    .values([...rows])
    .onConflict((conflict) => conflict.columns(['pledgeId', 'unitId']).doNothing())
    .execute();
}

type SignatureContent = Pick<
  PledgeSignatureRow,
  'signedOn' | 'capacity' | 'signatoryName' | 'contentHash' | 'fileId'
> & { isDemo: number };

export async function updateSignature(tx: Writer, id: string, content: Partial<SignatureContent>): Promise<void> {
  await tx.updateTable('pledgeSignature').set(content).where('id', '=', id).execute();
}

/**
 * Takes back what was asked of units that have not signed. One that scans hang on stays: a signature that lost its
 * force keeps its page.
 */
export async function removeUnsigned(tx: Writer, pledgeId: string, unitIds: readonly string[]): Promise<void> {
  if (unitIds.length === 0) return;
  await tx
    .deleteFrom('pledgeSignature')
    .where('pledgeId', '=', pledgeId)
    .where('signedOn', 'is', null)
    .where('unitId', 'in', [...unitIds])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('file')
            .select('file.id')
            .where('file.subjectKind', '=', 'pledge-signature')
            .whereRef('file.subjectId', '=', 'pledgeSignature.id'),
        ),
      ),
    )
    .execute();
}

/** Keeps the signatures that lose their force and empties their places. */
export async function voidSignatures(
  tx: Writer,
  pledgeId: string,
  voided: readonly NewPledgeVoidedSignature[],
): Promise<void> {
  if (voided.length > 0)
    await tx
      .insertInto('pledgeVoidedSignature')
      .values([...voided])
      .execute();
  await tx
    .updateTable('pledgeSignature')
    .set({ signedOn: null, capacity: null, signatoryName: null, contentHash: null, fileId: null })
    .where('pledgeId', '=', pledgeId)
    .execute();
}
