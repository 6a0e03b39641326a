import { procedure, publicProcedure, router } from '#server/core/trpc.ts';
import {
  askAgain,
  askOffice,
  makeLink,
  mergeAnswers,
  revokeLink,
  setDue,
  withdrawRequest,
} from '#server/reports/requests.service.ts';
import { answerLink, answerRequest, openLink } from '#server/reports/requests-answer.service.ts';
import { listGiven, listRequests, viewGiven } from '#server/reports/requests-view.service.ts';
import * as input from '#shared/reports/requests.schema.ts';

/** Giao sở, ngành cung cấp số: figures of a report asked of the offices of its province. */
export const collectingRouter = router({
  ofReport: procedure.input(input.requestsOfReport).query(({ ctx, input }) => listRequests(ctx, input)),
  ask: procedure.input(input.askOffice).mutation(({ ctx, input }) => askOffice(ctx, input)),
  setDue: procedure.input(input.setDue).mutation(({ ctx, input }) => setDue(ctx, input)),
  makeLink: procedure.input(input.requestInput).mutation(({ ctx, input }) => makeLink(ctx, input)),
  revokeLink: procedure.input(input.requestInput).mutation(({ ctx, input }) => revokeLink(ctx, input)),
  askAgain: procedure.input(input.askAgain).mutation(({ ctx, input }) => askAgain(ctx, input)),
  withdraw: procedure.input(input.withdrawRequest).mutation(({ ctx, input }) => withdrawRequest(ctx, input)),
  merge: procedure.input(input.mergeAnswers).mutation(({ ctx, input }) => mergeAnswers(ctx, input)),
  mine: procedure.query(({ ctx }) => listGiven(ctx)),
  byId: procedure.input(input.givenInput).query(({ ctx, input }) => viewGiven(ctx, input)),
  answer: procedure.input(input.answerRequest).mutation(({ ctx, input }) => answerRequest(ctx, input)),
  openLink: publicProcedure.input(input.openLink).query(({ ctx, input }) => openLink(ctx, input)),
  answerLink: publicProcedure.input(input.answerLink).mutation(({ ctx, input }) => answerLink(ctx, input)),
});
