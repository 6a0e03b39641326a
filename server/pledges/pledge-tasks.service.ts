import { findPledgesToAnswer, findPledgesToPublish, findPledgesToSign } from '#db/pledges/pledge-tasks.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import type { Task } from '#shared/dashboard/dashboard.rules.ts';

/** What of the pledges waits for this person: an opinion, a signature, publication. */
export async function pledgeTasks(ctx: ActorContext, today: string): Promise<Task[]> {
  const db = ctx.db.reads;
  const own = accessFor(ctx.actor, 'pledges.giveOpinion')?.own ?? [];
  const leading = accessFor(ctx.actor, 'pledges.publish')?.chair ?? [];
  const [toAnswer, toSign, toPublish] = await Promise.all([
    own.length > 0 ? findPledgesToAnswer(db, own, today) : [],
    own.length > 0 ? findPledgesToSign(db, own, today) : [],
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
