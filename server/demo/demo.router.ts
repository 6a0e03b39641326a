import * as z from 'zod/mini';
import { procedure, router } from '#server/core/trpc.ts';
import { edgesOf, moveDemoClock, resetDemo } from '#server/demo/demo.service.ts';
import { isoDate } from '#shared/core/dates.ts';

export const demoRouter = router({
  edges: procedure.query(({ ctx }) => edgesOf(ctx)),
  setToday: procedure
    .input(z.strictObject({ today: isoDate }))
    .mutation(({ ctx, input }) => moveDemoClock(ctx, input.today)),
  reset: procedure.mutation(({ ctx }) => resetDemo(ctx)),
});
