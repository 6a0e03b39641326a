import { type AliasedRawBuilder, sql } from 'kysely';
import type { Engine } from '#db/core/schema.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e'] as const;
type Listed = Record<(typeof NAMES)[number], string>;

/**
 * A list of rows as a table `listed` with columns a, b, c… of text, to join instead of hundreds of conditions:
 * `db.selectFrom(listed(engine, pairs)).innerJoin('award', (join) => join.onRef('award.nameFold', '=', 'listed.a'))`.
 * Numbers come as text on PostgreSQL: cast them.
 */
export function listed(
  engine: Engine,
  rows: readonly (readonly (string | number | null)[])[],
): AliasedRawBuilder<Listed, 'listed'> {
  const json = JSON.stringify(rows);
  const columns = sql.raw(
    NAMES.slice(0, rows[0]?.length ?? 1)
      .map((name, index) => `value ->> ${index} as ${name}`)
      .join(', '),
  );
  return engine === 'sqlite'
    ? sql<Listed>`(select ${columns} from json_each(${json}))`.as('listed')
    : sql<Listed>`(select ${columns} from json_array_elements(${json}::json))`.as('listed');
}
