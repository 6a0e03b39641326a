import type { NewAwardFormVersion } from '#db/awards/awards.table.ts';
import type { Writer } from '#db/database.ts';
import { readDataFile } from '#db/seed/data-file.ts';
import { insertRows } from '#db/seed/insert-rows.ts';
import type { Certainty } from '#shared/awards/awards.schema.ts';
import { fold } from '#shared/core/fold.ts';

type Span = { validFrom: string | null; validTo: string | null };
type UnitData = Span & {
  id: string;
  kind: string;
  name: string;
  fullName: string;
  nameEn: string | null;
  source: string;
  names: (Span & { name: string })[];
  codes: (Span & { scheme: string; code: string })[];
};
type LineageData = { ancestorId: string; descendantId: string; fromOn: string; sharePermille: number; source: string };
type AwardFormData = {
  code: string;
  kind: string;
  name: string;
  nameEn: string | null;
  level: string;
  appliesTo: string[];
  position: number;
  versions: (Omit<NewAwardFormVersion, 'awardCode' | 'json'> & { json: unknown })[];
};
type BaseSalaryData = {
  id: string;
  validFrom: string;
  validTo: string | null;
  amountVnd: number;
  source: string;
  certainty: Certainty;
};
type MovementData = {
  id: string;
  name: string;
  launchedBy: string;
  periodFrom: string;
  periodTo: string;
  document: string | null;
  source: string;
};
type ClusterData = { id: string; kind: 'cluster' | 'bloc'; name: string; source: string; memberUnitIds: string[] };

/**
 * What every installation starts with, real facts only: provinces before and after 01/07/2025 with their lineage,
 * the catalogue of awards with dated rules, base salaries, movements of the Prime Minister, national clusters.
 */
export async function seedCatalogue(tx: Writer, newId: () => string): Promise<void> {
  await seedUnits(tx, newId);
  const { awardForms } = readDataFile<{ awardForms: AwardFormData[] }>('award-forms.json');
  await insertRows(
    tx,
    'awardForm',
    awardForms.map(({ code, kind, name, nameEn, level, appliesTo, position }) => ({
      code,
      kind,
      name,
      nameEn,
      level,
      appliesTo: JSON.stringify(appliesTo),
      position,
    })),
  );
  await insertRows(
    tx,
    'awardFormVersion',
    awardForms.flatMap(({ code, versions }) =>
      versions.map(({ id, validFrom, validTo, source, certainty, json }) => ({
        id,
        awardCode: code,
        validFrom,
        validTo: validTo ?? null,
        source,
        certainty,
        json: JSON.stringify(json),
      })),
    ),
  );
  const { baseSalaries } = readDataFile<{ baseSalaries: BaseSalaryData[] }>('base-salary.json');
  await insertRows(
    tx,
    'baseSalary',
    baseSalaries.map(({ id, validFrom, validTo, amountVnd, source, certainty }) => ({
      id,
      validFrom,
      validTo,
      amountVnd,
      source,
      certainty,
    })),
  );
  const { movements } = readDataFile<{ movements: MovementData[] }>('movements.json');
  await insertRows(
    tx,
    'movement',
    movements.map(({ id, name, launchedBy, periodFrom, periodTo, document, source }) => ({
      id,
      name,
      launchedBy,
      periodFrom,
      periodTo,
      document,
      source,
    })),
  );
  await seedClusters(tx, newId);
}

async function seedUnits(tx: Writer, newId: () => string): Promise<void> {
  const { units, lineage } = readDataFile<{ units: UnitData[]; lineage: LineageData[] }>('units.json');
  await insertRows(
    tx,
    'unit',
    units.map(({ id, kind, name, fullName, nameEn, validFrom, validTo, source }) => ({
      id,
      kind,
      parentId: null,
      name,
      fullName,
      nameEn,
      nameFold: fold(name),
      validFrom,
      validTo,
      source,
    })),
  );
  await insertRows(
    tx,
    'unitName',
    units.flatMap(({ id, names }) =>
      names.map(({ name, validFrom, validTo }) => ({
        id: newId(),
        unitId: id,
        name,
        nameFold: fold(name),
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

async function seedClusters(tx: Writer, newId: () => string): Promise<void> {
  const { clusters } = readDataFile<{ clusters: ClusterData[] }>('clusters.json');
  await insertRows(
    tx,
    'cluster',
    clusters.map(({ id, kind, name, source }) => ({
      id,
      kind,
      name,
      shortName: name.replace(/^Cụm thi đua /, 'Cụm '),
      source,
    })),
  );
  await insertRows(
    tx,
    'clusterMember',
    clusters.flatMap(({ id, memberUnitIds }) =>
      memberUnitIds.map((unitId, position) => ({
        id: newId(),
        clusterId: id,
        unitId,
        position: position + 1,
        validFrom: null,
        validTo: null,
      })),
    ),
  );
}
