import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import type { Reason } from '#shared/core/reason.ts';
import { inSentence } from '#shared/units/unit-names.ts';

/** Whose a report is and who chairs its year, under the names people know. */
export type ReportOwner = { unitId: string; unitFullName: string; chairUnitId: string; chairName: string };

/** Filling and sending is for the reporters of the unit that reports. */
export function ownUnitReasons(actor: Actor, { unitId, unitFullName }: ReportOwner): Reason[] {
  if (accessFor(actor, 'reports.send')?.own.includes(unitId)) return [];
  return [{ code: 'report.not-own-unit', facts: { unit: inSentence(unitFullName) } }];
}

/** Receiving and asking to complete is for the chair's standing office (cơ quan thường trực Cụm). */
export function chairReasons(actor: Actor, { chairUnitId, chairName }: ReportOwner): Reason[] {
  if (accessFor(actor, 'reports.receive')?.chair.includes(chairUnitId)) return [];
  return [{ code: 'report.not-chair', facts: { chair: inSentence(chairName) } }];
}

/** How a person stands to the figures of a report that are not final (see isContentOpen). */
export function readerOf(actor: Actor, { unitId, chairUnitId }: Pick<ReportOwner, 'unitId' | 'chairUnitId'>) {
  const belongsTo = (id: string) => actor.roles.some((held) => held.unitId === id);
  return {
    isOwn: belongsTo(unitId),
    isChair: belongsTo(chairUnitId),
    seesAll: accessFor(actor, 'reports.byId')?.all ?? false,
  };
}
