import { findHistory } from '#db/audit/audit.queries.ts';
import type { Reader } from '#db/database.ts';
import { type FoundRecipient, findRecipient } from '#db/recipients/recipient-page.queries.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor, NO_ACCESS, type Procedure } from '#shared/accounts/permissions.ts';
import type { Reason } from '#shared/core/reason.ts';
import { conflict, notFound, Refusal } from '#shared/core/refusal.ts';

type Whose = { unitId: string | null; unitName: string | null };

/** Whether this procedure reaches recipients of that unit: everybody's, or one's own. */
export function mayDo(actor: Actor, procedure: Procedure, { unitId }: { unitId: string | null }): boolean {
  const access = accessFor(actor, procedure) ?? NO_ACCESS;
  return access.all || (unitId !== null && access.own.includes(unitId));
}

/** Why this person may not change this recipient; empty when they may. */
export function editorReasons(actor: Actor, procedure: Procedure, recipient: Whose): Reason[] {
  if (mayDo(actor, procedure, recipient)) return [];
  return [{ code: 'recipient.not-own-unit', facts: { unit: recipient.unitName ?? '…' } }];
}

/** Why this person may not open what is sealed of this recipient; empty when they may. */
export function secretReasons(actor: Actor, procedure: Procedure, recipient: Whose): Reason[] {
  if (mayDo(actor, procedure, recipient)) return [];
  return [{ code: 'recipient.secrets-closed', facts: { unit: recipient.unitName ?? '…' } }];
}

/**
 * A recipient this person may change, at the version they saw.
 * @throws not-found, forbidden, refused (merged into another) or conflict, in this order
 */
export async function openToChange(
  db: Reader,
  actor: Actor,
  procedure: Procedure,
  { id, seenVersion }: { id: string; seenVersion: number },
): Promise<FoundRecipient> {
  const recipient = await findRecipient(db, accessFor(actor, 'recipients.byId') ?? NO_ACCESS, id);
  if (!recipient) throw notFound('recipient');
  const reasons = editorReasons(actor, procedure, recipient);
  if (reasons.length > 0) throw new Refusal('forbidden', reasons);
  if (recipient.mergedInto !== null)
    throw new Refusal('refused', [{ code: 'recipient.merged-away', facts: { name: recipient.keptName ?? '…' } }]);
  if (recipient.version !== seenVersion) throw await changedMeanwhile(db, id);
  return recipient;
}

/** Somebody was quicker: who and when. */
export async function changedMeanwhile(db: Reader, id: string): Promise<Refusal> {
  const [last] = await findHistory(db, { ...NO_ACCESS, all: true }, 'recipient', id);
  const facts = { who: last?.actorName ?? 'Người khác', changedAt: last?.at ?? '…' };
  return conflict([{ code: 'recipient.changed-meanwhile', facts }]);
}
