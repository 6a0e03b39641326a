import { setImmediate as turn } from 'node:timers/promises';
import { findRun, isCleared, listRows } from '#db/imports/imports.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { currentLanguage } from '#server/core/language.ts';
import { worded } from '#server/core/worded.ts';
import { contentPath } from '#server/files/files.service.ts';
import { importAccess } from '#server/imports/imports.policy.ts';
import { mayChange } from '#server/imports/imports.service.ts';
import { templateListsOf } from '#server/imports/lists.ts';
import { markedWorkbook, type WrongRow } from '#server/imports/reading/marked-workbook.ts';
import { templateWorkbook } from '#server/imports/reading/template-workbook.ts';
import { takenColumns } from '#server/imports/rows.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import {
  type ChosenColumns,
  IMPORT_KIND_LABELS,
  type ImportKind,
  type RowReason,
} from '#shared/imports/imports.schema.ts';

const ROWS_AT_ONCE = 500;

/** Biểu mẫu of a kind, with drop-downs of what this office has. */
export async function templateOf(ctx: ActorContext, kind: ImportKind): Promise<{ name: string; bytes: Buffer }> {
  const access = importAccess(ctx.actor, kind);
  if (!access.all && access.own.length === 0) throw new Refusal('forbidden', [{ code: 'import.kind-not-yours' }]);
  const bytes = await templateWorkbook(kind, await templateListsOf(ctx, kind));
  return { name: `Mẫu nhập - ${IMPORT_KIND_LABELS[kind].vi}.xlsx`, bytes };
}

/** The bad rows as the same workbook, each bad cell marked with why. Written to a file; gives the name to offer. */
export async function writeBadRows(ctx: ActorContext, id: string, to: string): Promise<string> {
  const run = await findRun(ctx.db.reads, ctx.access, id);
  if (!run) throw notFound('import');
  if (!mayChange(ctx, run)) throw new Refusal('forbidden', [{ code: 'import.kind-not-yours' }]);
  if (await isCleared(ctx.db.reads, run)) refuseIf([{ code: 'import.cleared' }]);
  if (run.chosen === null) refuseIf([{ code: 'import.not-checked' }]);
  const chosen = JSON.parse(run.chosen!) as ChosenColumns;
  const taken = takenColumns(run);
  const columns = taken.map(({ index, encoding }) => ({ index, encoding }));
  const indexOf = new Map(taken.map(({ field, index }) => [field, index]));
  const lang = currentLanguage();

  async function* wrong(): AsyncIterable<WrongRow> {
    for (let after = 0; ; ) {
      const rows = await listRows(ctx.db.longReads, id, { after, limit: ROWS_AT_ONCE });
      const last = rows.at(-1);
      if (!last) return;
      after = last.rowNumber;
      for (const { rowNumber, verdict, reasons } of rows) {
        if (verdict !== 'wrong' && verdict !== 'doubtful') continue;
        const cells = (JSON.parse(reasons) as RowReason[]).map(({ code, field, facts }) => ({
          index: (field === undefined ? undefined : indexOf.get(field)) ?? null,
          message: worded([{ code, ...(facts && { facts }) }], lang)[0]!.text,
        }));
        yield { rowNumber, cells };
      }
      await turn();
    }
  }
  const choice = { sheet: chosen.sheet, headerRow: chosen.headerRow, columns };
  const count = await markedWorkbook(contentPath(ctx, run.fileSha256), run.fileName, choice, wrong(), to);
  if (count === 0) refuseIf([{ code: 'import.no-bad-rows' }]);
  return `Dòng sai - ${run.fileName.replace(/\.[^.]+$/u, '')}.xlsx`;
}
