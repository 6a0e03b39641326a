import type { NewAwardFormVersion } from '#db/awards/awards.table.ts';
import type { Writer } from '#db/database.ts';
import { seedClusters } from '#db/seed/catalogue-clusters.ts';
import { seedUnits } from '#db/seed/catalogue-units.ts';
import { readDataFile } from '#db/seed/data-file.ts';
import { insertRows } from '#db/seed/insert-rows.ts';
import type { Certainty } from '#shared/awards/awards.schema.ts';

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
  await seedMovements(tx);
  await seedClusters(tx, newId);
}

async function seedMovements(tx: Writer): Promise<void> {
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
}

/** Puts the Prime Minister's movements back as the catalogue has them, without any other; no year may have one left. */
export async function restoreMovements(tx: Writer): Promise<void> {
  await tx.deleteFrom('movement').execute();
  await seedMovements(tx);
}
