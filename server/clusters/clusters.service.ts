import {
  findClusterYear,
  findMembers,
  findMovements,
  findProgress,
  findStages,
} from '#db/clusters/clusters.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import type { Relation } from '#shared/accounts/accounts.schema.ts';
import {
  type MatrixCell,
  nominationCell,
  ofLeaver,
  pledgeCell,
  reportCell,
  stageState,
} from '#shared/clusters/matrix.rules.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { notFound } from '#shared/core/refusal.ts';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';

const SENT = ['submitted', 'supplement', 'checked', 'decided'];
const CHECKED = ['checked', 'decided'];

type Progress = Awaited<ReturnType<typeof findProgress>>;

/**
 * The home of the chair: cluster, members, stages on the day of business, and the matrix province × milestone.
 * @throws not-found when the cluster-year is not within reach
 */
export async function workspaceOf(ctx: ActorContext, clusterYearId: string) {
  const db = ctx.db.reads;
  const clusterYear = await findClusterYear(db, ctx.access, clusterYearId);
  if (!clusterYear) throw notFound('cluster-year');
  const [members, stages, movements, progress] = await Promise.all([
    findMembers(db, clusterYearId),
    findStages(db, clusterYearId),
    findMovements(db, clusterYearId),
    findProgress(db, clusterYearId),
  ]);
  const today = vietnamDate(ctx.now());
  const dueOn = stages.find(({ kind }) => kind === 'nominations')?.closesOn ?? null;
  const allotted = allottedOf(clusterYear.awardAllotment);
  return {
    clusterYear,
    today,
    myRelation: relationOf(ctx.actor.unitId, clusterYear, members),
    stages: stages.map((stage) => ({ ...stage, state: stageState(stage, today) })),
    movements,
    matrix: members.map(({ validTo, ...member }) => {
      const cells = cellsOf(member.unitId, progress, { allotted, dueOn, today });
      const leftOn = validTo !== null && validTo < today ? validTo : null;
      return { ...member, leftOn, cells: leftOn === null ? cells : cells.map((cell) => ofLeaver(cell, leftOn)) };
    }),
  };
}

function cellsOf(
  unitId: string,
  progress: Progress,
  year: { allotted: number; dueOn: string | null; today: string },
): MatrixCell[] {
  const ofPeriod = (period: ReportPeriod) => {
    const report = progress.reports.find((row) => row.unitId === unitId && row.period === period);
    return report && { ...report, sentOn: report.sentAt === null ? null : vietnamDate(new Date(report.sentAt)) };
  };
  const mine = progress.nominations.filter((row) => row.unitId === unitId);
  const count = (statuses: readonly string[]) =>
    mine.filter(({ status }) => statuses.includes(status)).reduce((sum, row) => sum + Number(row.count), 0);
  return [
    pledgeCell(progress.signatures.find((row) => row.unitId === unitId)),
    reportCell('mid-year-report', ofPeriod('mid-year'), year.today),
    reportCell('year-end-report', ofPeriod('year-end'), year.today),
    nominationCell(
      { allotted: year.allotted, sent: count(SENT), checked: count(CHECKED), supplement: count(['supplement']) },
      year.dueOn,
      year.today,
    ),
  ];
}

/** Nominations each member may make: the sum of its allotment by kind; 0 where none is set. */
export function allottedOf(json: string | null): number {
  if (!json) return 0;
  const allotment = JSON.parse(json) as Record<string, number>;
  return Object.values(allotment).reduce((sum, count) => sum + count, 0);
}

function relationOf(
  unitId: string | null,
  clusterYear: { chairUnitId: string; deputyChairUnitId: string | null },
  members: readonly { unitId: string }[],
): Relation | null {
  if (unitId === null) return null;
  if (unitId === clusterYear.chairUnitId) return 'chair';
  if (unitId === clusterYear.deputyChairUnitId) return 'deputy-chair';
  return members.some((member) => member.unitId === unitId) ? 'member' : null;
}
