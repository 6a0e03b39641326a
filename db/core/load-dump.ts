import { createWriteStream, existsSync, promises as fs } from 'node:fs';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import { invariants as auditInvariants } from '#db/audit/audit.invariants.ts';
import { BackupError } from '#db/core/backup.ts';
import type { Db } from '#db/core/connect.ts';
import { filePart, KEYS_FOLDER, tablePart } from '#db/core/dump-manifest.ts';
import { type DumpedTable, digestOf, dumpedTables, inSnapshot, isFilled } from '#db/core/dump-tables.ts';
import { checked, DumpZip, damaged } from '#db/core/dump-zip.ts';
import { loadLines, withReferencesLast } from '#db/core/load-rows.ts';
import { appliedMigrations, migrateAsFar, migrateToLatest } from '#db/core/migrate.ts';
import { moveInto } from '#db/core/restore.ts';
import { inTransaction } from '#db/core/transaction.ts';
import type { Writer } from '#db/database.ts';

export type LoadRequest = {
  dataDir: string;
  from: string;
  keys: boolean;
  at: Date;
  /** Folds what the database lined up while rows arrived (kept counts); in the same transaction. */
  fold: (tx: Writer) => Promise<void>;
};
/** `proved`: every table was read again and is, line by line, what the dump says. */
export type LoadReport = {
  tables: { name: string; rows: number; sha256: string }[];
  files: number;
  auditEntries: number;
  proved: boolean;
};

const SHOWN_TABLES = 3;
const SHA256 = /^[0-9a-f]{64}$/;
const TABLE_NAME = /^[a-z][a-z0-9_]*$/;
const NEEDS_EMPTY = 'Hãy nạp vào cơ sở dữ liệu trống: đặt DATA_DIR (hoặc DATABASE_URL) tới nơi mới.';

/**
 * Loads a dump into an empty database of either engine: its schema of that time, all rows or none, the newest schema,
 * and then reads everything again to prove that counts, hashes and the leaves of the audit are those of the dump.
 *
 * @throws BackupError for a filled database, a damaged dump (naming the part), or one of a newer format
 * @throws MigrationRefusal if the dump was made by a newer program
 */
export async function loadDump(db: Db, { dataDir, from, keys, at, fold }: LoadRequest): Promise<LoadReport> {
  const dump = await DumpZip.open(from);
  try {
    const { manifest } = dump;
    if (keys && !manifest.keys) throw new BackupError('Tệp kết xuất này không có khóa.');
    const applied = await appliedMigrations(db);
    if (applied.length === 0) await migrateAsFar(db, manifest.migrations);
    else if (applied.join() !== manifest.migrations.join())
      throw new BackupError(`Cơ sở dữ liệu này đã có cấu trúc khác với tệp kết xuất. ${NEEDS_EMPTY}`);
    const tables = await dumpedTables(db.longReads);
    await refuseFilled(db, tables);
    requireSameTables(dump, tables);
    // Before the rows: content by its hash harms nobody, a row without its content would.
    await placeFiles(dump, dataDir);
    await inTransaction(db, async (tx) => {
      await withReferencesLast(tx, async () => {
        for (const table of tables) await loadTable(tx, dump, table);
      });
      if (db.engine === 'postgres') await fold(tx);
    });
    await migrateToLatest(db);
    if (db.engine === 'postgres') await sql`analyze`.execute(db.writes);
    const proved = await prove(db, dump, tables);
    if (keys) await placeKeys(dump, dataDir, at);
    const audit = manifest.tables.find(({ name }) => name === 'audit_entry');
    return {
      tables: manifest.tables.map(({ name, rows, sha256 }) => ({ name, rows, sha256 })),
      files: manifest.files.length,
      auditEntries: audit?.rows ?? 0,
      proved,
    };
  } finally {
    dump.close();
  }
}

async function refuseFilled(db: Db, tables: readonly DumpedTable[]): Promise<void> {
  const filled: string[] = [];
  for (const table of tables) if (await isFilled(db.longReads, table)) filled.push(table.name);
  if (filled.length === 0) return;
  const more = filled.length > SHOWN_TABLES ? ` và ${filled.length - SHOWN_TABLES} bảng nữa` : '';
  throw new BackupError(
    `Cơ sở dữ liệu đã có dữ liệu (bảng ${filled.slice(0, SHOWN_TABLES).join(', ')}${more}), nên không nạp đè lên. ${NEEDS_EMPTY}`,
  );
}

function requireSameTables({ manifest }: DumpZip, tables: readonly DumpedTable[]): void {
  const here = new Set(tables.map(({ name }) => name));
  const there = manifest.tables.map(({ name }) => name);
  const strange = there.find((name) => !TABLE_NAME.test(name) || !here.has(name));
  const odd = strange ?? tables.find(({ name }) => !there.includes(name))?.name;
  if (odd !== undefined)
    throw new BackupError(
      `Tệp kết xuất không khớp cấu trúc của phiên bản này (bảng ${odd}). Hãy nạp bằng đúng phiên bản đã kết xuất (${manifest.program}).`,
    );
}

async function loadTable(tx: Writer, dump: DumpZip, table: DumpedTable): Promise<void> {
  const part = tablePart(table.name);
  const said = dump.manifest.tables.find((one) => one.name === table.name)!;
  const source = Readable.from(checked(await dump.read(part), part, said.sha256), { objectMode: false });
  let rows: number;
  try {
    rows = await loadLines(tx, table, eachLine(source));
  } catch (error) {
    throw damaged(part, error);
  }
  if (rows !== said.rows) throw damaged(part);
}

async function* eachLine(source: Readable): AsyncGenerator<string> {
  // An error of the source does not reach the lines by itself.
  let failure: Error | undefined;
  const lines = createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY });
  source.on('error', (error: Error) => {
    failure = error;
    lines.close();
  });
  for await (const line of lines) if (line !== '') yield line;
  if (failure) throw failure;
}

async function placeFiles(dump: DumpZip, dataDir: string): Promise<void> {
  const folder = path.join(dataDir, 'files');
  for (const { sha256 } of dump.manifest.files) {
    const part = filePart(sha256);
    if (!SHA256.test(sha256)) throw damaged(part);
    const place = path.join(folder, sha256.slice(0, 2), sha256.slice(2));
    const arriving = path.join(folder, 'incoming', `${sha256}.part`);
    await fs.mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    await fs.mkdir(path.dirname(arriving), { recursive: true, mode: 0o700 });
    try {
      const content = Readable.from(checked(await dump.read(part), part, sha256));
      await pipeline(content, createWriteStream(arriving, { mode: 0o600, flush: true }));
    } catch (error) {
      await fs.rm(arriving, { force: true });
      throw damaged(part, error);
    }
    await fs.rename(arriving, place);
  }
}

/** Keys that were there are moved aside to `replaced/<time>/`. */
async function placeKeys(dump: DumpZip, dataDir: string, at: Date): Promise<void> {
  const folder = path.join(dataDir, 'keys');
  const contents: [place: string, content: Buffer][] = [];
  for (const { name, sha256 } of dump.manifest.keyFiles) {
    const place = path.resolve(folder, name);
    if (!place.startsWith(folder + path.sep)) throw damaged(`${KEYS_FOLDER}${name}`);
    const chunks: Buffer[] = [];
    const source = await dump.read(`${KEYS_FOLDER}${name}`);
    for await (const chunk of checked(source, `${KEYS_FOLDER}${name}`, sha256)) chunks.push(chunk);
    contents.push([place, Buffer.concat(chunks)]);
  }
  if (existsSync(folder)) {
    const replaced = path.join(dataDir, 'replaced', at.toISOString().replaceAll(':', '-'));
    await fs.mkdir(replaced, { recursive: true, mode: 0o700 });
    await moveInto(replaced, folder);
  }
  for (const [place, content] of contents) {
    await fs.mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    await fs.writeFile(place, content, { mode: 0o600, flush: true });
  }
}

/**
 * Reads all tables again. Where newer migrations changed the schema since, lines cannot be equal and only the log is
 * proved.
 * @returns whether the lines were compared
 */
async function prove(db: Db, { manifest }: DumpZip, tables: readonly DumpedTable[]): Promise<boolean> {
  const [asWritten] = auditInvariants;
  const broken = await asWritten!.find(db.longReads);
  if (broken.length > 0)
    throw new BackupError(`Nhật ký sau khi nạp không khớp mã băm ở ${broken.length} dòng, đầu tiên là ${broken[0]}.`);
  const now = await appliedMigrations(db);
  if (now.join() !== manifest.migrations.join()) return false;
  await inSnapshot(db, async (tx) => {
    for (const table of tables) {
      const said = manifest.tables.find(({ name }) => name === table.name)!;
      const found = await digestOf(tx, table);
      if (found.sha256 !== said.sha256 || found.rows !== said.rows)
        throw new BackupError(
          `Bảng ${table.name} sau khi nạp không giống tệp kết xuất (${found.rows}/${said.rows} dòng).`,
        );
    }
  });
  return true;
}
