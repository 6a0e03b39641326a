const LARGEST_INT32 = 2_147_483_647;

/**
 * Turns what a query binds into what both databases store alike: true/false become 1/0.
 *
 * @throws TypeError for undefined, a Date, an object or a number that is not finite: each would
 *   be stored differently by SQLite and PostgreSQL, or silently as NULL.
 * @throws RangeError for an integer beyond ±(2^53 − 1), which JavaScript has already rounded.
 */
export function encodeParameters(parameters: readonly unknown[]): unknown[] {
  const encoded = new Array<unknown>(parameters.length);
  for (let i = 0; i < parameters.length; i += 1) encoded[i] = encode(parameters[i], i);
  return encoded;
}

function encode(value: unknown, index: number): unknown {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return encodeNumber(value, index);
    case 'boolean':
      return value ? 1 : 0;
    case 'bigint':
      return encodeNumber(Number(value), index);
    case 'object':
      if (value === null || value instanceof Uint8Array) return value;
      break;
  }
  const kind = value instanceof Date ? 'a Date (bind its ISO text)' : `of type ${typeof value} (bind text, e.g. JSON)`;
  throw new TypeError(`Query parameter ${index + 1} cannot be bound: it is ${kind}`);
}

function encodeNumber(value: number, index: number): number {
  if (!Number.isFinite(value)) throw new TypeError(`Query parameter ${index + 1} cannot be bound: it is ${value}`);
  if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER) {
    throw new RangeError(`Query parameter ${index + 1} cannot be bound: ${value} is beyond 2^53 - 1`);
  }
  return value + 0; // minus zero becomes zero
}

/**
 * better-sqlite3 binds a number outside 32 bits as a double. A STRICT integer column takes it
 * back, but an expression would not ('' || 29000000000 would read 29000000000.0), so whole
 * numbers travel as bigint.
 */
export function sqliteParameters(parameters: readonly unknown[]): unknown[] {
  const encoded = encodeParameters(parameters);
  for (let i = 0; i < encoded.length; i += 1) {
    const value = encoded[i];
    if (typeof value === 'number' && (value > LARGEST_INT32 || value < -LARGEST_INT32) && Number.isInteger(value)) {
      encoded[i] = BigInt(value);
    }
  }
  return encoded;
}

/**
 * Throws if SQLite handed back a number that JavaScript had to round on the way.
 * @param columns those that may hold a number
 */
export function refuseRoundedNumbers(rows: readonly unknown[], columns: readonly string[]): void {
  for (const row of rows as Record<string, unknown>[]) {
    for (const column of columns) {
      const value = row[column];
      if (typeof value === 'number' && (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER)) {
        throw new RangeError(`Column ${column} holds a number beyond 2^53 - 1, which would be rounded`);
      }
    }
  }
}
