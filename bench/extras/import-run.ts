import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { writeXlsxStream } from 'hucre';
import { benchContext } from '#bench/data/context.ts';
import { openDatabase } from '#db/core/connect.ts';
import { migrateToLatest } from '#db/core/migrate.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { startImport } from '#server/imports/imports.service.ts';
import { drainJobs } from '#server/jobs/queue.ts';
import { accessFor } from '#shared/accounts/permissions.ts';

/**
 * How long a list of awards takes from file to registry, what it needs, and how others fare meanwhile:
 * `node bench/extras/import-run.ts [rows]`. On a SQLite file of its own, which goes at the end.
 */
const ROWS = Number(process.argv[2] ?? 100_000);
const folder = fs.mkdtempSync(path.join(tmpdir(), 'luytre-import-'));

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Hoàng', 'Nông', 'Lò', 'Vi', 'Phạm', 'Triệu', 'Bế'];
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Minh', 'Hồng', 'Quang', 'Ngọc', 'Thanh'];
const GIVEN = ['An', 'Bình', 'Cường', 'Dung', 'Hà', 'Hương', 'Khánh', 'Lan', 'Mai', 'Nam', 'Phúc', 'Sơn', 'Tú', 'Yến'];
const HEAD = [
  'Họ và tên',
  'Loại đối tượng',
  'Giới tính',
  'Ngày sinh',
  'Chức vụ',
  'Đơn vị công tác',
  'Phân loại cá nhân',
  'Hình thức khen thưởng',
  'Loại hình khen thưởng',
  'Năm khen thưởng',
  'Số quyết định',
  'Ngày quyết định',
];
const two = (n: number) => String(n).padStart(2, '0');

function row(n: number): string[] {
  const pick = (list: readonly string[], by: number) => list[by % list.length]!;
  const year = 2000 + (n % 23);
  const decision = Math.floor(n / 23) % 400;
  return [
    `${pick(FAMILY, n)} ${pick(MIDDLE, n >> 3)} ${pick(GIVEN, n >> 6)} ${pick(GIVEN, n >> 10)}`,
    'Cá nhân',
    n % 2 ? 'Nam' : 'Nữ',
    `${two(1 + (n % 28))}/${two(1 + (n % 12))}/${1950 + ((n * 7) % 45)}`,
    'Chuyên viên',
    `Trường Mẫu số ${n % 500}`,
    'Người trực tiếp công tác, lao động, học tập, chiến đấu',
    'Bằng khen của Chủ tịch UBND tỉnh',
    'Công trạng',
    String(year),
    `${1 + decision}/QĐ-UBND`,
    `${two(1 + (decision % 28))}/${two(1 + (decision % 12))}/${year + 1}`,
  ];
}

async function* rows() {
  yield HEAD;
  for (let n = 0; n < ROWS; n += 1) yield row(n);
}

const PAGE_MB = 4096 / 1_048_576;

/** Memory of this process and of those it started, in MB; where there is no /proc it is 0. */
async function memory(): Promise<number> {
  const children = await fs.promises.readFile(`/proc/self/task/${process.pid}/children`, 'utf8').catch(() => '');
  const pids = [String(process.pid), ...children.split(' ').filter((pid) => pid !== '')];
  const sizes = await Promise.all(
    pids.map((pid) => fs.promises.readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')),
  );
  return sizes.reduce((sum, line) => sum + Number(line.split(' ')[1] ?? 0) * PAGE_MB, 0);
}

const db = await openDatabase({ file: path.join(folder, 'luy-tre.sqlite') });
await migrateToLatest(db);
const actor = {
  accountId: 'clerk',
  name: 'Chuyên viên',
  unitId: 'LS',
  roles: [{ role: 'specialist' as const, unitId: 'LS' }],
  today: '2024-03-01',
};
await inTransaction(db, async (tx) => {
  const at = '2024-01-01T00:00:00.000Z';
  const unit = { name: 'Lạng Sơn', fullName: 'tỉnh Lạng Sơn', nameFold: 'lang son', validFrom: null, validTo: null };
  await tx
    .insertInto('unit')
    .values({ id: 'LS', kind: 'province', parentId: null, ...unit })
    .execute();
  await tx
    .insertInto('unitName')
    .values({ id: uuidv7(), unitId: 'LS', nameSort: 'lang son', ...unit })
    .execute();
  await tx
    .insertInto('authUser')
    .values({
      id: 'clerk',
      name: actor.name,
      email: 'clerk@accounts.invalid',
      username: 'clerk',
      createdAt: at,
      updatedAt: at,
    })
    .execute();
  await tx.insertInto('accountProfile').values({ userId: 'clerk', unitId: 'LS', title: null }).execute();
  await tx
    .insertInto('accountRole')
    .values({ id: uuidv7(), userId: 'clerk', role: 'specialist', unitId: 'LS', validFrom: null, validTo: null })
    .execute();
  await tx
    .insertInto('awardForm')
    .values({
      code: 'BKT',
      kind: 'merit-certificate',
      name: 'Bằng khen của Chủ tịch UBND tỉnh',
      nameEn: null,
      level: 'province',
      appliesTo: '["individual","collective","household"]',
      position: 1,
    })
    .execute();
});
const context = {
  ...(await benchContext(db, folder)),
  requestId: uuidv7(),
  lang: 'vi' as const,
  actor,
  sessionId: 's',
};
const ctx = { ...context, procedure: 'imports.start', access: accessFor(actor, 'imports.start')! };
const { imports } = createCaller(context);

const file = path.join(folder, 'list.xlsx');
await pipeline(
  Readable.fromWeb(writeXlsxStream(rows(), { name: 'Danh sách' }) as Parameters<typeof Readable.fromWeb>[0]),
  fs.createWriteStream(file),
);
console.log(`${ROWS} × ${HEAD.length}, ${(fs.statSync(file).size / 1_048_576).toFixed(1)} MB`);

let isOver = false;
const reads: number[] = [];
let peak = 0;
const others = (async () => {
  while (!isOver) {
    const began = performance.now();
    await wait(5);
    await db.reads.selectFrom('unit').select('id').where('id', '=', 'LS').executeTakeFirst();
    reads.push(performance.now() - began - 5);
  }
})();
const weighing = (async () => {
  while (!isOver) {
    peak = Math.max(peak, await memory());
    await wait(100);
  }
})();
const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  reads.length = 0;
  loop.reset();
  const before = process.cpuUsage();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  const sorted = reads.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  console.log(
    `${what}: ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor, without the reading process); reads of others p50 ${at(0.5)} p99 ${at(0.99)} max ${at(0.9999)} ms; loop p99 ${(loop.percentile(99) / 1e6).toFixed(0)} ms; peak ${peak.toFixed(0)} MB`,
  );
}

const { id } = await startImport(ctx, { kind: 'awards' }, 'list.xlsx', fs.createReadStream(file));
await timed('read', () => drainJobs(ctx));
const { version, guesses } = await imports.byId({ id });
const guess = guesses[0]!;
const columns = guess.columns.map(({ index, field, encoding }) => ({ index, field, encoding }));
await imports.choose({ id, seenVersion: version, chosen: { ...guess, columns } });
await timed('dry run', () => drainJobs(ctx));
const checked = await imports.byId({ id });
console.log(JSON.stringify(checked.counts), JSON.stringify(checked.failure));
await imports.confirm({ id, seenVersion: checked.version, idempotencyKey: uuidv7() });
await timed('write', () => drainJobs(ctx));
const written = await imports.byId({ id });
console.log(JSON.stringify(written.counts), JSON.stringify(written.failure));
if (process.argv.includes('--undo')) {
  await imports.undo({ id, seenVersion: written.version });
  await timed('undo', () => drainJobs(ctx));
}
isOver = true;
await Promise.all([others, weighing]);
await db.close();
fs.rmSync(folder, { recursive: true, force: true });
