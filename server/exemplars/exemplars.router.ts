import { procedure, router } from '#server/core/trpc.ts';
import { bankFields, bankPage } from '#server/exemplars/bank.view.ts';
import { createExemplarOnce, remove, saveDraft } from '#server/exemplars/exemplars.service.ts';
import { exemplarById, exemplarOptions, exemplarPage } from '#server/exemplars/exemplars.view.ts';
import { ask, decide, saveEffectRows } from '#server/exemplars/sharing.service.ts';
import { dismiss, fieldsOfYear, setFieldsOfYear, suggestionsFor } from '#server/exemplars/suggestions.service.ts';
import {
  createExemplar,
  exemplarFilters,
  exemplarInput,
  removeExemplar,
  saveExemplar,
} from '#shared/exemplars/exemplars.schema.ts';
import {
  askSharing,
  bankFilters,
  decideSharing,
  dismissSuggestion,
  fieldsInput,
  saveEffects,
  setFields,
  suggestionsInput,
} from '#shared/exemplars/sharing.schema.ts';

export const exemplarsRouter = router({
  list: procedure.input(exemplarFilters).query(({ ctx, input }) => exemplarPage(ctx, input)),
  byId: procedure.input(exemplarInput).query(({ ctx, input }) => exemplarById(ctx, input.id)),
  options: procedure.query(({ ctx }) => exemplarOptions(ctx)),
  create: procedure.input(createExemplar).mutation(({ ctx, input }) => createExemplarOnce(ctx, input)),
  save: procedure.input(saveExemplar).mutation(({ ctx, input }) => saveDraft(ctx, input)),
  saveEffects: procedure.input(saveEffects).mutation(({ ctx, input }) => saveEffectRows(ctx, input)),
  remove: procedure.input(removeExemplar).mutation(({ ctx, input }) => remove(ctx, input)),
  askSharing: procedure.input(askSharing).mutation(({ ctx, input }) => ask(ctx, input)),
  decideSharing: procedure.input(decideSharing).mutation(({ ctx, input }) => decide(ctx, input)),
  bank: procedure.input(bankFilters).query(({ ctx, input }) => bankPage(ctx, input)),
  bankFields: procedure.query(({ ctx }) => bankFields(ctx)),
  fields: procedure.input(fieldsInput).query(({ ctx, input }) => fieldsOfYear(ctx, input.clusterYearId)),
  setFields: procedure.input(setFields).mutation(({ ctx, input }) => setFieldsOfYear(ctx, input)),
  suggestions: procedure.input(suggestionsInput).query(({ ctx, input }) => suggestionsFor(ctx, input.clusterYearId)),
  dismissSuggestion: procedure.input(dismissSuggestion).mutation(({ ctx, input }) => dismiss(ctx, input)),
});
