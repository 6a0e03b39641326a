import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, promises as fs } from 'node:fs';
import * as path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { BackupError } from '#db/core/backup.ts';
import type { Db } from '#db/core/connect.ts';
import {
  DUMP_FORMAT,
  DUMP_MANIFEST,
  DUMP_README,
  DUMP_VERSION,
  type DumpManifest,
  filePart,
  KEYS_FOLDER,
  tablePart,
} from '#db/core/dump-manifest.ts';
import {
  countRows,
  Digest,
  type DumpedTable,
  dumpedTables,
  inSnapshot,
  type Source,
  tableLines,
} from '#db/core/dump-tables.ts';
import { appliedMigrations } from '#db/core/migrate.ts';

export type DumpRequest = {
  dataDir: string;
  /** The .zip to make; must not exist. */
  to: string;
  /** Include DATA_DIR/keys. */
  keys: boolean;
  takenAt: Date;
  /** Version of the program. */
  program: string;
  signal?: AbortSignal;
  onRows?: (done: number, total: number) => void;
};

/**
 * Writes everything into one .zip of open formats, all as of one moment, while others go on writing. Rows pass a few
 * hundred at a time. The file appears under its name only when it is complete.
 *
 * @throws BackupError if the target exists, or this is no database of the program
 */
export async function writeDump(db: Db, request: DumpRequest): Promise<DumpManifest> {
  const { to, signal } = request;
  if (existsSync(to)) throw new BackupError(`Tệp ${to} đã có; hãy chọn tên khác.`);
  const migrations = await appliedMigrations(db);
  if (migrations.length === 0) throw new BackupError('Không phải cơ sở dữ liệu của chương trình này.');
  const partial = `${to}.partial`;
  try {
    const manifest = await inSnapshot(db, async (tx) => {
      const dump = await zipOf(tx, db, request, migrations);
      const out = createWriteStream(partial, { mode: 0o600, flush: true });
      await pipeline(dump.stream, out, signal ? { signal } : {});
      return dump.manifest;
    });
    await fs.rename(partial, to);
    return manifest;
  } catch (error) {
    await fs.rm(partial, { force: true });
    throw error;
  }
}

async function zipOf(tx: Source, db: Db, request: DumpRequest, migrations: string[]) {
  const { dataDir, keys, takenAt, program, onRows } = request;
  const tables = await dumpedTables(tx);
  let total = 0;
  for (const table of tables) total += await countRows(tx, table);
  const manifest: DumpManifest = {
    format: DUMP_FORMAT,
    version: DUMP_VERSION,
    program,
    engine: db.engine,
    takenAt: takenAt.toISOString(),
    migrations,
    tables: [],
    files: [],
    missingFiles: [],
    keys,
    keyFiles: [],
  };
  const zip = new yazl.ZipFile();
  const stream = zip.outputStream as Readable;
  zip.on('error', (error) => stream.destroy(error as Error));
  zip.addBuffer(Buffer.from(DUMP_README), 'README.txt');
  let done = 0;
  // Each part is read when its turn comes, so that only one is under way; the manifest, made of all, is the last.
  const add = (name: string, open: () => Readable | Promise<Readable>, compress = true) =>
    zip.addReadStreamLazy(name, { compress }, (give) => {
      Promise.resolve()
        .then(open)
        .then(
          (source) => {
            source.on('error', (error) => stream.destroy(error));
            give(null, source);
          },
          (error: Error) => stream.destroy(error),
        );
    });
  for (const table of tables)
    add(tablePart(table.name), () =>
      Readable.from(
        digested(tx, table, manifest, (rows) => {
          done += rows;
          onRows?.(done, total);
        }),
        { objectMode: false },
      ),
    );
  for (const sha256 of await contentsOf(tx)) {
    const file = path.join(dataDir, 'files', sha256.slice(0, 2), sha256.slice(2));
    const bytes = await fs.stat(file).then(
      ({ size }) => size,
      () => undefined,
    );
    if (bytes === undefined) manifest.missingFiles.push(sha256);
    else {
      manifest.files.push({ sha256, bytes });
      add(filePart(sha256), () => createReadStream(file), false);
    }
  }
  if (keys)
    for (const name of await filesUnder(path.join(dataDir, 'keys'))) {
      const content = await fs.readFile(path.join(dataDir, 'keys', name));
      manifest.keyFiles.push({ name, sha256: createHash('sha256').update(content).digest('hex') });
      zip.addBuffer(content, `${KEYS_FOLDER}${name}`);
    }
  add(DUMP_MANIFEST, () => Readable.from([`${JSON.stringify(manifest, null, 2)}\n`], { objectMode: false }));
  zip.end();
  return { stream, manifest };
}

async function* digested(
  tx: Source,
  table: DumpedTable,
  manifest: DumpManifest,
  onRows: (rows: number) => void,
): AsyncGenerator<string> {
  const digest = new Digest();
  for await (const { text, rows } of tableLines(tx, table)) {
    digest.add(text, rows);
    yield text;
    onRows(rows);
    await new Promise(setImmediate); // others' requests come in between
  }
  manifest.tables.push({ name: table.name, ...digest.end() });
}

/** Hashes of the contents that rows name, removed ones left out. */
async function contentsOf(tx: Source): Promise<string[]> {
  const rows = await tx
    .selectFrom('file')
    .select('sha256')
    .distinct()
    .where('removedAt', 'is', null)
    .orderBy('sha256')
    .execute();
  return rows.map(({ sha256 }) => sha256);
}

async function filesUnder(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}
