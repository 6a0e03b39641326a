import { seedAccounts } from '#bench/data/accounts.ts';
import { benchContext } from '#bench/data/context.ts';
import { provinceIds } from '#bench/data/provinces.ts';
import { type DatabaseConfig, openDatabase } from '#db/core/connect.ts';
import { migrateToLatest } from '#db/core/migrate.ts';
import { loadCatalogue } from '#server/demo/load-demo.ts';

/**
 * Migrates a new database, loads the catalogue and the account the bench signs in with, and makes the keys.
 *
 * @returns ids of the 63 provinces of before 01/07/2025
 */
export async function prepareEmpty(config: DatabaseConfig, dataDir: string): Promise<string[]> {
  const db = await openDatabase(config);
  try {
    await migrateToLatest(db);
    const app = await benchContext(db, dataDir);
    await loadCatalogue(app);
    await seedAccounts(app);
    return await provinceIds(db);
  } finally {
    await db.close();
  }
}
