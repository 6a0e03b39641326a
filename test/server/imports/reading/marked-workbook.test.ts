import { readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { rowXml } from '#server/imports/reading/marked-parts.ts';
import { markedWorkbook, type WrongRow } from '#server/imports/reading/marked-workbook.ts';
import type { RowChoice } from '#server/imports/reading/reading-messages.ts';
import type { ReadCell } from '#shared/imports/imports.schema.ts';
import { fileOf, freePath, inspect, refusalOf, rowsOf } from '#test/server/imports/reading/workbooks.ts';

const NAME = 'danh-sach.xlsx';
const BORN = new Date(Date.UTC(1980, 7, 15));
const CHOICE: RowChoice = {
  sheet: 'Danh sách & thử',
  headerRow: 2,
  columns: [
    { index: 1, encoding: 'tcvn3' },
    { index: 2, encoding: 'unicode' },
  ],
};

async function source(): Promise<string> {
  return fileOf(
    await writeXlsx({
      sheets: [
        {
          name: CHOICE.sheet,
          rows: [
            ['DANH SÁCH MẪU'],
            ['STT', 'Họ và tên', 'Ngày sinh', 'Ghi chú'],
            [1, 'NguyÔn V\u00a8n Mai', BORN, 'tốt'],
            [2, 'TrÇn ThÞ H\u00ad\u00acng', '31/02/2024', null],
            [3, 'Lª §øc', BORN, '<a> & "b"'],
          ],
        },
      ],
    }),
  );
}
async function* wrong(...rows: WrongRow[]): AsyncGenerator<WrongRow> {
  yield* rows;
}

test('only the bad rows, under the same head, in Unicode; bad cells red with a note; it can be imported again', async () => {
  const to = freePath();
  const count = await markedWorkbook(
    await source(),
    NAME,
    CHOICE,
    wrong(
      {
        rowNumber: 4,
        cells: [
          { index: 2, message: '"31/02/2024": không có ngày này.' },
          { index: 4, message: 'Ô còn trống.' },
        ],
      },
      {
        rowNumber: 5,
        cells: [
          { index: null, message: 'Trùng dòng 3.' },
          { index: 0, message: 'Một & hai.' },
        ],
      },
    ),
    to,
  );
  expect(count).toBe(2);
  const bytes = readFileSync(to);
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  expect(sheets[0]!.name).toBe(CHOICE.sheet);
  expect(sheets[0]!.rows).toEqual([
    ['DANH SÁCH MẪU', null, null, null, null],
    ['STT', 'Họ và tên', 'Ngày sinh', 'Ghi chú', null],
    [2, 'Trần Thị Hương', '31/02/2024', null, null],
    [3, 'Lê Đức', BORN, '<a> & "b"', null],
  ]);
  const { cells } = sheets[0]!;
  expect(cells?.get('2,2')?.comment?.text).toBe('"31/02/2024": không có ngày này.');
  expect(cells?.get('2,4')?.comment?.text).toBe('Ô còn trống.');
  expect(cells?.get('3,0')?.comment?.text).toBe('Trùng dòng 3.\nMột & hai.');
  expect(cells?.get('2,2')?.style?.fill).toMatchObject({ fgColor: { rgb: 'FFC7CE' } });
  expect(cells?.get('2,1')?.style?.fill).toBeUndefined();

  const found = await inspect(bytes);
  expect(found.sheets[0]).toMatchObject({ headerRow: 2, rowCount: 2, name: CHOICE.sheet });
  expect(found.sheets[0]!.shape).toBe((await inspect(readFileSync(await source()))).sheets[0]!.shape);
  expect((await rowsOf(bytes))[0]!.cells[1]).toEqual({ kind: 'text', text: 'Trần Thị Hương' });
});

test('long texts are read whole: a row is as high as its texts, a title runs on over the cells beside it', () => {
  const long: ReadCell[] = [{ kind: 'text', text: 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh' }];
  const heightOf = (xml: string) => Number(/ht="(\d+)"/.exec(xml)![1]);
  expect(heightOf(rowXml(1, long, 'title'))).toBe(16);
  expect(heightOf(rowXml(3, long, 'heading'))).toBe(48);
  expect(heightOf(rowXml(4, long, new Map([[1, 'Ô còn trống.']])))).toBe(48);
});

test('a file that cannot be read leaves a refusal, not a hang', async () => {
  const path = fileOf('%PDF-1.7');
  expect((await refusalOf(markedWorkbook(path, NAME, CHOICE, wrong(), freePath()))).code).toBe(
    'import.picture-not-table',
  );
  const to = `${freePath()}/no/such/folder`;
  await expect(markedWorkbook(await source(), NAME, CHOICE, wrong(), to)).rejects.toThrow('ENOENT');
});
