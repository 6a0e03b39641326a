import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keys } from '#server/core/keys.ts';
import type { ReadCell } from '#shared/imports/imports.schema.ts';

/**
 * A cell as it is stored with its row: text as it is, other kinds with a letter before; what is sensitive (citizen
 * numbers, dân tộc) is sealed, with nothing but its last signs to be seen.
 */
export type StoredCell = string | null | readonly [kind: string, text: string, value?: string | number];

const LETTER = { number: 'n', date: 'd', formula: 'f', error: 'e', merged: 'm' } as const;
const KIND: Readonly<Record<string, keyof typeof LETTER>> = Object.fromEntries(
  Object.entries(LETTER).map(([kind, letter]) => [letter, kind as keyof typeof LETTER]),
);
const SEALED = 's';
/** What stands for a text that nobody is shown. */
export const VEILED = '••••';
const IV_BYTES = 12;
const TAG_BYTES = 16;

export function storedCell(cell: ReadCell, keys: Keys, isSensitive: boolean): StoredCell {
  if (isSensitive && cell.kind !== 'empty') return [SEALED, veiled(cell.text), seal(keys, JSON.stringify(cell))];
  switch (cell.kind) {
    case 'empty':
      return null;
    case 'text':
      return cell.text;
    case 'number':
      return [LETTER.number, cell.text, cell.number];
    case 'date':
      return [LETTER.date, cell.text, cell.date];
    default:
      return [LETTER[cell.kind], cell.text];
  }
}

export function readCellOf(stored: StoredCell, keys: Keys): ReadCell {
  if (stored === null) return { kind: 'empty' };
  if (typeof stored === 'string') return { kind: 'text', text: stored };
  const [letter, text, value] = stored;
  if (letter === SEALED) return JSON.parse(open(keys, String(value))) as ReadCell;
  const kind = KIND[letter];
  if (kind === 'number') return { kind, text, number: Number(value) };
  if (kind === 'date') return { kind, text, date: String(value) };
  return { kind: kind ?? 'error', text };
}

/** What a person is shown of a stored cell. */
export const shownText = (stored: StoredCell | undefined): string =>
  stored === null || stored === undefined ? '' : typeof stored === 'string' ? stored : stored[1];

/** The end of a number tells which one is meant; the end of a word would tell the word. */
const veiled = (text: string): string => (/\d[\d\s.-]{5,}$/.test(text) ? `••••${text.slice(-3)}` : VEILED);

function seal(keys: Keys, text: string): string {
  const { id, secret } = keys.cccdCipher[0]!;
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', secret, iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${id}:${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64')}`;
}

function open(keys: Keys, sealed: string): string {
  const [id, text] = sealed.split(':');
  const key = keys.cccdCipher.find((one) => one.id === id);
  if (!key || text === undefined) throw new Error('sealed with a key that is not here');
  const bytes = Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key.secret, bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}
