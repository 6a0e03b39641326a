import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from '#server/core/keys.ts';

/** A session ends this long after signing in, whatever is done in it. */
export const SESSION_ABSOLUTE_MS = 12 * 3_600_000;

const TOKEN = /^[A-Za-z0-9]{32}$/;

/**
 * Browsers keep `__Host-` cookies only over TLS; there the prefix stops neighbouring hosts from planting one. The
 * training copy answers at the same host, so its sessions go by another name.
 */
export function sessionCookieName(secure: boolean, isTraining = false): string {
  return `${secure ? '__Host-' : ''}sid${isTraining ? '-tap-huan' : ''}`;
}

/** The secrets as the sign-in library takes them: text. The newest is first and signs. */
export function authSecrets(keys: Pick<Keys, 'authSecret'>): string[] {
  return keys.authSecret.map(({ secret }) => secret.toString('base64'));
}

/**
 * The token of a session cookie that we signed, or undefined. The value is what the sign-in library makes:
 * `token.base64(HMAC-SHA-256(secret, token))`, percent-encoded. A token taken from the table is worth nothing
 * without the secret.
 */
export function tokenOfCookie(header: string | undefined, name: string, secrets: readonly string[]) {
  const value = cookieValue(header, name);
  if (value === undefined) return undefined;
  const dot = value.lastIndexOf('.');
  const token = value.slice(0, Math.max(0, dot));
  if (!TOKEN.test(token)) return undefined;
  const signature = Buffer.from(value.slice(dot + 1), 'latin1');
  for (const secret of secrets) {
    // Compared as text: base64 has several spellings of the same bytes, and only ours counts.
    const ours = Buffer.from(createHmac('sha256', secret).update(token).digest('base64'), 'latin1');
    if (signature.length === ours.length && timingSafeEqual(signature, ours)) return token;
  }
  return undefined;
}

/** The value of a cookie for this token, as `tokenOfCookie` reads it, not yet percent-encoded. */
export function signedToken(token: string, secrets: readonly string[]): string {
  return `${token}.${createHmac('sha256', secrets[0]!).update(token).digest('base64')}`;
}

/** The first cookie of that name, decoded; undefined when there is none or it is broken. */
function cookieValue(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const equals = part.indexOf('=');
    if (equals < 0 || part.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(equals + 1).trim());
    } catch {
      return undefined;
    }
  }
  return undefined;
}
