import { createHash } from 'node:crypto';
import { createReadStream, existsSync, promises as fs } from 'node:fs';
import * as path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Db } from '#db/core/connect.ts';
import { type TableCopy, writeTables } from '#db/core/postgres-tables.ts';
import { SqliteWorker } from '#db/core/sqlite-worker.ts';

/** Names inside a backup directory. */
export const BACKUP_DATABASE = 'luy-tre.sqlite';
export const BACKUP_TABLES = 'tables';
export const BACKUP_MANIFEST = 'manifest.json';

/** What a backup says of itself. Format 1 holds a SQLite file, format 2 the tables of a PostgreSQL database. */
export type BackupManifest = {
  /** ISO instant, UTC. */
  takenAt: string;
  /** Of the database, as it lies in the backup. */
  bytes: number;
  /** Whether signing and encryption keys are inside: such a copy must be kept as safe as the server. */
  keys: boolean;
} & (SqliteCopy | PostgresCopy);
type SqliteCopy = {
  format: 1;
  /** Of the database file, hexadecimal. */
  sha256: string;
};
type PostgresCopy = {
  format: 2;
  /** The migrations the database had seen, oldest first. */
  migrations: string[];
  tables: TableCopy[];
};

export type BackupRequest = {
  dataDir: string;
  /** Directory to make; must not exist. */
  to: string;
  /** Include DATA_DIR/keys. */
  keys: boolean;
  takenAt: Date;
};

/** A backup could not be made or used; the message (Vietnamese) is for an administrator. */
export class BackupError extends Error {}

/**
 * Copies the database, while it is used, and the stored files into a new directory. The
 * directory appears under its name only when everything in it is complete and checked.
 * On PostgreSQL no tool of its own is needed: the tables are read in one snapshot.
 *
 * @throws BackupError if the target exists or the copy fails its check
 */
export async function backupDatabase(db: Db, { dataDir, to, keys, takenAt }: BackupRequest): Promise<BackupManifest> {
  if (existsSync(to)) throw new BackupError(`Thư mục ${to} đã có; hãy chọn thư mục khác.`);
  const partial = `${to}.partial`;
  await fs.rm(partial, { recursive: true, force: true });
  await fs.mkdir(partial, { recursive: true, mode: 0o700 });
  try {
    const copy = db.url === undefined ? await copySqlite(db, partial) : await copyPostgres(db.url, partial);
    // After the database: every file a row names was stored before that row was copied.
    await copyDirectory(path.join(dataDir, 'files'), path.join(partial, 'files'));
    if (keys) await copyDirectory(path.join(dataDir, 'keys'), path.join(partial, 'keys'));
    const manifest: BackupManifest = { ...copy, takenAt: takenAt.toISOString(), keys };
    await fs.writeFile(path.join(partial, BACKUP_MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
    await fs.rename(partial, to);
    return manifest;
  } catch (error) {
    await fs.rm(partial, { recursive: true, force: true });
    throw error;
  }
}

async function copySqlite(db: Db, directory: string) {
  const copy = path.join(directory, BACKUP_DATABASE);
  await db.backupTo(copy);
  await assertSound(copy);
  return { format: 1 as const, bytes: (await fs.stat(copy)).size, sha256: await sha256(copy) };
}

async function copyPostgres(url: string, directory: string) {
  const { migrations, tables } = await writeTables(url, path.join(directory, BACKUP_TABLES));
  if (migrations.length === 0) throw new BackupError('Không phải cơ sở dữ liệu của chương trình này.');
  return { format: 2 as const, migrations, tables, bytes: tables.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** @throws BackupError if the directory holds no complete backup */
export async function readManifest(from: string): Promise<BackupManifest> {
  try {
    const manifest = JSON.parse(await fs.readFile(path.join(from, BACKUP_MANIFEST), 'utf8')) as BackupManifest;
    if (manifest.format === 1 || manifest.format === 2) return manifest;
  } catch {
    // told below
  }
  throw new BackupError(`${from} không phải là bản sao lưu hoàn chỉnh (thiếu hoặc hỏng ${BACKUP_MANIFEST}).`);
}

/** What the server does for `npm run db backup`: see callControl. */
export function backupCommand(db: Db, dataDir: string, now: () => Date): (body: unknown) => Promise<BackupManifest> {
  return (body) => {
    const { to, keys } = body as { to?: unknown; keys?: unknown };
    if (typeof to !== 'string' || !path.isAbsolute(to)) throw new BackupError('Thiếu đường dẫn của bản sao lưu.');
    return backupDatabase(db, { dataDir, to, keys: keys === true, takenAt: now() });
  };
}

/**
 * Makes a copied file stand alone (no WAL beside it) and asks SQLite whether it is sound.
 *
 * @throws BackupError with what SQLite found
 */
export async function assertSound(file: string): Promise<void> {
  const worker = new SqliteWorker({ file, role: 'writer' });
  const ask = async (sql: string) => {
    const answer = await worker.call({ kind: 'query', sql, parameters: [], inTransaction: false });
    return 'rows' in answer ? answer.rows : [];
  };
  let found: unknown[];
  try {
    await ask('pragma journal_mode = delete');
    const integrity = (await ask('pragma integrity_check')) as { integrity_check: string }[];
    found = [...integrity.filter((row) => row.integrity_check !== 'ok'), ...(await ask('pragma foreign_key_check'))];
    const migrated = await ask("select 1 from sqlite_master where name = 'kysely_migration'");
    if (migrated.length === 0) found.push('không phải cơ sở dữ liệu của chương trình này');
  } catch (error) {
    found = [(error as Error).message];
  } finally {
    await worker.close().catch(() => {}); // a damaged file may refuse even this; it has been told above
  }
  if (found.length > 0) {
    throw new BackupError(`Bản sao ${file} không lành lặn: ${JSON.stringify(found.slice(0, 5))}`);
  }
}

export async function copyDirectory(from: string, to: string): Promise<void> {
  if (existsSync(from)) await fs.cp(from, to, { recursive: true, errorOnExist: false, force: false });
}

export async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
