import type { NewAccountProfile, NewAccountRole, NewAuthAccount, NewAuthUser } from '#db/accounts/accounts.table.ts';
import type { Writer } from '#db/database.ts';

/** Everything that makes one account; the password is a hash already. */
export type NewAccount = {
  user: NewAuthUser;
  credential: NewAuthAccount;
  profile: NewAccountProfile;
  roles: readonly NewAccountRole[];
};

/** @throws a unique violation of auth_user.username when the name is taken */
export async function insertAccount(tx: Writer, { user, credential, profile, roles }: NewAccount): Promise<void> {
  await tx.insertInto('authUser').values(user).execute();
  await tx.insertInto('authAccount').values(credential).execute();
  await tx.insertInto('accountProfile').values(profile).execute();
  if (roles.length > 0) await tx.insertInto('accountRole').values(roles).execute();
}

/** Tells whether there was a password to replace. `at` is an ISO instant. */
export async function updatePassword(tx: Writer, userId: string, hash: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('authAccount')
    .set({ password: hash, updatedAt: at })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function updateLanguage(tx: Writer, userId: string, lang: string): Promise<void> {
  await tx
    .updateTable('accountProfile')
    .set((eb) => ({ lang, version: eb('version', '+', 1) }))
    .where('userId', '=', userId)
    .execute();
}

/** Notes that a session is in use; never turns its clock back. */
export async function touchSession(tx: Writer, sessionId: string, at: string): Promise<void> {
  await tx
    .updateTable('authSession')
    .set({ updatedAt: at })
    .where('id', '=', sessionId)
    .where('updatedAt', '<', at)
    .execute();
}

/** Ends every session of a person. */
export async function deleteSessionsOf(tx: Writer, userId: string): Promise<void> {
  await tx.deleteFrom('authSession').where('userId', '=', userId).execute();
}

/** Clears sessions begun before `begunBefore` or last used before `usedBefore` (ISO instants). */
export async function deleteStaleSessions(tx: Writer, begunBefore: string, usedBefore: string): Promise<void> {
  await tx
    .deleteFrom('authSession')
    .where((eb) => eb.or([eb('createdAt', '<', begunBefore), eb('updatedAt', '<', usedBefore)]))
    .execute();
}

/**
 * Counts one try and gives the count with the end of its window; a window that is over starts anew.
 * One statement, so tries at the same moment are all counted.
 */
export function countTry(tx: Writer, key: string, at: string, windowEndsAt: string) {
  return tx
    .insertInto('rateLimit')
    .values({ key, count: 1, windowEndsAt })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({
        count: eb
          .case()
          .when('rateLimit.windowEndsAt', '<=', at)
          .then(1)
          .else(eb('rateLimit.count', '+', 1))
          .end(),
        windowEndsAt: eb
          .case()
          .when('rateLimit.windowEndsAt', '<=', at)
          .then(windowEndsAt)
          .else(eb.ref('rateLimit.windowEndsAt'))
          .end(),
      })),
    )
    .returning(['count', 'windowEndsAt'])
    .executeTakeFirstOrThrow();
}

/** Takes one try back. */
export async function uncountTry(tx: Writer, key: string): Promise<void> {
  await tx
    .updateTable('rateLimit')
    .set((eb) => ({ count: eb('count', '-', 1) }))
    .where('key', '=', key)
    .where('count', '>', 0)
    .execute();
}

/** Forgets all tries of a key. */
export async function deleteLimit(tx: Writer, key: string): Promise<void> {
  await tx.deleteFrom('rateLimit').where('key', '=', key).execute();
}

/** Clears windows that ended before `at` (ISO instant). */
export async function deleteEndedLimits(tx: Writer, at: string): Promise<void> {
  await tx.deleteFrom('rateLimit').where('windowEndsAt', '<', at).execute();
}
