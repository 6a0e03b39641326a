import { findMemberAccounts } from '#db/clusters/years.queries.ts';
import type { Writer } from '#db/database.ts';
import { insertNotices } from '#db/notices/notices.writes.ts';
import type { ActorContext } from '#server/core/context.ts';
import { vietnamDate } from '#shared/core/dates.ts';

type Told = { code: string; facts: Readonly<Record<string, string>> };

/**
 * Tells every account of the member units of a year (thông báo); whoever did it knows already. The notice leads to the
 * plan of the year.
 * @returns how many accounts were told
 */
export async function tellMembers(
  ctx: ActorContext,
  tx: Writer,
  clusterYearId: string,
  { code, facts }: Told,
): Promise<number> {
  const accounts = await findMemberAccounts(tx, clusterYearId, vietnamDate(ctx.now()));
  const others = accounts.filter((id) => id !== ctx.actor.accountId);
  // Notices are swept by the real clock, whatever day the demo has.
  const at = new Date().toISOString();
  await insertNotices(
    tx,
    others.map((accountId) => ({
      id: ctx.newId(),
      accountId,
      at,
      code,
      facts: JSON.stringify(facts),
      link: `/cum/${clusterYearId}/ke-hoach`,
      readAt: null,
    })),
  );
  return others.length;
}
