import { findEdges } from '#db/demo/edges.queries.ts';
import { wipeBusiness } from '#db/demo/wipe.ts';
import { restoreMovements } from '#db/seed/catalogue.ts';
import { restoreClusters } from '#db/seed/catalogue-clusters.ts';
import { restoreUnits } from '#db/seed/catalogue-units.ts';
import { putSetting } from '#db/settings/settings.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { seedDemoContent } from '#server/demo/seed-demo.ts';
import { writeDigests } from '#server/mail/digest.service.ts';
import { tellDue } from '#server/mail/due.service.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import { DEMO_FROM_ON, DEMO_TO_ON, type Edge, isDemoDay } from '#shared/core/demo-days.ts';
import { Refusal, refuseIf } from '#shared/core/refusal.ts';

export const DEMO_TODAY = 'demo.today';

/** Moves the day of the demo; hours keep running. Refused outside the demo and outside its years. */
export async function moveDemoClock(ctx: ActorContext, today: string): Promise<{ today: string }> {
  const clock = demoClock(ctx);
  if (!isDemoDay(today))
    refuseIf([{ code: 'demo.date-range', field: 'today', facts: { fromOn: DEMO_FROM_ON, toOn: DEMO_TO_ON } }]);
  const before = vietnamDate(ctx.now());
  await commit(ctx, async (tx) => {
    await putSetting(tx, DEMO_TODAY, today);
    return {
      result: undefined,
      audit: [
        {
          action: 'demo.clock-moved',
          subjectKind: 'setting',
          subjectId: DEMO_TODAY,
          changes: [{ field: 'today', from: formatDate(before), to: formatDate(today) }],
        },
      ],
    };
  });
  clock.demoToday = today;
  await tellDue(ctx);
  await writeDigests(ctx);
  return { today };
}

/** Puts the demo year back as it was on the first day, accounts and sessions apart. */
export async function resetDemo(ctx: ActorContext): Promise<{ today: string }> {
  const clock = demoClock(ctx);
  const before = clock.demoToday;
  const today = ctx.demoStart ?? vietnamDate(ctx.now());
  clock.demoToday = today; // before the work: the new history begins on the first day
  try {
    await commit(ctx, async (tx) => {
      await wipeBusiness(tx);
      await restoreMovements(tx);
      await restoreClusters(tx, ctx.newId);
      await restoreUnits(tx, ctx.newId);
      const events = await seedDemoContent(ctx, tx);
      await putSetting(tx, DEMO_TODAY, today);
      return {
        result: undefined,
        audit: [{ action: 'demo.reset', subjectKind: 'setting', subjectId: DEMO_TODAY }, ...events],
      };
    });
  } catch (error) {
    clock.demoToday = before;
    throw error;
  }
  return { today };
}

/** The days worth moving the clock to: deadlines, stages, conference and hand-over of the years in reach. */
export function edgesOf(ctx: ActorContext): Promise<Edge[]> {
  demoClock(ctx);
  return findEdges(ctx.db.reads, ctx.access);
}

function demoClock(ctx: ActorContext) {
  if (!ctx.demo || !ctx.clock) throw new Refusal('refused', [{ code: 'demo.only' }]);
  return ctx.clock;
}
