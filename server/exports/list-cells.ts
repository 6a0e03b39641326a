import { findUnitLabels, linesDown } from '#db/units/lineage.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import type { Cell } from '#server/exports/xlsx-writer.ts';
import { formatDate, formatInstant, isIsoDate } from '#shared/core/dates.ts';
import type { Language, Localized } from '#shared/core/localized.ts';
import { fill } from '#shared/core/wording.ts';
import { DECISION_STATUS_LABELS } from '#shared/decisions/decisions.schema.ts';
import { EXPORT_WORDS } from '#shared/exports/exports.labels.ts';
import { NOMINATION_STATUS_LABELS, WAY_LABELS } from '#shared/nominations/nominations.schema.ts';
import { LEDGER_COLUMNS } from '#shared/pledges/ledger-columns.ts';
import { formatPartialDate } from '#shared/recipients/partial-date.ts';
import {
  AREA_CLASS_LABELS,
  PERSON_CLASS_LABELS,
  RECIPIENT_KIND_LABELS,
  SEX_LABELS,
} from '#shared/recipients/recipients.schema.ts';
import { AWARD_STATUS_LABELS } from '#shared/registry/registry.labels.ts';
import { BOARD_COLUMNS } from '#shared/reports/board-columns.ts';
import { SUMMARY_COLUMNS } from '#shared/reports/summary-columns.ts';
import { todayOf } from '#shared/units/lineage.rules.ts';

export type Row = Readonly<Record<string, unknown>>;
/** What a list has in each column, by the id of the column. */
export type Cells = Readonly<Record<string, (row: Row) => Cell>>;

const text = (value: unknown): Cell => (value === null || value === undefined ? null : String(value));
/** Lines of a printed name or place stand in one cell on one line. */
const oneLine = (value: unknown): Cell => (typeof value === 'string' ? value.replaceAll('\n', ' ') : null);
const whole = (value: unknown): Cell => (value === null || value === undefined ? null : Number(value));
const worded = (labels: Readonly<Record<string, Localized>>, value: unknown, lang: Language): Cell =>
  typeof value === 'string' && Object.hasOwn(labels, value) ? labels[value]![lang] : text(value);

export const awardCells = (lang: Language, units: UnitsOfToday): Cells => ({
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

export const recipientCells = (lang: Language): Cells => ({
  name: (row) => oneLine(row.name),
  kind: (row) => worded(RECIPIENT_KIND_LABELS, row.kind, lang),
  since: ({ birthYear, foundedOn }) => whole(birthYear) ?? bornOn(foundedOn),
  unit: (row) => text(row.unitName),
  place: (row) => oneLine(row.place),
  count: (row) => whole(row.awardCount),
  latest: ({ latestAwardOn, latestAwardName }) =>
    typeof latestAwardOn === 'string' ? `${formatDate(latestAwardOn)} · ${latestAwardName}` : null,
});

/** The words of a summary come made; figures keep their decimals. */
export const summaryCells: Cells = Object.fromEntries(
  SUMMARY_COLUMNS.map(({ id }) => [id, (row: Row) => (row[id] ?? null) as Cell]),
);

/** So does the ledger of a pledge. */
export const ledgerCells: Cells = Object.fromEntries(
  LEDGER_COLUMNS.map(({ id }) => [id, (row: Row) => (row[id] ?? null) as Cell]),
);

/** The words of the board come made too. */
export const boardCells: Cells = Object.fromEntries(
  BOARD_COLUMNS.map(({ id }) => [id, (row: Row) => (row[id] ?? null) as Cell]),
);

/** A founding day goes as a date, a year or month alone as it is read. */
const bornOn = (value: unknown): Cell =>
  typeof value !== 'string' || isIsoDate(value) ? text(value) : formatPartialDate(value);

export const nominationCells = (lang: Language): Cells => ({
  name: (row) => oneLine(row.name) || EXPORT_WORDS['export.no-name'][lang],
  kind: (row) => worded(RECIPIENT_KIND_LABELS, row.recipientKind, lang),
  unit: (row) => text(row.unitName),
  place: (row) => oneLine(row.workplace),
  sent: ({ submittedAt }) => (typeof submittedAt === 'string' ? formatInstant(submittedAt) : null),
  status: (row) => worded(NOMINATION_STATUS_LABELS, row.status, lang),
  notes: ({ isOverQuota, daysLate, isDemo }) => {
    const late = Number(daysLate);
    const notes = [
      ...(isOverQuota === true ? [EXPORT_WORDS['export.over-quota'][lang]] : []),
      ...(late > 0 ? [fill(EXPORT_WORDS['export.days-late'][lang], { dayCount: late })] : []),
    ];
    return notes.join('; ') || demoNote(isDemo === 1, lang);
  },
});

export const decisionCells = (lang: Language): Cells => ({
  number: (row) => text(row.fullNumber) || EXPORT_WORDS['export.no-number'][lang],
  on: (row) => text(row.decidedOn),
  subject: (row) => oneLine(row.subject),
  issuer: (row) => text(row.issuerName),
  count: (row) => whole(row.itemCount),
  status: (row) => worded(DECISION_STATUS_LABELS, row.status, lang),
  demo: (row) => demoNote(row.isDemo === true, lang),
});

const demoNote = (isDemo: boolean, lang: Language): Cell => (isDemo ? EXPORT_WORDS['export.demo-row'][lang] : null);

/** Names of the units of today for the units of the rows; each is asked for once. */
export class UnitsOfToday {
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
