import type * as z from 'zod/mini';
import {
  type ClusterDetail,
  findMemberships,
  findUnit,
  findYearsOf,
  isWithin,
  searchUnits,
} from '#db/clusters/catalogue.queries.ts';
import { endMembership, insertMembership } from '#db/clusters/clusters.writes.ts';
import type { Reader } from '#db/database.ts';
import { lockUnit } from '#db/units/units.writes.ts';
import { clusterToChange } from '#server/clusters/clusters.policy.ts';
import { openReports } from '#server/clusters/year-reports.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import type { addMember as addInput, endMember as endInput, unitSearch } from '#shared/clusters/clusters.schema.ts';
import { addMemberReasons, endMemberReasons, overlaps, type Span, spanWithin } from '#shared/clusters/members.rules.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import { fold } from '#shared/core/fold.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';

/** Units that may become members of a cluster of this organiser, by a part of their name; at most 20. */
export function unitsToAdd(ctx: ActorContext, { organizerUnitId, query }: z.infer<typeof unitSearch>) {
  const mayAsk = ctx.access.all || (organizerUnitId !== null && ctx.access.own.includes(organizerUnitId));
  if (!mayAsk) throw notFound('cluster');
  return searchUnits(ctx.db.reads, organizerUnitId, fold(query), vietnamDate(ctx.now()));
}

/** Adds a unit from a day on; it gets the reports that the running years ask of their members. */
export function addMemberOnce(ctx: ActorContext, input: z.infer<typeof addInput>): Promise<{ id: string }> {
  const { clusterId, unitId, validFrom } = input;
  return commitOnce(ctx, input, async (tx) => {
    const cluster = await clusterToChange(ctx, tx, clusterId);
    await lockUnit(tx, unitId);
    const unit = await findUnit(tx, unitId);
    if (!unit) throw new Refusal('refused', [{ code: 'cluster.unit-not-found', field: 'unitId' }]);
    refuseIf(await reachReasons(tx, cluster, unit));
    if (cluster.closedOn !== null && validFrom >= cluster.closedOn)
      refuseIf([{ code: 'cluster.closed', field: 'validFrom', facts: { closedOn: cluster.closedOn } }]);
    const members = await findMemberships(tx, clusterId);
    refuseIf(addMemberReasons(unit, validFrom, members));
    const span = spanWithin(unit, validFrom);
    const id = ctx.newId();
    const last = Math.max(0, ...members.map(({ position }) => position));
    const position = Math.min(input.position ?? last + 1, last + 1);
    await insertMembership(tx, { id, clusterId, unitId, position, ...span });
    for (const year of await findYearsOf(tx, clusterId))
      if (year.status === 'published' && overlaps({ validFrom: year.startsOn, validTo: year.endsOn }, span))
        await openReports(ctx, tx, year);
    return {
      result: { id },
      audit: [
        {
          action: 'cluster.member-added',
          subjectKind: 'cluster',
          subjectId: clusterId,
          subjectLabel: cluster.name,
          unitId: cluster.organizerUnitId,
          changes: [{ field: 'member', from: null, to: memberText({ unitName: unit.name, ...span }) }],
        },
      ],
    };
  });
}

/** 'Sơn La, từ 01/01/2024, đến hết 30/06/2025'. */
function memberText({ unitName, validFrom, validTo }: Span & { unitName: string }): string {
  const from = validFrom === null ? '' : `, từ ${formatDate(validFrom)}`;
  return `${unitName}${from}${validTo === null ? '' : `, đến hết ${formatDate(validTo)}`}`;
}

/** A cluster of a province has units of that province only, a national one units without a unit above. */
async function reachReasons(
  db: Reader,
  cluster: ClusterDetail,
  unit: { id: string; name: string; parentId: string | null },
): Promise<Reason[]> {
  const field = 'unitId';
  if (cluster.organizerUnitId === null)
    return unit.parentId === null ? [] : [{ code: 'cluster.unit-not-national', field, facts: { unit: unit.name } }];
  if (await isWithin(db, unit.id, cluster.organizerUnitId)) return [];
  const facts = { unit: unit.name, organizer: cluster.organizerName ?? '…' };
  return [{ code: 'cluster.unit-out-of-reach', field, facts }];
}

/** Ends a membership with its last day; the unit reads on and acts no more. An end that was set may be corrected. */
export function endMember(ctx: ActorContext, input: z.infer<typeof endInput>): Promise<{ id: string }> {
  const { clusterId, memberId, validTo, reason } = input;
  return commit(ctx, async (tx) => {
    const cluster = await clusterToChange(ctx, tx, clusterId);
    const members = await findMemberships(tx, clusterId);
    const member = members.find(({ id }) => id === memberId);
    if (!member) throw notFound('cluster-member');
    const years = await findYearsOf(tx, clusterId);
    const led = years
      .filter((year) => year.chairUnitId === member.unitId || year.deputyChairUnitId === member.unitId)
      .map((year) => ({
        year: year.year,
        startsOn: year.startsOn,
        endsOn: year.endsOn,
        isChair: year.chairUnitId === member.unitId,
      }));
    refuseIf(endMemberReasons(member, validTo, { members, led }));
    await endMembership(tx, memberId, validTo);
    return {
      result: { id: memberId },
      audit: [
        {
          action: 'cluster.member-ended',
          subjectKind: 'cluster',
          subjectId: clusterId,
          subjectLabel: cluster.name,
          unitId: cluster.organizerUnitId,
          ...(reason && { reason }),
          changes: [{ field: 'member', from: memberText(member), to: memberText({ ...member, validTo }) }],
        },
      ],
    };
  });
}
