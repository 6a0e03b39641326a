import { procedure, router } from '#server/core/trpc.ts';
import { dumpList, openDownload, removeDump, startDump as start } from '#server/dumps/dumps.service.ts';
import { dumpStep, startDump } from '#shared/dumps/dumps.schema.ts';

export const dumpsRouter = router({
  list: procedure.query(({ ctx }) => dumpList(ctx)),
  start: procedure.input(startDump).mutation(({ ctx, input }) => start(ctx, input)),
  openDownload: procedure.input(dumpStep).mutation(({ ctx, input }) => openDownload(ctx, input)),
  remove: procedure.input(dumpStep).mutation(({ ctx, input }) => removeDump(ctx, input)),
});
