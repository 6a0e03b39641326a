import { findAims } from '#db/care/care.queries.ts';
import { findCluster } from '#db/clusters/catalogue.queries.ts';
import { findMembers, findMovements, findStages } from '#db/clusters/clusters.queries.ts';
import { countOpenReports, findMemberAccounts, findPlanYear, type PlanYear } from '#db/clusters/years.queries.ts';
import { findYearIndicators } from '#db/indicators/indicators.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { worded } from '#server/core/worded.ts';
import { accessFor, type Procedure } from '#shared/accounts/permissions.ts';
import { stageState } from '#shared/clusters/matrix.rules.ts';
import { earlyReasons, phaseOn, STAGE_ACTS } from '#shared/clusters/stages.rules.ts';
import { draftWarnings, statusReasons } from '#shared/clusters/year-draft.rules.ts';
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
  const isOrganizer = await organizes(ctx, year.clusterId, 'clusters.saveYear');
  const step = (name: Parameters<typeof statusReasons>[0]) =>
    worded(isOrganizer ? statusReasons(name, year, today) : [{ code: 'cluster.not-organizer' }]);
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
    warnings: isDraft ? worded(await warningsOf(ctx, year, { today, stages, indicators })) : [],
    /** Accounts that are told when it is published. */
    toldCount: isDraft && isOrganizer ? (await findMemberAccounts(db, clusterYearId, today)).length : 0,
    isOrganizer,
    mayChooseIndicators: mayChooseIndicators(ctx, year, isOrganizer),
    actions: {
      publish: step('publish'),
      drop: step('drop'),
      archive: step('archive'),
      restore: step('restore'),
    },
  };
}

/** Whether this person's unit organises the cluster, or they administer all of them. */
async function organizes(ctx: ActorContext, clusterId: string, procedure: Procedure): Promise<boolean> {
  const access = accessFor(ctx.actor, procedure);
  return access !== undefined && (await findCluster(ctx.db.reads, access, clusterId)) !== undefined;
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
