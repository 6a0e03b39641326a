import { withSavepoint } from '#db/core/transaction.ts';
import type { Writer } from '#db/database.ts';

/**
 * Takes a unit away that an import made, as long as nothing names it and nobody changed it.
 * @returns false when it stays
 */
export async function removeUnit(tx: Writer, id: string, changeId: string): Promise<boolean> {
  const unit = await tx.selectFrom('unit').select('version').where('id', '=', id).executeTakeFirst();
  if (!unit) return true;
  if (unit.version !== 1) return false;
  try {
    await withSavepoint(tx, async () => {
      await tx.deleteFrom('unitName').where('unitId', '=', id).execute();
      await tx.deleteFrom('unitCode').where('unitId', '=', id).execute();
      await tx.deleteFrom('unitFormerParent').where('unitId', '=', id).execute();
      await tx.deleteFrom('unit').where('id', '=', id).execute();
      await tx.deleteFrom('unitChange').where('id', '=', changeId).execute();
    });
    return true;
  } catch {
    return false; // another record names it: the database would not let it go
  }
}

/**
 * Takes an account away that an import made, as long as nobody signed in with it.
 * @returns false when it stays
 */
export async function removeAccount(tx: Writer, userId: string): Promise<boolean> {
  const used = await tx.selectFrom('auditEntry').select('id').where('actorId', '=', userId).limit(1).executeTakeFirst();
  const changed = await tx
    .selectFrom('accountProfile')
    .select(['version', 'disabledAt'])
    .where('userId', '=', userId)
    .executeTakeFirst();
  if (used || (changed && changed.version !== 1)) return false;
  try {
    await withSavepoint(tx, async () => {
      await tx.deleteFrom('authSession').where('userId', '=', userId).execute();
      await tx.deleteFrom('authAccount').where('userId', '=', userId).execute();
      await tx.deleteFrom('accountRole').where('userId', '=', userId).execute();
      await tx.deleteFrom('accountProfile').where('userId', '=', userId).execute();
      await tx.deleteFrom('authUser').where('id', '=', userId).execute();
    });
    return true;
  } catch {
    return false; // another record names it: the database would not let it go
  }
}

/** Accounts by user name, in lower case. */
export function findAccountsByName(tx: Pick<Writer, 'selectFrom'>, usernames: readonly string[]) {
  if (usernames.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('authUser')
    .innerJoin('accountProfile', 'accountProfile.userId', 'authUser.id')
    .select(['authUser.id', 'authUser.username', 'authUser.name', 'accountProfile.unitId'])
    .where('authUser.username', 'in', [...usernames])
    .execute();
}
