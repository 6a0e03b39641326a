import { procedure, router } from '#server/core/trpc.ts';
import { dismiss, reopen } from '#server/duplicates/decide.service.ts';
import { mergePage, pairById, pairOverview, pairPage } from '#server/duplicates/duplicates.view.ts';
import { mergeOnce } from '#server/duplicates/merge.service.ts';
import { orderFinding } from '#server/duplicates/order-finding.service.ts';
import { proposePair } from '#server/duplicates/propose.service.ts';
import { undoMerge } from '#server/duplicates/undo.service.ts';
import {
  dismissInput,
  findInput,
  mergeInput,
  mergesFilters,
  pairFilters,
  pairInput,
  proposeInput,
  reopenInput,
  undoInput,
} from '#shared/duplicates/duplicates.schema.ts';

export const duplicatesRouter = router({
  list: procedure.input(pairFilters).query(({ ctx, input }) => pairPage(ctx, input)),
  overview: procedure.input(pairFilters).query(({ ctx, input }) => pairOverview(ctx, input)),
  byId: procedure.input(pairInput).query(({ ctx, input }) => pairById(ctx, input.id)),
  merges: procedure.input(mergesFilters).query(({ ctx, input }) => mergePage(ctx, input)),
  merge: procedure.input(mergeInput).mutation(({ ctx, input }) => mergeOnce(ctx, input)),
  dismiss: procedure.input(dismissInput).mutation(({ ctx, input }) => dismiss(ctx, input)),
  reopen: procedure.input(reopenInput).mutation(({ ctx, input }) => reopen(ctx, input)),
  undo: procedure.input(undoInput).mutation(({ ctx, input }) => undoMerge(ctx, input)),
  propose: procedure.input(proposeInput).mutation(({ ctx, input }) => proposePair(ctx, input)),
  find: procedure.input(findInput).mutation(({ ctx, input }) => orderFinding(ctx, input)),
});
