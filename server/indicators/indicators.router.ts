import { procedure, router } from '#server/core/trpc.ts';
import {
  addVersionOnce,
  closeIndicator,
  createIndicatorOnce,
  saveVersion,
} from '#server/indicators/indicators.service.ts';
import { indicatorList, indicatorPage } from '#server/indicators/indicators.view.ts';
import { indicatorsOfYear, setIndicatorsOfYear } from '#server/indicators/year-indicators.service.ts';
import { clusterYearInput } from '#shared/clusters/clusters.schema.ts';
import {
  addIndicatorVersion,
  closeIndicator as closeInput,
  createIndicator,
  indicatorInput,
  listIndicators,
  saveIndicator,
  setYearIndicators,
} from '#shared/indicators/indicators.schema.ts';

export const indicatorsRouter = router({
  list: procedure.input(listIndicators).query(({ ctx, input }) => indicatorList(ctx, input)),
  byId: procedure.input(indicatorInput).query(({ ctx, input }) => indicatorPage(ctx, input.id)),
  create: procedure.input(createIndicator).mutation(({ ctx, input }) => createIndicatorOnce(ctx, input)),
  save: procedure.input(saveIndicator).mutation(({ ctx, input }) => saveVersion(ctx, input)),
  addVersion: procedure.input(addIndicatorVersion).mutation(({ ctx, input }) => addVersionOnce(ctx, input)),
  close: procedure.input(closeInput).mutation(({ ctx, input }) => closeIndicator(ctx, input)),
  ofYear: procedure.input(clusterYearInput).query(({ ctx, input }) => indicatorsOfYear(ctx, input.clusterYearId)),
  setOfYear: procedure.input(setYearIndicators).mutation(({ ctx, input }) => setIndicatorsOfYear(ctx, input)),
});
