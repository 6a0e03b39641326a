import { findMemberAccounts } from '#db/clusters/years.queries.ts';
import type { Writer } from '#db/database.ts';
import type { ActorContext } from '#server/core/context.ts';
import { tellAccounts } from '#server/notices/tell.service.ts';
import { vietnamDate } from '#shared/core/dates.ts';

/** `link`: where the notice leads, when not to the plan of the year. */
type Told = { code: string; facts: Readonly<Record<string, string>>; link?: string };

/**
 * Tells every account of the member units of a year (thông báo); whoever did it knows already. The notice leads to the plan of the year, or where `link` says.
 * @returns how many accounts were told
 */
export async function tellMembers(
  ctx: ActorContext,
  tx: Writer,
  clusterYearId: string,
  { code, facts, link = `/cum/${clusterYearId}/ke-hoach` }: Told,
): Promise<number> {
  const accounts = await findMemberAccounts(tx, clusterYearId, vietnamDate(ctx.now()));
  const others = accounts.filter((id) => id !== ctx.actor.accountId);
  await tellAccounts(ctx, tx, others, { code, facts, link });
  return others.length;
}
