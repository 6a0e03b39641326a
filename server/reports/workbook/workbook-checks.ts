import { type ReportFigure, reportDoubts } from '#shared/reports/plausibility.rules.ts';

/** What is looked at in one row of the sheet: its cells, by address, and what its indicator is. */
export type CheckedRow = {
  value: string;
  prior: string;
  target: string;
  note: string;
  figure: ReportFigure;
  noteText: string;
};

const NOT_A_NUMBER = 'Chỉ nhập số';
const SLIP = 'Nhầm đơn vị tính?';
const SAYS: Readonly<Record<string, string>> = {
  'report.negative': 'Số âm: kiểm tra lại',
  'report.over-hundred': 'Lớn hơn 100%',
  'report.large-rise': 'Tăng hơn 50% so với năm trước',
  'report.large-fall': 'Giảm hơn 50% so với năm trước',
  'report.far-above-target': 'Hơn 200% kế hoạch',
  'report.far-below-target': 'Dưới 50% kế hoạch',
};
const TIMES: Readonly<Record<number, string>> = { 100: '100', 1e3: '1.000', 1e6: '1.000.000', 1e9: '1.000.000.000' };

/**
 * The doubts of plausibility.rules as one formula of Excel, so that the sheet says while it is typed what the page would
 * say. What peers report is not known to a sheet. A word in the note answers a doubt.
 */
export function doubtFormula({ value, prior, target, note, figure }: CheckedRow): string {
  const { kind, unitOfMeasure: unit, decimals, period } = figure;
  const isPercent = unit.includes('%');
  const isPartial = period === 'mid-year' && kind === 'flow';
  const beside = `IF(ISNUMBER(${prior}),${prior},${target})`;
  const isSmall = (other: string) => (decimals === 0 ? `NOT(AND(${value}<10,N(${other})<10))` : 'TRUE');
  const checks: [when: string, says: string][] = [];
  if (kind !== 'share' && !isPercent) checks.push([`${value}<0`, SAYS['report.negative']!]);
  for (const times of isPercent ? [100] : [1e3, 1e6, 1e9]) {
    const differs = `${value}>0,N(${beside})>0,NOT(${isSameSize(value, beside)})`;
    checks.push([`AND(${differs},${isSameSize(`${value}/${times}`, beside)})`, slip('Lớn', times)]);
    if (decimals > 0) checks.push([`AND(${differs},${isSameSize(`${value}*${times}`, beside)})`, slip('Nhỏ', times)]);
  }
  if (kind === 'share' && unit === '%') checks.push([`${value}>100`, SAYS['report.over-hundred']!]);
  const change = `N(${prior})>0,${isSmall(prior)}`;
  checks.push([`AND(${change},${value}*1000>=${prior}*1505)`, SAYS['report.large-rise']!]);
  if (!isPartial) checks.push([`AND(${change},${value}*1000<=${prior}*495)`, SAYS['report.large-fall']!]);
  const plan = `N(${target})>0,${isSmall(target)}`;
  checks.push([`AND(${plan},${value}*1000>=${target}*2005)`, SAYS['report.far-above-target']!]);
  if (!isPartial) checks.push([`AND(${plan},${value}*1000<=${target}*495)`, SAYS['report.far-below-target']!]);
  const doubts = checks.reduceRight((rest, [when, says]) => `IF(${when},"${says}",${rest})`, '""');
  return `IF(${value}="","",IF(NOT(ISNUMBER(${value})),"${NOT_A_NUMBER}",IF(${note}<>"","",${doubts})))`;
}

/** What the formula shows at first, for programs that do not calculate when they open a file. */
export function firstDoubt({ figure, noteText }: CheckedRow): string {
  if (noteText !== '') return '';
  const [doubt] = reportDoubts({ ...figure, peers: null });
  if (!doubt) return '';
  if (doubt.code !== 'report.unit-slip') return SAYS[doubt.code] ?? '';
  const [value, meant] = [figure.value!, doubt.suggested!];
  const ratio = value > meant ? value / meant : meant / value;
  const times = [100, 1e3, 1e6, 1e9].toSorted((a, b) => Math.abs(Math.log(a / ratio)) - Math.abs(Math.log(b / ratio)));
  return slip(value > meant ? 'Lớn' : 'Nhỏ', times[0]!);
}

const slip = (how: 'Lớn' | 'Nhỏ', times: number) =>
  `${SLIP} ${how === 'Lớn' ? 'Lớn gấp' : 'Nhỏ đi'} ${TIMES[times]} lần`;
const isSameSize = (a: string, b: string) => `AND(${a}*3>=${b},${a}<=${b}*3)`;
