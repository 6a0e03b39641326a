import type { Reader } from '#db/database.ts';
import type { Role } from '#shared/accounts/accounts.schema.ts';

/** Accounts that hold one of these roles at one of these units on a day. */
export async function findAccountsAt(
  db: Reader,
  unitIds: readonly string[],
  roles: readonly Role[],
  today: string,
): Promise<string[]> {
  if (unitIds.length === 0) return [];
  const rows = await db
    .selectFrom('accountRole as held')
    .innerJoin('accountProfile as profile', 'profile.userId', 'held.userId')
    .where('held.unitId', 'in', [...unitIds])
    .where('held.role', 'in', [...roles])
    .where((eb) => eb.or([eb('held.validFrom', 'is', null), eb('held.validFrom', '<=', today)]))
    .where((eb) => eb.or([eb('held.validTo', 'is', null), eb('held.validTo', '>=', today)]))
    .where('profile.disabledAt', 'is', null)
    .select('held.userId')
    .distinct()
    .execute();
  return rows.map(({ userId }) => userId);
}

/** Those of these accounts that have not yet read a notice of this code about this address. */
export async function findUnreadBy(
  db: Reader,
  accountIds: readonly string[],
  { code, link }: { code: string; link: string },
): Promise<string[]> {
  if (accountIds.length === 0) return [];
  const rows = await db
    .selectFrom('notice')
    .where('accountId', 'in', [...accountIds])
    .where('readAt', 'is', null)
    .where('code', '=', code)
    .where('link', '=', link)
    .select('accountId')
    .distinct()
    .execute();
  return rows.map(({ accountId }) => accountId);
}
