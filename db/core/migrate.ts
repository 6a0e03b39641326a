import { promises as fs } from 'node:fs';
import * as path from 'node:path';
import { Kysely, sql } from 'kysely';
import { FileMigrationProvider, type MigrationProvider, Migrator } from 'kysely/migration';
import type { Db } from '#db/core/connect.ts';
import { postgres } from '#db/core/postgres-dialect.ts';
import type { Database } from '#db/database.ts';

const migrationFolder = path.join(import.meta.dirname, '../migrations');
const KEPT_COPIES = 5;
const COPY_NAME = /^before-migration-.+\.sqlite$/;

/** The database cannot be brought up to this program; the message is for an administrator. */
export class MigrationRefusal extends Error {}

/**
 * Brings the database to the newest migration: all missing ones or, if one fails, none.
 * A SQLite file that holds data is copied to `backups/` beside it first.
 *
 * @returns the names of the migrations that were run
 * @throws MigrationRefusal if the database is newer than the program
 */
export function migrateToLatest(db: Db, provider: MigrationProvider = fileProvider()): Promise<string[]> {
  return migrate(db, provider);
}

/**
 * Brings the database to where another one stood, for taking over its rows.
 *
 * @param seen the migrations that one had seen, oldest first
 * @throws MigrationRefusal if those are newer than the program
 */
export async function migrateAsFar(db: Db, seen: readonly string[]): Promise<string[]> {
  const provider = fileProvider();
  refuseNewer(Object.keys(await provider.getMigrations()), seen);
  return migrate(db, provider, seen.at(-1));
}

async function migrate(db: Db, provider: MigrationProvider, last?: string): Promise<string[]> {
  const known = Object.keys(await provider.getMigrations());
  const applied = await appliedMigrations(db);
  refuseNewer(known, applied);
  if (known.length === applied.length) return [];
  if (db.file !== undefined && applied.length > 0) await copyBefore(db, db.file);

  const handle = db.url === undefined ? db.writes : withoutTimeout(db.url, db.schema);
  try {
    // Without plugins: a migration spells SQL names itself, so it stays true when the code changes.
    const own = db.schema === undefined ? {} : { migrationTableSchema: db.schema };
    const migrator = new Migrator({ db: handle.withoutPlugins(), provider, ...own });
    const { error, results = [] } = await (last === undefined ? migrator.migrateToLatest() : migrator.migrateTo(last));
    if (error) throw error;
    return results.map(({ migrationName }) => migrationName);
  } finally {
    if (handle !== db.writes) await handle.destroy();
  }
}

/** Names of the migrations a database has seen, oldest first; none for an empty database. */
export async function appliedMigrations(db: Db): Promise<string[]> {
  const tables = await db.writes.introspection.getTables({ withInternalKyselyTables: true });
  // Another schema of the same database may hold a copy of everything.
  const here = db.engine === 'postgres' ? (db.schema ?? (await currentSchema(db))) : undefined;
  if (!tables.some(({ name, schema }) => name === 'kysely_migration' && schema === here)) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db.writes);
  return rows.map(({ name }) => name);
}

async function currentSchema(db: Db): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_schema()::text as name`.execute(db.writes);
  return rows[0]!.name;
}

function refuseNewer(known: readonly string[], applied: readonly string[]): void {
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new MigrationRefusal(
    `Cơ sở dữ liệu mới hơn chương trình: ${unknown.join(', ')}. Hãy cài phiên bản mới của chương trình hoặc khôi phục bản sao lưu cũ.\n` +
      `The database is newer than this program: ${unknown.join(', ')}. Install the newer program, or restore an older backup.`,
  );
}

function fileProvider(): MigrationProvider {
  return new FileMigrationProvider({ fs, path, migrationFolder });
}

/** Building an index over a million rows takes longer than a request may. */
function withoutTimeout(url: string, schema: string | undefined): Kysely<Database> {
  return new Kysely({
    dialect: postgres({ url, schema, poolSize: 1, readOnly: false, statementTimeoutMs: 0, check: () => {} }),
  });
}

async function copyBefore(db: Db, file: string): Promise<void> {
  const folder = path.join(path.dirname(file), 'backups');
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const time = new Date().toISOString().replaceAll(':', '-');
  await db.backupTo(path.join(folder, `before-migration-${time}.sqlite`));
  const copies = (await fs.readdir(folder)).filter((name) => COPY_NAME.test(name)).sort();
  for (const old of copies.slice(0, -KEPT_COPIES)) await fs.rm(path.join(folder, old));
}
