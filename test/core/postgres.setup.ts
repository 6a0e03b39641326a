import type { TestProject } from 'vitest/node';
import { openDatabase } from '#db/core/connect.ts';
import { migrateToLatest } from '#db/core/migrate.ts';
import { createDatabase, startPostgres } from '#test/core/postgres-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: PostgresCluster;
  }
}

export type PostgresCluster = {
  /** Address of the maintenance database. */
  url: string;
  /** Name of the migrated database new ones are copied from. */
  template: string;
};

const TEMPLATE = 'migrated';

/** One cluster and one migrated template per run; every test file gets a database copied from it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres();
  try {
    const db = await openDatabase({ url: await createDatabase(url, TEMPLATE) });
    try {
      await migrateToLatest(db);
    } finally {
      await db.close();
    }
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('postgres', { url, template: TEMPLATE });
  return stop;
}
