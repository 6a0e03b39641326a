import type { Writer } from '#db/database.ts';
import { findAccountsAt, findUnreadBy } from '#db/notices/told.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { tellAccounts } from '#server/notices/tell.service.ts';
import type { Role } from '#shared/accounts/accounts.schema.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Facts } from '#shared/core/reason.ts';

type Told = {
  unitIds: readonly string[];
  /** Whom it concerns there; left out: those who work with the records. */
  roles?: readonly Role[];
  code: string;
  facts: Facts;
  /** Address of the page it leads to. */
  link: string;
  /** Leaves out whoever has not read yet that this happened there. */
  onceUnread?: boolean;
};

const DESK: readonly Role[] = ['specialist', 'approver', 'reporter'];

/** Tells people of some units (thông báo), inside a commit; whoever did it knows already. */
export async function tellUnits(
  ctx: ActorContext,
  tx: Writer,
  { unitIds, roles = DESK, code, facts, link, onceUnread = false }: Told,
): Promise<void> {
  const accounts = await findAccountsAt(tx, unitIds, roles, vietnamDate(ctx.now()));
  const known = new Set(onceUnread ? await findUnreadBy(tx, accounts, { code, link }) : []);
  const told = accounts.filter((id) => id !== ctx.actor.accountId && !known.has(id));
  await tellAccounts(ctx, tx, told, { code, facts, link });
}
