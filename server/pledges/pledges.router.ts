import { procedure, router } from '#server/core/trpc.ts';
import { viewPledge } from '#server/pledges/pledges.service.ts';
import { clusterYearInput } from '#shared/clusters/clusters.schema.ts';

export const pledgesRouter = router({
  ofYear: procedure.input(clusterYearInput).query(({ ctx, input }) => viewPledge(ctx, input.clusterYearId)),
});
