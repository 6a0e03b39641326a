import { mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { databaseLocation } from '#db/core/config.ts';
import { openDatabase } from '#db/core/connect.ts';
import { callControl, NoServerError } from '#db/core/control.ts';
import { acquireLock, LockedError, type Release } from '#db/core/lock.ts';
import { migrateToLatest } from '#db/core/migrate.ts';
import {
  ADMIN_CREATE,
  type AdminCreateAnswer,
  type AdminCreateRequest,
  adminCreate,
} from '#server/accounts/admin-create.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { createLog } from '#server/core/log.ts';

const USAGE = `Cách dùng: npm run admin -- create --username <tên-đăng-nhập> --name "<họ và tên>" [--password-stdin]

  Tạo tài khoản quản trị hệ thống. Mật khẩu (ít nhất 12 ký tự) được hỏi trên màn hình,
  hoặc đọc một dòng từ đầu vào chuẩn với --password-stdin. Máy chủ đang chạy hay dừng đều được.

Nơi lưu dữ liệu: DATA_DIR (mặc định ./data), hoặc DATABASE_URL cho PostgreSQL.`;

const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

const location = databaseLocation(process.env);

/** With the database to ourselves, or through the server that holds it. */
async function create(request: AdminCreateRequest): Promise<AdminCreateAnswer> {
  mkdirSync(location.dataDir, { recursive: true, mode: 0o700 });
  let release: Release = () => {};
  if (location.file !== undefined) {
    try {
      release = acquireLock(location.file);
    } catch (error) {
      if (!(error instanceof LockedError)) throw error;
      return (await callControl(location.dataDir, ADMIN_CREATE, request)) as AdminCreateAnswer;
    }
  }
  try {
    return await createDirectly(request);
  } finally {
    release();
  }
}

async function createDirectly(request: AdminCreateRequest): Promise<AdminCreateAnswer> {
  const db = await openDatabase(location);
  try {
    if (location.file !== undefined) await migrateToLatest(db); // the file may be new
    const make = adminCreate({
      db,
      // Making an account signs and encrypts nothing; loading the keys here would make new ones in place of lost ones.
      keys: { signing: [], cccdCipher: [], cccdIndex: [], authSecret: [] },
      log: createLog('warn'),
      now: () => new Date(),
      newId: () => uuidv7(),
      dataDir: location.dataDir,
      publicUrl: '',
      demo: false,
    });
    return await make(request);
  } finally {
    await db.close();
  }
}

/** The password without showing it, typed twice on a terminal. Undefined: the two differ. */
async function askPassword(fromStdin: boolean): Promise<string | undefined> {
  if (fromStdin || !process.stdin.isTTY) return (await text(process.stdin)).split(/\r?\n/, 1)[0] ?? '';
  const first = await askHidden('Mật khẩu: ');
  return first === (await askHidden('Nhập lại mật khẩu: ')) ? first : undefined;
}

async function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        username: { type: 'string' },
        name: { type: 'string' },
        'password-stdin': { type: 'boolean', default: false },
      },
    });
  } catch {
    return undefined;
  }
}

function fail(message: string, code = EXIT_FAILED): number {
  console.error(message);
  return code;
}

async function main(): Promise<number> {
  const parsed = parse();
  const [command, ...rest] = parsed?.positionals ?? [];
  if (!parsed || command !== 'create' || rest.length > 0) return fail(USAGE, EXIT_USAGE);
  const { username, name, 'password-stdin': fromStdin } = parsed.values;
  if (!username || !name) return fail(`Thiếu --username hoặc --name.\n\n${USAGE}`, EXIT_USAGE);
  const password = await askPassword(fromStdin);
  if (password === undefined) return fail('Hai lần nhập mật khẩu không giống nhau.');
  const answer = await create({ username, displayName: name, password });
  if (!answer.ok) return fail(answer.problems.join('\n'));
  console.log(`Đã tạo tài khoản quản trị "${username.trim().toLowerCase()}".`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const held = error instanceof NoServerError;
  const message = held ? 'Cơ sở dữ liệu đang bị tiến trình khác giữ, nhưng đó không phải máy chủ.' : undefined;
  process.exitCode = fail(message ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)));
}
