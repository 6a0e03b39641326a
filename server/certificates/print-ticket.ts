import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from '#server/core/keys.ts';

/** What a ticket opens: the certificates of a decision, or one certificate. */
export type TicketTarget = { decisionId: string } | { certificateId: string };

const MINUTES_5 = 5 * 60_000;

/**
 * Address of a PDF with a ticket that says: the print was recorded, for this person, a moment ago.
 *
 * @param now the real time: the demo's day stands still, tickets must not
 */
export function printTicket(keys: Keys, target: TicketTarget, accountId: string, now: Date): string {
  const expiresAt = now.getTime() + MINUTES_5;
  return `${pathOf(target)}?ticket=${expiresAt}.${seal(keys.authSecret[0]!.secret, target, accountId, expiresAt)}`;
}

/** Whether the ticket was given for this target and person and is not older than five minutes. Never throws. */
export function ticketHolds(keys: Keys, target: TicketTarget, accountId: string, ticket: string, now: Date): boolean {
  const [, expires = '', given = ''] = /^(\d{1,15})\.([\w-]{43})$/.exec(ticket) ?? [];
  const expiresAt = Number(expires);
  if (expires === '' || expiresAt < now.getTime()) return false;
  return keys.authSecret.some(({ secret }) => {
    const expected = Buffer.from(seal(secret, target, accountId, expiresAt));
    return timingSafeEqual(expected, Buffer.from(given));
  });
}

function pathOf(target: TicketTarget): string {
  return 'decisionId' in target
    ? `/print/decisions/${target.decisionId}.pdf`
    : `/print/certificates/${target.certificateId}.pdf`;
}

/** The path stands first, so that a ticket for one thing cannot be read as one for another. */
function seal(secret: Buffer, target: TicketTarget, accountId: string, expiresAt: number): string {
  const said = JSON.stringify(['print-ticket-1', pathOf(target), accountId, expiresAt]);
  return createHmac('sha256', secret).update(said).digest('base64url');
}
