import type { Reader } from '#db/database.ts';
import type { LineageFact } from '#shared/units/lineage.rules.ts';

const FACTS = ['ancestorId', 'descendantId', 'fromOn', 'sharePermille'] as const;

/** Every line of descent that leads on from these units, to the last generation. */
export function linesDown(db: Reader, ids: readonly string[]): Promise<LineageFact[]> {
  return walk(ids, 'descendantId', (from) =>
    db
      .selectFrom('unitLineage')
      .select(FACTS)
      .where('ancestorId', 'in', [...from])
      .orderBy('id')
      .execute(),
  );
}

/** Every line of descent that leads to these units, from the first generation. */
export function linesUp(db: Reader, ids: readonly string[]): Promise<LineageFact[]> {
  return walk(ids, 'ancestorId', (from) =>
    db
      .selectFrom('unitLineage')
      .select(FACTS)
      .where('descendantId', 'in', [...from])
      .orderBy('id')
      .execute(),
  );
}

async function walk(
  ids: readonly string[],
  to: 'ancestorId' | 'descendantId',
  next: (from: readonly string[]) => Promise<LineageFact[]>,
): Promise<LineageFact[]> {
  const seen = new Set(ids);
  const lines: LineageFact[] = [];
  let frontier = [...seen];
  while (frontier.length > 0) {
    const found = await next(frontier);
    lines.push(...found);
    frontier = [...new Set(found.map((line) => line[to]))].filter((id) => !seen.has(id));
    for (const id of frontier) seen.add(id);
  }
  return lines;
}

/** Names and spans of units by id; short, for labels beside a mapping. */
export function findUnitLabels(db: Reader, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('unit')
    .select(['id', 'name', 'fullName', 'kind', 'validFrom', 'validTo'])
    .where('id', 'in', [...ids])
    .execute();
}
