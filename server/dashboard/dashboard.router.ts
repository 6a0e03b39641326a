import { procedure, router } from '#server/core/trpc.ts';
import { overviewOf } from '#server/dashboard/dashboard.service.ts';

export const dashboardRouter = router({
  overview: procedure.query(({ ctx }) => overviewOf(ctx)),
});
