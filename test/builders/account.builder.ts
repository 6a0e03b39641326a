import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';

/** The account behind an actor, so that a job can act for them. */
export async function givenAccount(db: Db, { accountId, name, unitId, roles }: Actor): Promise<void> {
  const at = '2024-01-01T00:00:00.000Z';
  const email = `${accountId}@accounts.invalid`;
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('authUser')
      .values({ id: accountId, name, email, username: accountId, createdAt: at, updatedAt: at })
      .execute();
    await tx.insertInto('accountProfile').values({ userId: accountId, unitId, title: null }).execute();
    if (roles.length > 0)
      await tx
        .insertInto('accountRole')
        .values(
          roles.map((held) => ({
            id: uuidv7(),
            userId: accountId,
            role: held.role,
            unitId: held.unitId,
            validFrom: null,
            validTo: null,
          })),
        )
        .execute();
  });
}
