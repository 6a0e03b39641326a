import { markSent, orderPack, viewPacks } from '#server/conferences/pack/packs.service.ts';
import { putToUse, returnToBuiltIn, viewTemplates } from '#server/conferences/pack/templates.service.ts';
import { procedure, router } from '#server/core/trpc.ts';
import { clusterYearInput } from '#shared/clusters/clusters.schema.ts';
import { makePackInput, markPackSent, useBuiltIn, useTemplate } from '#shared/conferences/packs.schema.ts';

export const conferencePacksRouter = router({
  ofYear: procedure.input(clusterYearInput).query(({ ctx, input }) => viewPacks(ctx, input.clusterYearId)),
  make: procedure.input(makePackInput).mutation(({ ctx, input }) => orderPack(ctx, input)),
  markSent: procedure.input(markPackSent).mutation(({ ctx, input }) => markSent(ctx, input)),
  templates: procedure.input(clusterYearInput).query(({ ctx, input }) => viewTemplates(ctx, input.clusterYearId)),
  useTemplate: procedure.input(useTemplate).mutation(({ ctx, input }) => putToUse(ctx, input)),
  useBuiltIn: procedure.input(useBuiltIn).mutation(({ ctx, input }) => returnToBuiltIn(ctx, input)),
});
