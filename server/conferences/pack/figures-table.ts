import { setImmediate } from 'node:timers/promises';
import type { PackSource } from '#server/conferences/pack/pack-source.ts';
import { cell, headCell, paragraph, row, TEXT_WIDTH, table, xmlText } from '#server/papers/word-blocks.print.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { aggregate } from '#shared/indicators/indicators.rules.ts';
import { type Share, shareOfPlan } from '#shared/pledges/pledges.rules.ts';

type Summary = PackSource['summary'];
type Indicator = Summary['indicators'][number];
type Figures = { plan: string; actual: string; percent: string };

/** More columns of figures than this cannot be read on a sheet that lies; the members are spread over several tables. */
const MOST_ACROSS = 9;
const [NUMBER, LINE, MOST_NAME] = [660, 1250, 3500] as const;
const LEAST_FIGURE = 1000;
const SIZE = 21;

/** In place of a figure that is not there: never a zero. */
export const NO_FIGURE = {
  figure: '',
  missing: 'không có số',
  'not-sent': 'chưa báo cáo',
  completing: 'đang bổ sung',
} as const;

export const figure = (value: number | null, decimals: number) =>
  value === null ? '–' : formatScaled(value, decimals);
const percent = (share: Share | null) => (share === null ? '–' : formatScaled(share.scaled, share.decimals));

/** What one member promised and did, and how much of the promise that is in percent. */
export function memberFigures({ target, value, state }: Indicator['members'][number], decimals: number): Figures {
  return {
    plan: figure(target, decimals),
    actual: value === null ? NO_FIGURE[state] : figure(value, decimals),
    percent: percent(shareOfPlan(value, target)),
  };
}

/** The same of the whole cluster; no percentage of a plan of all by what some of them did. */
export function clusterFigures(one: Indicator): Figures {
  const plan = aggregate(
    // As in the pledge: promises are not weighted, for weights are known only at year end.
    one.aggregation === 'weighted-mean' ? 'none' : one.aggregation,
    one.members.map(({ target }) => ({ value: target })),
  );
  const isWhole = one.total.counted === one.total.members && plan.counted === plan.members;
  return {
    plan: figure(plan.value, one.decimals),
    actual: figure(one.total.value, one.decimals),
    percent: percent(isWhole ? shareOfPlan(one.total.value, plan.value) : null),
  };
}

/**
 * The figures of a year as a table of Word: indicators down, members across and the cluster last; Kế hoạch, Thực hiện,
 * Tỷ lệ below one another. Raw XML that may stand in the place of a paragraph; a cluster of many communes has ten
 * thousand cells, so others get their turn between the tables.
 *
 * @param whole the head of the last column
 */
export async function figuresTable({ members, indicators }: Summary, whole: string): Promise<string> {
  const across = Math.ceil(members.length / Math.ceil(members.length / MOST_ACROSS));
  const tables: string[] = [];
  for (let from = 0; from < members.length; from += across) {
    if (from > 0) await setImmediate();
    tables.push(tableOf(members.slice(from, from + across), indicators, whole).normalize('NFC'));
  }
  return tables.join(paragraph('', { size: 8, indent: false, newPage: true })) || paragraph('Chưa có số liệu.');
}

function tableOf(members: Summary['members'], indicators: readonly Indicator[], whole: string): string {
  const count = members.length + 1;
  const room = TEXT_WIDTH.lying - NUMBER - LINE;
  const name = Math.min(MOST_NAME + (MOST_ACROSS - members.length) * 150, room - count * LEAST_FIGURE);
  const width = Math.min(1900, Math.floor((room - name) / count));
  const widths = [NUMBER, room - width * count, LINE, ...Array.from({ length: count }, () => width)];
  const absent = new Map(members.map(({ unitId }) => [unitId, absentState(unitId, indicators)]));
  const names = members.map(({ unitId, name }) => {
    const state = absent.get(unitId);
    return state === undefined ? name : `${name} (${NO_FIGURE[state]})`;
  });
  const heads = ['STT', 'Chỉ tiêu (đơn vị tính)', 'Số liệu', ...names, whole];
  const top = heads.map((text, at) => headCell(widths[at]!, xmlText(text), { size: SIZE }));
  const lines = indicators.flatMap((one, index) => {
    const columns = [
      ...members.map(({ unitId }) => {
        const line = one.members.find((member) => member.unitId === unitId);
        const figures = line ? memberFigures(line, one.decimals) : { plan: '–', actual: '–', percent: '–' };
        // Said once in the head of the column.
        return absent.get(unitId) === undefined ? figures : { ...figures, actual: '', percent: '' };
      }),
      clusterFigures(one),
    ];
    return LINES.map(([key, words], at) => {
      const merged = at === 0 ? ('first' as const) : ('goes-on' as const);
      const style = { size: SIZE, keepNext: at < LINES.length - 1 };
      const text = (words: string, align: 'left' | 'center' | 'right') =>
        paragraph(xmlText(words), { ...style, align });
      return row([
        cell(widths[0]!, text(at === 0 ? String(index + 1) : '', 'center'), { merged, middle: true }),
        cell(widths[1]!, text(at === 0 ? `${one.name} (${one.unitOfMeasure})` : '', 'left'), { merged, middle: true }),
        cell(LINE, text(words, 'left'), { middle: true }),
        ...columns.map((column) => cell(width, text(column[key], 'right'), { middle: true })),
      ]);
    });
  });
  return table(widths, [row(top, { isHead: true }), ...lines], { lined: true });
}

/** Why nothing of this member is there, when that is so of every indicator. */
function absentState(unitId: string, indicators: readonly Indicator[]): keyof typeof NO_FIGURE | undefined {
  const states = new Set(indicators.map((one) => one.members.find((line) => line.unitId === unitId)?.state));
  const [state] = states;
  return states.size === 1 && state !== 'figure' ? state : undefined;
}

const LINES = [
  ['plan', 'Kế hoạch'],
  ['actual', 'Thực hiện'],
  ['percent', 'Tỷ lệ (%)'],
] as const;
