import { procedure, router } from '#server/core/trpc.ts';
import { recall, saveLines, send } from '#server/registrations/registrations.service.ts';
import { registrationsOf } from '#server/registrations/registrations.view.ts';
import { registrationsOfYear, saveRegistration, stepRegistration } from '#shared/registrations/registrations.schema.ts';

export const registrationsRouter = router({
  ofYear: procedure.input(registrationsOfYear).query(({ ctx, input }) => registrationsOf(ctx, input.clusterYearId)),
  save: procedure.input(saveRegistration).mutation(({ ctx, input }) => saveLines(ctx, input)),
  send: procedure.input(stepRegistration).mutation(({ ctx, input }) => send(ctx, input)),
  recall: procedure.input(stepRegistration).mutation(({ ctx, input }) => recall(ctx, input)),
});
