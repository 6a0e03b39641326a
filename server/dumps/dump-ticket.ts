import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from '#server/core/keys.ts';

const MINUTES_5 = 5 * 60_000;

/**
 * The address of a dump with a ticket that says: this person gave a reason a moment ago.
 * @param now the real time
 */
export function dumpAddress(keys: Keys, id: string, accountId: string, now: Date): string {
  const expiresAt = now.getTime() + MINUTES_5;
  return `/dumps/${id}.zip?ticket=${expiresAt}.${seal(keys.authSecret[0]!.secret, id, accountId, expiresAt)}`;
}

/** Whether the ticket was given for this dump and person and has not ended. Never throws. */
export function dumpTicketHolds(keys: Keys, id: string, accountId: string, ticket: string, now: Date): boolean {
  const [, expires = '', given = ''] = /^(\d{1,15})\.([\w-]{43})$/.exec(ticket) ?? [];
  const expiresAt = Number(expires);
  if (expires === '' || expiresAt < now.getTime()) return false;
  return keys.authSecret.some(({ secret }) =>
    timingSafeEqual(Buffer.from(seal(secret, id, accountId, expiresAt)), Buffer.from(given)),
  );
}

function seal(secret: Buffer, id: string, accountId: string, expiresAt: number): string {
  const said = JSON.stringify(['dump-ticket-1', id, accountId, expiresAt]);
  return createHmac('sha256', secret).update(said).digest('base64url');
}
