import { procedure, router } from '#server/core/trpc.ts';
import { importChoices } from '#server/imports/choices.service.ts';
import {
  cancelImport,
  chooseColumns as choose,
  confirmImport as confirm,
  correctValues as correct,
  decideRows as decide,
  skipRows as skip,
  undoImport,
} from '#server/imports/imports.service.ts';
import { importOptions, importPage, importRowPage, importView } from '#server/imports/imports.view.ts';
import {
  chooseColumns,
  confirmImport,
  correctValues,
  decideRows,
  importChoicesInput,
  importFilters,
  importInput,
  importKindInput,
  importRowsInput,
  importStep,
  skipRows,
} from '#shared/imports/imports.schema.ts';

export const importsRouter = router({
  options: procedure.input(importKindInput).query(({ ctx, input }) => importOptions(ctx, input.kind)),
  list: procedure.input(importFilters).query(({ ctx, input }) => importPage(ctx, input)),
  byId: procedure.input(importInput).query(({ ctx, input }) => importView(ctx, input.id)),
  choices: procedure.input(importChoicesInput).query(({ ctx, input }) => importChoices(ctx, input)),
  rows: procedure.input(importRowsInput).query(({ ctx, input }) => importRowPage(ctx, input)),
  choose: procedure.input(chooseColumns).mutation(({ ctx, input }) => choose(ctx, input)),
  correct: procedure.input(correctValues).mutation(({ ctx, input }) => correct(ctx, input)),
  skip: procedure.input(skipRows).mutation(({ ctx, input }) => skip(ctx, input)),
  decide: procedure.input(decideRows).mutation(({ ctx, input }) => decide(ctx, input)),
  confirm: procedure.input(confirmImport).mutation(({ ctx, input }) => confirm(ctx, input)),
  cancel: procedure.input(importStep).mutation(({ ctx, input }) => cancelImport(ctx, input)),
  undo: procedure.input(importStep).mutation(({ ctx, input }) => undoImport(ctx, input)),
});
