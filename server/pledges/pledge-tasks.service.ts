import {
  findPledgesToAnswer,
  findPledgesToPublish,
  findPledgesToSign,
  findRunningPromises,
} from '#db/pledges/pledge-tasks.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import type { Task } from '#shared/dashboard/dashboard.rules.ts';
import { quarterState, quartersOf } from '#shared/pledges/progress.rules.ts';
import { QUARTER_NAMES } from '#shared/pledges/progress.schema.ts';

/** What of the pledges waits for this person: an opinion, a signature, publication, the progress of a quarter. */
export async function pledgeTasks(ctx: ActorContext, today: string): Promise<Task[]> {
  const db = ctx.db.reads;
  const own = accessFor(ctx.actor, 'pledges.giveOpinion')?.own ?? [];
  const leading = accessFor(ctx.actor, 'pledges.publish')?.chair ?? [];
  const [toAnswer, toSign, running, toPublish] = await Promise.all([
    own.length > 0 ? findPledgesToAnswer(db, own, today) : [],
    own.length > 0 ? findPledgesToSign(db, own, today) : [],
    own.length > 0 ? findRunningPromises(db, own, today) : [],
    leading.length > 0 ? findPledgesToPublish(db, leading, today) : [],
  ]);
  const link = (clusterYearId: string) => ({ to: 'pledge' as const, clusterYearId });
  return [
    ...toAnswer.map(({ clusterYearId, year, unitName, consultDueOn }): Task => {
      const isLate = consultDueOn !== null && consultDueOn < today;
      const facts = { year, unit: unitName };
      return {
        code: 'task.pledge-opinion',
        facts,
        tone: isLate ? 'bad' : 'warn',
        dueOn: consultDueOn,
        link: link(clusterYearId),
      };
    }),
    ...toSign.map(
      ({ clusterYearId, year, unitName }): Task => ({
        code: 'task.pledge-sign',
        facts: { year, unit: unitName },
        tone: 'warn',
        dueOn: null,
        link: link(clusterYearId),
      }),
    ),
    ...running.flatMap(({ clusterYearId, unitName, quarters, ...year }): Task[] => {
      // The one that ended last, while the next runs: once all are over the report of the year says it. No day is fixed.
      const spans = quartersOf(year).map((span) => ({ ...span, state: quarterState(span, today) }));
      const over = spans.findLast(({ state }) => state === 'over');
      if (!over || spans.every(({ state }) => state === 'over') || quarters.includes(over.quarter)) return [];
      const facts = { year: year.year, quarter: QUARTER_NAMES[over.quarter], unit: unitName };
      const ledger = { to: 'pledge-ledger' as const, clusterYearId };
      return [{ code: 'task.pledge-progress', facts, tone: 'info', dueOn: null, link: ledger }];
    }),
    ...toPublish.map(
      ({ clusterYearId, year }): Task => ({
        code: 'task.pledge-publish',
        facts: { year },
        tone: 'info',
        dueOn: null,
        link: link(clusterYearId),
      }),
    ),
  ];
}
