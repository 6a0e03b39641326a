import { fold } from '#shared/core/fold.ts';
import type { Reason } from '#shared/core/reason.ts';

export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 128;

/** Of the accounts that come with the demo year; printed on the sign-in page, so no other account may have it. */
export const DEMO_PASSWORD = 'luytre-demo-2024';

const FEWEST_DIFFERENT_SIGNS = 5;
const SHORTEST_NAME_LOOKED_FOR = 3;

/**
 * What is left of a guessable password without digits and punctuation. Words of this trade and of this country
 * first, then the world's favourites.
 */
const GUESSABLE = new Set(
  `matkhau matkhaumoi matkhauquantri quantri quantrihethong quantrivien hethong nguoidung dangnhap
  thidua khenthuong thiduakhenthuong tdkt bangkhen giaykhen luytre luytredemo cumthidua ubnd ubndtinh sonoivu
  vietnam toiyeuvietnam anhyeuem emyeuanh iloveyou
  langson caobang backan bacgiang thainguyen hagiang tuyenquang hanoi
  password passwordpassword administrator admin adminadmin adminpassword letmein welcome changeme
  qwerty qwertyuiop qwertyuiopasdfghjkl asdfghjkl abcdefghijkl abcdefgh abc secret superuser`.split(/\s+/),
);

/**
 * Why this password is too weak; empty when it may be used. Length counts, not kinds of signs, and nothing
 * forces a change after some time (OWASP ASVS 5.0, 6.2.1–6.2.12).
 * @param username of the account, in any case
 */
export function passwordReasons(password: string, username: string): Reason[] {
  const field = 'password';
  const length = [...password.normalize('NFC')].length;
  if (length < PASSWORD_MIN_LENGTH)
    return [{ code: 'account.password-too-short', field, facts: { limitCount: PASSWORD_MIN_LENGTH } }];
  if (password.length > PASSWORD_MAX_LENGTH)
    return [{ code: 'account.password-too-long', field, facts: { limitCount: PASSWORD_MAX_LENGTH } }];
  if (containsName(password, username)) return [{ code: 'account.password-has-name', field }];
  if (isGuessable(password)) return [{ code: 'account.password-guessable', field }];
  return [];
}

function containsName(password: string, username: string): boolean {
  const name = fold(username);
  return name.length >= SHORTEST_NAME_LOOKED_FOR && fold(password).includes(name);
}

function isGuessable(password: string): boolean {
  const folded = fold(password);
  const letters = folded.replace(/[^a-z]/g, '');
  return letters.length === 0 || GUESSABLE.has(letters) || new Set(folded).size < FEWEST_DIFFERENT_SIGNS;
}
