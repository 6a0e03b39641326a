import { procedure, router } from '#server/core/trpc.ts';
import { readEthnicity, setEthnicity } from '#server/nominations/ethnicity.service.ts';
import { nominationList } from '#server/nominations/nomination-list.service.ts';
import {
  askSupplement,
  check,
  createNominationOnce,
  refuse,
  saveDraft,
  submit,
  withdraw,
} from '#server/nominations/nominations.service.ts';
import { nominationPage } from '#server/nominations/nominations.view.ts';
import {
  readEthnicity as readEthnicityInput,
  setEthnicity as setEthnicityInput,
} from '#shared/nominations/ethnicity.schema.ts';
import {
  askNominationSupplement,
  createNomination,
  nominationFilters,
  nominationInput,
  nominationNote,
  nominationStep,
  saveNomination,
} from '#shared/nominations/nominations.schema.ts';

export const nominationsRouter = router({
  list: procedure.input(nominationFilters).query(({ ctx, input }) => nominationList(ctx, input)),
  byId: procedure.input(nominationInput).query(({ ctx, input }) => nominationPage(ctx, input.id)),
  create: procedure.input(createNomination).mutation(({ ctx, input }) => createNominationOnce(ctx, input)),
  save: procedure.input(saveNomination).mutation(({ ctx, input }) => saveDraft(ctx, input)),
  submit: procedure.input(nominationStep).mutation(({ ctx, input }) => submit(ctx, input)),
  withdraw: procedure.input(nominationStep).mutation(({ ctx, input }) => withdraw(ctx, input)),
  check: procedure.input(nominationNote).mutation(({ ctx, input }) => check(ctx, input)),
  askSupplement: procedure.input(askNominationSupplement).mutation(({ ctx, input }) => askSupplement(ctx, input)),
  readEthnicity: procedure.input(readEthnicityInput).mutation(({ ctx, input }) => readEthnicity(ctx, input)),
  setEthnicity: procedure.input(setEthnicityInput).mutation(({ ctx, input }) => setEthnicity(ctx, input)),
  refuse: procedure.input(nominationNote).mutation(({ ctx, input }) => refuse(ctx, input)),
});
