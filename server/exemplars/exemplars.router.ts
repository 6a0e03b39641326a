import { procedure, router } from '#server/core/trpc.ts';
import { createExemplarOnce, remove, saveDraft } from '#server/exemplars/exemplars.service.ts';
import { exemplarById, exemplarOptions, exemplarPage } from '#server/exemplars/exemplars.view.ts';
import {
  createExemplar,
  exemplarFilters,
  exemplarInput,
  removeExemplar,
  saveExemplar,
} from '#shared/exemplars/exemplars.schema.ts';

export const exemplarsRouter = router({
  list: procedure.input(exemplarFilters).query(({ ctx, input }) => exemplarPage(ctx, input)),
  byId: procedure.input(exemplarInput).query(({ ctx, input }) => exemplarById(ctx, input.id)),
  options: procedure.query(({ ctx }) => exemplarOptions(ctx)),
  create: procedure.input(createExemplar).mutation(({ ctx, input }) => createExemplarOnce(ctx, input)),
  save: procedure.input(saveExemplar).mutation(({ ctx, input }) => saveDraft(ctx, input)),
  remove: procedure.input(removeExemplar).mutation(({ ctx, input }) => remove(ctx, input)),
});
