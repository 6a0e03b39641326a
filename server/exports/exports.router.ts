import { procedure, router } from '#server/core/trpc.ts';
import { previewExport, startExport as start } from '#server/exports/exports.service.ts';
import { exportPreview, startExport } from '#shared/exports/exports.schema.ts';

export const exportsRouter = router({
  preview: procedure.input(exportPreview).query(({ ctx, input, signal }) => previewExport(ctx, input, signal)),
  start: procedure.input(startExport).mutation(({ ctx, input }) => start(ctx, input)),
});
