import type { ActorContext } from '#server/core/context.ts';
import { decisionList } from '#server/decisions/decision-list.service.ts';
import {
  awardCells,
  boardCells,
  type Cells,
  decisionCells,
  ledgerCells,
  nominationCells,
  type Row,
  recipientCells,
  summaryCells,
  UnitsOfToday,
} from '#server/exports/list-cells.ts';
import type { Cell } from '#server/exports/xlsx-writer.ts';
import { nominationList } from '#server/nominations/nomination-list.service.ts';
import { ledgerList } from '#server/pledges/ledger-list.service.ts';
import { eachRecipient } from '#server/recipients/recipient-list.service.ts';
import { countAwards, eachAward } from '#server/registry/search.service.ts';
import { boardHeads, boardList } from '#server/reports/board.service.ts';
import { summaryList } from '#server/reports/summary-list.service.ts';
import { accessFor, type Procedure } from '#shared/accounts/permissions.ts';
import type { ListColumn } from '#shared/core/list-columns.ts';
import type { Language } from '#shared/core/localized.ts';
import { Refusal } from '#shared/core/refusal.ts';
import { DECISION_COLUMNS } from '#shared/decisions/decision-columns.ts';
import { EXPORT_WORDS } from '#shared/exports/exports.labels.ts';
import { type ExportList, type ExportPreview, MOST_ROWS, MOST_ROWS_AT_ONCE } from '#shared/exports/exports.schema.ts';
import { NOMINATION_COLUMNS } from '#shared/nominations/nomination-columns.ts';
import { LEDGER_COLUMNS } from '#shared/pledges/ledger-columns.ts';
import { RECIPIENT_COLUMNS } from '#shared/recipients/recipient-columns.ts';
import { AWARD_COLUMNS } from '#shared/registry/award-columns.ts';
import { BOARD_COLUMNS } from '#shared/reports/board-columns.ts';
import { SUMMARY_COLUMNS } from '#shared/reports/summary-columns.ts';

export type ListCount = { count: number; isMore: boolean };

/** Whoever may read the list may take it out: the page's own procedure decides what is in it. */
const READ_BY: Readonly<Record<ExportList, Procedure>> = {
  awards: 'awards.list',
  recipients: 'recipients.list',
  nominations: 'nominations.list',
  decisions: 'decisions.list',
  summary: 'reports.summary',
  reports: 'reviewing.board',
  ledger: 'pledges.ledger',
};
const COLUMNS: Readonly<Record<ExportList, readonly ListColumn[]>> = {
  awards: AWARD_COLUMNS,
  recipients: RECIPIENT_COLUMNS,
  nominations: NOMINATION_COLUMNS,
  decisions: DECISION_COLUMNS,
  summary: SUMMARY_COLUMNS,
  reports: BOARD_COLUMNS,
  ledger: LEDGER_COLUMNS,
};

export const readProcedureOf = (list: ExportList): Procedure => READ_BY[list];

/**
 * The call as if it asked for the list itself, so that an export never holds a row that the page would not show.
 * @throws Refusal account.lacks-role
 */
export function asReader(ctx: ActorContext, list: ExportList): ActorContext {
  const procedure = READ_BY[list];
  const access = accessFor(ctx.actor, procedure);
  if (!access) throw new Refusal('forbidden', [{ code: 'account.lacks-role' }]);
  return { ...ctx, procedure, access };
}

/** The known ones among the asked columns, each once, in the asked order. */
export function columnsOf(list: ExportList, ids: readonly string[]): ListColumn[] {
  const known = new Map(COLUMNS[list].map((column) => [column.id, column]));
  return [...new Set(ids)].flatMap((id) => known.get(id) ?? []);
}

/** The columns with their headings under these filters; those of a year that is not there fall away. */
export async function headed(
  ctx: ActorContext,
  of: ExportPreview,
  columns: readonly ListColumn[],
  lang: Language,
): Promise<(ListColumn & { head: string })[]> {
  const periods = of.list === 'reports' ? await boardHeads(ctx, of.filters, lang) : null;
  const isToday = of.list === 'awards' && of.filters.view === 'hien-nay';
  return columns.flatMap((column) => {
    if (periods && /^(now|before)-/.test(column.id)) {
      const head = periods.get(column.id);
      return head === undefined ? [] : [{ ...column, head }];
    }
    const head = isToday && column.id === 'unit' ? EXPORT_WORDS['export.unit-today'] : column.label;
    return [{ ...column, head: head[lang] }];
  });
}

/** How many rows the list has; `isMore`: more than `count`, and too many to be made while one waits. */
export async function countRows(ctx: ActorContext, of: ExportPreview, signal?: AbortSignal): Promise<ListCount> {
  if (of.list === 'awards') {
    const { sort: _, ...conditions } = of.filters;
    return countAwards(ctx, conditions, signal);
  }
  let count = 0;
  for await (const page of pagesOf(ctx, of, signal, ctx.lang)) {
    count += page.length;
    if (count > MOST_ROWS_AT_ONCE) return { count: MOST_ROWS_AT_ONCE, isMore: true };
  }
  return { count, isMore: false };
}

/** Every row of the list in its order, page by page, as cells of these columns. */
export async function* eachRow(
  ctx: ActorContext,
  of: ExportPreview,
  columns: readonly ListColumn[],
  { lang, signal }: { lang: Language; signal?: AbortSignal | undefined },
): AsyncGenerator<Cell[][]> {
  const units = new UnitsOfToday(ctx, of.list === 'awards' && of.filters.view === 'hien-nay');
  const cells = cellsOf(of.list, lang, units);
  const chosen = columns.map(({ id }) => cells[id] ?? (() => null));
  for await (const page of pagesOf(ctx, of, signal, lang)) {
    await units.learn(page);
    yield page.map((row) => chosen.map((cell) => cell(row)));
  }
}

function cellsOf(list: ExportList, lang: Language, units: UnitsOfToday): Cells {
  switch (list) {
    case 'awards':
      return awardCells(lang, units);
    case 'recipients':
      return recipientCells(lang);
    case 'nominations':
      return nominationCells(lang);
    case 'decisions':
      return decisionCells(lang);
    case 'summary':
      return summaryCells;
    case 'reports':
      return boardCells;
    case 'ledger':
      return ledgerCells;
  }
}

/** The rows of the list as its own page asks for them. */
function pagesOf(
  ctx: ActorContext,
  of: ExportPreview,
  signal: AbortSignal | undefined,
  lang: Language,
): AsyncIterable<readonly Row[]> {
  switch (of.list) {
    case 'awards':
      return eachAward(ctx, of.filters, signal);
    case 'recipients':
      return eachRecipient(ctx, of.filters, signal);
    case 'nominations':
      return oncePage(async () => (await nominationList(ctx, of.filters, MOST_ROWS)).rows);
    case 'decisions':
      return oncePage(() => decisionList(ctx, of.filters, MOST_ROWS));
    case 'summary':
      return oncePage(() => summaryList(ctx, of.filters, lang));
    case 'reports':
      return oncePage(() => boardList(ctx, of.filters, lang));
    case 'ledger':
      return oncePage(() => ledgerList(ctx, of.filters, lang));
  }
}

/** Lists of one year are short: they come whole. */
async function* oncePage(rows: () => Promise<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  const page = await rows();
  if (page.length > 0) yield page;
}
