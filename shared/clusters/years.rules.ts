import type { StageKind, YearDraft, YearKind } from '#shared/clusters/clusters.schema.ts';
import type { Span } from '#shared/clusters/members.rules.ts';
import { addDays, isIsoDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';

type Member = Span & { unitId: string; unitName: string };
type OtherYear = { year: number; startsOn: string; endsOn: string; chairName: string };

/** What an emulation year is checked against. */
export type YearFacts = {
  year: number;
  draft: Pick<YearDraft, 'startsOn' | 'endsOn' | 'chairUnitId' | 'deputyChairUnitId' | 'stages'> & {
    yearKind?: YearKind;
  };
  /** The other years of the cluster. */
  others: readonly OtherYear[];
  /** Every membership of the cluster there ever was. */
  members: readonly Member[];
  closedOn: string | null;
};

/** Why an emulation year cannot be opened or saved like this; each reason names its field. */
export function yearReasons({ year, draft, others, members, closedOn }: YearFacts): Reason[] {
  const { startsOn, endsOn } = draft;
  const twin = others.find((one) => one.year === year);
  if (twin)
    return [{ code: 'cluster-year.exists', field: 'year', facts: { year: String(year), chair: twin.chairName } }];
  if (endsOn <= startsOn)
    return [{ code: 'cluster-year.ends-before-start', field: 'endsOn', facts: { startsOn, endsOn } }];
  const reasons: Reason[] = [];
  if (Math.abs(Number(startsOn.slice(0, 4)) - year) > 1)
    reasons.push({ code: 'cluster-year.not-its-year', field: 'startsOn', facts: { year: String(year), startsOn } });
  // Năm học 2024 - 2025 begins in 2024 and ends in 2025.
  if (draft.yearKind === 'school' && startsOn.slice(0, 4) >= endsOn.slice(0, 4))
    reasons.push({ code: 'cluster-year.ends-out-of-kind', field: 'endsOn', facts: { year: String(year) } });
  if (closedOn !== null && endsOn >= closedOn)
    reasons.push({ code: 'cluster.closed', field: 'endsOn', facts: { closedOn } });
  reasons.push(
    ...neighbourReasons(year, draft, others),
    ...leaderReasons(draft, members),
    ...stageReasons(draft.stages),
  );
  return reasons;
}

function neighbourReasons(
  year: number,
  { startsOn, endsOn }: YearFacts['draft'],
  others: readonly OtherYear[],
): Reason[] {
  const previous = others.filter((one) => one.year < year).sort((a, b) => b.year - a.year)[0];
  const next = others.filter((one) => one.year > year).sort((a, b) => a.year - b.year)[0];
  const tell = (code: string, other: OtherYear): Reason => ({
    code,
    field: 'startsOn',
    facts: { year: String(year), other: String(other.year), startsOn: other.startsOn, endsOn: other.endsOn },
  });
  return [
    ...(previous && (startsOn <= previous.startsOn || endsOn <= previous.endsOn)
      ? [tell('cluster-year.before-previous', previous)]
      : []),
    ...(next && (startsOn >= next.startsOn || endsOn >= next.endsOn) ? [tell('cluster-year.after-next', next)] : []),
  ];
}

function leaderReasons(draft: YearFacts['draft'], members: readonly Member[]): Reason[] {
  const { chairUnitId, deputyChairUnitId, startsOn, endsOn } = draft;
  const nameOf = (unitId: string) => members.find((member) => member.unitId === unitId)?.unitName ?? 'Đơn vị đã chọn';
  if (chairUnitId === deputyChairUnitId)
    return [{ code: 'cluster-year.chair-is-deputy', field: 'deputyChairUnitId', facts: { unit: nameOf(chairUnitId) } }];
  return (['chairUnitId', 'deputyChairUnitId'] as const).flatMap((field) => {
    const unitId = draft[field];
    if (unitId === null) return [];
    const stays = members.some(
      (member) =>
        member.unitId === unitId &&
        (member.validFrom === null || member.validFrom <= startsOn) &&
        (member.validTo === null || member.validTo >= endsOn),
    );
    if (stays) return [];
    return [{ code: 'cluster-year.chair-not-member', field, facts: { unit: nameOf(unitId), startsOn, endsOn } }];
  });
}

function stageReasons(stages: YearDraft['stages']): Reason[] {
  return stages.flatMap(({ kind, name, opensOn, closesOn }, index) =>
    stages.findIndex((stage) => stage.kind === kind) < index
      ? [{ code: 'cluster-year.stage-twice', field: `stages.${index}.name`, facts: { stage: name } }]
      : closesOn < opensOn
        ? [
            {
              code: 'cluster-year.stage-order',
              field: `stages.${index}.closesOn`,
              facts: { stage: name, opensOn, closesOn },
            },
          ]
        : [],
  );
}

/** The same day so many years later; 29/02 becomes 28/02 where there is none. */
export function yearsLater(iso: string, count: number): string {
  const year = String(Number(iso.slice(0, 4)) + count).padStart(4, '0');
  const day = `${year}${iso.slice(4)}`;
  return isIsoDate(day) ? day : addDays(`${year}-03-01`, -1);
}

type LastYear = Pick<YearDraft, 'name' | 'startsOn' | 'endsOn'> & { year: number };
type LastPlan = Pick<YearDraft, 'stages'> & { year: number };

/**
 * The next year as the last one was: name and dates a year later, the stages of the last plan on the days of the new
 * year. Notes of days off are left to be written.
 * @param plan the newest year that has a plan; it may be older than the last
 */
export function nextYearOf(last: LastYear, plan: LastPlan): LastYear & LastPlan {
  const year = last.year + 1;
  const count = year - plan.year;
  return {
    year,
    name: numbersLater(last.name, 1),
    startsOn: yearsLater(last.startsOn, 1),
    endsOn: yearsLater(last.endsOn, 1),
    stages: plan.stages.map((stage) => ({
      ...stage,
      name: numbersLater(stage.name, count),
      opensOn: yearsLater(stage.opensOn, count),
      closesOn: yearsLater(stage.closesOn, count),
      dueNote: '',
    })),
  };
}

/** 'Năm học 2023 - 2024' a year later: both its numbers move. */
function numbersLater(text: string, count: number): string {
  return text.replace(/\b(?:19|20|21)\d{2}\b/g, (number) => String(Number(number) + count));
}

/** The plan of a year (kế hoạch năm): its stages with their last days. */
export type Plan = readonly { kind: StageKind; closesOn: string }[];

/** The reports a plan asks for, each with its last day. The year's report is due when its figures are final. */
export function reportDueDays(plan: Plan): { period: ReportPeriod; dueOn: string }[] {
  const closes = (kind: StageKind) => plan.find((stage) => stage.kind === kind)?.closesOn;
  const midYear = closes('mid-year-report');
  const yearEnd =
    closes('year-end-report') === undefined ? undefined : (closes('official-figures') ?? closes('year-end-report'));
  return [
    ...(midYear === undefined ? [] : [{ period: 'mid-year' as const, dueOn: midYear }]),
    ...(yearEnd === undefined ? [] : [{ period: 'year-end' as const, dueOn: yearEnd }]),
  ];
}
