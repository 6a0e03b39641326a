import { isActiveMember } from '#db/clusters/active-member.ts';
import { leadingUnit } from '#db/clusters/leading-unit.ts';
import type { Reader } from '#db/database.ts';

/** Signatures that these units are asked for and have not given, while they are members. */
export function findPledgesToSign(db: Reader, unitIds: readonly string[], today: string) {
  return db
    .selectFrom('pledgeSignature as signature')
    .innerJoin('pledge', 'pledge.id', 'signature.pledgeId')
    .innerJoin('clusterYear', 'clusterYear.id', 'pledge.clusterYearId')
    .innerJoin('unit', 'unit.id', 'signature.unitId')
    .select(['pledge.clusterYearId', 'clusterYear.year', 'unit.name as unitName'])
    .where('signature.unitId', 'in', [...unitIds])
    .where('signature.signedOn', 'is', null)
    .where('pledge.status', '=', 'signing')
    .where(isActiveMember('clusterYear.clusterId', 'signature.unitId', today))
    .execute();
}

/** Drafts on which these units, members today, have not given their opinion since it was last asked for. */
export function findPledgesToAnswer(db: Reader, unitIds: readonly string[], today: string) {
  return db
    .selectFrom('pledge')
    .innerJoin('clusterYear', 'clusterYear.id', 'pledge.clusterYearId')
    .innerJoin('clusterMember as member', 'member.clusterId', 'clusterYear.clusterId')
    .innerJoin('unit', 'unit.id', 'member.unitId')
    .leftJoin('pledgeOpinion as opinion', (join) =>
      join.onRef('opinion.pledgeId', '=', 'pledge.id').onRef('opinion.unitId', '=', 'member.unitId'),
    )
    .select(['pledge.clusterYearId', 'pledge.consultDueOn', 'clusterYear.year', 'unit.name as unitName'])
    .where('pledge.status', '=', 'consulting')
    .where('member.unitId', 'in', [...unitIds])
    .where((eb) => eb.or([eb('member.validFrom', 'is', null), eb('member.validFrom', '<=', today)]))
    .where((eb) => eb.or([eb('member.validTo', 'is', null), eb('member.validTo', '>=', today)]))
    .where((eb) =>
      eb.or([
        eb('opinion.givenAt', 'is', null),
        eb('opinion.givenAt', '<', eb.fn.coalesce('pledge.consultOpenedAt', eb.val(''))),
      ]),
    )
    .execute();
}

/** Promises of these units, members today, in years that run, with the quarters they have entered something of. */
export async function findRunningPromises(db: Reader, unitIds: readonly string[], today: string) {
  const promises = await db
    .selectFrom('pledge')
    .innerJoin('clusterYear', 'clusterYear.id', 'pledge.clusterYearId')
    .innerJoin('pledgeTarget as target', 'target.pledgeId', 'pledge.id')
    .innerJoin('unit', 'unit.id', 'target.unitId')
    .distinct()
    .select(['pledge.id', 'pledge.clusterYearId', 'clusterYear.year', 'clusterYear.yearKind'])
    .select(['unit.id as unitId', 'unit.name as unitName'])
    .where('target.unitId', 'in', [...unitIds])
    .where('target.value', 'is not', null)
    .where('pledge.status', 'in', ['agreed', 'signing', 'published'])
    .where('clusterYear.startsOn', '<=', today)
    .where('clusterYear.endsOn', '>=', today)
    .where(isActiveMember('clusterYear.clusterId', 'target.unitId', today))
    .execute();
  if (promises.length === 0) return [];
  const entered = await db
    .selectFrom('pledgeQuarter')
    .select(['pledgeId', 'unitId', 'quarter'])
    .where('unitId', 'in', [...unitIds])
    .execute();
  return promises.map((promise) => ({
    ...promise,
    quarters: entered
      .filter(({ pledgeId, unitId }) => pledgeId === promise.id && unitId === promise.unitId)
      .map(({ quarter }) => quarter),
  }));
}

/** Pledges of clusters that these units lead on the day, signed by all who were asked and have not left. */
export function findPledgesToPublish(db: Reader, chairUnitIds: readonly string[], today: string) {
  return db
    .selectFrom('pledge')
    .innerJoin('clusterYear', 'clusterYear.id', 'pledge.clusterYearId')
    .select(['pledge.clusterYearId', 'clusterYear.year'])
    .where(leadingUnit('clusterYear.clusterId', today), 'in', [...chairUnitIds])
    .where('pledge.status', '=', 'signing')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('pledgeSignature as open')
            .select('open.id')
            .innerJoin('clusterMember as staying', 'staying.unitId', 'open.unitId')
            .whereRef('open.pledgeId', '=', 'pledge.id')
            .whereRef('staying.clusterId', '=', 'clusterYear.clusterId')
            .where('open.signedOn', 'is', null)
            .where((of) => of.or([of('staying.validTo', 'is', null), of('staying.validTo', '>=', today)])),
        ),
      ),
    )
    .execute();
}
