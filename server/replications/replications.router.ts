import { procedure, router } from '#server/core/trpc.ts';
import {
  addEntry,
  adoptOnce,
  removeEntry,
  saveDraft,
  saveResults,
  setStatus,
} from '#server/replications/replications.service.ts';
import { replicationById, replicationList } from '#server/replications/replications.view.ts';
import {
  addReplicationEntry,
  adoptModel,
  listReplications,
  removeReplicationEntry,
  replicationInput,
  saveReplication,
  saveReplicationResults,
  setReplicationStatus,
} from '#shared/replications/replications.schema.ts';

export const replicationsRouter = router({
  list: procedure.input(listReplications).query(({ ctx, input }) => replicationList(ctx, input)),
  byId: procedure.input(replicationInput).query(({ ctx, input }) => replicationById(ctx, input.id)),
  create: procedure.input(adoptModel).mutation(({ ctx, input }) => adoptOnce(ctx, input)),
  save: procedure.input(saveReplication).mutation(({ ctx, input }) => saveDraft(ctx, input)),
  setStatus: procedure.input(setReplicationStatus).mutation(({ ctx, input }) => setStatus(ctx, input)),
  addEntry: procedure.input(addReplicationEntry).mutation(({ ctx, input }) => addEntry(ctx, input)),
  removeEntry: procedure.input(removeReplicationEntry).mutation(({ ctx, input }) => removeEntry(ctx, input)),
  saveResults: procedure.input(saveReplicationResults).mutation(({ ctx, input }) => saveResults(ctx, input)),
});
