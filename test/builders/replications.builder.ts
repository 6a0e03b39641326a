import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import type { NewReplication } from '#db/replications/replications.table.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { EffectRow } from '#shared/exemplars/effects.schema.ts';
import type { ExemplarId } from '#shared/exemplars/exemplars.schema.ts';
import type { ExemplarSharing } from '#shared/exemplars/sharing.schema.ts';
import type { ReplicationDraft, ReplicationId } from '#shared/replications/replications.schema.ts';

export const AN_ADOPTION: ReplicationDraft = {
  place: 'xã Mẫu',
  startedOn: '2023-06-01',
  leader: 'UBND xã Mẫu',
  steps: 'Họp bản, góp công, lắp đèn.',
};

export const AN_EFFECT: EffectRow = {
  what: 'Hộ có đèn chiếu sáng',
  beforeValue: 12_000,
  afterValue: 48_000,
  unitOfMeasure: 'hộ',
  source: 'Báo cáo của bản',
};

/** An adoption of a model by this unit in this year. */
export async function givenReplication(
  db: Db,
  of: Pick<NewReplication, 'exemplarId' | 'unitId' | 'clusterYearId'> & Partial<NewReplication>,
): Promise<ReplicationId> {
  const id = uuidv7() as ReplicationId;
  await inTransaction(db, (tx) =>
    tx
      .insertInto('replication')
      .values({ ...AN_ADOPTION, stopReason: null, ...of, id })
      .execute(),
  );
  return id;
}

/** Sets how far an exemplar is shared, as if its chair had decided. */
export async function shareExemplar(db: Db, id: ExemplarId, sharing: ExemplarSharing): Promise<void> {
  await inTransaction(db, (tx) => tx.updateTable('exemplar').set({ sharing }).where('id', '=', id).execute());
}
