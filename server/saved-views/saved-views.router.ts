import { procedure, router } from '#server/core/trpc.ts';
import { createView, keepLayout, removeView, saveView, shareView } from '#server/saved-views/saved-views.service.ts';
import { savedViewsOf } from '#server/saved-views/saved-views.view.ts';
import {
  createSavedView,
  removeSavedView,
  savedViewsInput,
  saveListLayout,
  saveSavedView,
  shareSavedView,
} from '#shared/saved-views/saved-views.schema.ts';

export const savedViewsRouter = router({
  list: procedure.input(savedViewsInput).query(({ ctx, input }) => savedViewsOf(ctx, input.list)),
  create: procedure.input(createSavedView).mutation(({ ctx, input }) => createView(ctx, input)),
  save: procedure.input(saveSavedView).mutation(({ ctx, input }) => saveView(ctx, input)),
  share: procedure.input(shareSavedView).mutation(({ ctx, input }) => shareView(ctx, input)),
  remove: procedure.input(removeSavedView).mutation(({ ctx, input }) => removeView(ctx, input)),
  saveLayout: procedure.input(saveListLayout).mutation(({ ctx, input }) => keepLayout(ctx, input)),
});
