/**
 * A worker thread that owns one SQLite handle: started by SqliteWorker, never imported.
 * Waiting for the disk (fsync) and long reads happen here, so the main thread keeps answering.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { openSqlite, type SqliteHandle } from '#db/core/sqlite-handle.ts';
import type { SqliteReply, SqliteRequest, SqliteThreadData, Statement } from '#db/core/sqlite-worker.ts';

const port = parentPort;
if (!port) throw new Error('sqlite-thread.ts is a worker thread: it cannot be run alone');

const { file, role } = workerData as SqliteThreadData;
const handle = openSqlite(file, role);

port.on('message', (request: SqliteRequest) => {
  void answer(request).then((reply) => {
    port.postMessage(reply);
    if (request.kind === 'close') port.close();
  });
});

async function answer(request: SqliteRequest): Promise<SqliteReply> {
  const { id } = request;
  try {
    return { id, answer: await perform(handle, request) };
  } catch (error) {
    const { name, message, code } = error as Error & { code?: string };
    return { id, error: { name, message, ...(code !== undefined && { code }) } };
  }
}

let runningBackup: Promise<unknown> | undefined;

async function perform({ database, run, close }: SqliteHandle, request: SqliteRequest) {
  switch (request.kind) {
    case 'query':
      open(request);
      together(request.held ?? []);
      return run(request.sql, request.parameters);
    case 'ahead':
      open({ ...request, inTransaction: true });
      together(request.statements);
      return nothing;
    case 'rollback':
      if (database.inTransaction) run('rollback', []);
      return nothing;
    case 'backup-start':
      await new Promise<void>((started, failed) => {
        runningBackup = database.backup(request.to, {
          progress: () => {
            started();
            return PAGES_PER_STEP;
          },
        });
        runningBackup.then(() => started(), failed);
      });
      return nothing;
    case 'backup-wait':
      await runningBackup;
      return nothing;
    case 'close':
      // The last handle to close empties and removes the WAL. Asking for it here would hold up a
      // server that has the same file open (npm run db check).
      close();
      return nothing;
  }
}

function open({ begin, inTransaction }: { begin?: string | undefined; inTransaction: boolean }): void {
  if (begin !== undefined) handle.run(begin, []);
  // A full disk makes SQLite roll back by itself: what follows must not be committed one by one.
  if (inTransaction && !handle.database.inTransaction) throw new Error('The transaction has been rolled back');
}

/** Nobody waits for them, so nobody could decide to go on without one that failed. */
function together(statements: readonly Statement[]): void {
  try {
    for (const { sql, parameters } of statements) handle.run(sql, parameters);
  } catch (error) {
    if (handle.database.inTransaction) handle.run('rollback', []);
    throw error;
  }
}

const nothing = { rows: [] };
/** 4 MB at a time: writes get their turn between two steps. */
const PAGES_PER_STEP = 1_000;
