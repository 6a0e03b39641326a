import { procedure, router } from '#server/core/trpc.ts';
import { confirmOnce, putReviewDraft, sendToMembers } from '#server/movements/confirm.service.ts';
import { saveLaunchDraft } from '#server/movements/launch.service.ts';
import { createMovementOnce, drop, saveMovementDraft, takeUp } from '#server/movements/movements.service.ts';
import { movementsOfYear } from '#server/movements/movements.view.ts';
import { clusterYearInput } from '#shared/clusters/clusters.schema.ts';
import { confirmMovement, saveReview, sendMovement } from '#shared/movements/confirm.schema.ts';
import { createMovement, movementOfYear, saveLaunch, saveMovement } from '#shared/movements/movements.schema.ts';

export const movementsRouter = router({
  ofYear: procedure.input(clusterYearInput).query(({ ctx, input }) => movementsOfYear(ctx, input.clusterYearId)),
  create: procedure.input(createMovement).mutation(({ ctx, input }) => createMovementOnce(ctx, input)),
  save: procedure.input(saveMovement).mutation(({ ctx, input }) => saveMovementDraft(ctx, input)),
  takeUp: procedure.input(movementOfYear).mutation(({ ctx, input }) => takeUp(ctx, input)),
  drop: procedure.input(movementOfYear).mutation(({ ctx, input }) => drop(ctx, input)),
  send: procedure.input(sendMovement).mutation(({ ctx, input }) => sendToMembers(ctx, input)),
  confirm: procedure.input(confirmMovement).mutation(({ ctx, input }) => confirmOnce(ctx, input)),
  saveReview: procedure.input(saveReview).mutation(({ ctx, input }) => putReviewDraft(ctx, input)),
  saveLaunch: procedure.input(saveLaunch).mutation(({ ctx, input }) => saveLaunchDraft(ctx, input)),
});
