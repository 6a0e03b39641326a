import { procedure, router } from '#server/core/trpc.ts';
import {
  removeTraining as remove,
  resetTraining,
  startTraining as start,
  trainingState,
} from '#server/training/training.service.ts';
import { removeTraining, startTraining, trainingStep } from '#shared/training/training.schema.ts';

export const trainingRouter = router({
  state: procedure.query(({ ctx }) => trainingState(ctx)),
  start: procedure.input(startTraining).mutation(({ ctx, input }) => start(ctx, input)),
  reset: procedure.input(trainingStep).mutation(({ ctx, input }) => resetTraining(ctx, input)),
  remove: procedure.input(removeTraining).mutation(({ ctx, input }) => remove(ctx, input)),
});
