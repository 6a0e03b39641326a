import * as path from 'node:path';
import { findAccount } from '#db/accounts/accounts.queries.ts';
import { migrateToLatest } from '#db/core/migrate.ts';
import { createAuth, type SignIn } from '#server/accounts/auth.ts';
import { BusinessClock } from '#server/core/clock.ts';
import type { AppContext } from '#server/core/context.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { loadKeys } from '#server/core/keys.ts';
import { demoToday } from '#server/demo/load-demo.ts';
import { type Jobs, startJobs } from '#server/jobs/queue.ts';
import { openCopyDatabase } from '#server/training/make-training.job.ts';
import { type CopyFacts, TrainingHome } from '#server/training/training-home.ts';
import { TRAINING_BASE } from '#shared/core/training-base.ts';

export type OpenCopy = { facts: CopyFacts; app: AppContext; signIn: SignIn; close(): Promise<void> };

/**
 * Opens the training copy as an application of its own: its database, documents, keys, sessions, clock and jobs are
 * nobody else's. It is brought up to this version of the program as the real one is.
 */
export async function openCopy(real: AppContext, facts: CopyFacts, secureCookies: boolean): Promise<OpenCopy> {
  const { folder } = new TrainingHome(real.dataDir);
  const db = await openCopyDatabase(real.db, folder, facts.schema);
  let jobs: Jobs | undefined;
  const close = async () => {
    await jobs?.stop();
    await db.close();
  };
  try {
    await migrateToLatest(db);
    const clock = new BusinessClock();
    const opened: AppContext = {
      db,
      keys: await loadKeys(folder, { create: false }),
      log: real.log.child({ copy: 'training' }),
      now: clock.now,
      newId: () => uuidv7(),
      dataDir: path.resolve(folder),
      publicUrl: `${real.publicUrl}${TRAINING_BASE}`,
      demo: false,
      clock,
      demoStart: real.demoStart,
      training: { madeAt: facts.madeAt },
    };
    const today = await demoToday(opened);
    clock.demoToday = today;
    const app = { ...opened, demo: today !== null };
    jobs = startJobs(app);
    return { facts, app, signIn: createAuth(app, { secureCookies }), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Whether the real system still lets the holder of this account in; accounts made in the copy are its own. */
export async function isWelcome(real: AppContext, accountId: string): Promise<boolean> {
  const account = await findAccount(real.db.reads, accountId);
  return !account || account.disabledAt === null;
}
