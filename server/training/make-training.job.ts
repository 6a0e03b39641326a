import { createHmac } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { type Db, openDatabase } from '#db/core/connect.ts';
import { makeSchema } from '#db/core/schemas.ts';
import { copyForTraining } from '#db/training/training-copy.writes.ts';
import { dropTrainingSchemas, trainingSchemaOf } from '#db/training/training-schema.ts';
import { commit } from '#server/core/commit.ts';
import type { AppContext } from '#server/core/context.ts';
import type { JobRun } from '#server/core/job.ts';
import { loadKeys } from '#server/core/keys.ts';
import { placeholders } from '#server/training/placeholder.ts';
import { aside, roomReasons, trainingSubject } from '#server/training/training.service.ts';
import { type CopyFacts, TrainingHome } from '#server/training/training-home.ts';
import { formatInstant } from '#shared/core/dates.ts';
import { refuseIf } from '#shared/core/refusal.ts';

/** The file of a copy on SQLite, in its folder. */
export const COPY_FILE = 'luy-tre.sqlite';
const POOL_SIZE = 2;

/**
 * The job 'training.make': builds the copy beside the one in use, and puts it in its place in one step when it is
 * whole. A run after a kill goes on with what is whole, and begins anew with what is not.
 */
export async function makeTraining(
  app: AppContext,
  payload: unknown,
  run: JobRun,
): Promise<{ copyId: string; madeFile: true }> {
  const { copyId, isReset } = payload as { copyId: string; isReset: boolean };
  const ctx = await run.actorContext(isReset ? 'training.reset' : 'training.start');
  const home = new TrainingHome(app.dataDir);
  const before = await home.facts();
  if (before?.id !== copyId) {
    const ready = await home.readyFacts();
    const facts = ready?.id === copyId ? ready : await build(app, home, { copyId, madeByName: ctx.actor.name }, run);
    run.throwIfCancelled();
    await aside(app, () => home.takePlace());
    if (app.db.engine === 'postgres') await dropTrainingSchemas(app.db, facts.schema ?? undefined);
  }
  const facts = (await home.facts())!;
  await commit(ctx, async () => ({
    result: undefined,
    audit: [
      {
        ...trainingSubject(copyId),
        action: isReset ? 'training.reset' : 'training.made',
        changes: [
          { field: 'madeAt', from: before ? formatInstant(before.madeAt) : null, to: formatInstant(facts.madeAt) },
          { field: 'rowCount', from: null, to: String(facts.rows) },
        ],
      },
    ],
  }));
  await run.log('training.log-done', { rowCount: facts.rows });
  return { copyId, madeFile: true };
}

type Order = { copyId: string; madeByName: string };

async function build(
  app: AppContext,
  home: TrainingHome,
  { copyId, madeByName }: Order,
  run: JobRun,
): Promise<CopyFacts> {
  refuseIf(await roomReasons(app));
  const madeAt = new Date().toISOString();
  const folder = await home.begin();
  const schema = app.db.engine === 'postgres' ? trainingSchemaOf(copyId) : null;
  try {
    if (app.db.engine === 'postgres') {
      await dropTrainingSchemas(app.db, (await home.facts())?.schema ?? undefined);
      await makeSchema(app.db, schema!);
    }
    await loadKeys(folder, { create: true });
    const { paper, picture } = placeholders();
    for (const { sha256, content } of [paper, picture]) {
      const place = path.join(folder, 'files', sha256.slice(0, 2));
      await mkdir(place, { recursive: true, mode: 0o700 });
      await writeFile(path.join(place, sha256.slice(2)), content, { mode: 0o600, flush: true });
    }
    const copy = await openCopyDatabase(app.db, folder, schema);
    let rows: number;
    try {
      rows = await copyForTraining(app.db, copy, {
        disguise: { digest: digestOf(app), paper, picture },
        signal: run.signal,
        onRows: (done, total) => run.progress(done, total),
      });
    } finally {
      await copy.close();
    }
    const facts: CopyFacts = { id: copyId, madeAt, madeByName, rows, schema };
    await home.finish(facts);
    return facts;
  } catch (error) {
    await home.discardParts();
    throw error;
  }
}

/** Names are the same in every copy of this installation, and say nothing to whoever lacks its keys. */
function digestOf({ keys }: Pick<AppContext, 'keys'>): (text: string) => Uint8Array {
  const { secret } = keys.cccdIndex.at(-1)!; // the first there was: a newer key changes nobody's name
  return (text) => createHmac('sha256', secret).update(`training ${text}`).digest();
}

/** Opens the database of a copy in this folder or schema. */
export function openCopyDatabase(real: Db, folder: string, schema: string | null): Promise<Db> {
  if (schema !== null) return openDatabase({ url: real.url, schema, poolSize: POOL_SIZE });
  return openDatabase({ file: path.join(folder, COPY_FILE) });
}
