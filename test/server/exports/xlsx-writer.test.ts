import { buffer } from 'node:stream/consumers';
import PizZip from 'pizzip';
import { expect, test } from 'vitest';
import { printWidths, xlsxStream } from '#server/exports/xlsx-writer.ts';
import { formWorkbook } from '#server/reports/workbook/workbook-sheet.ts';

/** Heights of the rows of a sheet that have one, by row. */
function heightsOf(bytes: Buffer): Map<number, number> {
  const xml = new PizZip(bytes).file('xl/worksheets/sheet1.xml')!.asText();
  const rows = [...xml.matchAll(/<row r="(\d+)"[^>]*? ht="([\d.]+)"/g)];
  return new Map(rows.map(([, row, height]) => [Number(row), Number(height)]));
}
const LONG = 'Tỷ lệ Bằng khen tặng người trực tiếp trên tổng số Bằng khen cá nhân';

test('every row of a list says how high its texts are: LibreOffice would lay them over one another', async () => {
  const column = (paperWidth: number) => ({ label: 'Chỉ tiêu', type: 'text' as const, paperWidth });
  const made = xlsxStream({
    office: 'Lạng Sơn',
    title: 'BIỂU TỔNG HỢP',
    filterLine: '',
    madeLine: '',
    numberLabel: 'STT',
    columns: [column(30), column(30)],
    rows: (async function* () {
      yield [
        ['ngắn', { scaled: 12345, decimals: 1 }],
        ['ngắn', LONG],
        [null, `${LONG}\n${LONG}`],
      ];
    })(),
  });

  const heights = heightsOf(await buffer(made));

  const [one, three, six] = [...heights.values()].slice(-3);
  expect([one, three, six]).toEqual([16, 48, 95]);
});

test('of a date only what is known is written: a year or a month alone is no day', async () => {
  const made = xlsxStream({
    ...{ office: '', title: '', filterLine: '', madeLine: '', numberLabel: 'STT' },
    columns: [{ label: 'Sinh, thành lập', type: 'date', paperWidth: 12 }],
    rows: (async function* () {
      yield [['1995-07-18'], ['1995'], ['03/2001'], [1968]];
    })(),
  });

  const xml = new PizZip(await buffer(made)).file('xl/worksheets/sheet1.xml')!.asText();

  const cells = [...xml.matchAll(/<c r="B(?:7|8|9|10)"[^>]*>(.*?)<\/c>/g)];
  expect(cells.map(([, inner]) => inner!.replace(/<[^>]+>/g, ''))).toEqual(['34898', '1995', '03/2001', '1968']);
});

test('a table that fits A4 keeps its widths; of a wider one the long texts get narrower', () => {
  expect(printWidths([34, 12, 60])).toEqual([34, 12, 60]);
  const ledger = [16, 40, 12, 12, 12, 12, 12, 12, 12, 10, 14, 60, 24, 30, 40];
  const narrowed = printWidths(ledger);
  expect(narrowed).toEqual([16, 24, 12, 12, 12, 12, 12, 12, 12, 10, 14, 36, 20, 20, 24]);
});

test('a row of the form has room for its name and for a doubt that comes up later', async () => {
  const row = (name: string) => ({
    indicatorVersionId: 'a',
    name,
    unitOfMeasure: '%',
    kind: 'share',
    decimals: 1,
    prior: 540,
    priorConversion: null,
    target: 600,
    value: 599,
    valueStatus: 'official',
    sourceOffice: 'Sở Nội vụ',
    note: '',
  });
  const made = await formWorkbook({
    unit: 'tỉnh Sơn La',
    clusterName: 'Cụm Mẫu',
    yearName: 'Năm thi đua 2023',
    year: 2023,
    period: 'year-end',
    dueOn: '2024-01-15',
    madeAt: '2024-01-10T02:00:00.000Z',
    reportVersion: 1,
    mark: '',
    rows: [row('Số xã'), row(`${LONG} ${LONG}`)],
    stamp: '',
  } as never);

  const heights = heightsOf(made);

  expect(heights.get(8)).toBe(38);
  expect(heights.get(9)).toBe(54);
});
