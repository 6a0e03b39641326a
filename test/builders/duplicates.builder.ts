import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import type { NewRecipient } from '#db/recipients/recipients.table.ts';
import { insertRecipients } from '#db/recipients/recipients.writes.ts';
import { insertAwards } from '#db/registry/registry.writes.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { fold } from '#shared/core/fold.ts';
import type { PairId } from '#shared/duplicates/duplicates.schema.ts';

type About = Partial<Omit<NewRecipient, 'id' | 'nameFold'>> & { ethnicityCode?: string; awards?: number };

/** A recipient with this name in a unit; `awards` past awards hang on it. */
export async function givenRecipient(db: Db, unitId: string | null, name: string, about: About = {}): Promise<string> {
  const { ethnicityCode, awards = 0, ...columns } = about;
  const id = uuidv7();
  const row = { id, kind: 'individual' as const, name, nameFold: fold(name), unitId, ...columns };
  await inTransaction(db, async (tx) => {
    await insertRecipients(tx, [row]);
    if (ethnicityCode) await tx.insertInto('recipientSensitive').values({ recipientId: id, ethnicityCode }).execute();
    const form = await tx.selectFrom('awardForm').select('code').orderBy('code').limit(1).executeTakeFirst();
    if (awards > 0 && !form)
      await tx
        .insertInto('awardForm')
        .values({
          code: 'BK-MAU',
          kind: 'commendation',
          name: 'Bằng khen mẫu',
          level: 'province',
          appliesTo: '[]',
          position: 1,
        } as never)
        .execute();
    await insertAwards(
      tx,
      Array.from({ length: awards }, (_, n) => ({
        id: uuidv7(),
        recipientId: id,
        awardCode: form?.code ?? 'BK-MAU',
        unitId: unitId!,
        issuingUnitId: unitId!,
        year: 2010 + n,
        decisionNumber: `${n + 1}/QĐ-UBND`,
        decidedOn: `${2010 + n}-12-01`,
        recipientKind: row.kind,
        printedName: name,
        nameFold: fold(name),
        way: 'merit' as never,
      })),
    );
  });
  return id;
}

/** An open pair of two recipients as the search would have put it there. */
export async function givenPair(db: Db, oneId: string, otherId: string): Promise<PairId> {
  const id = uuidv7() as PairId;
  const [firstId, secondId] = oneId < otherId ? [oneId, otherId] : [otherId, oneId];
  await inTransaction(db, (tx) =>
    tx
      .insertInto('recipientPair')
      .values({
        id,
        firstId,
        secondId,
        grounds: JSON.stringify([{ code: 'same-name-unit' }]),
        score: 60,
        foundAt: '2024-03-01T00:00:00.000Z',
        decidedAt: null,
        decidedBy: null,
        reason: null,
      })
      .execute(),
  );
  return id;
}

/** A merge that takes every value of the one that stays. */
export const KEEP_ALL = {
  name: 'kept',
  sex: 'kept',
  birth: 'kept',
  foundedOn: 'kept',
  unit: 'kept',
  place: 'kept',
  positionHeld: 'kept',
  cccd: 'kept',
  ethnicity: 'kept',
} as const;

/** The input of `duplicates.merge` for a fresh pair. */
export const aMerge = (id: PairId, keptId: string, about: object = {}) => ({
  id,
  seenVersion: 1,
  keptId: keptId as never,
  keptSeenVersion: 1,
  mergedSeenVersion: 1,
  choices: KEEP_ALL,
  keepOtherName: true,
  reason: 'Cùng một người, ghi hai lần.',
  idempotencyKey: uuidv7(),
  ...about,
});
