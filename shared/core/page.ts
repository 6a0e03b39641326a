import * as z from 'zod/mini';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** A name of 200 letters as its place in a Vietnamese list, packed. */
const LONGEST_CURSOR = 1_200;

/** The values of the last row's sort columns, its id last: what the next page continues after. */
export type CursorKey = readonly (string | number | null)[];

/** One page of a list. `nextCursor` null: there is no further row. */
export type Page<Row> = { rows: Row[]; nextCursor: string | null };

/** Cursors as inputs of a procedure or of the address bar; what stands in them is checked by `decodeCursor`. */
export const cursorText = z.string().check(z.maxLength(LONGEST_CURSOR));

/** Opaque to the client: base64url of the key as JSON. */
export function encodeCursor(key: CursorKey): string {
  return toBase64Url(JSON.stringify(key));
}

/**
 * The key inside a cursor, or undefined for one that is broken, old or altered: the list then starts from the top,
 * so that a bookmark still opens.
 * @param key e.g. `z.tuple([isoDate, decisionId])`
 */
export function decodeCursor<Key>(key: z.ZodMiniType<Key>, cursor: string | null | undefined): Key | undefined {
  if (!cursor || cursor.length > LONGEST_CURSOR) return undefined;
  const json = fromBase64Url(cursor);
  if (json === undefined) return undefined;
  try {
    const parsed = key.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Cuts a page from rows that were asked for with `limit + 1`: the one too many only says that there is more.
 */
export function pageOf<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => CursorKey): Page<Row> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, nextCursor: rows.length > limit && last ? encodeCursor(keyOf(last)) : null };
}

/* shared knows neither Buffer nor btoa: it runs in the browser and on the server without either's types. */

function toBase64Url(text: string): string {
  const bytes = encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, hex: string) => byte(hex));
  let out = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = Math.min(3, bytes.length - at);
    const bits = [0, 1, 2].reduce((sum, n) => sum * 256 + (n < left ? bytes.charCodeAt(at + n) : 0), 0);
    for (let n = 0; n <= left; n++) out += ALPHABET[(bits >> (18 - 6 * n)) & 63];
  }
  return out;
}

function fromBase64Url(text: string): string | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
  let escaped = '';
  for (let at = 0; at < text.length; at += 4) {
    const quad = text.slice(at, at + 4);
    const bits = [0, 1, 2, 3].reduce((sum, n) => sum * 64 + Math.max(0, ALPHABET.indexOf(quad[n] ?? 'A')), 0);
    for (let n = 0; n < quad.length - 1; n++) {
      escaped += `%${((bits >> (16 - 8 * n)) & 255).toString(16).padStart(2, '0')}`;
    }
  }
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}

function byte(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}
