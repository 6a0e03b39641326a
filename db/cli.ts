import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { BackupError, type BackupManifest, backupDatabase, sha256 } from '#db/core/backup.ts';
import { checkDatabase } from '#db/core/check.ts';
import { type DatabaseLocation, databaseLocation } from '#db/core/config.ts';
import { type Db, openDatabase } from '#db/core/connect.ts';
import { callControl, NoServerError } from '#db/core/control.ts';
import { loadDump } from '#db/core/load-dump.ts';
import { acquireLock, LockedError } from '#db/core/lock.ts';
import { MigrationRefusal, migrateToLatest } from '#db/core/migrate.ts';
import { restoreSqlite } from '#db/core/restore.ts';
import { restorePostgres } from '#db/core/restore-postgres.ts';
import { writeDump } from '#db/core/write-dump.ts';
import { foldAwardCounts } from '#db/registry/award-count.writes.ts';

const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8')) as {
  version: string;
};

const USAGE = `Cách dùng: npm run db -- <lệnh>

  migrate                     đưa cơ sở dữ liệu lên phiên bản mới nhất
  seed                        nạp dữ liệu minh họa (sau khi migrate)
  check                       kiểm tra dữ liệu; mã thoát 1 nếu có sai sót
  backup [thư-mục] [--keys]   sao lưu cơ sở dữ liệu và tệp; --keys: cả khóa
  restore <thư-mục> [--keys]  khôi phục từ bản sao lưu (máy chủ phải dừng; PostgreSQL: vào cơ sở dữ liệu trống)
  dump <tệp.zip> [--keys]     kết xuất toàn bộ ra định dạng mở (JSON Lines, tệp, manifest có mã băm)
  load <tệp.zip> [--keys]     nạp tệp kết xuất vào cơ sở dữ liệu trống, SQLite hay PostgreSQL đều được

Nơi lưu dữ liệu: DATA_DIR (mặc định ./data), hoặc DATABASE_URL cho PostgreSQL.`;

const EXIT_FAILED = 1;
const EXIT_USAGE = 2;
const SHOWN_ROWS = 5;

type Arguments = { location: DatabaseLocation; directory: string | undefined; keys: boolean };

const commands: Record<string, (given: Arguments) => Promise<number>> = {
  migrate,
  seed,
  check,
  backup,
  restore,
  dump,
  load,
};

async function migrate({ location }: Arguments): Promise<number> {
  const done = await alone(location, (db) => migrateToLatest(db));
  if (done.length === 0) console.log('Cơ sở dữ liệu đã ở phiên bản mới nhất.');
  else console.log(`Đã nâng cấp cơ sở dữ liệu, ${done.length} bước:\n${done.map((name) => `  ${name}`).join('\n')}`);
  return 0;
}

/** Accounts and signatures of the demo are made by the server's services, which this layer does not know: a program of its own. */
async function seed(): Promise<number> {
  const { status } = spawnSync(process.execPath, [path.join(import.meta.dirname, '../server/seed.ts')], {
    stdio: 'inherit',
  });
  return status ?? EXIT_FAILED;
}

async function check({ location }: Arguments): Promise<number> {
  requireDatabase(location);
  const results = await withDatabase(location, (db) => checkDatabase(db)); // only reads: a server may be running
  for (const { name, sentence, broken } of results) {
    console.log(`${broken.length === 0 ? 'Đạt ' : 'SAI '} ${name}: ${sentence}`);
    for (const row of broken.slice(0, SHOWN_ROWS)) console.log(`       ${JSON.stringify(row)}`);
    if (broken.length > SHOWN_ROWS) console.log(`       … và ${broken.length - SHOWN_ROWS} dòng nữa`);
  }
  // Said again at the end: a wrong line is far above the window by then.
  const wrong = results.filter(({ broken }) => broken.length > 0).map(({ name }) => name);
  if (wrong.length === 0) console.log(`\nĐạt cả ${results.length} điều.`);
  else console.log(`\nSAI ${wrong.length}/${results.length} điều: ${wrong.join(', ')}.`);
  return wrong.length === 0 ? 0 : EXIT_FAILED;
}

async function backup({ location, directory, keys }: Arguments): Promise<number> {
  const { dataDir } = location;
  const takenAt = new Date();
  const name = takenAt.toISOString().slice(0, 19).replaceAll(':', '-');
  const to = path.resolve(directory ?? path.join(dataDir, 'backups', name));
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
  requireDatabase(location);
  let manifest: BackupManifest;
  try {
    manifest = await alone(location, (db) => backupDatabase(db, { dataDir, to, keys, takenAt }));
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
    // A server is running: only through its own handle does a copy end while others write.
    manifest = (await callControl(dataDir, 'backup', { to, keys })) as BackupManifest;
  }
  console.log(`Đã sao lưu vào ${to} (${Math.ceil(manifest.bytes / 1024)} KB, đã kiểm tra tính toàn vẹn).`);
  if (!keys) console.log('Chưa gồm khóa: thêm --keys và cất bản đó ở nơi riêng.');
  return 0;
}

async function restore({ location, directory, keys }: Arguments): Promise<number> {
  const { dataDir, file } = location;
  if (directory === undefined) return usage('Thiếu thư mục của bản sao lưu.');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (file === undefined) {
    const from = path.resolve(directory);
    const rows = await withDatabase(location, (db) => restorePostgres(db, { from, dataDir, keys, at: new Date() }));
    console.log(`Đã khôi phục ${rows} dòng vào cơ sở dữ liệu.`);
    return 0;
  }
  const release = acquireLock(file);
  try {
    const replaced = await restoreSqlite({ from: path.resolve(directory), dataDir, file, keys, at: new Date() });
    console.log(`Đã khôi phục. Dữ liệu trước đó được giữ ở ${replaced}.`);
    return 0;
  } finally {
    release();
  }
}

async function dump({ location, directory, keys }: Arguments): Promise<number> {
  if (directory === undefined) return usage('Thiếu tên tệp .zip.');
  requireDatabase(location);
  const to = path.resolve(directory);
  mkdirSync(path.dirname(to), { recursive: true });
  const request = { dataDir: location.dataDir, to, keys, takenAt: new Date(), program: version };
  // Only reads, as of one moment: a server may be running.
  const { tables, files, missingFiles } = await withDatabase(location, (db) => writeDump(db, request));
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`Đã kết xuất ${rows} dòng của ${tables.length} bảng và ${files.length} tệp vào ${to}`);
  console.log(`SHA-256: ${await sha256(to)}`);
  if (missingFiles.length > 0)
    console.log(`Chú ý: ${missingFiles.length} tệp có trong danh mục nhưng không còn trên máy.`);
  if (!keys) console.log('Chưa gồm khóa: thêm --keys và cất bản đó ở nơi riêng.');
  return 0;
}

async function load({ location, directory, keys }: Arguments): Promise<number> {
  if (directory === undefined) return usage('Thiếu tên tệp .zip.');
  const request = {
    dataDir: location.dataDir,
    from: path.resolve(directory),
    keys,
    at: new Date(),
    fold: foldAwardCounts,
  };
  const report = await alone(location, (db) => loadDump(db, request));
  for (const { name, rows, sha256: hash } of report.tables)
    console.log(`${name.padEnd(28)} ${String(rows).padStart(9)} dòng  ${hash.slice(0, 16)}`);
  console.log(
    report.proved
      ? 'Đã đọc lại toàn bộ: số dòng và mã băm của mọi bảng giống hệt tệp kết xuất.'
      : 'Tệp kết xuất của phiên bản cũ: cấu trúc đã được nâng cấp sau khi nạp, nên mã băm của bảng không so được.',
  );
  console.log(`Nhật ký: ${report.auditEntries} dòng, mã băm từng dòng đúng. Tệp đính kèm: ${report.files}.`);
  if (!keys) console.log('Khóa không đi kèm: chép thư mục keys của máy chủ cũ vào DATA_DIR trước khi chạy máy chủ.');
  return 0;
}

/** Opening would make an empty file, and check or save that. */
function requireDatabase({ file }: DatabaseLocation): void {
  if (file !== undefined && !existsSync(file)) throw new BackupError(`Chưa có cơ sở dữ liệu ở ${file}.`);
}

/** Opens the database as the only process that uses it. On PostgreSQL several may. */
async function alone<Result>(location: DatabaseLocation, work: (db: Db) => Promise<Result>): Promise<Result> {
  mkdirSync(location.dataDir, { recursive: true, mode: 0o700 });
  const release = location.file === undefined ? () => {} : acquireLock(location.file);
  try {
    return await withDatabase(location, work);
  } finally {
    release();
  }
}

async function withDatabase<Result>(location: DatabaseLocation, work: (db: Db) => Promise<Result>): Promise<Result> {
  const db = await openDatabase(location);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

function usage(complaint: string): number {
  console.error(`${complaint}\n\n${USAGE}`);
  return EXIT_USAGE;
}

/** Sentences meant for an administrator; anything else keeps its stack. */
function explain(error: unknown): string {
  const known = [BackupError, LockedError, MigrationRefusal];
  if (known.some((kind) => error instanceof kind)) return (error as Error).message;
  if (error instanceof NoServerError) return 'Cơ sở dữ liệu đang bị tiến trình khác giữ, nhưng đó không phải máy chủ.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function parse() {
  try {
    return parseArgs({ allowPositionals: true, options: { keys: { type: 'boolean' } } });
  } catch (error) {
    return (error as Error).message;
  }
}

async function main(): Promise<number> {
  const parsed = parse();
  if (typeof parsed === 'string') return usage(parsed);
  const { values, positionals } = parsed;
  const [name = '', directory] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return usage(name === '' ? 'Thiếu lệnh.' : `Không có lệnh "${name}".`);
  return command({ location: databaseLocation(process.env), directory, keys: values.keys ?? false });
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = EXIT_FAILED;
}
