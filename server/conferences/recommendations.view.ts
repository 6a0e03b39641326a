import { findMembers } from '#db/clusters/clusters.queries.ts';
import { findConferenceOfYear, findConferenceYear } from '#db/conferences/conferences.queries.ts';
import { findRecommendations, findTasks, type TaskWithUnit } from '#db/conferences/recommendations.queries.ts';
import { listFilesOfMany } from '#db/files/files.queries.ts';
import { membershipReasons } from '#server/clusters/membership.service.ts';
import { chairReasons } from '#server/conferences/conferences.policy.ts';
import type { ActorContext } from '#server/core/context.ts';
import { worded } from '#server/core/worded.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import type { ConferenceId } from '#shared/conferences/conferences.schema.ts';
import { isLate, reportReasons } from '#shared/conferences/recommendations.rules.ts';
import type { RecommendationId, RecommendationTaskId } from '#shared/conferences/recommendations.schema.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound } from '#shared/core/refusal.ts';

/** Ý kiến chỉ đạo, đề nghị of a year: each with its tasks, and how many units are done. */
export async function viewRecommendations(ctx: ActorContext, clusterYearId: string) {
  const db = ctx.db.reads;
  const year = await findConferenceYear(db, ctx.access, clusterYearId);
  if (!year) throw notFound('cluster-year');
  const [members, conference] = await Promise.all([
    findMembers(db, clusterYearId),
    findConferenceOfYear(db, ctx.access, clusterYearId),
  ]);
  const found = conference ? await findRecommendations(db, conference.id) : [];
  const tasks = await findTasks(
    db,
    found.map(({ id }) => id),
  );
  const files = await listFilesOfMany(
    db,
    'recommendation-task',
    tasks.map(({ id }) => id),
  );
  const today = vietnamDate(ctx.now());
  const own = accessFor(ctx.actor, 'recommendations.reportTask')?.own ?? [];
  const acting = own.filter((unit) => tasks.some(({ unitId }) => unitId === unit));
  const memberships = new Map(
    await Promise.all(
      acting.map(async (unit) => [unit, await membershipReasons(db, clusterYearId, unit, today)] as const),
    ),
  );
  const order = new Map(members.map(({ unitId }, index) => [unitId, index]));
  const place = ({ unitId }: TaskWithUnit) => order.get(unitId) ?? members.length;

  return {
    clusterYear: { id: year.id, year: year.year, name: year.name, clusterName: year.clusterName },
    members: members.map(({ unitId, name }) => ({ unitId, name })),
    today,
    conference: conference
      ? { id: conference.id as ConferenceId, title: conference.title, heldOn: conference.heldOn }
      : null,
    mayWrite: chairReasons(ctx, 'recommendations.save', year.leadingUnitId, year.leadingUnitName).length === 0,
    rows: found.map((row) => {
      const mine = tasks
        .filter(({ recommendationId }) => recommendationId === row.id)
        .toSorted((a, b) => place(a) - place(b));
      const early = reportReasons(row, null, today);
      return {
        id: row.id as RecommendationId,
        version: row.version,
        number: row.number,
        content: row.content,
        madeBy: row.madeBy,
        madeOn: row.madeOn,
        leadOffice: row.leadOffice,
        coordinating: row.coordinating,
        measure: row.measure,
        dueOn: row.dueOn,
        isDemo: row.isDemo === 1,
        doneCount: mine.filter(({ status }) => status === 'done').length,
        tasks: mine.map((task) => ({
          id: task.id as RecommendationTaskId,
          version: task.version,
          unitId: task.unitId,
          unitName: task.unitName,
          status: task.status,
          outcome: task.outcome,
          reportedAt: task.reportedAt,
          reportedByName: task.reportedByName,
          isLate: isLate(task.status, row.dueOn, today),
          isMine: acting.includes(task.unitId),
          /** Reports are taken from the day it was made on, of members; else why not. */
          report: verdict([...(memberships.get(task.unitId) ?? []), ...early]),
          files: files.get(task.id) ?? [],
        })),
      };
    }),
  };
}

const verdict = (reasons: readonly Reason[]) => ({ allowed: reasons.length === 0, reasons: worded(reasons) });

export type RecommendationsView = Awaited<ReturnType<typeof viewRecommendations>>;
