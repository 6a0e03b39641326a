import { procedure, router } from '#server/core/trpc.ts';
import { consolidateReports, undoConsolidation } from '#server/reports/consolidation.service.ts';
import { listReports, summariseReports, viewReport } from '#server/reports/report-view.service.ts';
import { askSupplement, receiveReport, saveCells, saveNarrative, sendReport } from '#server/reports/reports.service.ts';
import {
  askSupplement as askSupplementInput,
  consolidateReports as consolidateInput,
  receiveReport as receiveInput,
  reportInput,
  reportsOfYear,
  saveCells as saveCellsInput,
  saveNarrative as saveNarrativeInput,
  sendReport as sendInput,
  undoConsolidation as undoInput,
} from '#shared/reports/reports.schema.ts';

export const reportsRouter = router({
  byId: procedure.input(reportInput).query(({ ctx, input }) => viewReport(ctx, input.id)),
  inbox: procedure.input(reportsOfYear).query(({ ctx, input }) => listReports(ctx, input)),
  summary: procedure.input(reportsOfYear).query(({ ctx, input }) => summariseReports(ctx, input)),
  saveCells: procedure.input(saveCellsInput).mutation(({ ctx, input }) => saveCells(ctx, input)),
  saveNarrative: procedure.input(saveNarrativeInput).mutation(({ ctx, input }) => saveNarrative(ctx, input)),
  send: procedure.input(sendInput).mutation(({ ctx, input }) => sendReport(ctx, input)),
  askSupplement: procedure.input(askSupplementInput).mutation(({ ctx, input }) => askSupplement(ctx, input)),
  consolidate: procedure.input(consolidateInput).mutation(({ ctx, input }) => consolidateReports(ctx, input)),
  undoConsolidation: procedure.input(undoInput).mutation(({ ctx, input }) => undoConsolidation(ctx, input)),
  receive: procedure.input(receiveInput).mutation(({ ctx, input }) => receiveReport(ctx, input)),
});
