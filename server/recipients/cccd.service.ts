import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Keys, SecretKey } from '#server/core/keys.ts';

/** What of a citizen number goes into the database: sealed text, and an index by which the same number is found. */
export type SealedCccd = { cipher: string; index: string };
type CccdKeys = Pick<Keys, 'cccdCipher' | 'cccdIndex'>;

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals a citizen number with the newest keys: AES-256-GCM with a nonce of its own, and HMAC-SHA-256 as index. Both
 * begin with the number of their key ("k1."), so that keys can be changed without writing everything anew.
 * @param digits twelve digits, as `cccdDigits` gives them
 */
export function sealCccd(keys: CccdKeys, digits: string): SealedCccd {
  const key = keys.cccdCipher[0]!;
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.secret, iv);
  const sealed = Buffer.concat([iv, cipher.update(digits, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { cipher: `${prefixOf(key)}${sealed.toString('base64url')}`, index: cccdIndex(keys, digits) };
}

/** The number inside, or undefined when it was altered or its key is gone. */
export function openCccd(keys: CccdKeys, cipher: string): string | undefined {
  const key = keys.cccdCipher.find((one) => cipher.startsWith(prefixOf(one)));
  if (!key) return undefined;
  const sealed = Buffer.from(cipher.slice(prefixOf(key).length), 'base64url');
  if (sealed.length <= IV_BYTES + TAG_BYTES) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.secret, sealed.subarray(0, IV_BYTES));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    return decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}

/** The index of a number under the newest key: what a new row is written with. */
export function cccdIndex(keys: CccdKeys, digits: string): string {
  return indexWith(keys.cccdIndex[0]!, digits);
}

/** The indexes of a number under every key: rows written before a change of keys are found by the older ones. */
export function cccdIndexes(keys: CccdKeys, digits: string): string[] {
  return keys.cccdIndex.map((key) => indexWith(key, digits));
}

function indexWith(key: SecretKey, digits: string): string {
  return `${prefixOf(key)}${createHmac('sha256', key.secret).update(digits, 'utf8').digest('base64url')}`;
}

/** 'cccd-cipher-1' → 'k1.' */
const prefixOf = ({ id }: SecretKey): string => `k${id.split('-').at(-1)}.`;
