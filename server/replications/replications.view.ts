import { listEffects, listEffectsOf } from '#db/exemplars/effects.queries.ts';
import { listFilesOf } from '#db/files/files.queries.ts';
import { findReplication, listEntries, listReplications } from '#db/replications/replications.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { notFound } from '#shared/core/refusal.ts';

/** Adoptions in reach: what one's unit took up, and who took up what is of one's unit or cluster. */
export async function replicationList(
  ctx: ActorContext,
  input: { unitId?: string | undefined; clusterYearId?: string | undefined },
) {
  const rows = await listReplications(ctx.db.reads, ctx.access, input);
  const effects = await listEffectsOf(
    ctx.db.reads,
    'replication',
    rows.map(({ id }) => id),
  );
  const own = new Set(ctx.access.own);
  return rows.map((row) => ({ ...row, isMine: own.has(row.unitId), results: effects.get(row.id) ?? [] }));
}

/** One adoption with its progress, results and documents. @throws not-found */
export async function replicationById(ctx: ActorContext, id: string) {
  const db = ctx.db.reads;
  const replication = await findReplication(db, ctx.access, id);
  if (!replication) throw notFound('replication');
  const [entries, effects, files] = await Promise.all([
    listEntries(db, id),
    listEffects(db, 'replication', id),
    listFilesOf(db, 'replication', id),
  ]);
  const mayEdit = accessFor(ctx.actor, 'replications.save')?.own.includes(replication.unitId) ?? false;
  return { ...replication, entries, effects, files, mayEdit };
}
