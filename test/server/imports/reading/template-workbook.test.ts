import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { wrappedLines } from '#server/core/sheet-text.ts';
import { templateWorkbook } from '#server/imports/reading/template-workbook.ts';
import { guessColumns } from '#shared/imports/columns.rules.ts';
import { FIELDS_OF_KIND } from '#shared/imports/fields/fields-of-kind.ts';
import { importKind } from '#shared/imports/imports.schema.ts';
import { inspect, rowsOf } from '#test/server/imports/reading/workbooks.ts';

const LISTS = {
  units: [{ value: 'u1', label: 'Tỉnh Lạng Sơn' }],
  'award-forms': [
    { value: 'bk', label: 'Bằng khen của Chủ tịch UBND tỉnh' },
    { value: 'gk', label: 'Giấy khen' },
  ],
  indicators: [{ value: 'i', label: 'Tốc độ tăng GRDP' }],
  ethnicities: [
    { value: '01', label: 'Kinh' },
    { value: '02', label: 'Tày' },
  ],
};

test.each(importKind.options)('%s: our own reader finds every field, and no record in it', async (kind) => {
  const bytes = await templateWorkbook(kind, LISTS);
  const [data, guide, ...more] = (await inspect(bytes)).sheets;
  expect([data!.name, guide!.name, more]).toEqual(['Danh sách', 'Hướng dẫn', []]);
  expect(data).toMatchObject({ headerRow: 1 });
  const [, ...guessed] = guessColumns(data!.columns, FIELDS_OF_KIND[kind]);
  expect(guessed.map(({ field }) => field)).toEqual(FIELDS_OF_KIND[kind].map(({ id }) => id));
  expect(await rowsOf(bytes)).toEqual([]);
});

test('drop-downs follow the lists, text columns keep zeros, required headings have a star', async () => {
  const { sheets } = await readXlsx(await templateWorkbook('awards', LISTS), { readStyles: true });
  const [data, , lists] = sheets;
  expect(lists).toMatchObject({ name: 'Danh mục', hidden: true });
  const column = data!.rows[0]!.indexOf('Hình thức khen thưởng *');
  expect(lists!.rows.slice(1, 3).map((row) => row[column - 1])).toEqual(LISTS['award-forms'].map(({ label }) => label));
  const letter = String.fromCharCode(65 + column);
  const source = String.fromCharCode(64 + column);
  expect(data!.dataValidations).toContainEqual(
    expect.objectContaining({
      type: 'list',
      range: `${letter}2:${letter}2001`,
      formula1: `'Danh mục'!$${source}$2:$${source}$3`,
    }),
  );
  const cccd = data!.rows[0]!.indexOf('Số CCCD');
  expect(data!.cells?.get(`1,${cccd}`)).toMatchObject({ value: '001180000123', style: { numFmt: '@' } });
});

test.each(importKind.options)('%s: no explanation is cut by the cell beside it', async (kind) => {
  const { sheets } = await readXlsx(await templateWorkbook(kind, LISTS));
  const guide = sheets[1]!;
  const widths = guide.columns!.map(({ width }) => width!);
  const cut = guide.rows
    .slice(5)
    .flatMap((row) => row.filter((text, at) => typeof text === 'string' && wrappedLines(text, widths[at]!) > 1));
  expect(cut).toEqual([]);
});
