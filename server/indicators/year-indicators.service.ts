import type * as z from 'zod/mini';
import { findCluster } from '#db/clusters/catalogue.queries.ts';
import { lockCluster, updateYear } from '#db/clusters/clusters.writes.ts';
import { findPlanYear, type PlanYear } from '#db/clusters/years.queries.ts';
import type { Reader } from '#db/database.ts';
import {
  findHolds,
  findVersions,
  findYearIndicators,
  type VersionOfCatalogue,
} from '#db/indicators/indicators.queries.ts';
import { holdFigures, replaceYearIndicators } from '#db/indicators/indicators.writes.ts';
import { changedMeanwhile } from '#server/clusters/clusters.policy.ts';
import { tellMembers } from '#server/clusters/tell-members.service.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { worded } from '#server/core/worded.ts';
import { seriesOf } from '#server/indicators/indicators.view.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { yearTitle } from '#shared/core/year-title.ts';
import { lockReasons, removalReasons, yearChoiceReasons } from '#shared/indicators/catalogue.rules.ts';
import type { setYearIndicators } from '#shared/indicators/indicators.schema.ts';

/** The version of each indicator that a year beginning on this day asks; closed ones fall away. */
function validOn(versions: readonly VersionOfCatalogue[], day: string): VersionOfCatalogue[] {
  return versions.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day));
}

/** Common indicators serve every cluster, others that of their keeper: as organiser or as the unit that leads it. */
const isUsable = ({ organizerUnitId, leaderUnitId, chairUnitId }: PlanYear, { ownerUnitId }: VersionOfCatalogue) =>
  ownerUnitId === null || [organizerUnitId, leaderUnitId, chairUnitId].includes(ownerUnitId);

async function holdsOf(db: Reader, clusterYearId: string) {
  const { frozenAt, sent, filledBy } = await findHolds(db, clusterYearId);
  return {
    frozenOn: frozenAt === null ? null : vietnamDate(new Date(frozenAt)),
    sent: sent?.sentAt ? { unit: sent.unit, sentOn: vietnamDate(new Date(sent.sentAt)) } : null,
    filledBy,
  };
}

/** Grounds against this person choosing the indicators of a year. */
async function chooserReasons(ctx: ActorContext, db: Reader, year: PlanYear): Promise<Reason[]> {
  const access = accessFor(ctx.actor, 'indicators.setOfYear') ?? NO_ACCESS;
  const leads = year.leaderUnitId !== null && access.chair.includes(year.leaderUnitId);
  if (leads || (await findCluster(db, { ...access, chair: [] }, year.clusterId))) return [];
  return [{ code: 'indicator.not-year-keeper', facts: { chair: year.leaderName ?? year.chairName } }];
}

/** Chỉ tiêu của năm: in their order, each with how its series goes on; and what could be asked besides. */
export async function indicatorsOfYear(ctx: ActorContext, clusterYearId: string) {
  const db = ctx.db.reads;
  const year = await findPlanYear(db, ctx.access, clusterYearId);
  if (!year) throw notFound('cluster-year');
  const [asked, catalogue, holds, grounds] = await Promise.all([
    findYearIndicators(db, clusterYearId),
    findVersions(db),
    holdsOf(db, clusterYearId),
    chooserReasons(ctx, db, year),
  ]);
  const byId = new Map(catalogue.map((version) => [version.id, version]));
  const taken = new Set(asked.map(({ indicatorId }) => indicatorId));
  const line = (version: VersionOfCatalogue) => ({
    indicatorVersionId: version.id,
    indicatorId: version.indicatorId,
    name: version.name,
    unitOfMeasure: version.unitOfMeasure,
    kind: version.kind,
    aggregation: version.aggregation,
    decimals: version.decimals,
    sourceOffice: version.sourceOffice,
    weightIndicatorId: version.weightIndicatorId,
    ownerName: version.ownerName,
    series: seriesOf(version, catalogue),
  });
  const archived: Reason[] =
    year.status === 'archived' && year.archivedAt
      ? [
          {
            code: 'cluster-year.archived',
            facts: { name: year.name, archivedOn: vietnamDate(new Date(year.archivedAt)) },
          },
        ]
      : [];
  return {
    year: {
      id: year.id,
      year: year.year,
      yearKind: year.yearKind,
      name: year.name,
      status: year.status,
      version: year.version,
      startsOn: year.startsOn,
      clusterName: year.clusterName,
    },
    /** Why this person cannot choose; empty when they can. */
    chooseReasons: worded([...grounds, ...archived].slice(0, 1)),
    /** Why none can be removed; empty while some can. */
    lockReasons: worded(lockReasons(holds)),
    rows: asked.map((one) => ({
      ...line(byId.get(one.id)!),
      isHeadline: one.isHeadline === 1,
      /** Why it stays; empty while it can be removed. */
      removeReasons: worded(removalReasons({ indicatorVersionId: one.id, name: one.name }, holds)),
    })),
    available:
      grounds.length > 0
        ? []
        : validOn(catalogue, year.startsOn)
            .filter((version) => !taken.has(version.indicatorId) && isUsable(year, version))
            .map(line)
            .toSorted((a, b) => a.name.localeCompare(b.name, 'vi')),
  };
}

/** Chooses and orders the indicators of a year. Members of a published year are told of what was added. */
export function setIndicatorsOfYear(
  ctx: ActorContext,
  { clusterYearId, seenVersion, items }: z.infer<typeof setYearIndicators>,
): Promise<{ version: number; toldCount: number }> {
  return commit(ctx, async (tx) => {
    const readable = accessFor(ctx.actor, 'indicators.ofYear') ?? NO_ACCESS;
    const seen = await findPlanYear(tx, readable, clusterYearId);
    if (!seen) throw notFound('cluster-year');
    await lockCluster(tx, seen.clusterId);
    const year = (await findPlanYear(tx, readable, clusterYearId))!;
    const grounds = await chooserReasons(ctx, tx, year);
    if (grounds.length > 0) throw new Refusal('forbidden', grounds);
    if (year.version !== seenVersion) throw await changedMeanwhile(tx, 'cluster-year', clusterYearId);
    const [asked, catalogue] = [await findYearIndicators(tx, clusterYearId), await findVersions(tx)];
    const valid = new Set(validOn(catalogue, year.startsOn).map(({ id }) => id));
    const nameOf = (indicatorId: string) =>
      catalogue.findLast((version) => version.indicatorId === indicatorId)?.name ?? '…';
    const chosen = items.map(({ indicatorVersionId, isHeadline }) => {
      const version = catalogue.find(({ id }) => id === indicatorVersionId);
      if (!version) throw notFound('indicator');
      const { indicatorId, name, weightIndicatorId } = version;
      const weight = weightIndicatorId ? { indicatorId: weightIndicatorId, name: nameOf(weightIndicatorId) } : null;
      const isOfUse = isUsable(year, version);
      return {
        indicatorVersionId,
        indicatorId,
        name,
        weight,
        isHeadline,
        isValid: valid.has(version.id),
        isUsable: isOfUse,
      };
    });
    const before = asked.map(({ id, indicatorId, name }) => ({ indicatorVersionId: id, indicatorId, name }));
    const { startsOn, endsOn } = year;
    const kept = new Set<string>(chosen.map(({ indicatorVersionId }) => indicatorVersionId));
    const gone = before.flatMap(({ indicatorVersionId }) => (kept.has(indicatorVersionId) ? [] : [indicatorVersionId]));
    // What somebody is typing or freezing at this moment is waited for, and seen by the rules.
    if (gone.length > 0) await holdFigures(tx, clusterYearId);
    const holds = await holdsOf(tx, clusterYearId);
    refuseIf(yearChoiceReasons({ chosen, before, startsOn, endsOn, ...holds }));
    const old = new Set<string>(before.map(({ indicatorVersionId }) => indicatorVersionId));
    if (!(await updateYear(tx, { id: clusterYearId, seenVersion }, {})))
      throw await changedMeanwhile(tx, 'cluster-year', clusterYearId);
    await replaceYearIndicators(
      tx,
      clusterYearId,
      chosen.map(({ indicatorVersionId, isHeadline }, index) => ({
        clusterYearId,
        indicatorVersionId,
        position: index + 1,
        isHeadline: isHeadline ? 1 : 0,
      })),
      gone,
    );
    const added = chosen.filter(({ indicatorVersionId }) => !old.has(indicatorVersionId)).map(({ name }) => name);
    const title = yearTitle(year);
    const facts = { cluster: year.shortName, title: title.vi, titleEn: title.en, added: added.join(', ') };
    const toldCount =
      year.status === 'published' && added.length > 0
        ? await tellMembers(ctx, tx, clusterYearId, { code: 'notice.indicators-changed', facts })
        : 0;
    return {
      result: { version: seenVersion + 1, toldCount },
      audit: [
        {
          action: 'cluster-year.indicators-set',
          subjectKind: 'cluster-year',
          subjectId: clusterYearId,
          subjectLabel: `${year.name}, ${year.shortName}`,
          clusterYearId,
          changes: [
            { field: 'indicators', from: listed(before), to: listed(chosen) },
            {
              field: 'headlines',
              from: listed(asked.filter(({ isHeadline }) => isHeadline === 1)),
              to: listed(chosen.filter(({ isHeadline }) => isHeadline)),
            },
          ].filter(({ from, to }) => from !== to),
        },
      ],
    };
  });
}

const listed = (rows: readonly { name: string }[]) => rows.map(({ name }) => name).join('; ') || null;
