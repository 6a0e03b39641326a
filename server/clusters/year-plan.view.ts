import { findAims } from '#db/care/care.queries.ts';
import { findClusterToPrepare, findYearsOf } from '#db/clusters/catalogue.queries.ts';
import { findMembers, findMovements, findStages } from '#db/clusters/clusters.queries.ts';
import { countOpenReports, findMemberAccounts, findPlanYear, type PlanYear } from '#db/clusters/years.queries.ts';
import { findNextChair } from '#db/conferences/next-chair.queries.ts';
import { findYearIndicators } from '#db/indicators/indicators.queries.ts';
import { isOrganizedBy, leaderReasons } from '#server/clusters/clusters.policy.ts';
import type { ActorContext } from '#server/core/context.ts';
import { worded } from '#server/core/worded.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { stageState } from '#shared/clusters/matrix.rules.ts';
import { earlyReasons, phaseOn, STAGE_ACTS } from '#shared/clusters/stages.rules.ts';
import { draftWarnings, statusReasons } from '#shared/clusters/year-draft.rules.ts';
import { nextChairText } from '#shared/conferences/next-chair.rules.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound } from '#shared/core/refusal.ts';

/**
 * Kế hoạch năm: what the year consists of, where it stands today, and for each step the grounds against it (none: the
 * person may take it). Of a draft also what to look at before it is published.
 */
export async function yearPlan(ctx: ActorContext, clusterYearId: string) {
  const db = ctx.db.reads;
  const year = await findPlanYear(db, ctx.access, clusterYearId);
  if (!year) throw notFound('cluster-year');
  const today = vietnamDate(ctx.now());
  const [stages, members, movements, indicators, aims] = await Promise.all([
    findStages(db, clusterYearId),
    findMembers(db, clusterYearId),
    findMovements(db, clusterYearId),
    findYearIndicators(db, clusterYearId),
    findAims(db, clusterYearId),
  ]);
  const isDraft = year.status === 'draft';
  const against = await reasonsAgainst(ctx, year);
  const step = (name: Parameters<typeof statusReasons>[0], may: readonly Reason[]) =>
    worded(may.length > 0 ? may : statusReasons(name, year, today));
  const mayPrepare = against.preparing.length === 0;
  return {
    today,
    year: headOf(year),
    phase: phaseOn(stages, today),
    stages: stages.map((stage) => ({
      ...stage,
      state: stageState(stage, today),
      tooEarly: STAGE_ACTS[stage.kind].some(
        ({ procedure }) => earlyReasons(procedure, stage.kind, stage, today).length > 0,
      ),
    })),
    members: members.map(({ unitId, name }) => ({ unitId, name })),
    movements: movements.map(({ id, name }) => ({ id, name })),
    indicators: indicators.map(({ id, name, unitOfMeasure, isHeadline }) => ({
      id,
      name,
      unitOfMeasure,
      isHeadline: isHeadline === 1,
    })),
    aims: aims.flatMap(({ lens, leastPermille }) => (leastPermille === null ? [] : [{ lens, leastPermille }])),
    warnings: isDraft
      ? worded([...(await chairWarnings(ctx, year)), ...(await warningsOf(ctx, year, { today, stages, indicators }))])
      : [],
    /** Accounts that are told when it is published. */
    toldCount: isDraft && mayPrepare ? (await findMemberAccounts(db, clusterYearId, today)).length : 0,
    /** Whether this person may change the plan: the unit that leads the cluster, its organiser. */
    mayPrepare,
    mayChooseIndicators: mayChooseIndicators(ctx, year, against.closing.length === 0),
    actions: {
      publish: step('publish', against.preparing),
      drop: step('drop', against.preparing),
      archive: step('archive', against.closing),
      restore: step('restore', against.closing),
    },
  };
}

/** Why this person may not prepare the year, and why they may not archive it or open it again. */
async function reasonsAgainst(ctx: ActorContext, { clusterId, year }: PlanYear) {
  const access = accessFor(ctx.actor, 'clusters.saveYear');
  const cluster = access && (await findClusterToPrepare(ctx.db.reads, access, clusterId));
  if (!cluster) return { preparing: [{ code: 'cluster.not-preparer' }], closing: [{ code: 'cluster.not-organizer' }] };
  const isOrganizer = isOrganizedBy(access, cluster);
  const { leadingYearId } = cluster;
  const preparing = leaderReasons({ isOrganizer, leadingYearId }, year, await findYearsOf(ctx.db.reads, clusterId));
  return { preparing, closing: isOrganizer ? [] : [{ code: 'cluster.not-organizer' }] };
}

function mayChooseIndicators(ctx: ActorContext, { leaderUnitId }: PlanYear, isOrganizer: boolean): boolean {
  const chair = accessFor(ctx.actor, 'indicators.setOfYear')?.chair ?? [];
  return isOrganizer || (leaderUnitId !== null && chair.includes(leaderUnitId));
}

const headOf = (year: PlanYear) => ({
  id: year.id,
  clusterId: year.clusterId,
  clusterKind: year.clusterKind,
  clusterName: year.clusterName,
  organizerName: year.organizerName,
  year: year.year,
  yearKind: year.yearKind,
  name: year.name,
  status: year.status,
  version: year.version,
  startsOn: year.startsOn,
  endsOn: year.endsOn,
  chairName: year.chairName,
  deputyChairName: year.deputyChairName,
  standingOffice: year.standingOffice,
  modelYear: year.modelYear,
  publishedAt: year.publishedAt,
  archivedAt: year.archivedAt,
  isDemo: year.isDemo === 1,
});

type Content = {
  today: string;
  stages: Parameters<typeof draftWarnings>[0]['stages'];
  indicators: Awaited<ReturnType<typeof findYearIndicators>>;
};

/** The draft names another chair than the conference of the year before recorded. */
async function chairWarnings(ctx: ActorContext, { modelYearId, modelYear, chairUnitId, chairName }: PlanYear) {
  const agreed = modelYearId === null ? undefined : await findNextChair(ctx.db.reads, modelYearId);
  if (!agreed || agreed.chairUnitId === chairUnitId) return [];
  const text = nextChairText({ ...agreed, method: agreed.method! });
  return [
    { code: 'cluster-year.chair-not-agreed', facts: { year: String(modelYear), agreed: text, chair: chairName } },
  ];
}

async function warningsOf(ctx: ActorContext, year: PlanYear, content: Content): Promise<Reason[]> {
  const { today, stages, indicators } = content;
  const asked = new Set(indicators.map(({ indicatorId }) => indicatorId));
  const missing = indicators.filter(({ weightIndicatorId }) => weightIndicatorId && !asked.has(weightIndicatorId));
  const { modelYear, modelStatus, modelEndsOn, modelYearId } = year;
  return draftWarnings({
    today,
    startsOn: year.startsOn,
    endsOn: year.endsOn,
    stages,
    model:
      modelYearId === null || modelYear === null || modelStatus === null || modelEndsOn === null
        ? null
        : {
            year: modelYear,
            status: modelStatus,
            endsOn: modelEndsOn,
            openReportCount: await countOpenReports(ctx.db.reads, modelYearId),
          },
    indicatorCount: indicators.length,
    weightless: await Promise.all(
      missing.map(async ({ name, weightIndicatorId }) => ({
        name,
        weight: (await nameOfIndicator(ctx, weightIndicatorId!)) ?? '…',
      })),
    ),
  });
}

async function nameOfIndicator(ctx: ActorContext, indicatorId: string): Promise<string | undefined> {
  const row = await ctx.db.reads
    .selectFrom('indicatorVersion')
    .where('indicatorId', '=', indicatorId)
    .orderBy('validFrom', 'desc')
    .select('name')
    .executeTakeFirst();
  return row?.name;
}
