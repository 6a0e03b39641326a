import type { Writer } from '#db/database.ts';
import { readDataFile } from '#db/seed/data-file.ts';
import { insertRows } from '#db/seed/insert-rows.ts';

type ClusterData = { id: string; kind: 'cluster' | 'bloc'; name: string; source: string; memberUnitIds: string[] };

/** The national clusters with their members, from a time before the catalogue began. */
export async function seedClusters(tx: Writer, newId: () => string): Promise<void> {
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

/**
 * Puts the national clusters back as the catalogue has them and removes what was added, for the demo that begins again.
 * Their years must be gone before.
 */
export async function restoreClusters(tx: Writer, newId: () => string): Promise<void> {
  await tx.deleteFrom('clusterMember').execute();
  await tx.updateTable('movement').set({ clusterId: null }).where('clusterId', 'is not', null).execute();
  await tx.deleteFrom('cluster').execute();
  await seedClusters(tx, newId);
}
