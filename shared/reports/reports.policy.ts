import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { handedOverReasons, type Leadership } from '#shared/clusters/hand-over.rules.ts';
import type { Reason } from '#shared/core/reason.ts';
import { inSentence } from '#shared/units/unit-names.ts';

/** Whose a report is and who leads its cluster, under the names people know. */
export type ReportOwner = Leadership & { unitId: string; unitFullName: string };

/** Filling and sending is for the reporters of the unit that reports. */
export function ownUnitReasons(actor: Actor, { unitId, unitFullName }: ReportOwner): Reason[] {
  if (accessFor(actor, 'reports.send')?.own.includes(unitId)) return [];
  return [{ code: 'report.not-own-unit', facts: { unit: inSentence(unitFullName) } }];
}

/** Receiving and asking to complete is for the chair's standing office (cơ quan thường trực Cụm). */
export function chairReasons(actor: Actor, { chairUnitId, chairName, ...report }: ReportOwner): Reason[] {
  const units = accessFor(actor, 'reports.receive')?.chair ?? [];
  if (units.includes(chairUnitId)) return [];
  const led = { ...report, chairUnitId, chairName: inSentence(chairName) };
  const handedOver = handedOverReasons(units, led, actor.today);
  if (handedOver.length > 0) return handedOver;
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
