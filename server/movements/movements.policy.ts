import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor, type Procedure } from '#shared/accounts/permissions.ts';
import type { Reason } from '#shared/core/reason.ts';
import type { MovementLevel } from '#shared/movements/movements.schema.ts';

/** The unit that leads the cluster of the page today. */
export type Lead = { chairUnitId: string; chairUnitName: string };
type Changing = Extract<
  Procedure,
  | 'movements.create'
  | 'movements.save'
  | 'movements.takeUp'
  | 'movements.drop'
  | 'movements.saveLaunch'
  | 'movements.saveReview'
>;

/**
 * Why this person may not write a movement of this level: the Prime Minister's are the administrator's, the cluster's
 * the leading unit's, a province's its own. Empty when they may.
 */
export function writeReasons(
  actor: Actor,
  procedure: Extract<Changing, 'movements.create' | 'movements.save'>,
  movement: { level: MovementLevel; unitId: string | null },
  lead: Lead,
): Reason[] {
  const access = accessFor(actor, procedure);
  if (movement.level === 'prime-minister') return access?.all ? [] : [{ code: 'movement.not-admin' }];
  if (movement.level === 'cluster') return access?.chair.includes(lead.chairUnitId) ? [] : [notChair(lead)];
  const isOwn = movement.unitId !== null && access?.own.includes(movement.unitId);
  return isOwn ? [] : [{ code: 'movement.not-own-province' }];
}

/** Why this person may not take a movement up into the year or out of it; a province does so with its own. */
export function listReasons(
  actor: Actor,
  procedure: Extract<Changing, 'movements.takeUp' | 'movements.drop' | 'movements.saveReview'>,
  movement: { level: MovementLevel; unitId: string | null },
  lead: Lead,
): Reason[] {
  const access = accessFor(actor, procedure);
  if (access?.chair.includes(lead.chairUnitId)) return [];
  if (movement.level !== 'province') return [notChair(lead)];
  const isOwn = movement.unitId !== null && access?.own.includes(movement.unitId);
  return isOwn ? [] : [{ code: 'movement.not-own-province' }];
}

/** Why this person may not record the launch. */
export function launchPersonReasons(actor: Actor, lead: Lead): Reason[] {
  const isLead = accessFor(actor, 'movements.saveLaunch')?.chair.includes(lead.chairUnitId);
  return isLead ? [] : [{ code: 'launch.not-chair', facts: { chair: lead.chairUnitName } }];
}

/** Why this person may not send movements to the members and ask them to confirm. */
export function sendPersonReasons(actor: Actor, lead: Lead): Reason[] {
  return accessFor(actor, 'movements.send')?.chair.includes(lead.chairUnitId) ? [] : [notChair(lead)];
}

/** Why this person may not record the reviews of a movement: the leading unit does, a province those of its own. */
export function reviewPersonReasons(
  actor: Actor,
  movement: { level: MovementLevel; unitId: string | null },
  lead: Lead,
): Reason[] {
  return listReasons(actor, 'movements.saveReview', movement, lead);
}

const notChair = ({ chairUnitName }: Lead): Reason => ({ code: 'movement.not-chair', facts: { chair: chairUnitName } });
