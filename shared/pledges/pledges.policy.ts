import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import type { Reason } from '#shared/core/reason.ts';

/** The unit that leads the cluster today, under the name people know. */
export type Leading = { chairUnitId: string; chairName: string };

/** Text, steps and publication are for the staff of the unit that leads the cluster. */
export function leadReasons(actor: Actor, { chairUnitId, chairName }: Leading): Reason[] {
  if (accessFor(actor, 'pledges.saveText')?.chair.includes(chairUnitId)) return [];
  return [{ code: 'pledge.not-leading', facts: { unit: chairName } }];
}

/** Mở lại nội dung takes the approver of that unit: signatures of others fall with it. */
export function reopenerReasons(actor: Actor, leading: Leading): Reason[] {
  if (accessFor(actor, 'pledges.reopen')?.chair.includes(leading.chairUnitId)) return [];
  return [{ code: 'pledge.not-approver', facts: { unit: leading.chairName } }];
}

/** Targets and opinion are the member's own business. */
export function memberReasons(actor: Actor, member: { unitId: string; name: string }): Reason[] {
  if (accessFor(actor, 'pledges.saveTargets')?.own.includes(member.unitId)) return [];
  return [{ code: 'pledge.not-own-unit', facts: { unit: member.name } }];
}

/** A signature is recorded by the member's reporter, or by the leading unit from the paper signed at the conference. */
export function signerReasons(actor: Actor, member: { unitId: string; name: string }, leading: Leading): Reason[] {
  const access = accessFor(actor, 'pledges.sign');
  if (access?.own.includes(member.unitId) || access?.chair.includes(leading.chairUnitId)) return [];
  return [{ code: 'pledge.not-signer', facts: { unit: member.name, chair: leading.chairName } }];
}
