import type * as z from 'zod/mini';
import { findYearsOf, type YearOfCluster } from '#db/clusters/catalogue.queries.ts';
import { findClusterYear } from '#db/clusters/clusters.queries.ts';
import { lockCluster, updateYear } from '#db/clusters/clusters.writes.ts';
import { countHandedOver } from '#db/clusters/hand-over.queries.ts';
import type { Reader } from '#db/database.ts';
import { changedMeanwhile } from '#server/clusters/clusters.policy.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import type { setHandOver } from '#shared/clusters/clusters.schema.ts';
import { handOverReasons, leadState } from '#shared/clusters/hand-over.rules.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';

/** Bàn giao: who leads the cluster today and until when, who comes next, and what goes over. */
export async function handOverPage(ctx: ActorContext, clusterYearId: string) {
  const db = ctx.db.reads;
  const year = await findClusterYear(db, ctx.access, clusterYearId);
  if (!year || year.status === 'draft') throw notFound('cluster-year');
  const today = vietnamDate(ctx.now());
  const years = publishedFirstToLast(await findYearsOf(db, year.clusterId));
  const { leading, next } = placesOf(years, clusterYearId, today);
  const checklist = await countHandedOver(db, year.clusterId, leading.id, today);
  return {
    today,
    clusterYear: {
      id: year.id,
      clusterId: year.clusterId,
      clusterKind: year.clusterKind,
      clusterName: year.clusterName,
      year: year.year,
      name: year.name,
      version: year.version,
      isDemo: year.isDemo === 1,
      chairName: year.chairName,
      handOverOn: year.handOverOn,
      handOverNote: year.handOverNote,
    },
    state: leadState(years, clusterYearId, today),
    leader: {
      clusterYearId: leading.id,
      year: leading.year,
      unitName: leading.chairName,
      standingOffice: leading.standingOffice,
      until: leading.handOverOn !== null && leading.handOverOn > today ? leading.handOverOn : null,
    },
    next: next
      ? {
          clusterYearId: next.id,
          year: next.year,
          chairName: next.chairName,
          deputyChairName: next.deputyChairName,
          standingOffice: next.standingOffice,
        }
      : null,
    checklist,
    mayPack: mayPack(ctx, leading.chairUnitId),
    /** Why this person cannot set the day; empty when they can. The day itself is judged when it is given. */
    setReasons: settingReasons(ctx, years, clusterYearId, today),
  };
}

/** The files of the hand-over are for the office of the unit that leads on the day. */
function mayPack(ctx: ActorContext, leadingUnitId: string): boolean {
  const access = accessFor(ctx.actor, 'clusters.handOverPack') ?? NO_ACCESS;
  return access.all || access.chair.includes(leadingUnitId);
}

/** A draft takes nothing over: its chair may still change. */
const publishedFirstToLast = (newestFirst: readonly YearOfCluster[]) =>
  newestFirst.filter(({ status }) => status !== 'draft').toReversed();

function placesOf(years: readonly YearOfCluster[], id: string, today: string) {
  const at = years.findIndex((one) => one.id === id);
  const leading = years.find((one) => leadState(years, one.id, today) === 'leading')!;
  return { year: years[at]!, previous: years[at - 1], next: years[at + 1], leading };
}

function settingReasons(ctx: ActorContext, years: readonly YearOfCluster[], id: string, today: string): Reason[] {
  const { year, next, leading } = placesOf(years, id, today);
  const access = accessFor(ctx.actor, 'clusters.setHandOver') ?? NO_ACCESS;
  if (!access.all && !access.chair.includes(leading.chairUnitId))
    return [{ code: 'hand-over.not-approver', facts: { chair: leading.chairName } }];
  if (!next) return [{ code: 'hand-over.no-next-year', facts: { next: String(year.year + 1) } }];
  if (year.handOverOn !== null && year.handOverOn <= today && !access.all)
    return [{ code: 'hand-over.fixed', facts: { handOverOn: year.handOverOn } }];
  return [];
}

/**
 * Sets the day on which the rights over the cluster move to the chair of the next year. The plan's stage of the
 * hand-over moves with it.
 */
export function setHandOverDay(ctx: ActorContext, input: z.infer<typeof setHandOver>): Promise<{ version: number }> {
  const { clusterYearId: id, seenVersion, handOverOn, note } = input;
  return commit(ctx, async (tx) => {
    await lockCluster(tx, (await yearsToHandOver(ctx, tx, id))[0]!.clusterId);
    // Again behind the lock: the day of a year beside this one may have been set meanwhile.
    const years = await yearsToHandOver(ctx, tx, id);
    const today = vietnamDate(ctx.now());
    const { year, previous, next, leading } = placesOf(years, id, today);
    if (!ctx.access.all && !ctx.access.chair.includes(leading.chairUnitId))
      throw new Refusal('forbidden', [{ code: 'hand-over.not-approver', facts: { chair: leading.chairName } }]);
    if (year.version !== seenVersion) throw await changedMeanwhile(tx, 'cluster-year', id);
    refuseIf(handOverReasons({ year, previous, next, handOverOn, today, isAdmin: ctx.access.all }));
    const changes = [
      { field: 'handOverOn', from: year.handOverOn && formatDate(year.handOverOn), to: formatDate(handOverOn) },
      { field: 'handOverNote', from: year.handOverNote, to: note || null },
    ].filter(({ from, to }) => from !== to);
    if (changes.length === 0) refuseIf([{ code: 'hand-over.same-day', field: 'handOverOn' }]);
    if (!(await updateYear(tx, { id, seenVersion }, { handOverOn, handOverNote: note || null })))
      throw await changedMeanwhile(tx, 'cluster-year', id);
    await tx
      .updateTable('stage')
      .set({ opensOn: handOverOn, closesOn: handOverOn })
      .where('clusterYearId', '=', id)
      .where('kind', '=', 'hand-over')
      .execute();
    return {
      result: { version: seenVersion + 1 },
      audit: [
        {
          action: 'cluster-year.hand-over-set',
          subjectKind: 'cluster-year',
          subjectId: id,
          subjectLabel: year.name,
          clusterYearId: id,
          changes,
        },
      ],
    };
  });
}

/** The years of the cluster, oldest first, if the person may read this one. */
async function yearsToHandOver(ctx: ActorContext, tx: Reader, id: string): Promise<YearOfCluster[]> {
  const readable = accessFor(ctx.actor, 'clusters.handOver') ?? NO_ACCESS;
  const year = await findClusterYear(tx, readable, id);
  if (!year || year.status === 'draft') throw notFound('cluster-year');
  return publishedFirstToLast(await findYearsOf(tx, year.clusterId));
}
