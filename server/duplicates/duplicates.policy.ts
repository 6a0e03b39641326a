import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor, type Procedure } from '#shared/accounts/permissions.ts';
import type { Reason } from '#shared/core/reason.ts';

export type Deciding = Extract<
  Procedure,
  'duplicates.merge' | 'duplicates.dismiss' | 'duplicates.reopen' | 'duplicates.undo'
>;
type Side = { name: string; unitId: string | null; unitName: string | null };

/** Why this person may not decide about these two records; both must be in their scope. Empty when they may. */
export function deciderReasons(actor: Actor, procedure: Deciding, sides: readonly Side[]): Reason[] {
  const access = accessFor(actor, procedure);
  if (access?.all) return [];
  return sides
    .filter(({ unitId }) => unitId === null || !access?.own.includes(unitId))
    .map(({ name, unitId, unitName }) =>
      unitId === null
        ? { code: 'duplicate.without-unit', facts: { name } }
        : { code: 'duplicate.other-unit', facts: { name, unit: unitName ?? '…' } },
    );
}
