import { setAims } from '#server/care/aims.service.ts';
import { careOfList, careOfYear, careRows } from '#server/care/care.service.ts';
import { minorityRows } from '#server/care/minority.service.ts';
import { procedure, router } from '#server/core/trpc.ts';
import {
  minorityRows as minorityInput,
  careOfList as ofListInput,
  careOfYear as ofYearInput,
  careRows as rowsInput,
  setAims as setAimsInput,
} from '#shared/care/care.schema.ts';

export const careRouter = router({
  ofYear: procedure.input(ofYearInput).query(({ ctx, input }) => careOfYear(ctx, input)),
  ofList: procedure.input(ofListInput).query(({ ctx, input }) => careOfList(ctx, input)),
  rows: procedure.input(rowsInput).query(({ ctx, input }) => careRows(ctx, input)),
  minorityRows: procedure.input(minorityInput).mutation(({ ctx, input }) => minorityRows(ctx, input)),
  setAims: procedure.input(setAimsInput).mutation(({ ctx, input }) => setAims(ctx, input)),
});
