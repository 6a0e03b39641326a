import { setImmediate as turn } from 'node:timers/promises';
import { CompiledQuery, type Insertable } from 'kysely';
import { engineOf } from '#db/core/schema.ts';
import { sendAlong } from '#db/core/send-along.ts';
import type { Database, Writer } from '#db/database.ts';

/** Both databases take some 32.000 parameters in a statement; fewer keep the thread of others free. */
const MOST_PARAMETERS = 4_000;

const texts = new Map<string, string>();

/**
 * Inserts many rows with the same columns. Building such a statement with the query builder costs more than running
 * it, so its text is made once and kept. A column that a row leaves out is NULL, not its default.
 *
 * The statements are sent along: what fails is told by the next statement or the commit, and the transaction is gone.
 *
 * @param columns every column that is written, in camelCase as in the table types
 * @param rowOf what is written of each of `given`, made as it is needed: other requests get their turn in between
 */
export async function insertRows<Table extends keyof Database & string, Given>(
  tx: Writer,
  table: Table,
  columns: readonly (keyof Database[Table] & string)[],
  given: readonly Given[],
  rowOf: (one: Given) => Insertable<Database[Table]>,
): Promise<void> {
  const atOnce = Math.max(1, Math.floor(MOST_PARAMETERS / columns.length));
  for (let from = 0; from < given.length; from += atOnce) {
    if (from > 0) await turn();
    const part = given.slice(from, from + atOnce);
    const parameters: unknown[] = [];
    for (const one of part) {
      const row = rowOf(one) as Record<string, unknown>;
      for (const column of columns) parameters.push(row[column] ?? null);
    }
    const text = textOf(engineOf(tx), table, columns, part.length);
    await sendAlong(tx, { compile: () => CompiledQuery.raw(text, parameters) });
  }
}

function textOf(engine: 'sqlite' | 'postgres', table: string, columns: readonly string[], count: number): string {
  const key = `${engine} ${table} ${count} ${columns.join()}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  let number = 0;
  const place = () => (engine === 'sqlite' ? '?' : `$${++number}`);
  const row = () => `(${columns.map(place).join(', ')})`;
  const text = `insert into "${snake(table)}" (${columns.map((column) => `"${snake(column)}"`).join(', ')}) values ${Array.from({ length: count }, row).join(', ')}`;
  // A few lengths come again and again (full parts); the rest of a list is not worth keeping.
  if (texts.size < 200) texts.set(key, text);
  return text;
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
