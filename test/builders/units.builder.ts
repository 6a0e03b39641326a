import type { Db } from '#db/core/connect.ts';
import type { Reader } from '#db/database.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { SeenUnits, UnitChange, UnitId } from '#shared/units/units.schema.ts';

export const DOCUMENT = 'Nghị quyết 01/NQ-HĐND ngày 15/04/2024 (minh họa)';

type Draft<Kind extends UnitChange['change']> = Omit<
  Extract<UnitChange, { change: Kind }>,
  'change' | 'document' | 'note'
>;

/** A change of units with its document; everything else is the test's. */
export function aUnitChange<Kind extends UnitChange['change']>(
  change: Kind,
  draft: Draft<Kind>,
): Extract<UnitChange, { change: Kind }> {
  return { change, document: DOCUMENT, note: '', ...draft } as unknown as Extract<UnitChange, { change: Kind }>;
}

/** A commune to be added under a unit, under a name nobody else has. */
export function aCommune(parentId: string, name = `Bản Mẫu ${uuidv7().slice(9, 18)}`, effectiveOn = '2024-03-01') {
  return aUnitChange('add', {
    effectiveOn,
    unit: { kind: 'commune', name, fullName: `Xã ${name}`, parentId: parentId as UnitId, code: '' },
  });
}

/** The versions of units as somebody saw them now. */
export async function seenUnitsOf({ reads }: Pick<Db, 'reads'>, ids: readonly string[]): Promise<SeenUnits> {
  const rows = await (reads as Reader)
    .selectFrom('unit')
    .select(['id', 'version'])
    .where('id', 'in', [...ids])
    .execute();
  return rows.map(({ id, version }) => ({ unitId: id as UnitId, version }));
}
