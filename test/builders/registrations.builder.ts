import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { RegistrationLine, RegistrationStatus } from '#shared/registrations/registrations.schema.ts';

export const LDTT: RegistrationLine = { awardCode: 'LDTT', kind: 'individual', count: 3, names: ['Lò Thị Mẫu'] };

/** The registration of a unit in a year, as the only one it has; three individuals for one title. */
export async function givenRegistration(
  db: Db,
  of: { clusterYearId: string; unitId: string },
  status: RegistrationStatus,
  lines: readonly RegistrationLine[] = [LDTT],
): Promise<string> {
  const id = uuidv7();
  await inTransaction(db, async (tx) => {
    for (const code of new Set(lines.map(({ awardCode }) => awardCode)))
      await tx
        .insertInto('awardForm')
        .values({
          code,
          kind: 'title',
          name: code === 'LDTT' ? 'Lao động tiên tiến' : code,
          nameEn: null,
          level: 'grassroots',
          appliesTo: code === 'LDTT' ? '["individual"]' : '["collective"]',
          position: 1,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    const old = tx
      .selectFrom('titleRegistration')
      .select('id')
      .where('clusterYearId', '=', of.clusterYearId)
      .where('unitId', '=', of.unitId);
    await tx.deleteFrom('titleRegistrationLine').where('registrationId', 'in', old).execute();
    await tx
      .deleteFrom('titleRegistration')
      .where('clusterYearId', '=', of.clusterYearId)
      .where('unitId', '=', of.unitId)
      .execute();
    const sentAt = status === 'sent' ? '2024-02-20T03:00:00.000Z' : null;
    await tx
      .insertInto('titleRegistration')
      .values({ ...of, id, status, sentAt })
      .execute();
    await tx
      .insertInto('titleRegistrationLine')
      .values(
        lines.map(({ awardCode, kind, count, names }) => ({
          registrationId: id,
          awardCode,
          recipientKind: kind,
          count,
          names: JSON.stringify(names),
        })),
      )
      .execute();
  });
  return id;
}
