import { findClusterYears } from '#db/clusters/clusters.queries.ts';
import { workspaceOf } from '#server/clusters/clusters.service.ts';
import { procedure, router } from '#server/core/trpc.ts';
import { clusterYearInput } from '#shared/clusters/clusters.schema.ts';

export const clustersRouter = router({
  list: procedure.query(({ ctx }) => findClusterYears(ctx.db.reads, ctx.access)),
  workspace: procedure.input(clusterYearInput).query(({ ctx, input }) => workspaceOf(ctx, input.clusterYearId)),
});
