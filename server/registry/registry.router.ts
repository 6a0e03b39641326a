import { listAwardFilters } from '#db/registry/registry.queries.ts';
import { procedure, router } from '#server/core/trpc.ts';
import { awardAggregate } from '#server/registry/aggregate.service.ts';
import { awardById, awardForms, recordAward as record } from '#server/registry/registry.service.ts';
import { awardPage, countAwards } from '#server/registry/search.service.ts';
import { suggest } from '#server/registry/suggest.service.ts';
import { ETHNICITIES } from '#shared/recipients/ethnicity.codes.ts';
import { aggregateInput } from '#shared/registry/aggregate.schema.ts';
import {
  awardConditions,
  awardFilters,
  awardInput,
  recordAward,
  suggestInput,
} from '#shared/registry/registry.schema.ts';

const ETHNICITY_OPTIONS = Object.entries(ETHNICITIES).map(([code, name]) => ({ code, name }));

export const awardsRouter = router({
  list: procedure.input(awardFilters).query(({ ctx, input, signal }) => awardPage(ctx, input, signal)),
  aggregate: procedure.input(aggregateInput).query(({ ctx, input }) => awardAggregate(ctx, input)),
  byId: procedure.input(awardInput).query(({ ctx, input }) => awardById(ctx, input.id)),
  record: procedure.input(recordAward).mutation(({ ctx, input }) => record(ctx, input)),
  count: procedure.input(awardConditions).query(({ ctx, input, signal }) => countAwards(ctx, input, signal)),
  suggest: procedure.input(suggestInput).query(({ ctx, input, signal }) => suggest(ctx, input.q, signal)),
  filters: procedure.query(({ ctx }) => listAwardFilters(ctx.db.reads)),
  // Who may ask for a dân tộc asks with it in `list` and `count`; each use is logged there.
  filterEthnicity: procedure.query(() => ETHNICITY_OPTIONS),
  forms: procedure.query(({ ctx }) => awardForms(ctx)),
});
