import type { YearKind } from '#shared/clusters/clusters.schema.ts';
import { addDays, formatDate } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import type { Reason } from '#shared/core/reason.ts';
import type { Better, IndicatorKind } from '#shared/indicators/indicators.schema.ts';
import { isExact, percentText } from '#shared/pledges/pledge-rule.rules.ts';
import type { PledgeRule } from '#shared/pledges/pledge-rule.schema.ts';
import { outcomeOf, type Share, shareOfPlan } from '#shared/pledges/pledges.rules.ts';
import { PLEDGE_OUTCOME_LABELS } from '#shared/pledges/pledges.schema.ts';
import { QUARTER_NAMES, type Quarter } from '#shared/pledges/progress.schema.ts';

export type QuarterSpan = { quarter: Quarter; startsOn: string; endsOn: string };

/** The quarters of an emulation year: those of the calendar; of a school year the four from September on. */
export function quartersOf({ year, yearKind }: { year: number; yearKind: YearKind }): QuarterSpan[] {
  const first = yearKind === 'school' ? 9 : 1;
  const monthOf = (at: number) => {
    const month = first - 1 + at * 3;
    return `${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  };
  return ([1, 2, 3, 4] as const).map((quarter) => ({
    quarter,
    startsOn: monthOf(quarter - 1),
    endsOn: addDays(monthOf(quarter), -1),
  }));
}

/** How a quarter stands on a day in Việt Nam; its figure is due on its last day. */
export function quarterState({ startsOn, endsOn }: QuarterSpan, today: string): 'ahead' | 'running' | 'over' {
  if (today < startsOn) return 'ahead';
  return today <= endsOn ? 'running' : 'over';
}

/** Why nothing can be entered for this quarter. Late figures are taken: it is a ledger, not a report. */
export function quarterReasons(span: QuarterSpan, today: string): Reason[] {
  if (quarterState(span, today) !== 'ahead') return [];
  const facts = { quarter: QUARTER_NAMES[span.quarter], startsOn: formatDate(span.startsOn) };
  return [{ code: 'progress.quarter-ahead', facts }];
}

/** Whole numbers of things, people, communes: nothing counted is below zero. A rate may fall below it. */
export const isCount = ({ kind, decimals }: { kind: IndicatorKind; decimals: number }): boolean =>
  kind !== 'share' && decimals === 0;

type Asked = { id: string; name: string; kind: IndicatorKind; decimals: number };

/** Why a figure cannot be so: a count below zero. */
export function progressReasons(value: number | null, indicator: Asked): Reason[] {
  if (value === null || value >= 0 || !isCount(indicator)) return [];
  return [{ code: 'progress.negative', field: `items.${indicator.id}`, facts: { indicator: indicator.name } }];
}

/**
 * What to look at once more: what is counted from the beginning of the year does not become less. Never refused.
 * @param before the latest figure of an earlier quarter
 */
export function isFalling(kind: IndicatorKind, before: number | null, value: number | null): boolean {
  return kind === 'flow' && before !== null && value !== null && value < before;
}

type Judged = {
  better: Better;
  decimals: number;
  unitOfMeasure: string;
  target: number | null;
  value: number | null;
  rule: PledgeRule;
  /** The standing office took over the report that the result is from. */
  isReceived: boolean;
};

/**
 * How a promise was judged, in words: result, target, direction, share, and from where on it counts as kept. A target of
 * zero is compared but gives no percentage. Official words, so Vietnamese only.
 */
export function outcomeWords({ better, decimals, unitOfMeasure, target, value, rule, isReceived }: Judged): string {
  const figure = (scaled: number) => `${formatScaled(scaled, decimals)} ${unitOfMeasure}`;
  if (target === null) return 'Đơn vị không đăng ký chỉ tiêu này.';
  if (value === null) return `Kế hoạch ${figure(target)}; chưa có số trong báo cáo năm đã gửi.`;
  const outcome = outcomeOf(better, value, target, rule);
  if (outcome === null) return `Thực hiện ${figure(value)}, kế hoạch ${figure(target)}. Chỉ thống kê, không đánh giá.`;
  const sign = value === target ? '=' : value > target ? '>' : '<';
  const direction = better === 'up' ? 'càng cao càng tốt' : 'càng thấp càng tốt';
  const head =
    `${PLEDGE_OUTCOME_LABELS[outcome].vi}: thực hiện ${figure(value)} ${sign} kế hoạch ${figure(target)}; ` +
    `chỉ tiêu ${direction}.`;
  const open = isReceived ? '' : ' Báo cáo chưa được tiếp nhận, kết quả còn có thể đổi.';
  return `${head} ${shareWords({ better, target, value, rule })}. ${limitWords(better, target, rule)}.${open}`;
}

function shareWords({
  better,
  target,
  value,
  rule,
}: Pick<Judged, 'better' | 'rule'> & { target: number; value: number }) {
  const edges = [rule.keptFrom, rule.exceededFrom];
  const share = shareOfPlan(value, target, better === 'up' ? edges : []);
  if (share === null) return 'Kế hoạch bằng 0 nên không tính tỷ lệ phần trăm';
  const words = `Bằng ${shareText(share)} kế hoạch`;
  if (better === 'up' || isExact(rule)) return words;
  const reached = shareOfPlan(target, value, edges);
  return reached === null ? words : `${words}; kế hoạch chia thực hiện bằng ${shareText(reached)}`;
}

function limitWords(better: Better, target: number, rule: PledgeRule): string {
  if (isExact(rule) || target === 0) return 'So sánh đúng số, không có dung sai';
  const exceeded = rule.exceededFrom > 1000 ? `từ ${percentText(rule.exceededFrom)}` : 'khi hơn 100%';
  const limits = `Đạt từ ${percentText(rule.keptFrom)}, Vượt ${exceeded}`;
  return better === 'up' ? limits : `${limits} (kế hoạch chia thực hiện)`;
}

/** '99,96%'. */
export const shareText = ({ scaled, decimals }: Share): string => `${formatScaled(scaled, decimals)}%`;

/** Why a quarter cannot be of this day: before it began, or a day to come. */
export function asOfReasons(asOf: string | null, { quarter, startsOn }: QuarterSpan, today: string): Reason[] {
  if (asOf === null || (asOf >= startsOn && asOf <= today)) return [];
  const facts = { quarter: QUARTER_NAMES[quarter], startsOn, todayOn: today, found: formatDate(asOf) };
  return [{ code: asOf > today ? 'progress.as-of-ahead' : 'progress.as-of-before', field: 'asOf', facts }];
}

/** Who has not entered a quarter that is over or runs, as text for a group: polite, between equals. */
export function missingText(year: number, span: QuarterSpan, names: readonly string[]): string {
  if (names.length === 0)
    return `Tiến độ giao ước quý ${QUARTER_NAMES[span.quarter]} năm ${year}: các đơn vị đã ghi đủ.`;
  return (
    `Tiến độ giao ước quý ${QUARTER_NAMES[span.quarter]} năm ${year} (đến ${formatDate(span.endsOn)}): ` +
    `còn ${names.join(', ')} chưa ghi. Trân trọng đề nghị các đơn vị quan tâm cập nhật.`
  );
}
