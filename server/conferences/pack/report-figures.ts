import { clusterFigures, memberFigures } from '#server/conferences/pack/figures-table.ts';
import type { PackSource } from '#server/conferences/pack/pack-source.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { ruleOnPaper } from '#shared/pledges/pledge-rule.rules.ts';
import type { PledgeOutcome } from '#shared/pledges/pledges.schema.ts';

type Summary = PackSource['summary'];
type Indicator = Summary['indicators'][number];
type Names = ReadonlyMap<string, string>;

/** Each indicator with the figure of the cluster, and how many members kept what they promised. */
export function indicatorFields({ indicators, members }: Summary) {
  const names = namesOf(members);
  const absent = absentEverywhere(indicators);
  return indicators.map((one, index) => ({
    stt: String(index + 1),
    ten: one.name,
    ket_qua: resultOf(one, names),
    ket_qua_gon: resultOf(one, names, absent),
    ...countsOf(one),
  }));
}

/** Figures of each member by indicator, the cluster last. */
export function figureFields({ indicators, members }: Summary, whole: string) {
  const names = namesOf(members);
  return indicators.flatMap((one, index) =>
    [
      ...one.members.map((line) => ({ unit: names.get(line.unitId) ?? '', ...memberFigures(line, one.decimals) })),
      { unit: whole, ...clusterFigures(one) },
    ].map(({ unit, plan, actual, percent }, at) => ({
      stt: at === 0 ? String(index + 1) : '',
      chi_tieu: at === 0 ? `${one.name} (${one.unitOfMeasure})` : '',
      don_vi: unit,
      ke_hoach: plan,
      thuc_hien: actual,
      ty_le: percent,
    })),
  );
}

/** Who is in none of the totals, said once for all of them; '' when every total says it of itself. */
export function absentWords({ indicators, members }: Summary): string {
  const absent = absentEverywhere(indicators);
  if (absent === '' || absent === undefined) return '';
  const names = namesOf(members);
  const units = absent.split(' ').map((unitId) => names.get(unitId) ?? '');
  return `Số liệu chung dưới đây chưa gồm: ${units.join(', ')}.`;
}

/** What became of the promises of the year, all indicators and members together; '' where nothing was promised. */
export function pledgeWords({ indicators, pledgeRule }: Summary, year: number): string {
  const promised = indicators.reduce((sum, one) => sum + promisesOf(one).length, 0);
  if (promised === 0) return '';
  const count = (outcome: PledgeOutcome) =>
    indicators.reduce((sum, one) => sum + one.members.filter((line) => line.outcome === outcome).length, 0);
  const open = count('no-figure');
  const limits = pledgeRule ? ruleOnPaper(pledgeRule, pledgeRule.source) : '';
  return (
    `Đối chiếu với Giao ước thi đua năm ${year}: trong ${formatScaled(promised, 0)} lượt chỉ tiêu các đơn vị đã đăng ký, ` +
    `${count('exceeded')} vượt, ${count('met')} đạt, ${count('missed')} không đạt` +
    (open > 0 ? `, ${open} chưa có số liệu.` : '.') +
    (limits === '' ? '' : ` ${limits}`)
  );
}

function countsOf(one: Indicator) {
  const promises = promisesOf(one);
  const count = (outcome: PledgeOutcome) =>
    promises.length === 0 ? '–' : String(one.members.filter((line) => line.outcome === outcome).length);
  return {
    so_vuot: count('exceeded'),
    so_dat: count('met'),
    so_khong_dat: count('missed'),
    so_chua_co: count('no-figure'),
  };
}

/** Promises that are judged: of an indicator without a better direction none is. */
const promisesOf = ({ members }: Indicator) =>
  members.filter(({ outcome }) => outcome !== null && outcome !== 'no-target');
const namesOf = (members: Summary['members']): Names => new Map(members.map(({ unitId, name }) => [unitId, name]));
const missingOf = ({ members }: Indicator) => members.filter(({ value }) => value === null).map((one) => one.unitId);

/** The members missing in every indicator, when no indicator misses others; ids with a blank between. */
function absentEverywhere(indicators: readonly Indicator[]): string | undefined {
  const sets = new Set(indicators.map((one) => missingOf(one).join(' ')));
  return sets.size === 1 ? [...sets][0] : undefined;
}

/**
 * The words the office keeps, else the computed wording, else the total; who is missing is said, unless that was said
 * of all before (`said`).
 */
function resultOf(one: Indicator, names: Names, said?: string): string {
  if (one.paperNote) return one.paperNote.content;
  if (one.paper !== null) return one.paper;
  if (one.total.value === null) return 'không cộng chung toàn cụm';
  const total = `${formatScaled(one.total.value, one.decimals)} ${one.unitOfMeasure}`;
  const missing = missingOf(one);
  if (missing.length === 0 || missing.join(' ') === said) return total;
  return `${total} (chưa gồm: ${missing.map((unitId) => names.get(unitId) ?? '').join(', ')})`;
}
