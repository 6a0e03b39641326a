import type * as z from 'zod/mini';
import {
  findCluster,
  findClusterByName,
  findClusterToPrepare,
  findMemberships,
  findUnit,
  findYearsOf,
  listClusters,
} from '#db/clusters/catalogue.queries.ts';
import { findClusterYears } from '#db/clusters/clusters.queries.ts';
import { insertCluster, lockClusterNames, updateCluster } from '#db/clusters/clusters.writes.ts';
import { listFilesOf } from '#db/files/files.queries.ts';
import { findClusterOwner } from '#db/files/subjects.queries.ts';
import { changedMeanwhile, clusterToChange } from '#server/clusters/clusters.policy.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import type { FieldChange } from '#shared/audit/audit.schema.ts';
import { CLUSTER_KIND_LABELS } from '#shared/clusters/clusters.labels.ts';
import type { createCluster as createInput, saveCluster as saveInput } from '#shared/clusters/clusters.schema.ts';
import { leadState } from '#shared/clusters/hand-over.rules.ts';
import { holdsOn } from '#shared/clusters/members.rules.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { readAllotment } from '#shared/nominations/nominations.rules.ts';

/** Danh sách cụm, khối in reach, and for which organisers this person may make new ones. */
export async function clusterList(ctx: ActorContext) {
  const rows = await listClusters(ctx.db.reads, ctx.access);
  return {
    today: vietnamDate(ctx.now()),
    rows: rows.map((row) => ({ ...row, memberCount: Number(row.memberCount) })),
    organizers: await organizersOf(ctx),
  };
}

/** Units for which this person may make a cluster; `null` in it: the central council. Empty: none at all. */
async function organizersOf(ctx: ActorContext): Promise<({ id: string; name: string } | null)[]> {
  const access = accessFor(ctx.actor, 'clusters.create');
  if (!access) return [];
  const units = await Promise.all(access.own.map((id) => findUnit(ctx.db.reads, id)));
  const own = units.flatMap((unit) => (unit ? [{ id: unit.id, name: unit.fullName }] : []));
  return access.all ? [null, ...own] : own;
}

/** One cluster: its members with their dates, its years, its documents. */
export async function clusterPage(ctx: ActorContext, id: string) {
  const db = ctx.db.reads;
  const cluster = await findCluster(db, ctx.access, id);
  if (!cluster) throw notFound('cluster');
  const today = vietnamDate(ctx.now());
  const readable = accessFor(ctx.actor, 'clusters.list');
  const [members, years, documents, open] = await Promise.all([
    findMemberships(db, id),
    findYearsOf(db, id),
    listFilesOf(db, 'cluster', id),
    readable ? findClusterYears(db, readable) : [],
  ]);
  const oldestFirst = years.filter(({ status }) => status !== 'draft').toReversed();
  const leading = oldestFirst.find((year) => leadState(oldestFirst, year.id, today) === 'leading');
  const change = accessFor(ctx.actor, 'clusters.save');
  const mayChange = change !== undefined && (await findCluster(db, change, id)) !== undefined;
  const prepare = accessFor(ctx.actor, 'clusters.openYear');
  const prepared = prepare && (await findClusterToPrepare(db, prepare, id));
  // A draft is seen by those who prepare it.
  const preparing = accessFor(ctx.actor, 'indicators.setOfYear');
  const seesDrafts = mayChange || (leading && preparing?.chair.includes(leading.chairUnitId)) === true;
  const mayOpen = new Set(open.map((year) => year.id));
  return {
    ...cluster,
    today,
    members: members.map((member) => ({ ...member, isActive: holdsOn(member, today) })),
    years: years
      .filter(({ status }) => seesDrafts || status !== 'draft')
      .map((year) => ({
        id: year.id,
        year: year.year,
        yearKind: year.yearKind,
        status: year.status,
        name: year.name,
        startsOn: year.startsOn,
        endsOn: year.endsOn,
        chairName: year.chairName,
        deputyChairName: year.deputyChairName,
        chairPerson: year.chairPerson,
        standingOffice: year.standingOffice,
        handOverOn: year.handOverOn,
        allotment: readAllotment(year.awardAllotment),
        state: year.status === 'draft' ? ('ahead' as const) : leadState(oldestFirst, year.id, today),
        isDemo: year.isDemo === 1,
        mayOpen: mayOpen.has(year.id),
        mayEdit: prepared !== undefined && (mayChange || (leading !== undefined && year.year >= leading.year)),
      })),
    documents,
    /** Whether this person may change the cluster, its members and years. */
    mayChange,
    /** Whether this person may open its next year: the unit that leads it, or its organiser. */
    mayPrepare: prepared !== undefined,
    mayAttach: change !== undefined && (await findClusterOwner(db, change, id)) !== undefined,
  };
}

/** Makes a cluster or bloc without members. */
export function createClusterOnce(ctx: ActorContext, input: z.infer<typeof createInput>): Promise<{ id: string }> {
  const { organizerUnitId, name, shortName, kind, source } = input;
  return commitOnce(ctx, input, async (tx) => {
    if (!ctx.access.all && !(organizerUnitId !== null && ctx.access.own.includes(organizerUnitId)))
      throw new Refusal('forbidden', [{ code: 'cluster.not-organizer-of-province', field: 'organizerUnitId' }]);
    const organizer = organizerUnitId === null ? undefined : await findUnit(tx, organizerUnitId);
    if (organizerUnitId !== null && !organizer)
      refuseIf([{ code: 'cluster.unit-not-found', field: 'organizerUnitId' }]);
    await lockClusterNames(tx);
    if (await findClusterByName(tx, name)) refuseIf([{ code: 'cluster.name-taken', field: 'name', facts: { name } }]);
    const id = ctx.newId();
    await insertCluster(tx, { id, name, shortName, kind, source: source || null, organizerUnitId });
    return {
      result: { id },
      audit: [
        {
          action: 'cluster.created',
          subjectKind: 'cluster',
          subjectId: id,
          subjectLabel: name,
          unitId: organizerUnitId,
          changes: [
            { field: 'name', from: null, to: name },
            { field: 'kind', from: null, to: CLUSTER_KIND_LABELS[kind].vi },
            { field: 'organizer', from: null, to: organizer?.fullName ?? 'Trung ương' },
          ],
        },
      ],
    };
  });
}

/** Saves name, kind, basis and closing day. */
export function saveClusterFields(ctx: ActorContext, input: z.infer<typeof saveInput>): Promise<{ version: number }> {
  const { id, seenVersion, name, shortName, kind, source, closedOn } = input;
  return commit(ctx, async (tx) => {
    const before = await clusterToChange(ctx, tx, id);
    if (before.version !== seenVersion) throw await changedMeanwhile(tx, 'cluster', id);
    await lockClusterNames(tx);
    const twin = await findClusterByName(tx, name);
    if (twin && twin.id !== id) refuseIf([{ code: 'cluster.name-taken', field: 'name', facts: { name } }]);
    const [lastYear] = await findYearsOf(tx, id);
    if (closedOn !== null && lastYear && closedOn <= lastYear.endsOn)
      refuseIf([
        {
          code: 'cluster.closed-too-early',
          field: 'closedOn',
          facts: { year: String(lastYear.year), endsOn: lastYear.endsOn },
        },
      ]);
    const change = { name, shortName, kind, source: source || null, closedOn };
    if (!(await updateCluster(tx, { id, seenVersion }, change))) throw await changedMeanwhile(tx, 'cluster', id);
    const changes: FieldChange[] = [
      { field: 'name', from: before.name, to: name },
      { field: 'shortName', from: before.shortName, to: shortName },
      { field: 'kind', from: CLUSTER_KIND_LABELS[before.kind].vi, to: CLUSTER_KIND_LABELS[kind].vi },
      { field: 'source', from: before.source, to: change.source },
      {
        field: 'closedOn',
        from: before.closedOn && formatDate(before.closedOn),
        to: closedOn && formatDate(closedOn),
      },
    ];
    return {
      result: { version: seenVersion + 1 },
      audit: [
        {
          action: 'cluster.saved',
          subjectKind: 'cluster',
          subjectId: id,
          subjectLabel: name,
          unitId: before.organizerUnitId,
          changes: changes.filter(({ from, to }) => from !== to),
        },
      ],
    };
  });
}
