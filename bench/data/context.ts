import type { Db } from '#db/core/connect.ts';
import type { AppContext } from '#server/core/context.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { loadKeys } from '#server/core/keys.ts';
import { createLog } from '#server/core/log.ts';

/** The server's own context over an open database, as main.ts makes it, on the real clock. */
export async function benchContext(db: Db, dataDir: string): Promise<AppContext> {
  return {
    db,
    keys: await loadKeys(dataDir),
    log: createLog('error'),
    now: () => new Date(),
    newId: () => uuidv7(),
    dataDir,
    publicUrl: 'http://127.0.0.1',
    demo: false,
  };
}
