import { procedure, router } from '#server/core/trpc.ts';
import { cancelDecision } from '#server/decisions/cancel.service.ts';
import { decisionList } from '#server/decisions/decision-list.service.ts';
import { viewDecision } from '#server/decisions/decision-view.ts';
import {
  createDecision,
  recordSigned,
  returnToDraft,
  saveDecision,
  setItems,
  submitDecision,
} from '#server/decisions/decisions.service.ts';
import { issueDecision } from '#server/decisions/issue.service.ts';
import { setSentence } from '#server/decisions/sentence.service.ts';
import {
  cancelDecision as cancelInput,
  createDecision as createInput,
  decisionById,
  decisionFilters,
  decisionItems,
  decisionStep,
  issueDecision as issueInput,
  returnDecision,
  saveDecision as saveInput,
  setSentence as setSentenceInput,
  signDecision,
} from '#shared/decisions/decisions.schema.ts';

export const decisionsRouter = router({
  list: procedure.input(decisionFilters).query(({ ctx, input }) => decisionList(ctx, input)),
  byId: procedure.input(decisionById).query(({ ctx, input }) => viewDecision(ctx, input.id)),
  create: procedure.input(createInput).mutation(({ ctx, input }) => createDecision(ctx, input)),
  save: procedure.input(saveInput).mutation(({ ctx, input }) => saveDecision(ctx, input)),
  setItems: procedure.input(decisionItems).mutation(({ ctx, input }) => setItems(ctx, input)),
  setSentence: procedure.input(setSentenceInput).mutation(({ ctx, input }) => setSentence(ctx, input)),
  submit: procedure.input(decisionStep).mutation(({ ctx, input }) => submitDecision(ctx, input)),
  returnToDraft: procedure.input(returnDecision).mutation(({ ctx, input }) => returnToDraft(ctx, input)),
  recordSigned: procedure.input(signDecision).mutation(({ ctx, input }) => recordSigned(ctx, input)),
  issue: procedure.input(issueInput).mutation(({ ctx, input }) => issueDecision(ctx, input)),
  cancel: procedure.input(cancelInput).mutation(({ ctx, input }) => cancelDecision(ctx, input)),
});
