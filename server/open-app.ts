import { mkdir } from 'node:fs/promises';
import { hasAccounts } from '#db/accounts/accounts.queries.ts';
import { databaseLocation } from '#db/core/config.ts';
import { openDatabase } from '#db/core/connect.ts';
import { acquireLock } from '#db/core/lock.ts';
import { migrateToLatest } from '#db/core/migrate.ts';
import { BusinessClock } from '#server/core/clock.ts';
import type { AppContext } from '#server/core/context.ts';
import { type Env, EnvError } from '#server/core/env.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { loadKeys } from '#server/core/keys.ts';
import { createLog } from '#server/core/log.ts';
import { demoToday, hasCatalogue, loadCatalogue, loadDemo } from '#server/demo/load-demo.ts';
import { createMailer } from '#server/mail/mailer.ts';

const DEMO_IN_PRODUCTION =
  'Cơ sở dữ liệu này chứa dữ liệu minh họa, tài khoản có mật khẩu chung, nên không dùng cho vận hành thật. ' +
  'Đặt DATA_DIR (hoặc DATABASE_URL) khác, hoặc chạy bản minh họa không có NODE_ENV=production.';

export type OpenApp = { app: AppContext; close(): Promise<void> };

/**
 * Opens everything the server stands on: lock, database brought up to date, keys, catalogue and, outside
 * production in an empty database, the demo year. The clock of business is stopped where the demo says so.
 * @param withDemo false leaves an empty database empty
 */
export async function openApp(env: Env, withDemo = !env.production): Promise<OpenApp> {
  await mkdir(env.dataDir, { recursive: true, mode: 0o700 });
  const location = databaseLocation({ DATA_DIR: env.dataDir, DATABASE_URL: env.databaseUrl });
  const unlock = location.file === undefined ? () => {} : acquireLock(location.file);
  const db = await openDatabase(location);
  const close = async () => {
    await db.close();
    unlock();
  };
  try {
    await migrateToLatest(db);
    const isNew = !(await hasCatalogue(db));
    const clock = new BusinessClock();
    const app: AppContext = {
      db,
      keys: await loadKeys(env.dataDir, { create: isNew }),
      log: createLog(env.logLevel),
      now: clock.now,
      newId: () => uuidv7(),
      dataDir: env.dataDir,
      publicUrl: env.publicUrl,
      mailer: env.smtp && createMailer(env.smtp, env.publicUrl),
      demo: false,
      clock,
      demoStart: env.demoToday,
    };
    await loadCatalogue(app);
    if (isNew && withDemo && !(await hasAccounts(db.reads))) {
      clock.demoToday = env.demoToday;
      await loadDemo({ ...app, demo: true }, env.demoToday);
    }
    const today = await demoToday(app);
    // The demo's accounts have one known password, and anybody signed in may empty its year.
    if (today !== null && env.production) throw new EnvError(DEMO_IN_PRODUCTION);
    clock.demoToday = today;
    return { app: { ...app, demo: today !== null }, close };
  } catch (error) {
    await close();
    throw error;
  }
}
