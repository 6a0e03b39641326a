import { CLERK, CLERK_ROLES, HOME_UNIT } from '#bench/data/accounts.ts';
import type { Db } from '#db/core/connect.ts';
import type { ActorContext, AppContext } from '#server/core/context.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor, type Procedure } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';

/** The account the http level signs in with, for calls without HTTP. */
export async function clerkOf(db: Db): Promise<Actor> {
  const { id, name } = await db.reads
    .selectFrom('authUser')
    .select(['id', 'name'])
    .where('username', '=', CLERK.username)
    .executeTakeFirstOrThrow();
  return { accountId: id, name, unitId: HOME_UNIT, roles: CLERK_ROLES, today: vietnamDate(new Date()) };
}

/** As the server makes it for a procedure called by this person. */
export function contextFor(app: AppContext, actor: Actor, procedure: Procedure): ActorContext {
  const access = accessFor(actor, procedure);
  if (!access) throw new Error(`the clerk of the bench may not call ${procedure}`);
  return { ...app, requestId: app.newId(), lang: 'vi', actor, sessionId: null, procedure, access };
}
