import { findConferenceYear } from '#db/conferences/conferences.queries.ts';
import { findReportTexts, findYearAfter } from '#db/conferences/packs.queries.ts';
import { findRecommendations } from '#db/conferences/recommendations.queries.ts';
import { listExemplars } from '#db/exemplars/exemplars.queries.ts';
import { listMovementsOfYear } from '#db/movements/movements.queries.ts';
import { listNominations } from '#db/nominations/nominations.queries.ts';
import { viewConference } from '#server/conferences/conferences.view.ts';
import type { ActorContext } from '#server/core/context.ts';
import { viewPledge } from '#server/pledges/pledge-view.service.ts';
import { summariseReports } from '#server/reports/summary-view.service.ts';
import { accessFor, NO_ACCESS, type Procedure } from '#shared/accounts/permissions.ts';
import { notFound } from '#shared/core/refusal.ts';
import { TRAINING_MARK } from '#shared/core/training-mark.ts';
import { MOVEMENT_LEVEL_LABELS, type MovementLevel } from '#shared/movements/movements.schema.ts';
import { standingStatus } from '#shared/reports/reopen.rules.ts';
import { isCounted } from '#shared/reports/reports.rules.ts';

/** A cluster's conference shows some five; more than this is a bank of models, no report. */
const MOST_EXEMPLARS = 100;
const MOST_AWARDS = 5_000;

/** All that the papers of a conference are made of, as this person may read it now. @throws Refusal cluster-year.not-found */
export async function packSource(ctx: ActorContext, clusterYearId: string) {
  const db = ctx.db.longReads;
  const as = (procedure: Procedure): ActorContext => ({
    ...ctx,
    procedure,
    access: accessFor(ctx.actor, procedure) ?? NO_ACCESS,
  });
  // Whoever leads makes the papers; a member of the cluster reads them at the conference.
  const clusterYear = await findConferenceYear(db, ctx.access, clusterYearId);
  if (!clusterYear) throw notFound('cluster-year');
  const conference = await viewConference(as('conferences.ofYear'), clusterYearId);
  const { year } = conference.clusterYear;
  const units = new Set(conference.members.map(({ unitId }) => unitId));
  const [summary, movements, exemplars, nominations, recommendations, texts, nextPledge] = await Promise.all([
    summariseReports(as('reports.summary'), { clusterYearId: clusterYearId as never, period: 'year-end' }),
    listMovementsOfYear(db, clusterYearId),
    listExemplars(db, as('exemplars.list').access, { words: [], year, limit: MOST_EXEMPLARS }),
    listNominations(db, as('nominations.list').access, { clusterYearId: clusterYearId as never }, MOST_AWARDS),
    conference.conference ? findRecommendations(db, conference.conference.id) : [],
    findReportTexts(db, clusterYearId, 'year-end'),
    nextPledgeOf(as('pledges.ofYear'), clusterYearId),
  ]);
  const now = ctx.now().toISOString();
  const isDemo = ctx.demo || conference.conference?.isDemo === true;
  return {
    mark: ctx.training ? TRAINING_MARK : isDemo ? 'BẢN MINH HỌA' : '',
    conference,
    clusterKind: clusterYear.clusterKind,
    summary,
    movements,
    exemplars: exemplars.filter(({ unitId }) => units.has(unitId)),
    // What the office has checked; sent back, refused or still looked at is on no list.
    nominations: nominations.filter(({ status }) => ON_THE_LIST.includes(status)),
    recommendations,
    /** What the members write, in the order of the cluster; only from reports that stand. */
    texts: summary.members.flatMap(({ unitId, name }) =>
      texts
        .filter((one) => one.unitId === unitId && isCounted(standingStatus(one, now)))
        .map(({ heading, content }) => ({ unitName: name, heading, content })),
    ),
    nextPledge,
  };
}

/** The pledge of the year after, once its members have agreed on it; null before. */
async function nextPledgeOf(ctx: ActorContext, clusterYearId: string) {
  const next = await findYearAfter(ctx.db.reads, ctx.access, clusterYearId);
  const pledge = next && (await viewPledge(ctx, next.id)).pledge;
  if (!pledge?.isFrozen) return null;
  const { jointText, indicators, status } = pledge;
  return { year: next!.year, isPublished: status === 'published', jointText, indicators };
}

export type PackSource = Awaited<ReturnType<typeof packSource>>;

const ON_THE_LIST: readonly string[] = ['checked', 'decided'];

export const movementLevelLabel = (level: MovementLevel): string => MOVEMENT_LEVEL_LABELS[level].vi;
