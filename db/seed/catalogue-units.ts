import type { Writer } from '#db/database.ts';
import { readDataFile } from '#db/seed/data-file.ts';
import { insertRows } from '#db/seed/insert-rows.ts';
import { fold } from '#shared/core/fold.ts';
import { viSortKey } from '#shared/core/vi-sort-key.ts';
import type { UnitKind } from '#shared/units/units.schema.ts';

type Span = { validFrom: string | null; validTo: string | null };
type UnitData = Span & {
  id: string;
  kind: UnitKind;
  name: string;
  fullName: string;
  nameEn: string | null;
  source: string;
  names: (Span & { name: string; fullName: string })[];
  codes: (Span & { scheme: string; code: string })[];
};
type LineageData = { ancestorId: string; descendantId: string; fromOn: string; sharePermille: number; source: string };

const catalogue = () => readDataFile<{ units: UnitData[]; lineage: LineageData[] }>('units.json');

/** The provinces before and after 01/07/2025, their names, codes and lines of descent. */
export async function seedUnits(tx: Writer, newId: () => string): Promise<void> {
  const { units } = catalogue();
  await insertRows(tx, 'unit', units.map(rowOf));
  await seedUnitDetails(tx, newId);
}

/**
 * Puts the catalogue of units back as it came with the program: what people added, renamed or merged is gone. For the
 * reset of the demo, after the records that stood under those units; accounts that sat there lose their unit and roles.
 */
export async function restoreUnits(tx: Writer, newId: () => string): Promise<void> {
  const { units } = catalogue();
  const known = units.map(({ id }) => id);
  await tx.deleteFrom('unitFormerParent').execute();
  await tx.deleteFrom('unitLineage').execute();
  await tx.deleteFrom('unitCode').execute();
  await tx.deleteFrom('unitName').execute();
  await tx.deleteFrom('unitChange').execute();
  await tx.deleteFrom('accountRole').where('unitId', 'is not', null).where('unitId', 'not in', known).execute();
  await tx.updateTable('accountProfile').set({ unitId: null }).where('unitId', 'not in', known).execute();
  await tx.deleteFrom('clusterMember').where('unitId', 'not in', known).execute();
  // Children would hold their parents back.
  await tx.updateTable('unit').set({ parentId: null }).where('parentId', 'is not', null).execute();
  await tx.deleteFrom('unit').where('id', 'not in', known).execute();
  for (const { id, ...row } of units.map(rowOf))
    await tx
      .updateTable('unit')
      .set({ ...row, version: 1 })
      .where('id', '=', id)
      .execute();
  await seedUnitDetails(tx, newId);
}

function rowOf({ id, kind, name, fullName, nameEn, validFrom, validTo, source }: UnitData) {
  return { id, kind, parentId: null, name, fullName, nameEn, nameFold: fold(name), validFrom, validTo, source };
}

async function seedUnitDetails(tx: Writer, newId: () => string): Promise<void> {
  const { units, lineage } = catalogue();
  await insertRows(
    tx,
    'unitName',
    units.flatMap(({ id, names }) =>
      names.map(({ name, fullName, validFrom, validTo }) => ({
        id: newId(),
        unitId: id,
        name,
        fullName,
        nameFold: fold(name),
        nameSort: viSortKey(name),
        validFrom,
        validTo,
      })),
    ),
  );
  await insertRows(
    tx,
    'unitCode',
    units.flatMap(({ id, codes }) =>
      codes.map(({ scheme, code, validFrom, validTo }) => ({
        id: newId(),
        unitId: id,
        scheme,
        code,
        validFrom,
        validTo,
      })),
    ),
  );
  await insertRows(
    tx,
    'unitLineage',
    lineage.map(({ ancestorId, descendantId, fromOn, sharePermille, source }) => ({
      id: newId(),
      ancestorId,
      descendantId,
      fromOn,
      sharePermille,
      source,
    })),
  );
}
