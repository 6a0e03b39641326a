import { nextPackNumber } from '#db/conferences/packs.queries.ts';
import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import type { Writer } from '#db/database.ts';
import { createCaller } from '#server/app-router.ts';
import { runPack } from '#server/conferences/pack/packs.service.ts';
import type { RequestContext } from '#server/core/context.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { JobRun } from '#server/core/job.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';

/** Orders a version of the papers of a year and does the job's work at once; the versions of the year afterwards. */
export async function makeVersion(db: Db, ctx: RequestContext, year: string) {
  const clusterYearId = year as ClusterYearId;
  const caller = createCaller(ctx).conferencePacks;
  const { jobId } = await caller.make({ clusterYearId, idempotencyKey: uuidv7() });
  await runVersion(db, ctx, jobId);
  return (await caller.ofYear({ clusterYearId })).packs;
}

/** The job's own work, as whoever ordered it; may be done again, as after a crash. */
export async function runVersion(db: Db, ctx: RequestContext, jobId: string): Promise<void> {
  const actor = ctx.actor!;
  const run: JobRun = {
    id: jobId,
    signal: new AbortController().signal,
    createdBy: actor.accountId,
    attempt: 1,
    progress: () => {},
    log: async () => {},
    throwIfCancelled: () => {},
    actorContext: async (procedure) => ({ ...ctx, actor, procedure, access: accessFor(actor, procedure)! }),
  };
  const { payload } = await db.reads
    .selectFrom('job')
    .select('payload')
    .where('id', '=', jobId)
    .executeTakeFirstOrThrow();
  await runPack(ctx, JSON.parse(payload), run);
  await inTransaction(db, (tx) =>
    tx.updateTable('job').set({ status: 'done', dedupeKey: null }).where('id', '=', jobId).execute(),
  );
}

const AT = '2024-02-27T03:00:00.000Z';

/** A stored row without content, for a version or a template. */
export async function givenPackFile(tx: Writer, subjectKind: string, subjectId: string): Promise<string> {
  const id = uuidv7();
  const by = { unitId: null, createdBy: 'somebody', createdAt: AT, removedAt: null };
  const content = { sha256: id.replaceAll('-', '').padEnd(64, '0'), sizeBytes: 1, mediaType: 'application/zip' };
  await tx
    .insertInto('file')
    .values({ id, ...content, name: 'Tài liệu mẫu', subjectKind, subjectId, ...by })
    .execute();
  return id;
}

/** A version of the papers of a year that was not sent, its file without content. Gives its id. */
export async function givenPack(db: Db, clusterYearId: string): Promise<string> {
  const id = uuidv7();
  await inTransaction(db, async (tx) => {
    const fileId = await givenPackFile(tx, 'conference-pack', id);
    const sha256 = fileId.replaceAll('-', '').padEnd(64, '0');
    const contents = JSON.stringify({ papers: [], missing: [] });
    const made = { madeAt: AT, madeByName: 'Người mẫu', sentAt: null, sentByName: null, sentTo: null, sentNote: null };
    await tx
      .insertInto('conferencePack')
      .values({
        id,
        clusterYearId,
        number: await nextPackNumber(tx, clusterYearId),
        fileId,
        sha256,
        sizeBytes: 1,
        contents,
        ...made,
        removedAt: null,
      })
      .execute();
  });
  return id;
}
