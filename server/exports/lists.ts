import { findUnitLabels, linesDown } from '#db/units/lineage.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import type { Cell } from '#server/exports/xlsx-writer.ts';
import { eachRecipient } from '#server/recipients/recipient-list.service.ts';
import { countAwards, eachAward } from '#server/registry/search.service.ts';
import { accessFor, type Procedure } from '#shared/accounts/permissions.ts';
import { formatDate, isIsoDate } from '#shared/core/dates.ts';
import type { ListColumn } from '#shared/core/list-columns.ts';
import type { Language } from '#shared/core/localized.ts';
import { Refusal } from '#shared/core/refusal.ts';
import { EXPORT_WORDS } from '#shared/exports/exports.labels.ts';
import { type ExportList, type ExportPreview, MOST_ROWS_AT_ONCE } from '#shared/exports/exports.schema.ts';
import { WAY_LABELS } from '#shared/nominations/nominations.schema.ts';
import { formatPartialDate } from '#shared/recipients/partial-date.ts';
import { RECIPIENT_COLUMNS } from '#shared/recipients/recipient-columns.ts';
import {
  AREA_CLASS_LABELS,
  PERSON_CLASS_LABELS,
  RECIPIENT_KIND_LABELS,
  SEX_LABELS,
} from '#shared/recipients/recipients.schema.ts';
import { AWARD_COLUMNS } from '#shared/registry/award-columns.ts';
import { AWARD_STATUS_LABELS } from '#shared/registry/registry.labels.ts';
import { todayOf } from '#shared/units/lineage.rules.ts';

type Row = Readonly<Record<string, unknown>>;
type CellOf = (row: Row) => Cell;
export type ListCount = { count: number; isMore: boolean };

/** Whoever may read the list may take it out: the page's own procedure decides what is in it. */
const READ_BY: Readonly<Record<ExportList, Procedure>> = { awards: 'awards.list', recipients: 'recipients.list' };
const COLUMNS: Readonly<Record<ExportList, readonly ListColumn[]>> = {
  awards: AWARD_COLUMNS,
  recipients: RECIPIENT_COLUMNS,
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

/** The heading of a column under these filters. */
export function headOf(column: ListColumn, of: ExportPreview, lang: Language): string {
  const isToday = of.list === 'awards' && column.id === 'unit' && of.filters.view === 'hien-nay';
  return isToday ? EXPORT_WORDS['export.unit-today'][lang] : column.label[lang];
}

/** How many rows the list has; `isMore`: more than `count`, and too many to be made while one waits. */
export async function countRows(ctx: ActorContext, of: ExportPreview, signal?: AbortSignal): Promise<ListCount> {
  if (of.list === 'awards') {
    const { sort: _, ...conditions } = of.filters;
    return countAwards(ctx, conditions, signal);
  }
  let count = 0;
  for await (const page of eachRecipient(ctx, of.filters, signal)) {
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
  const pages = of.list === 'awards' ? eachAward(ctx, of.filters, signal) : eachRecipient(ctx, of.filters, signal);
  const units = new UnitsOfToday(ctx, of.list === 'awards' && of.filters.view === 'hien-nay');
  const cells = of.list === 'awards' ? awardCells(lang, units) : recipientCells(lang);
  const chosen = columns.map(({ id }) => cells[id] ?? (() => null));
  for await (const page of pages as AsyncIterable<readonly Row[]>) {
    await units.learn(page);
    yield page.map((row) => chosen.map((cell) => cell(row)));
  }
}

const text = (value: unknown): Cell => (value === null || value === undefined ? null : String(value));
/** Lines of a printed name or place stand in one cell on one line. */
const oneLine = (value: unknown): Cell => (typeof value === 'string' ? value.replaceAll('\n', ' ') : null);
const whole = (value: unknown): Cell => (value === null || value === undefined ? null : Number(value));
const worded = (labels: Readonly<Record<string, { vi: string; en: string }>>, value: unknown, lang: Language): Cell =>
  typeof value === 'string' && Object.hasOwn(labels, value) ? labels[value]![lang] : text(value);

const awardCells = (lang: Language, units: UnitsOfToday): Readonly<Record<string, CellOf>> => ({
  name: (row) => oneLine(row.printedName),
  place: (row) => oneLine(row.printedPlace),
  unit: (row) => units.nameOf(row),
  kind: (row) => worded(RECIPIENT_KIND_LABELS, row.recipientKind, lang),
  award: (row) => text(row.awardName),
  year: (row) => whole(row.year),
  number: (row) => text(row.decisionNumber),
  date: (row) => text(row.decidedOn),
  status: (row) => worded(AWARD_STATUS_LABELS, row.status, lang),
  way: (row) => worded(WAY_LABELS, row.way, lang),
  personClass: (row) => worded(PERSON_CLASS_LABELS, row.personClass, lang),
  sex: (row) => worded(SEX_LABELS, row.sex, lang),
  areaClass: (row) => worded(AREA_CLASS_LABELS, row.areaClass, lang),
  field: (row) => text(row.field),
});

const recipientCells = (lang: Language): Readonly<Record<string, CellOf>> => ({
  name: (row) => oneLine(row.name),
  kind: (row) => worded(RECIPIENT_KIND_LABELS, row.kind, lang),
  since: ({ birthYear, foundedOn }) => whole(birthYear) ?? bornOn(foundedOn),
  unit: (row) => text(row.unitName),
  place: (row) => oneLine(row.place),
  count: (row) => whole(row.awardCount),
  latest: ({ latestAwardOn, latestAwardName }) =>
    typeof latestAwardOn === 'string' ? `${formatDate(latestAwardOn)} · ${latestAwardName}` : null,
});

/** A founding day goes as a date, a year or month alone as it is read. */
const bornOn = (value: unknown): Cell =>
  typeof value !== 'string' || isIsoDate(value) ? text(value) : formatPartialDate(value);

/** Names of the units of today for the units of the rows; each is asked for once. */
class UnitsOfToday {
  readonly #ctx: ActorContext;
  readonly #isWanted: boolean;
  readonly #names = new Map<string, string>();

  constructor(ctx: ActorContext, isWanted: boolean) {
    this.#ctx = ctx;
    this.#isWanted = isWanted;
  }

  async learn(rows: readonly Row[]): Promise<void> {
    if (!this.#isWanted) return;
    const ids = [...new Set(rows.map(({ unitId }) => String(unitId)))].filter((id) => !this.#names.has(id));
    if (ids.length === 0) return;
    const down = await linesDown(this.#ctx.db.reads, ids);
    const parts = new Map(ids.map((id) => [id, todayOf(id, down).parts.map(({ unitId }) => unitId)]));
    const labels = await findUnitLabels(this.#ctx.db.reads, [...new Set([...parts.values()].flat())]);
    const nameOf = new Map(labels.map(({ id, name }) => [id, name]));
    for (const [id, ends] of parts) this.#names.set(id, ends.map((end) => nameOf.get(end) ?? end).join(', '));
  }

  nameOf(row: Row): Cell {
    return this.#names.get(String(row.unitId)) ?? text(row.unitName);
  }
}
