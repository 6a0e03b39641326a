import { procedure, router } from '#server/core/trpc.ts';
import { consolidateReports, undoConsolidation } from '#server/reports/consolidation.service.ts';
import { listReports } from '#server/reports/inbox.service.ts';
import { listCellVersions, pinFile } from '#server/reports/report-cells.service.ts';
import { listHeadings, saveHeadings, saveSections } from '#server/reports/report-sections.service.ts';
import { viewReport } from '#server/reports/report-view.service.ts';
import { askSupplement, receiveReport, saveCells, saveNarrative, sendReport } from '#server/reports/reports.service.ts';
import { saveSummaryNote, setStockFlow } from '#server/reports/summary-notes.service.ts';
import { viewSeries } from '#server/reports/summary-series.service.ts';
import { summariseReports } from '#server/reports/summary-view.service.ts';
import { compareWorkbook, takeWorkbook } from '#server/reports/workbook/workbook.service.ts';
import {
  askSupplement as askSupplementInput,
  cellInput,
  consolidateReports as consolidateInput,
  pinFile as pinFileInput,
  receiveReport as receiveInput,
  reportInput,
  reportsOfYear,
  saveCells as saveCellsInput,
  saveHeadings as saveHeadingsInput,
  saveNarrative as saveNarrativeInput,
  saveSections as saveSectionsInput,
  sendReport as sendInput,
  undoConsolidation as undoInput,
} from '#shared/reports/reports.schema.ts';
import {
  saveSummaryNote as saveNoteInput,
  seriesOfFigure,
  setStockFlow as setStockFlowInput,
} from '#shared/reports/summary.schema.ts';
import {
  compareWorkbook as compareWorkbookInput,
  takeWorkbook as takeWorkbookInput,
} from '#shared/reports/workbook.schema.ts';

export const reportsRouter = router({
  byId: procedure.input(reportInput).query(({ ctx, input }) => viewReport(ctx, input.id)),
  cellVersions: procedure.input(cellInput).query(({ ctx, input }) => listCellVersions(ctx, input)),
  pinFile: procedure.input(pinFileInput).mutation(({ ctx, input }) => pinFile(ctx, input)),
  inbox: procedure.input(reportsOfYear).query(({ ctx, input }) => listReports(ctx, input)),
  summary: procedure.input(reportsOfYear).query(({ ctx, input }) => summariseReports(ctx, input)),
  series: procedure.input(seriesOfFigure).query(({ ctx, input }) => viewSeries(ctx, input)),
  saveSummaryNote: procedure.input(saveNoteInput).mutation(({ ctx, input }) => saveSummaryNote(ctx, input)),
  setStockFlow: procedure.input(setStockFlowInput).mutation(({ ctx, input }) => setStockFlow(ctx, input)),
  saveCells: procedure.input(saveCellsInput).mutation(({ ctx, input }) => saveCells(ctx, input)),
  compareWorkbook: procedure.input(compareWorkbookInput).query(({ ctx, input }) => compareWorkbook(ctx, input)),
  takeWorkbook: procedure.input(takeWorkbookInput).mutation(({ ctx, input }) => takeWorkbook(ctx, input)),
  saveNarrative: procedure.input(saveNarrativeInput).mutation(({ ctx, input }) => saveNarrative(ctx, input)),
  saveSections: procedure.input(saveSectionsInput).mutation(({ ctx, input }) => saveSections(ctx, input)),
  headings: procedure.input(reportsOfYear).query(({ ctx, input }) => listHeadings(ctx, input)),
  saveHeadings: procedure.input(saveHeadingsInput).mutation(({ ctx, input }) => saveHeadings(ctx, input)),
  send: procedure.input(sendInput).mutation(({ ctx, input }) => sendReport(ctx, input)),
  askSupplement: procedure.input(askSupplementInput).mutation(({ ctx, input }) => askSupplement(ctx, input)),
  consolidate: procedure.input(consolidateInput).mutation(({ ctx, input }) => consolidateReports(ctx, input)),
  undoConsolidation: procedure.input(undoInput).mutation(({ ctx, input }) => undoConsolidation(ctx, input)),
  receive: procedure.input(receiveInput).mutation(({ ctx, input }) => receiveReport(ctx, input)),
});
