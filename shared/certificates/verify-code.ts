/**
 * The code printed on a certificate (mã xác thực): 80 random bits as 16 letters of Crockford's base 32
 * and one check letter. No I, L, O or U, so that a code read aloud or copied by hand survives.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_BYTES = 10;
const RANDOM_LETTERS = 16;

/** Random bytes a code is made from. */
export const VERIFY_CODE_BYTES = RANDOM_BYTES;

/** Letters of a whole code, the check letter included, without dashes. */
export const VERIFY_CODE_LENGTH = RANDOM_LETTERS + 1;

/**
 * Makes a code from ten random bytes. Chance stays outside: the caller brings the bytes.
 *
 * @param random exactly {@link VERIFY_CODE_BYTES} bytes from a cryptographic source
 * @returns 17 upper-case letters without dashes
 * @throws RangeError for another number of bytes
 */
export function verifyCodeFrom(random: Uint8Array): string {
  if (random.length !== RANDOM_BYTES) throw new RangeError(`A verify code needs ${RANDOM_BYTES} random bytes`);
  let bits = 0n;
  for (const byte of random) bits = (bits << 8n) | BigInt(byte);
  let body = '';
  for (let place = RANDOM_LETTERS - 1; place >= 0; place -= 1)
    body += ALPHABET[Number((bits >> BigInt(5 * place)) & 31n)];
  return body + ALPHABET[timesX(remainder(body))];
}

/** What a person typed, as the code it stands for: case, spaces and dashes do not matter, I and L are 1, O is 0. */
export function normalizeCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}_.]+/gu, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
}

/** True for a normalised code whose check letter agrees; says nothing about its being in the book. */
export function isWellFormed(code: string): boolean {
  return (
    code.length === VERIFY_CODE_LENGTH &&
    [...code].every((letter) => ALPHABET.includes(letter)) &&
    remainder(code) === 0
  );
}

/** The code as people read it: 'ABCD-EFGH-JKMN-PQRS-T'. */
export function groupCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? '';
}

/**
 * The code as a polynomial over GF(32), divided by (x − α). Every single wrong letter and every swap
 * of two letters changes the remainder, because α has order 31 and a code is shorter than that.
 */
function remainder(letters: string): number {
  let sum = 0;
  for (const letter of letters) sum = timesX(sum) ^ ALPHABET.indexOf(letter);
  return sum;
}

/** Multiplies by α in GF(32) with x⁵ + x² + 1. */
function timesX(value: number): number {
  const doubled = value << 1;
  return doubled & 32 ? doubled ^ 0b100101 : doubled;
}
