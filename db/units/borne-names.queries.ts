import type { Reader } from '#db/database.ts';

/** Every name of every unit with the unit's span of life: some ten thousand rows at most. */
export function listBorneNames(db: Reader) {
  return db
    .selectFrom('unitName')
    .innerJoin('unit', 'unit.id', 'unitName.unitId')
    .select([
      'unitName.unitId',
      'unit.kind',
      'unitName.name',
      'unitName.fullName',
      'unit.name as lastName',
      'unit.validFrom',
      'unit.validTo',
    ])
    .orderBy('unitName.unitId')
    .orderBy('unitName.id')
    .execute();
}
