import { findReportingMembers, findReportingYear, type ReportingYear } from '#db/reports/reports.queries.ts';
import {
  countThreads,
  findBoardReports,
  findMembershipEnds,
  findReminders,
  findYearBefore,
} from '#db/reports/reviewing.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { consolidatorReasons } from '#server/reports/consolidation.service.ts';
import { headOf } from '#server/reports/report-view.service.ts';
import type { Language } from '#shared/core/localized.ts';
import { notFound } from '#shared/core/refusal.ts';
import { fill } from '#shared/core/wording.ts';
import {
  type BoardCell,
  type BoardColumn,
  type BoardRow,
  boardCell,
  boardWords,
  type Reminded,
  shownRows,
} from '#shared/reports/board.rules.ts';
import { readerOf } from '#shared/reports/reports.policy.ts';
import { reportPeriod } from '#shared/reports/reports.schema.ts';
import { BOARD_TEXT, BOARD_WORDS, PERIOD_SHORT_LABELS } from '#shared/reports/reviewing.labels.ts';
import type { BoardFilters } from '#shared/reports/reviewing.schema.ts';

export type BoardUnit = BoardRow & { unitId: string };

/**
 * Completeness and timeliness of a cluster: members down; across both periods of the year and, beside them, of the year
 * before, so that a habit shows. What passes between the chair's office and one unit (comments, reminders) is theirs.
 */
export async function viewBoard(ctx: ActorContext, { clusterYearId }: { clusterYearId: string }) {
  const db = ctx.db.reads;
  const years = await boardYears(ctx, clusterYearId);
  const [year] = years;
  const ids = years.map(({ id }) => id);
  const [reports, threads, reminders, spans] = await Promise.all([
    findBoardReports(db, ids),
    countThreads(db, ids),
    findReminders(db, ids),
    findMembershipEnds(db, year.clusterId),
  ]);
  const columns: BoardColumn[] = years.flatMap(({ id, year: of }) =>
    reportPeriod.options.map((period) => ({ clusterYearId: id, year: of, period })),
  );
  const reportOf = new Map(reports.map((row) => [`${row.unitId} ${row.clusterYearId} ${row.period}`, row]));
  const openOf = new Map<string, number>();
  for (const { reportId, count } of threads) openOf.set(reportId, (openOf.get(reportId) ?? 0) + Number(count));
  const remindedOf = new Map<string, Reminded>();
  for (const { reportId, sentAt, sentBy } of reminders)
    remindedOf.set(reportId, { at: sentAt, by: sentBy, count: (remindedOf.get(reportId)?.count ?? 0) + 1 });
  const endOf = endsOf(spans);
  const wasMember = new Map(
    await Promise.all(
      years.map(async (one) => {
        const members = await findReportingMembers(db, { ...one, clusterId: year.clusterId });
        return [one.id, new Set(members.map(({ unitId }) => unitId))] as const;
      }),
    ),
  );
  const now = ctx.now().toISOString();

  const rows = (await findReportingMembers(db, year)).map(
    ({ unitId, name, fullName }): BoardUnit & { fullName: string } => {
      const reader = readerOf(ctx.actor, { unitId, chairUnitId: year.chairUnitId });
      const seesBeside = reader.isOwn || reader.isChair || reader.seesAll;
      const cells = columns.map((column): BoardCell => {
        const report = reportOf.get(`${unitId} ${column.clusterYearId} ${column.period}`);
        const isMember = wasMember.get(column.clusterYearId)?.has(unitId) ?? false;
        const beside = {
          comments: report && seesBeside ? (openOf.get(report.id) ?? 0) : 0,
          reminded: report && seesBeside ? (remindedOf.get(report.id) ?? null) : null,
        };
        return boardCell(report, { isMember, endedOn: endOf.get(unitId) ?? null }, now, beside);
      });
      return { unitId, name, fullName, cells };
    },
  );
  return {
    clusterYear: headOf(year),
    now,
    columns,
    rows,
    /** Why the person cannot send reminders; none: they can. */
    remind: consolidatorReasons(ctx.actor, year),
    standingOffice: year.standingOffice,
  };
}

type BoardYear = Pick<ReportingYear, 'id' | 'year' | 'startsOn' | 'endsOn'>;

/** The year and, where there is one, the year before. */
async function boardYears(ctx: ActorContext, clusterYearId: string): Promise<[ReportingYear, ...BoardYear[]]> {
  const year = await findReportingYear(ctx.db.reads, ctx.access, clusterYearId);
  if (!year) throw notFound('cluster-year');
  const before = await findYearBefore(ctx.db.reads, ctx.access, year);
  return before ? [year, before] : [year];
}

/** Headings of the periods in the file by column, 'Sơ kết 2023'; a year that is not there has none. */
export async function boardHeads(
  ctx: ActorContext,
  { clusterYearId }: BoardFilters,
  lang: Language,
): Promise<Map<string, string>> {
  const years = await boardYears(ctx, clusterYearId);
  return new Map(
    years.flatMap(({ id, year }) =>
      reportPeriod.options.map((period): [string, string] => [
        periodColumn({ clusterYearId: id, period }, clusterYearId),
        fill(PERIOD_SHORT_LABELS[period][lang], { year }),
      ]),
    ),
  );
}

const periodColumn = (column: Pick<BoardColumn, 'clusterYearId' | 'period'>, clusterYearId: string) =>
  `${column.clusterYearId === clusterYearId ? 'now' : 'before'}-${column.period}`;

/** The last day of each unit that is a member no more; null while it is one, or will be again. */
function endsOf(spans: readonly { unitId: string; validTo: string | null }[]): Map<string, string | null> {
  const ends = new Map<string, string | null>();
  for (const { unitId, validTo } of spans) {
    const known = ends.get(unitId);
    if (known === null) continue;
    ends.set(unitId, validTo === null || known === undefined || validTo > known ? validTo : known);
  }
  return ends;
}

/** A row of the file, its words made; in the order of BOARD_COLUMNS. */
export type BoardFileRow = Record<string, string | number>;

/** The board as a list to take out: one row for each unit, as narrowed on the screen. */
export async function boardList(
  ctx: ActorContext,
  { clusterYearId, period, show, q }: BoardFilters,
  lang: Language,
): Promise<BoardFileRow[]> {
  const { rows, columns } = await viewBoard(ctx, { clusterYearId });
  const at = columns.findIndex((column) => column.clusterYearId === clusterYearId && column.period === period);
  return shownRows(rows, at, { show, q }).map(({ name, cells }): BoardFileRow => {
    const { comments = 0, reminded = null } = cells[at] ?? {};
    const row: BoardFileRow = { unit: name, comments, reminded: '' };
    for (const [index, column] of columns.entries()) {
      const { code, facts } = boardWords(cells[index]!);
      row[periodColumn(column, clusterYearId)] = fill(BOARD_WORDS[code]![lang], facts);
    }
    if (reminded) row.reminded = fill(BOARD_TEXT.reminded![lang], { count: reminded.count, lastAt: reminded.at });
    return row;
  });
}
