import { existsSync, promises as fs } from 'node:fs';
import * as path from 'node:path';
import {
  BACKUP_TABLES,
  BackupError,
  type BackupManifest,
  copyDirectory,
  readManifest,
  sha256,
} from '#db/core/backup.ts';
import type { Db } from '#db/core/connect.ts';
import { appliedMigrations, migrateAsFar, migrateToLatest } from '#db/core/migrate.ts';
import { readTables, tableFile } from '#db/core/postgres-tables.ts';
import { moveInto, type RestoreRequest } from '#db/core/restore.ts';

const NEW_DATABASE = 'Hãy tạo một cơ sở dữ liệu mới (create database …) và đặt DATABASE_URL tới đó.';
const OTHER_SCHEMA = `Cơ sở dữ liệu này đã có cấu trúc khác với bản sao lưu. ${NEW_DATABASE}`;
/** What is told of a database with rows. */
const SHOWN_TABLES = 3;

/**
 * Puts a backup into an empty PostgreSQL database: its schema of that time, its rows, and then the newest schema.
 * Nothing is touched before the backup has proved whole, and rows arrive all or none. Keys that were there are
 * moved to `replaced/<time>/` in the data directory.
 *
 * @returns how many rows came back
 * @throws BackupError if the backup is incomplete, changed or of another engine, or the database holds rows
 * @throws MigrationRefusal if the backup was made by a newer program
 */
export async function restorePostgres(
  db: Db,
  { from, dataDir, keys, at }: Omit<RestoreRequest, 'file'>,
): Promise<number> {
  if (db.url === undefined) throw new BackupError('Bản sao lưu kiểu này chỉ dành cho PostgreSQL.');
  const manifest = await readManifest(from);
  if (manifest.format !== 2)
    throw new BackupError('Bản sao lưu này là của SQLite: bỏ DATABASE_URL (chỉ đặt DATA_DIR) rồi thử lại.');
  await assertUnchanged(from, manifest);
  if (keys && !manifest.keys) throw new BackupError('Bản sao lưu này không có khóa.');

  const directory = path.join(from, BACKUP_TABLES);
  const applied = await appliedMigrations(db);
  if (applied.length === 0) await migrateAsFar(db, manifest.migrations);
  else if (applied.join() !== manifest.migrations.join()) throw new BackupError(OTHER_SCHEMA);
  await readTables(db.url, directory, manifest.tables, ({ tables, filled }) => {
    if (filled.length > 0) throw new BackupError(filledMessage(filled));
    const expected = manifest.tables.map(({ name }) => name);
    if (expected.join() !== tables.join()) throw new BackupError(OTHER_SCHEMA);
  });
  await migrateToLatest(db);
  await copyDirectory(path.join(from, 'files'), path.join(dataDir, 'files')); // named by content: none is overwritten
  if (keys) {
    const replaced = path.join(dataDir, 'replaced', at.toISOString().replaceAll(':', '-'));
    await fs.mkdir(replaced, { recursive: true, mode: 0o700 });
    await moveInto(replaced, path.join(dataDir, 'keys'));
    await copyDirectory(path.join(from, 'keys'), path.join(dataDir, 'keys'));
  }
  return manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
}

async function assertUnchanged(from: string, manifest: BackupManifest & { format: 2 }): Promise<void> {
  for (const { name, sha256: expected } of manifest.tables) {
    const file = tableFile(path.join(from, BACKUP_TABLES), name);
    if (!existsSync(file)) throw new BackupError(`Không thấy ${file}.`);
    if ((await sha256(file)) !== expected) throw new BackupError(`${file} đã bị thay đổi sau khi sao lưu.`);
  }
}

function filledMessage(filled: readonly string[]): string {
  const more = filled.length > SHOWN_TABLES ? ` và ${filled.length - SHOWN_TABLES} bảng nữa` : '';
  return (
    `Cơ sở dữ liệu đã có dữ liệu (bảng ${filled.slice(0, SHOWN_TABLES).join(', ')}${more}), nên không khôi phục đè lên. ` +
    NEW_DATABASE
  );
}
