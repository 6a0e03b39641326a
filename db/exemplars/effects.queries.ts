import type { Reader } from '#db/database.ts';
import type { EffectTable } from '#db/exemplars/effects.table.ts';
import type { EffectRow } from '#shared/exemplars/effects.schema.ts';

type Subject = EffectTable['subjectKind'];

/** The rows of one record in their order. Whoever may read the record may read them. */
export async function listEffects(db: Reader, kind: Subject, id: string): Promise<EffectRow[]> {
  return (await listEffectsOf(db, kind, [id])).get(id) ?? [];
}

/** The same of many records, by record; those without any are left out. */
export async function listEffectsOf(
  db: Reader,
  kind: Subject,
  ids: readonly string[],
): Promise<Map<string, EffectRow[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('effect')
    .select(['subjectId', 'what', 'beforeValue', 'afterValue', 'unitOfMeasure', 'source'])
    .where('subjectKind', '=', kind)
    .where('subjectId', 'in', [...ids])
    .orderBy('subjectId')
    .orderBy('position')
    .execute();
  const found = new Map<string, EffectRow[]>();
  for (const { subjectId, ...row } of rows) found.set(subjectId, [...(found.get(subjectId) ?? []), row]);
  return found;
}
