import type { Reader } from '#db/database.ts';
import type { NominationRow } from '#db/nominations/nominations.table.ts';
import { findStatedEthnicity } from '#db/recipients/sensitive.queries.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor, NO_ACCESS, type Procedure } from '#shared/accounts/permissions.ts';

type EthnicityProcedure = Extract<Procedure, 'nominations.readEthnicity' | 'nominations.setEthnicity'>;

/** Whether this person may open (or write) the dân tộc stated on a nomination of that unit. */
export function mayDo(
  actor: Actor,
  procedure: EthnicityProcedure,
  { unitId }: { unitId: string },
  { chairUnitId }: { chairUnitId: string },
): boolean {
  const access = accessFor(actor, procedure) ?? NO_ACCESS;
  return access.all || access.own.includes(unitId) || access.chair.includes(chairUnitId);
}

/**
 * Whether a dân tộc is written on this nomination, for its page: never which. Null for those who may not open it, and
 * for collectives.
 */
export async function ethnicityOf(
  db: Reader,
  actor: Actor,
  nomination: NominationRow,
  year: { chairUnitId: string },
): Promise<{ isKnown: boolean; version: number } | null> {
  if (nomination.recipientKind !== 'individual') return null;
  if (!mayDo(actor, 'nominations.readEthnicity', nomination, year)) return null;
  const stated = await findStatedEthnicity(db, nomination.id);
  return { isKnown: stated?.ethnicityCode != null, version: stated?.version ?? 0 };
}
