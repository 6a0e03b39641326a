import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import type { NewRecipient } from '#db/recipients/recipients.table.ts';
import { insertRecipients } from '#db/recipients/recipients.writes.ts';
import type { NewAward } from '#db/registry/registry.table.ts';
import { insertAwards } from '#db/registry/registry.writes.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { fold } from '#shared/core/fold.ts';
import type { RecipientDraft, RecipientId } from '#shared/recipients/recipient-page.schema.ts';

export const A_DRAFT: RecipientDraft = {
  name: 'Lò Thị Mẫu',
  sex: 'female',
  birth: '12/05/1985',
  founded: '',
  positionHeld: 'Giáo viên',
  place: 'Trường tiểu học Mẫu',
};

type Facts = Partial<NewRecipient> & Pick<NewRecipient, 'unitId'>;

/** Recipients as they stand in the list, people unless told; gives their ids. */
export async function givenRecipients(db: Db, facts: readonly Facts[]): Promise<RecipientId[]> {
  const rows = facts.map((one) => {
    const name = one.name ?? A_DRAFT.name;
    return { kind: 'individual' as const, ...one, id: uuidv7() as RecipientId, name, nameFold: fold(name) };
  });
  await inTransaction(db, (tx) => insertRecipients(tx, rows));
  return rows.map(({ id }) => id);
}

export async function givenRecipient(db: Db, facts: Facts): Promise<RecipientId> {
  return (await givenRecipients(db, [facts]))[0]!;
}

type AwardFacts = Partial<NewAward> & Pick<NewAward, 'recipientId' | 'unitId'>;

/** Awards of recipients that are there, Bằng khen of 2023 unless told; gives their ids. */
export async function givenAwardsOf(db: Db, facts: readonly AwardFacts[]): Promise<string[]> {
  const rows = facts.map((one) => {
    const printedName = one.printedName ?? A_DRAFT.name;
    return {
      awardCode: 'BKT',
      issuingUnitId: one.unitId,
      year: 2023,
      decisionNumber: '12/QĐ-UBND',
      decidedOn: '2023-12-20',
      recipientKind: 'individual' as const,
      way: 'merit' as const,
      ...one,
      id: uuidv7(),
      printedName,
      nameFold: fold(printedName),
    };
  });
  await inTransaction(db, (tx) => insertAwards(tx, rows));
  return rows.map(({ id }) => id);
}
