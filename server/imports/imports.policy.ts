import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { type Access, accessFor, NO_ACCESS, type Procedure } from '#shared/accounts/permissions.ts';
import type { ImportKind } from '#shared/imports/imports.schema.ts';

/** What a person who imports may do by hand, one record at a time; the administrator keeps the registry of all units. */
const WRITTEN_BY: Readonly<Record<ImportKind, { procedure: Procedure; adminToo: boolean }>> = {
  recipients: { procedure: 'awards.record', adminToo: true },
  awards: { procedure: 'awards.record', adminToo: true },
  nominations: { procedure: 'nominations.create', adminToo: false },
  'report-values': { procedure: 'reports.saveCells', adminToo: false },
  units: { procedure: 'units.change', adminToo: false },
  accounts: { procedure: 'units.change', adminToo: false },
};

/** Records of which units this person may import of this kind: all, their own, or none (NO_ACCESS). */
export function importAccess(actor: Actor, kind: ImportKind): Access {
  const { procedure, adminToo } = WRITTEN_BY[kind];
  const byHand = accessFor(actor, procedure) ?? NO_ACCESS;
  if (byHand.all || !adminToo) return byHand;
  const isAdmin = actor.roles.some(({ role, unitId }) => role === 'admin' && unitId === null);
  return isAdmin ? { ...NO_ACCESS, all: true, today: actor.today } : byHand;
}

/** Whether this kind goes into the records of one unit (and the administrator's into all units). */
export const isOfUnit = (kind: ImportKind): boolean => kind !== 'units' && kind !== 'accounts';

/** Whether this kind goes into a cluster-year. */
export const isOfYear = (kind: ImportKind): boolean => kind === 'nominations' || kind === 'report-values';
