import type { StageKind, YearKind, YearStatus } from '#shared/clusters/clusters.schema.ts';
import { addDays, formatDate } from '#shared/core/dates.ts';
import type { Localized } from '#shared/core/localized.ts';
import type { Reason } from '#shared/core/reason.ts';
import { yearTitle } from '#shared/core/year-title.ts';

export const YEAR_KIND_LABELS: Readonly<Record<YearKind, Localized>> = {
  calendar: { vi: 'Năm dương lịch', en: 'Calendar year' },
  school: { vi: 'Năm học', en: 'School year' },
};
export const YEAR_STATUS_LABELS: Readonly<Record<YearStatus, Localized>> = {
  draft: { vi: 'Dự thảo', en: 'Draft' },
  published: { vi: 'Đã công bố', en: 'Published' },
  archived: { vi: 'Đã lưu hồ sơ', en: 'Archived' },
};

/** Name and days that a year of this kind usually has; a school year runs from 01/09 to the end of August. */
export function usualYear(year: number, yearKind: YearKind): { name: string; startsOn: string; endsOn: string } {
  const name = yearTitle({ year, yearKind }).vi;
  return yearKind === 'school'
    ? { name, startsOn: `${year}-09-01`, endsOn: `${year + 1}-08-31` }
    : { name, startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
}

type Year = { year: number; status: YearStatus; endsOn: string };
type Stage = { kind: StageKind; name: string; opensOn: string; closesOn: string };

export type DraftFacts = {
  today: string;
  startsOn: string;
  endsOn: string;
  stages: readonly Stage[];
  /** The year it was opened after, and how many of its year-end reports are not taken over yet. */
  model: (Year & { openReportCount: number }) | null;
  indicatorCount: number;
  /** Names of indicators weighted by one that is not asked, with the name of that one. */
  weightless: readonly { name: string; weight: string }[];
};

const HALF_A_YEAR = 184;

/** What whoever publishes should look at first. None of it stands in the way. */
export function draftWarnings(facts: DraftFacts): Reason[] {
  const { today, startsOn, endsOn, stages, model, indicatorCount, weightless } = facts;
  const asksReports = stages.some(({ kind }) => kind === 'mid-year-report' || kind === 'year-end-report');
  return [
    ...modelWarnings(model, today),
    ...(stages.length === 0 ? [{ code: 'cluster-year.no-plan' }] : []),
    ...(indicatorCount === 0 && asksReports ? [{ code: 'cluster-year.no-indicators' }] : []),
    ...weightless.map(({ name, weight }) => ({
      code: 'indicator.weight-not-asked',
      facts: { indicator: name, weight },
    })),
    ...stages.flatMap(({ name, opensOn, closesOn }): Reason[] => [
      ...(isDayOff(closesOn)
        ? [{ code: 'cluster-year.stage-day-off', facts: { stage: name, closesOn, nextOn: nextWorkday(closesOn) } }]
        : []),
      ...(closesOn < today
        ? [{ code: 'cluster-year.stage-past', facts: { stage: name, closesOn, todayOn: today } }]
        : []),
      // A year is launched before it begins and reviewed after it ended: half a year is usual, more is a slip.
      ...(opensOn < addDays(startsOn, -HALF_A_YEAR) || closesOn > addDays(endsOn, HALF_A_YEAR)
        ? [{ code: 'cluster-year.stage-outside', facts: { stage: name, opensOn, closesOn, startsOn, endsOn } }]
        : []),
    ]),
  ];
}

function modelWarnings(model: DraftFacts['model'], today: string): Reason[] {
  if (!model) return [];
  const year = String(model.year);
  if (model.status === 'draft') return [{ code: 'cluster-year.model-draft', facts: { year } }];
  return [
    ...(model.endsOn >= today
      ? [{ code: 'cluster-year.model-unfinished', facts: { year, endsOn: model.endsOn } }]
      : []),
    ...(model.openReportCount > 0
      ? [{ code: 'cluster-year.model-reports-open', facts: { year, openReportCount: model.openReportCount } }]
      : []),
  ];
}

/** Saturday or Sunday. Public holidays are moved by the Government every year and are not known here. */
export function isDayOff(iso: string): boolean {
  const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

function nextWorkday(iso: string): string {
  let day = iso;
  while (isDayOff(day)) day = addDays(day, 1);
  return day;
}

/** Why this step cannot be taken with a year. */
export function statusReasons(
  step: 'publish' | 'drop' | 'archive' | 'restore',
  year: { status: YearStatus; endsOn: string; name: string },
  today: string,
): Reason[] {
  const needed: YearStatus = step === 'archive' ? 'published' : step === 'restore' ? 'archived' : 'draft';
  if (year.status !== needed)
    return [
      {
        code: `cluster-year.not-${needed}`,
        facts: {
          name: year.name,
          status: YEAR_STATUS_LABELS[year.status].vi,
          statusEn: YEAR_STATUS_LABELS[year.status].en,
        },
      },
    ];
  if (step === 'archive' && year.endsOn >= today)
    return [{ code: 'cluster-year.archive-early', facts: { name: year.name, endsOn: year.endsOn } }];
  return [];
}

export type Move = { name: string; from: string | null; to: string | null };

/** The last days that a new plan moves, adds (from null) or drops (to null). */
export function movedDeadlines(
  before: readonly { kind: StageKind; name: string; closesOn: string }[],
  after: readonly { kind: StageKind; name: string; closesOn: string }[],
): Move[] {
  const old = new Map(before.map((stage) => [stage.kind, stage]));
  const kept = new Set(after.map(({ kind }) => kind));
  return [
    ...after.flatMap(({ kind, name, closesOn }) => {
      const from = old.get(kind)?.closesOn ?? null;
      return from === closesOn ? [] : [{ name, from, to: closesOn }];
    }),
    ...before.filter(({ kind }) => !kept.has(kind)).map(({ name, closesOn }) => ({ name, from: closesOn, to: null })),
  ];
}

/** 'Báo cáo 6 tháng: 30/06/2024 → 05/07/2024', one after another; new and dropped stages say so. */
export function movesText(moves: readonly Move[]): Localized {
  const text = (isNew: string, isGone: string) =>
    moves
      .map(({ name, from, to }) => {
        if (from === null) return `${name}: ${formatDate(to!)} (${isNew})`;
        return to === null ? `${name}: ${isGone}` : `${name}: ${formatDate(from)} → ${formatDate(to)}`;
      })
      .join('; ');
  return { vi: text('mới', 'không còn trong kế hoạch'), en: text('new', 'no longer in the plan') };
}

export type Announced = {
  title: string;
  clusterName: string;
  startsOn: string;
  endsOn: string;
  chairName: string;
  standingOffice: string;
  stages: readonly { name: string; opensOn: string; closesOn: string }[];
  indicatorCount: number;
};

/** What a chat group is told of a published year; plain text, for people. */
export function announcement(year: Announced): string {
  const days = (from: string, to: string) =>
    from === to ? formatDate(from) : `${formatDate(from)} - ${formatDate(to)}`;
  return [
    `${year.clusterName}: đã công bố kế hoạch ${year.title} (${days(year.startsOn, year.endsOn)}).`,
    `Đơn vị phụ trách: ${year.chairName}. Cơ quan thường trực: ${year.standingOffice}.`,
    ...(year.indicatorCount > 0 ? [`Số chỉ tiêu thi đua: ${year.indicatorCount}.`] : []),
    ...(year.stages.length > 0
      ? ['Các mốc:', ...year.stages.map(({ name, opensOn, closesOn }) => `- ${name}: ${days(opensOn, closesOn)}`)]
      : []),
  ].join('\n');
}
