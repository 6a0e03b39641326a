import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { pledgeHash } from '#db/pledges/pledge.hash.ts';
import { findPledgeContent } from '#db/pledges/pledges.queries.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { isFrozen } from '#shared/pledges/pledge-steps.rules.ts';
import { type PledgeStatus, pledgeId, pledgeSignatureId } from '#shared/pledges/pledges.schema.ts';

/** A day of these pledges: the content is agreed on it. */
export const FROZEN_ON = '2024-02-20';
export const JOINT_TEXT = 'Thi đua hoàn thành các chỉ tiêu đăng ký.';

type About = {
  clusterYearId: string;
  status: PledgeStatus;
  /** The members, in any order; each promises `target` of `indicatorVersionId`. */
  unitIds: readonly string[];
  indicatorVersionId: string;
  target?: number | null;
  /** Members that have signed, on 26/02/2024; from signing on. */
  signed?: readonly string[];
};

/**
 * The pledge of a year in a state, as the only one there, under the hash of its content; signatures asked for from
 * signing on.
 */
export async function givenPledgeIn(db: Db, about: About) {
  const { clusterYearId, status, unitIds, indicatorVersionId, target = 70_000, signed = [] } = about;
  const id = pledgeId.parse(uuidv7());
  const signatures = new Map(unitIds.map((unitId) => [unitId, pledgeSignatureId.parse(uuidv7())]));
  const contentHash = await inTransaction(db, async (tx) => {
    const old = tx.selectFrom('pledge').select('id').where('clusterYearId', '=', clusterYearId);
    for (const table of [
      'pledgeOpinion',
      'pledgeVoidedSignature',
      'pledgeSignature',
      'pledgeProgress',
      'pledgeQuarter',
      'pledgeTarget',
    ] as const)
      await tx.deleteFrom(table).where('pledgeId', 'in', old).execute();
    await tx.deleteFrom('pledge').where('clusterYearId', '=', clusterYearId).execute();
    await tx
      .insertInto('pledge')
      .values({
        id,
        clusterYearId,
        status,
        jointText: JOINT_TEXT,
        consultDueOn: '2024-02-19',
        consultOpenedAt: status === 'draft' ? null : '2024-02-12T03:00:00.000Z',
        frozenAt: isFrozen(status) ? `${FROZEN_ON}T03:00:00.000Z` : null,
        publishedOn: status === 'published' ? '2024-02-27' : null,
        place: status === 'published' ? 'Lạng Sơn' : null,
      })
      .execute();
    for (const unitId of unitIds)
      await tx.insertInto('pledgeTarget').values({ pledgeId: id, unitId, indicatorVersionId, value: target }).execute();
    const hash = pledgeHash(await findPledgeContent(tx, id));
    if (isFrozen(status)) await tx.updateTable('pledge').set({ contentHash: hash }).where('id', '=', id).execute();
    if (status === 'signing' || status === 'published')
      for (const [unitId, signatureId] of signatures) {
        const hasSigned = status === 'published' || signed.includes(unitId);
        await tx
          .insertInto('pledgeSignature')
          .values({
            id: signatureId,
            pledgeId: id,
            unitId,
            ...(hasSigned ? SIGNED : { signedOn: null, capacity: null, signatoryName: null }),
            contentHash: hasSigned ? hash : null,
            fileId: null,
          })
          .execute();
      }
    return hash;
  });
  return { id, contentHash, signatureOf: (unitId: string) => signatures.get(unitId)! };
}

/** What is on record of a member that has signed such a pledge. */
export const SIGNED = {
  signatoryName: 'Nguyễn Văn Mẫu',
  capacity: 'KT. CHỦ TỊCH, PHÓ CHỦ TỊCH',
  signedOn: '2024-02-26',
};

/** The row of a scan of this signature; its content is not on disk. */
export async function givenScan(db: Db, signatureId: string, name = 'Bản ký có dấu.pdf'): Promise<string> {
  const id = uuidv7();
  await inTransaction(db, (tx) =>
    tx
      .insertInto('file')
      .values({
        id,
        sha256: id.replaceAll('-', '').padEnd(64, '0'),
        sizeBytes: 1,
        mediaType: 'application/pdf',
        name,
        subjectKind: 'pledge-signature',
        subjectId: signatureId,
        unitId: null,
        createdBy: 'somebody',
        createdAt: '2024-02-27T03:00:00.000Z',
        removedAt: null,
      })
      .execute(),
  );
  return id;
}
