import { expect, test } from 'vitest';
import { doubtFormula, firstDoubt } from '#server/reports/workbook/workbook-checks.ts';
import type { ReportFigure } from '#shared/reports/plausibility.rules.ts';

/** As much of Excel as the formula uses; an empty cell is "" to a comparison with text and 0 to one with a number. */
const EXCEL = {
  IF: (when: boolean, then: unknown, otherwise: unknown) => (when ? then : otherwise),
  AND: (...all: boolean[]) => all.every(Boolean),
  NOT: (one: boolean) => !one,
  ISNUMBER: (one: unknown) => typeof one === 'number',
  N: (one: unknown) => (typeof one === 'number' ? one : 0),
};

function calculated(formula: string, cells: Readonly<Record<string, number | string>>): unknown {
  const strings: string[] = [];
  const script = formula
    .replace(/"[^"]*"/g, (text) => `§${strings.push(text) - 1}§`)
    .replace(/<>/g, '!==')
    .replace(/(?<![<>!=])=(?!=)/g, '===')
    .replace(/\bTRUE\b/g, 'true')
    .replace(/\b[EFGK]\d+\b/g, (cell) => JSON.stringify(cells[cell] ?? ''))
    .replace(/§(\d+)§/g, (_, at: string) => strings[Number(at)]!);
  return new Function(...Object.keys(EXCEL), `return ${script};`)(...Object.values(EXCEL));
}

type Case = Partial<ReportFigure> & { noteText?: string };
const said = ({ noteText = '', ...about }: Case) => {
  const figure: ReportFigure = {
    ...{ value: null, prior: null, target: null, decimals: 1, unitOfMeasure: 'tỷ đồng', kind: 'flow' },
    ...{ period: 'year-end', peers: null },
    ...about,
  };
  const row = { value: 'G8', prior: 'E8', target: 'F8', note: 'K8', noteText, figure };
  const plain = (scaled: number | null) => (scaled === null ? '' : scaled / 10 ** figure.decimals);
  const cells = { G8: plain(figure.value), E8: plain(figure.prior), F8: plain(figure.target), K8: noteText };
  return { first: firstDoubt(row), byExcel: calculated(doubtFormula(row), cells) };
};

const SHARE = { kind: 'share', unitOfMeasure: '%', decimals: 2 } as const;
const COUNT = { kind: 'stock', unitOfMeasure: 'xã', decimals: 0 } as const;

test.each<[Case, string]>([
  [{ value: null, prior: 92_104 }, ''],
  [{ value: 89_052, prior: 92_104, target: 95_000 }, ''],
  [{ value: 89_052_000, prior: 92_104 }, 'Nhầm đơn vị tính? Lớn gấp 1.000 lần'],
  [{ value: 92, prior: 92_104 }, 'Nhầm đơn vị tính? Nhỏ đi 1.000 lần'],
  [{ value: 89_052_000, target: 95_000 }, 'Nhầm đơn vị tính? Lớn gấp 1.000 lần'],
  [{ value: 89_052_000_000, prior: 92_104 }, 'Nhầm đơn vị tính? Lớn gấp 1.000.000 lần'],
  [{ value: 89_052_000, prior: 92_104, noteText: 'Đã đối chiếu' }, ''],
  [{ value: -500, prior: 92_104 }, 'Số âm: kiểm tra lại'],
  [{ value: 150_000, prior: 92_104, target: 95_000 }, 'Tăng hơn 50% so với năm trước'],
  [{ value: 40_000, prior: 92_104, target: 95_000 }, 'Giảm hơn 50% so với năm trước'],
  [{ value: 40_000, prior: 92_104, target: 95_000, period: 'mid-year' }, ''],
  [{ value: 90_000, prior: 92_104, target: 40_000 }, 'Hơn 200% kế hoạch'],
  [{ value: 90_000, prior: 92_104, target: 190_000 }, 'Dưới 50% kế hoạch'],
  [{ ...SHARE, value: 10_500, prior: 9_500 }, 'Lớn hơn 100%'],
  [{ ...SHARE, value: 95, prior: 9_500 }, 'Nhầm đơn vị tính? Nhỏ đi 100 lần'],
  [{ ...SHARE, value: -120, prior: 200 }, 'Giảm hơn 50% so với năm trước'],
  [{ ...COUNT, value: 4, prior: 1, target: 1 }, ''],
  [{ ...COUNT, value: 40, prior: 12 }, 'Tăng hơn 50% so với năm trước'],
  [{ ...COUNT, value: 12_000, prior: 12 }, 'Nhầm đơn vị tính? Lớn gấp 1.000 lần'],
  [{ value: 500, prior: 0, target: 0 }, ''],
])('what the sheet says of %j is what the page would say: “%s”', (about, expected) => {
  expect(said(about)).toEqual({ first: expected, byExcel: expected });
});

test('a text where a number belongs is told as such', () => {
  const figure = { value: null, prior: 1, target: 1, peers: null, period: 'year-end', ...COUNT } as const;
  const row = { value: 'G8', prior: 'E8', target: 'F8', note: 'K8', noteText: '', figure };
  expect(calculated(doubtFormula(row), { G8: '29.000 xã', E8: 1, F8: 1 })).toBe('Chỉ nhập số');
});
