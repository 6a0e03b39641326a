import { findHistory } from '#db/audit/audit.queries.ts';
import { type ClusterDetail, findCluster } from '#db/clusters/catalogue.queries.ts';
import { lockCluster } from '#db/clusters/clusters.writes.ts';
import type { Reader, Writer } from '#db/database.ts';
import type { ActorContext } from '#server/core/context.ts';
import { currentLanguage } from '#server/core/language.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { CLUSTER_ACTION_LABELS, CLUSTER_FIELD_LABELS } from '#shared/clusters/clusters.labels.ts';
import { conflict, notFound, Refusal } from '#shared/core/refusal.ts';

/**
 * The cluster this call may change, held until the transaction ends: the administrator any, staff those that their unit
 * organises. One that the person may only read is refused with the reason.
 */
export async function clusterToChange(ctx: ActorContext, tx: Writer, id: string): Promise<ClusterDetail> {
  await lockCluster(tx, id);
  const cluster = await findCluster(tx, ctx.access, id);
  if (cluster) return cluster;
  throw await whyNot(ctx, tx, id);
}

/** The same for reading what only those who may change it need. */
export async function clusterOfOrganizer(ctx: ActorContext, db: Reader, id: string): Promise<ClusterDetail> {
  const cluster = await findCluster(db, ctx.access, id);
  if (cluster) return cluster;
  throw await whyNot(ctx, db, id);
}

async function whyNot(ctx: ActorContext, db: Reader, id: string): Promise<Refusal> {
  const readable = accessFor(ctx.actor, 'clusters.byId');
  const found = readable && (await findCluster(db, readable, id));
  return found ? new Refusal('forbidden', [{ code: 'cluster.not-organizer' }]) : notFound('cluster');
}

/** The refusal for the second of two editors: who changed what, and when. */
export async function changedMeanwhile(db: Reader, subjectKind: 'cluster' | 'cluster-year', id: string) {
  const everything = { all: true, cluster: [], chair: [], own: [], office: [], today: '' };
  const [last] = await findHistory(db, everything, subjectKind, id);
  const fields = (last?.changes ?? []).map(({ field }) => CLUSTER_FIELD_LABELS[field]?.[currentLanguage()] ?? field);
  const what =
    fields.length > 0 ? fields.join(', ') : (CLUSTER_ACTION_LABELS[last?.action ?? '']?.[currentLanguage()] ?? '…');
  return conflict([
    {
      code: `${subjectKind}.changed-meanwhile`,
      facts: { who: last?.actorName ?? 'Người khác', changedAt: last?.at ?? '…', what },
    },
  ]);
}
