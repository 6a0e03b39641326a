import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor } from '#shared/accounts/permissions.ts';

/** Why an exemplar was not shared is read by its unit, by the unit that leads the cluster, and by who watches over all. */
export function readsReason(actor: Actor, { unitId, chairUnitId }: { unitId: string; chairUnitId: string }): boolean {
  return (
    (accessFor(actor, 'exemplars.byId')?.all ?? false) ||
    actor.roles.some((held) => held.unitId === unitId || held.unitId === chairUnitId)
  );
}
