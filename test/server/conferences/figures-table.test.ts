import { expect, test } from 'vitest';
import { figuresTable } from '#server/conferences/pack/figures-table.ts';
import type { PackSource } from '#server/conferences/pack/pack-source.ts';
import { absentWords, indicatorFields, pledgeWords } from '#server/conferences/pack/report-figures.ts';

type Summary = PackSource['summary'];
type Line = { target: number | null; value: number | null; outcome: string | null; state?: string };

/** A summary of so many members, one indicator each, figures in tenths. */
function summaryOf(lines: readonly Line[], names: readonly string[] = [], aggregation = 'sum'): Summary {
  const members = lines.map((_, at) => ({ unitId: `u${at}`, name: names[at] ?? `Tỉnh ${at + 1}` }));
  const there = lines.flatMap(({ value }) => (value === null ? [] : [value]));
  const total = { value: there.reduce((sum, one) => sum + one, 0), counted: there.length, members: lines.length };
  const indicator = {
    id: 'i1',
    name: 'Thu <ngân> sách & thuế',
    unitOfMeasure: 'tỷ đồng',
    decimals: 1,
    aggregation,
    paperNote: null,
    paper: null,
    total,
    members: lines.map((line, at) => ({
      unitId: `u${at}`,
      state: line.value === null ? 'not-sent' : 'figure',
      ...line,
    })),
  };
  return { members, indicators: [indicator] } as never;
}
const kept = { target: 1000, value: 1100, outcome: 'exceeded' };
const away = { target: 1000, value: null, outcome: 'no-figure' };

const rowsOf = (table: string) =>
  (table.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).map((row) =>
    (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map((cell) => cell.replace(/<[^>]+>/g, '')),
  );

test('indicators down and merged, members across, the cluster last; figures on the right, percent of plan', async () => {
  const table = await figuresTable(summaryOf([kept, { target: 2000, value: 1000, outcome: 'missed' }]), 'Toàn cụm');
  expect(rowsOf(table)).toEqual([
    ['STT', 'Chỉ tiêu (đơn vị tính)', 'Số liệu', 'Tỉnh 1', 'Tỉnh 2', 'Toàn cụm'],
    ['1', 'Thu &lt;ngân&gt; sách &amp; thuế (tỷ đồng)', 'Kế hoạch', '100,0', '200,0', '300,0'],
    ['', '', 'Thực hiện', '110,0', '100,0', '210,0'],
    ['', '', 'Tỷ lệ (%)', '110,0', '50,0', '70,0'],
  ]);
  expect(table.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(2);
  expect(table.match(/<w:vMerge w:val="continue"\/>/g)).toHaveLength(4);
  for (const figure of ['110,0', '70,0', '300,0'])
    expect(table).toMatch(new RegExp(`<w:jc w:val="right"/></w:pPr>(?:(?!</w:p>).)*>${figure}<`));
});

test('who has not reported is named in the head of the column, and some of a cluster give no share of its plan', async () => {
  const rows = rowsOf(await figuresTable(summaryOf([kept, away]), 'Toàn khối'));
  expect(rows[0]!.slice(3)).toEqual(['Tỉnh 1', 'Tỉnh 2 (chưa báo cáo)', 'Toàn khối']);
  expect(rows.slice(1).map((row) => row.slice(3))).toEqual([
    ['100,0', '100,0', '200,0'],
    ['110,0', '', '110,0'],
    ['110,0', '', '–'],
  ]);
});

test.each([
  [2, [2]],
  [9, [9]],
  [10, [5, 5]],
  [15, [8, 7]],
  [150, [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 6]],
])('%i members stand in tables that fit the sheet', async (count, shares) => {
  const names = Array.from({ length: count }, () => 'Thành phố trực thuộc Trung ương');
  const xml = await figuresTable(
    summaryOf(
      Array.from({ length: count }, () => kept),
      names,
    ),
    'Toàn cụm',
  );
  const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gs)!;
  expect(tables.map((one) => rowsOf(one)[0]!.length - 4)).toEqual(shares);
  for (const one of tables) {
    const widths = [...one.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(14_287);
    expect(Math.min(...widths.slice(1))).toBeGreaterThan(900);
  }
  expect(xml).not.toContain('</w:tbl><w:tbl>');
});

test('who is in no total is said once; counts of kept promises stand beside each indicator', () => {
  const some = summaryOf([kept, away, { target: null, value: 5, outcome: 'no-target' }]);
  expect(absentWords(some)).toBe('Số liệu chung dưới đây chưa gồm: Tỉnh 2.');
  const [field] = indicatorFields(some);
  expect(field).toMatchObject({ ket_qua_gon: '110,5 tỷ đồng', ket_qua: '110,5 tỷ đồng (chưa gồm: Tỉnh 2)' });
  expect(field).toMatchObject({ so_vuot: '1', so_dat: '0', so_khong_dat: '0', so_chua_co: '1' });
  expect(pledgeWords(some, 2023)).toBe(
    'Đối chiếu với Giao ước thi đua năm 2023: trong 2 lượt chỉ tiêu các đơn vị đã đăng ký, 1 vượt, 0 đạt, 0 không đạt, 1 chưa có số liệu.',
  );
  const none = summaryOf([{ target: null, value: 5, outcome: 'no-target' }]);
  const pledgeRule = { keptFrom: 950, exceededFrom: 1050, source: 'Quy chế Cụm, Điều 9' };
  expect(pledgeWords({ ...some, pledgeRule }, 2023)).toMatch(/Đạt từ 95% kế hoạch, .* \(theo Quy chế Cụm, Điều 9\)\.$/);
  expect([absentWords(none), pledgeWords(none, 2023)]).toEqual(['', '']);
  expect(indicatorFields(none)[0]).toMatchObject({ so_vuot: '–', so_chua_co: '–' });
});

test('where indicators miss different members, each total says whom it misses', () => {
  const one = summaryOf([kept, away]);
  const other = summaryOf([away, kept]);
  const both = { ...one, indicators: [...one.indicators, ...other.indicators] } as Summary;
  expect(absentWords(both)).toBe('');
  expect(indicatorFields(both).map(({ ket_qua_gon }) => ket_qua_gon)).toEqual([
    '110,0 tỷ đồng (chưa gồm: Tỉnh 2)',
    '110,0 tỷ đồng (chưa gồm: Tỉnh 1)',
  ]);
});
