import { findConferenceYear } from '#db/conferences/conferences.queries.ts';
import { findRecommendations } from '#db/conferences/recommendations.queries.ts';
import { listExemplars } from '#db/exemplars/exemplars.queries.ts';
import { listMovementsOfYear } from '#db/movements/movements.queries.ts';
import { listNominations } from '#db/nominations/nominations.queries.ts';
import { viewConference } from '#server/conferences/conferences.view.ts';
import type { ActorContext } from '#server/core/context.ts';
import { summariseReports } from '#server/reports/summary-view.service.ts';
import { accessFor, NO_ACCESS, type Procedure } from '#shared/accounts/permissions.ts';
import { notFound } from '#shared/core/refusal.ts';
import { TRAINING_MARK } from '#shared/core/training-mark.ts';
import { MOVEMENT_LEVEL_LABELS, type MovementLevel } from '#shared/movements/movements.schema.ts';

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
  if (!(await findConferenceYear(db, ctx.access, clusterYearId))) throw notFound('cluster-year');
  const conference = await viewConference(as('conferences.ofYear'), clusterYearId);
  const { year } = conference.clusterYear;
  const units = new Set(conference.members.map(({ unitId }) => unitId));
  const [summary, movements, exemplars, nominations, recommendations] = await Promise.all([
    summariseReports(as('reports.summary'), { clusterYearId: clusterYearId as never, period: 'year-end' }),
    listMovementsOfYear(db, clusterYearId),
    listExemplars(db, as('exemplars.list').access, { words: [], year, limit: MOST_EXEMPLARS }),
    listNominations(db, as('nominations.list').access, { clusterYearId: clusterYearId as never }, MOST_AWARDS),
    conference.conference ? findRecommendations(db, conference.conference.id) : [],
  ]);
  const isDemo = ctx.demo || conference.conference?.isDemo === true;
  return {
    mark: ctx.training ? TRAINING_MARK : isDemo ? 'BẢN MINH HỌA' : '',
    conference,
    summary,
    movements,
    exemplars: exemplars.filter(({ unitId }) => units.has(unitId)),
    // What the office has checked; sent back, refused or still looked at is on no list.
    nominations: nominations.filter(({ status }) => ON_THE_LIST.includes(status)),
    recommendations,
  };
}
export type PackSource = Awaited<ReturnType<typeof packSource>>;

const ON_THE_LIST: readonly string[] = ['checked', 'decided'];

export const movementLevelLabel = (level: MovementLevel): string => MOVEMENT_LEVEL_LABELS[level].vi;
