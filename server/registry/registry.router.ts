import { listAwardFilters } from '#db/registry/registry.queries.ts';
import { procedure, router } from '#server/core/trpc.ts';
import { awardById, awardForms, awardPage, recordAward as record } from '#server/registry/registry.service.ts';
import { awardFilters, awardInput, recordAward } from '#shared/registry/registry.schema.ts';

export const awardsRouter = router({
  list: procedure.input(awardFilters).query(({ ctx, input }) => awardPage(ctx, input)),
  byId: procedure.input(awardInput).query(({ ctx, input }) => awardById(ctx, input.id)),
  record: procedure.input(recordAward).mutation(({ ctx, input }) => record(ctx, input)),
  filters: procedure.query(({ ctx }) => listAwardFilters(ctx.db.reads)),
  forms: procedure.query(({ ctx }) => awardForms(ctx)),
});
