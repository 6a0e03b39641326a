import { procedure, router } from '#server/core/trpc.ts';
import { applyChange, previewChange } from '#server/units/unit-change.service.ts';
import { unitList, unitPage } from '#server/units/units.view.ts';
import { unitsToday } from '#server/units/units-today.service.ts';
import {
  applyUnitChange,
  previewUnitChange,
  unitFilters,
  unitInput,
  unitsTodayInput,
} from '#shared/units/units.schema.ts';

export const unitsRouter = router({
  list: procedure.input(unitFilters).query(({ ctx, input }) => unitList(ctx, input)),
  byId: procedure.input(unitInput).query(({ ctx, input }) => unitPage(ctx, input.id)),
  today: procedure.input(unitsTodayInput).query(({ ctx, input }) => unitsToday(ctx.db.reads, input.ids)),
  preview: procedure.input(previewUnitChange).query(({ ctx, input }) => previewChange(ctx, input.change)),
  change: procedure.input(applyUnitChange).mutation(({ ctx, input }) => applyChange(ctx, input)),
});
