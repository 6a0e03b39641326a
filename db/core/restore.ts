import { existsSync, promises as fs } from 'node:fs';
import * as path from 'node:path';
import { assertSound, BACKUP_DATABASE, BackupError, copyDirectory, readManifest, sha256 } from '#db/core/backup.ts';

export type RestoreRequest = {
  /** Directory made by a backup. */
  from: string;
  dataDir: string;
  /** The SQLite file to put in place. The caller holds its lock. */
  file: string;
  /** Put back the keys of the backup too. */
  keys: boolean;
  at: Date;
};

/**
 * Puts a backup in the place of the database. What was there is moved to `replaced/<time>/` in
 * the data directory, never deleted. Nothing is touched before the backup has proved sound.
 *
 * @returns the directory that holds what was replaced
 * @throws BackupError if the backup is incomplete, changed or damaged
 */
export async function restoreSqlite({ from, dataDir, file, keys, at }: RestoreRequest): Promise<string> {
  const manifest = await readManifest(from);
  if (manifest.format !== 1)
    throw new BackupError(
      'Bản sao lưu này là của PostgreSQL: đặt DATABASE_URL tới một cơ sở dữ liệu trống rồi thử lại.',
    );
  const source = path.join(from, BACKUP_DATABASE);
  if (!existsSync(source)) throw new BackupError(`Không thấy ${source}.`);
  if ((await sha256(source)) !== manifest.sha256) throw new BackupError(`${source} đã bị thay đổi sau khi sao lưu.`);
  if (keys && !manifest.keys) throw new BackupError('Bản sao lưu này không có khóa.');

  await fs.mkdir(dataDir, { recursive: true, mode: 0o700 });
  const incoming = `${file}.incoming`;
  await fs.copyFile(source, incoming);
  try {
    await assertSound(incoming);
    await flush(incoming);
    await copyDirectory(path.join(from, 'files'), path.join(dataDir, 'files')); // named by content: none is overwritten
    const replaced = path.join(dataDir, 'replaced', at.toISOString().replaceAll(':', '-'));
    await fs.mkdir(replaced, { recursive: true, mode: 0o700 });
    // The database first: a WAL without its file would be applied to the next one.
    for (const suffix of ['', '-wal', '-shm']) await moveInto(replaced, `${file}${suffix}`);
    if (keys) {
      await moveInto(replaced, path.join(dataDir, 'keys'));
      await copyDirectory(path.join(from, 'keys'), path.join(dataDir, 'keys'));
    }
    await fs.rename(incoming, file);
    return replaced;
  } catch (error) {
    await fs.rm(incoming, { force: true });
    throw error;
  }
}

export async function moveInto(directory: string, file: string): Promise<void> {
  if (existsSync(file)) await fs.rename(file, path.join(directory, path.basename(file)));
}

async function flush(file: string): Promise<void> {
  const handle = await fs.open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
