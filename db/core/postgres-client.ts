import pg from 'pg';

/** Times a text is asked before it is worth keeping. */
const SEEN_BEFORE = 3;
/** Every connection keeps them all, some 30 kB each. */
const MOST_KEPT = 150;
/** Texts with a list of values of ever other length would otherwise be remembered without end. */
const MOST_COUNTED = 2_000;
const PREPARABLE = /^\s*(select|with|insert|update|delete)\b/i;

const counted = new Map<string, number>();
const kept = new Map<string, string>();

/**
 * A connection that lets PostgreSQL keep the plan of what is asked again and again (a named prepared statement):
 * planning a join of three tables takes longer than running it. An own plan is still made where the values matter,
 * as PostgreSQL decides. Between this and the database stands no pooler that gives each transaction another
 * connection, unless it knows prepared statements (PgBouncer since 1.21 does).
 */
export class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg's own signature is a dozen overloads
  override query(...given: any[]): any {
    const [text, values, ...rest] = given;
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text, values) : undefined;
    const ask = super.query as (...all: unknown[]) => unknown;
    return name === undefined ? ask.apply(this, given) : ask.call(this, { name, text, values }, ...rest);
  }
}

/** The same name in every connection of this process; undefined for what is not worth keeping. */
function nameOf(text: string, values: readonly unknown[]): string | undefined {
  const name = kept.get(text);
  if (name !== undefined || values.length === 0) return name;
  if (kept.size >= MOST_KEPT || !PREPARABLE.test(text)) return undefined;
  const times = (counted.get(text) ?? 0) + 1;
  if (times < SEEN_BEFORE) {
    if (counted.size >= MOST_COUNTED) counted.clear();
    counted.set(text, times);
    return undefined;
  }
  counted.delete(text);
  kept.set(text, `kept_${kept.size + 1}`);
  return kept.get(text);
}
