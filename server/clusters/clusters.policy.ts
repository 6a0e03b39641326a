import { findHistory } from '#db/audit/audit.queries.ts';
import { type ClusterDetail, findCluster, findClusterToPrepare } from '#db/clusters/catalogue.queries.ts';
import { lockCluster } from '#db/clusters/clusters.writes.ts';
import type { Reader, Writer } from '#db/database.ts';
import type { ActorContext } from '#server/core/context.ts';
import { currentLanguage } from '#server/core/language.ts';
import { type Access, accessFor } from '#shared/accounts/permissions.ts';
import { CLUSTER_ACTION_LABELS, CLUSTER_FIELD_LABELS } from '#shared/clusters/clusters.labels.ts';
import type { Reason } from '#shared/core/reason.ts';
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

/** A cluster whose years are prepared, and as whom. */
export type Prepared = ClusterDetail & { leadingYearId: string | null; isOrganizer: boolean };

/**
 * The cluster whose years this call may prepare: its organiser, and the unit that leads it today (decides nothing about
 * years before its own, nor who leads a published one: see `leaderReasons`).
 */
export async function clusterOfPreparer(
  ctx: ActorContext,
  db: Reader,
  id: string,
  refusal = 'cluster.not-preparer',
): Promise<Prepared> {
  const cluster = await findClusterToPrepare(db, ctx.access, id);
  if (!cluster) throw await whyNot(ctx, db, id, refusal);
  return { ...cluster, isOrganizer: isOrganizedBy(ctx.access, cluster) };
}

/** The same, held until the transaction ends. `refusal`: what is said to whoever only reads the cluster. */
export async function clusterToPrepare(ctx: ActorContext, tx: Writer, id: string, refusal?: string): Promise<Prepared> {
  await lockCluster(tx, id);
  return clusterOfPreparer(ctx, tx, id, refusal);
}

/** Whether these rights come from organising the cluster (the administrator: any), not from leading it. */
export function isOrganizedBy({ all, own }: Access, { organizerUnitId }: { organizerUnitId: string | null }): boolean {
  return all || (organizerUnitId !== null && own.includes(organizerUnitId));
}

/** Why the leading unit may not take a step with this year: it is older than the one it leads. Empty for the organiser. */
export function leaderReasons(
  { isOrganizer, leadingYearId }: Pick<Prepared, 'isOrganizer' | 'leadingYearId'>,
  year: number,
  years: readonly { id: string; year: number }[],
): Reason[] {
  const leading = years.find(({ id }) => id === leadingYearId);
  if (isOrganizer || !leading || year >= leading.year) return [];
  return [{ code: 'cluster-year.before-leading', facts: { year, leading: leading.year } }];
}

async function whyNot(ctx: ActorContext, db: Reader, id: string, code = 'cluster.not-organizer'): Promise<Refusal> {
  const readable = accessFor(ctx.actor, 'clusters.byId');
  const found = readable && (await findCluster(db, readable, id));
  return found ? new Refusal('forbidden', [{ code }]) : notFound('cluster');
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
