import { findClusterYears } from '#db/clusters/clusters.queries.ts';
import { findUnansweredInvitations } from '#db/conferences/conferences.queries.ts';
import { findOpenTasks, findOverdueRecommendations } from '#db/conferences/recommendations.queries.ts';
import {
  findAnswersToRead,
  findCommentsToAnswer,
  findNominationsToCheck,
  findNominationsToSend,
  findOpenDecisions,
  findReportsToReceive,
  findReportsToSend,
  findUnfinishedCertificates,
} from '#db/dashboard/dashboard.queries.ts';
import { careHeadline } from '#server/care/care.service.ts';
import { workspaceOf } from '#server/clusters/clusters.service.ts';
import type { ActorContext } from '#server/core/context.ts';
import { pledgeTasks } from '#server/pledges/pledge-tasks.service.ts';
import { currentYear } from '#shared/accounts/current-year.rules.ts';
import { accessFor, type Procedure } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { sortTasks, type Task } from '#shared/dashboard/dashboard.rules.ts';
import { isReopened } from '#shared/reports/reopen.rules.ts';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';

/** Tổng quan: what waits for this person, and how the newest years of their clusters stand. */
export async function overviewOf(ctx: ActorContext) {
  const access = accessFor(ctx.actor, 'clusters.workspace');
  const today = vietnamDate(ctx.now());
  const [tasks, years] = await Promise.all([
    tasksOf(ctx, today),
    access ? findClusterYears(ctx.db.reads, access) : Promise.resolve([]),
  ]);
  const current = currentYear(years, today);
  const standing = access && current ? await standingOf({ ...ctx, access }, current.id) : null;
  return { today, tasks: sortTasks(tasks), years, standing };
}

async function standingOf(ctx: ActorContext, clusterYearId: string) {
  const { clusterYear, matrix, stages } = await workspaceOf(ctx, clusterYearId);
  const count = (milestone: string, codes: readonly string[]) =>
    matrix.filter(({ cells }) => cells.some((cell) => cell.milestone === milestone && codes.includes(cell.code)))
      .length;
  const received = ['report.received', 'report.received-late', 'report.consolidated'];
  return {
    clusterYearId,
    year: clusterYear.year,
    clusterName: clusterYear.clusterName,
    clusterKind: clusterYear.clusterKind,
    chairName: clusterYear.chairName,
    chairUnitId: clusterYear.chairUnitId,
    leaderUnitId: clusterYear.leaderUnitId,
    leaderName: clusterYear.leaderName,
    handOverOn: clusterYear.handOverOn,
    memberCount: matrix.length,
    receivedCount: count('year-end-report', received),
    // As in the list of reports: one being completed is not in.
    sentCount: count('year-end-report', [...received, 'report.sent', 'report.sent-late']),
    pledgedCount: count('pledge', ['pledge.signed']),
    nominatedCount: matrix
      .flatMap(({ cells }) => cells)
      .reduce((sum, cell) => sum + Number(cell.milestone === 'nominations' ? cell.facts.sentCount : 0), 0),
    allottedCount: matrix
      .flatMap(({ cells }) => cells)
      .reduce((sum, cell) => sum + Number(cell.milestone === 'nominations' ? cell.facts.allottedCount : 0), 0),
    late: matrix.flatMap(({ unitId, name, cells }) =>
      cells.filter(({ tone }) => tone === 'bad').map((cell) => ({ unitId, unitName: name, cell })),
    ),
    stages,
    care: await careHeadline(ctx, clusterYearId),
  };
}

/** A person's units in one scope of one procedure; empty when no role of theirs opens it. */
function unitsOf(ctx: ActorContext, procedure: Procedure, scope: 'own' | 'chair' | 'office'): readonly string[] {
  return accessFor(ctx.actor, procedure)?.[scope] ?? [];
}

/** Việc cần xử lý of this person, what is due first on top. */
export async function openTasks(ctx: ActorContext): Promise<Task[]> {
  return sortTasks(await tasksOf(ctx, vietnamDate(ctx.now())));
}

/** What waits for a mid-year report is worded by itself, lest the two of a year be taken for each other. */
const ofPeriod = ({ period }: { period: ReportPeriod }) => (period === 'mid-year' ? '-mid' : '');

/** Việc cần xử lý of whoever asks, in no order. */
export async function tasksOf(ctx: ActorContext, today: string): Promise<Task[]> {
  const db = ctx.db.reads;
  const now = ctx.now().toISOString();
  const whenAny = async (units: readonly string[], find: () => Promise<Task[]>) => (units.length === 0 ? [] : find());
  const reporting = unitsOf(ctx, 'reports.send', 'own');
  const receiving = unitsOf(ctx, 'reports.receive', 'chair');
  const nominating = unitsOf(ctx, 'nominations.submit', 'own');
  const checking = unitsOf(ctx, 'nominations.check', 'chair');
  const deciding = unitsOf(ctx, 'decisions.submit', 'office');
  const acting = unitsOf(ctx, 'recommendations.reportTask', 'own');
  const answering = unitsOf(ctx, 'conferences.confirmDelegate', 'own');
  const urging = unitsOf(ctx, 'recommendations.save', 'chair');
  const leading = ctx.actor.roles.flatMap(({ role, unitId }) => (role === 'leader' && unitId ? [unitId] : []));

  const found = await Promise.all([
    whenAny(reporting, async () =>
      (await findReportsToSend(db, reporting, today, now)).map((report) => {
        if (isReopened(report, now))
          return {
            code: `task.report-reopened${ofPeriod(report)}`,
            facts: { year: report.year, untilAt: report.reopenedUntil ?? now, reason: report.reopenReason ?? '' },
            tone: 'warn',
            dueOn: vietnamDate(new Date(report.reopenedUntil ?? now)),
            link: { to: 'report', clusterYearId: report.clusterYearId, id: report.id },
          };
        const supplement = report.status === 'supplement';
        const dueOn = supplement ? (report.supplementDueOn ?? report.dueOn) : report.dueOn;
        return {
          code: `${supplement ? 'task.report-supplement' : 'task.report-draft'}${ofPeriod(report)}`,
          facts: { year: report.year, unit: report.unitName, reason: report.supplementReason ?? '' },
          tone: today > dueOn ? 'bad' : supplement ? 'warn' : 'info',
          dueOn,
          link: { to: 'report', clusterYearId: report.clusterYearId, id: report.id },
        };
      }),
    ),
    whenAny(receiving, async () =>
      (await findReportsToReceive(db, receiving, today, now)).map(({ id, clusterYearId, unitName, period }) => ({
        code: `task.report-received${ofPeriod({ period })}`,
        facts: { unit: unitName },
        tone: 'info',
        dueOn: null,
        link: { to: 'report', clusterYearId, id },
      })),
    ),
    whenAny(reporting, async () =>
      (await findCommentsToAnswer(db, reporting, today)).map(({ id, clusterYearId, year, count }) => ({
        code: 'task.report-comments',
        facts: { year, waitingCount: Number(count) },
        tone: 'warn',
        dueOn: null,
        link: { to: 'report', clusterYearId, id },
      })),
    ),
    whenAny(receiving, async () =>
      (await findAnswersToRead(db, receiving, today)).map(({ id, clusterYearId, unitName, count }) => ({
        code: 'task.report-answers',
        facts: { unit: unitName, waitingCount: Number(count) },
        tone: 'info',
        dueOn: null,
        link: { to: 'report', clusterYearId, id },
      })),
    ),
    whenAny(nominating, async () =>
      (await findNominationsToSend(db, nominating, today)).map((nomination) => ({
        code: nomination.status === 'supplement' ? 'task.nomination-supplement' : 'task.nomination-draft',
        facts: { name: nomination.name || (nomination.recipientKind === 'individual' ? 'cá nhân' : 'tập thể') },
        tone: nomination.status === 'supplement' ? 'warn' : 'info',
        dueOn: nomination.supplementDueOn,
        link: { to: 'nomination', id: nomination.id },
      })),
    ),
    whenAny(checking, async () =>
      (await findNominationsToCheck(db, checking, today)).map(({ id, name, unitName }) => ({
        code: 'task.nomination-check',
        facts: { name, unit: unitName },
        tone: 'info',
        dueOn: null,
        link: { to: 'nomination', id },
      })),
    ),
    whenAny(answering, async () =>
      (await findUnansweredInvitations(db, answering, today)).map(({ clusterYearId, year, heldOn, unitName }) => ({
        code: 'task.invitation',
        facts: { year, unit: unitName },
        tone: 'info',
        dueOn: heldOn,
        link: { to: 'conference', clusterYearId },
      })),
    ),
    whenAny(acting, async () =>
      (await findOpenTasks(db, acting, today)).map(({ id, clusterYearId, number, content, dueOn }) => ({
        code: 'task.recommendation',
        facts: { number, content: shortened(content) },
        tone: dueOn !== null && today > dueOn ? 'bad' : 'info',
        dueOn,
        link: { to: 'recommendations', clusterYearId, id },
      })),
    ),
    whenAny(urging, async () =>
      (await findOverdueRecommendations(db, urging, today)).map(({ id, clusterYearId, number, dueOn, lateUnits }) => ({
        code: 'task.recommendation-overdue',
        facts: { number, lateUnits: Number(lateUnits) },
        tone: 'bad',
        dueOn,
        link: { to: 'recommendations', clusterYearId, id },
      })),
    ),
    pledgeTasks(ctx, today),
    whenAny([...deciding, ...leading], async () => decisionTasks(ctx, deciding, leading)),
    whenAny(deciding, async () =>
      (await findUnfinishedCertificates(db, deciding))
        .filter(({ leftCount }) => Number(leftCount) > 0)
        .map(({ id, number, leftCount, allCount }) => ({
          code: 'task.certificates',
          facts: { number: number ?? '', leftCount: Number(leftCount), allCount: Number(allCount) },
          tone: 'info',
          dueOn: null,
          link: { to: 'certificates', id },
        })),
    ),
  ]);
  return found.flat();
}

/** Enough of a long sentence to know it by. */
const shortened = (text: string) => (text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text);

const DECISION_TASK = {
  draft: 'task.decision-draft',
  submitted: 'task.decision-sign',
  signed: 'task.decision-number',
} as const;

async function decisionTasks(
  ctx: ActorContext,
  deciding: readonly string[],
  leading: readonly string[],
): Promise<Task[]> {
  const decisions = await findOpenDecisions(ctx.db.reads, [...new Set([...deciding, ...leading])]);
  return decisions.flatMap(({ id, status, itemCount }): Task[] => {
    const task = {
      facts: { itemCount: Number(itemCount) },
      tone: 'info',
      dueOn: null,
      link: { to: 'decision', id },
    } as const;
    if (deciding.length > 0) return [{ ...task, code: DECISION_TASK[status as keyof typeof DECISION_TASK] }];
    return status === 'submitted' ? [{ ...task, code: 'task.decision-await' }] : [];
  });
}
