import { writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#shared/core/refusal.ts';
import { READING_REASONS } from '#shared/imports/reading.reasons.ts';
import {
  inline,
  inspect,
  refusalOf,
  rowsOf,
  writtenBySheetJs,
  xlsxParts,
  zipOf,
} from '#test/server/imports/reading/workbooks.ts';

const HEADINGS = ['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Đơn vị công tác'];
const BORN = new Date(Date.UTC(1980, 7, 15));
const LIST = [HEADINGS, [1, 'Nguyễn Thị Mẫu', BORN, '001180000123', 'Trường Mẫu'], [2, 'Trần Văn Mẫu', BORN, '', '']];
const HEAD_XML = `<row r="1">${HEADINGS.map((text, i) => inline(`${'ABCDE'[i]}1`, text)).join('')}</row>`;

describe('every format gives the same rows', () => {
  const records = [
    {
      rowNumber: 2,
      cells: [
        { kind: 'number', number: 1, text: '1' },
        { kind: 'text', text: 'Nguyễn Thị Mẫu' },
        { kind: 'date', date: '1980-08-15', text: '15/08/1980' },
        { kind: 'text', text: '001180000123' },
        { kind: 'text', text: 'Trường Mẫu' },
      ],
    },
    {
      rowNumber: 3,
      cells: [
        { kind: 'number', number: 2, text: '2' },
        { kind: 'text', text: 'Trần Văn Mẫu' },
        { kind: 'date', date: '1980-08-15', text: '15/08/1980' },
        { kind: 'empty' },
        { kind: 'empty' },
      ],
    },
  ];

  test('.xlsx', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'Danh sách', rows: LIST }] });
    const found = await inspect(bytes);
    expect(found).toMatchObject({ format: 'xlsx', sheets: [{ name: 'Danh sách', headerRow: 1, rowCount: 2 }] });
    expect(found.sheets[0]!.columns.map(({ heading }) => heading)).toEqual(HEADINGS);
    expect(await rowsOf(bytes)).toEqual(records);
  });

  test.each([
    ['biff8', 'xls'],
    ['biff5', 'xls'],
    ['xlsb', 'xlsb'],
    ['ods', 'ods'],
    ['xlsx', 'xlsx'],
  ] as const)('%s', async (type, format) => {
    // The old code page of BIFF5 has no Vietnamese letters: that is what TCVN3 was for.
    const list =
      type === 'biff5' ? LIST.map((row) => row.map((cell) => (typeof cell === 'string' ? ascii(cell) : cell))) : LIST;
    const bytes = writtenBySheetJs(list, type);
    expect((await inspect(bytes)).format).toBe(format);
    const rows = await rowsOf(bytes);
    expect(rows.map(({ cells }) => cells.slice(0, 4))).toEqual(
      records.map(({ cells }) =>
        cells
          .slice(0, 4)
          .map((cell) => (type === 'biff5' && cell.kind === 'text' ? { ...cell, text: ascii(cell.text!) } : cell)),
      ),
    );
  });

  const texts = (rows: { cells: { kind: string; text?: string }[] }[]) =>
    rows.map(({ cells }) => cells.map(({ text = '' }) => text));
  const wanted = [
    ['1', 'Nguyễn Thị Mẫu', '15/08/1980', '001180000123', 'Trường "Mẫu"; xã'],
    ['2', 'Trần\nVăn Mẫu', '', '', ''],
  ];
  const line = (separator: string) =>
    `${HEADINGS.join(separator)}\r\n1${separator}Nguyễn Thị Mẫu${separator}15/08/1980${separator}="001180000123"${separator}"Trường ""Mẫu""; xã"\r\n2${separator}"Trần\nVăn Mẫu"\r\n`;

  test.each([
    ['UTF-8, semicolons', Buffer.from(line(';'))],
    ['UTF-8 with its mark, commas', Buffer.from(`\uFEFF${line(',')}`)],
    ['UTF-8, tabs', Buffer.from(line('\t'))],
    ['UTF-16 little', Buffer.from(`\uFEFF${line('\t')}`, 'utf16le')],
    ['UTF-16 big', Buffer.from(`\uFEFF${line(';')}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(line(';'), 'utf16le')],
    ['named separator', Buffer.from(`sep=|\r\n${line('|')}`)],
  ])('.csv: %s', async (_, bytes) => {
    expect((await inspect(bytes)).format).toBe('csv');
    expect(texts(await rowsOf(bytes))).toEqual(wanted);
  });

  test('.csv in TCVN3', async () => {
    const bytes = Buffer.from(
      'Hä vµ tªn;§¬n vÞ\r\nNguyÔn V\u00a8n C\u00ad\u00aang;Së N\u00e9i v\u00f4\r\nTr\u00c7n ThÞ H\u00ad\u00acng;Së Y tÕ\r\n',
      'latin1',
    );
    expect((await inspect(bytes)).sheets[0]!.columns.map(({ heading, encoding }) => [heading, encoding])).toEqual([
      ['Họ và tên', 'tcvn3'],
      ['Đơn vị', 'tcvn3'],
    ]);
    expect(texts(await rowsOf(bytes))[1]).toEqual(['Trần Thị Hương', 'Sở Y tế']);
  });

  test('HTML saved as .xls: texts as they stand, no American dates', async () => {
    const html = `<html><meta charset="utf-8"><table><tr><td>Họ và tên</td><td>Ngày sinh</td><td>Số CCCD</td></tr><tr><td>Nguyễn Thị Mẫu</td><td>05/03/1980</td><td>001180000123</td></tr></table></html>`;
    expect((await inspect(html)).format).toBe('html');
    expect(texts(await rowsOf(html))).toEqual([['Nguyễn Thị Mẫu', '05/03/1980', '001180000123']]);
  });
});

describe('what a cell holds', () => {
  test('formulas, errors, merges, zeros, dates, fonts, rich text', async () => {
    const parts = xlsxParts(
      [
        {
          name: 'Danh sách',
          rows:
            `${HEAD_XML}<row r="2">${inline('A2', 'I. Tập thể')}</row>` +
            '<row r="3"><c r="A3"><v>1</v></c><c r="B3" t="s"><v>0</v></c><c r="C3" s="1"><v>29448</v></c><c r="D3" s="2"><v>1180000123</v></c>' +
            '<c r="E3" t="str"><f>A1&amp;B1</f><v>Trường</v></c></row>' +
            '<row r="4"><c r="B4" t="s" s="3"><v>1</v></c><c r="C4" t="e"><v>#REF!</v></c><c r="D4"><f>1+1</f><v>2</v></c></row>' +
            '<row r="5"><c r="B5" t="s"><v>2</v></c><c r="C5" s="1"><v>0.5</v></c></row><row r="6"/><row r="7"><c r="A7"><v>9</v></c></row>',
          after: '<mergeCells count="2"><mergeCell ref="A2:E2"/><mergeCell ref="E3:E4"/></mergeCells>',
        },
      ],
      {
        strings:
          '<si><t>Nguyễn &amp; Mẫu</t></si><si><t>NguyÔn V¨n Mai</t></si><si><r><rPr><rFont val=".VnTime"/></rPr><t xml:space="preserve">TrÇn </t></r><r><t>Lª</t></r><rPh><t>x</t></rPh></si>',
        styles:
          '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="000000000000"/></numFmts>' +
          '<fonts><font><name val="Arial"/></font><font><name val=".VnTimeH"/></font></fonts>' +
          '<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="165" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>',
      },
    );
    const bytes = await zipOf(parts);
    expect((await inspect(bytes)).sheets[0]).toMatchObject({ headerRow: 1 });
    expect((await rowsOf(bytes)).map(({ rowNumber, cells }) => [rowNumber, ...cells])).toEqual([
      [
        3,
        { kind: 'number', number: 1, text: '1' },
        { kind: 'text', text: 'Nguyễn & Mẫu' },
        { kind: 'date', date: '1980-08-15', text: '15/08/1980' },
        { kind: 'number', number: 1_180_000_123, text: '001180000123' },
        { kind: 'formula', text: 'Trường' },
      ],
      [
        4,
        { kind: 'empty' },
        { kind: 'text', text: 'NGUYỄN VĂN MAI', raw: 'NguyÔn V¨n Mai' },
        { kind: 'error', text: '#REF!' },
        { kind: 'formula', text: '2' },
        { kind: 'merged', text: 'Trường' },
      ],
      [
        5,
        { kind: 'empty' },
        { kind: 'text', text: 'Trần Lê', raw: 'TrÇn Lª' },
        { kind: 'number', number: 0.5, text: '0.5' },
        { kind: 'empty' },
        { kind: 'empty' },
      ],
      [
        7,
        { kind: 'number', number: 9, text: '9' },
        { kind: 'empty' },
        { kind: 'empty' },
        { kind: 'empty' },
        { kind: 'empty' },
      ],
    ]);
  });

  test('other prefixes, CDATA, comments, quotes of the other kind, a ">" in an attribute', async () => {
    const parts = xlsxParts([{ name: 'A', rows: '' }]);
    parts['xl/worksheets/sheet1.xml'] =
      `<?xml version='1.0'?><!-- <row> --><x:worksheet xmlns:x="m"><x:sheetData><x:row r='1'><x:c r='A1' t='inlineStr' z="a>b"><x:is><x:t>Họ và tên</x:t></x:is></x:c></x:row>` +
      '<x:row><x:c t="inlineStr"><x:is><x:t><![CDATA[Lê <A> & B]]></x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    expect((await rowsOf(await zipOf(parts)))[0]).toEqual({
      rowNumber: 2,
      cells: [{ kind: 'text', text: 'Lê <A> & B' }],
    });
  });

  test('what is found holds no CCCD and no ethnicity, whatever the column is called', async () => {
    const rows = [
      ['Họ và tên', 'Dân tộc', 'Số CMND/CCCD', 'Ghi chú'],
      ['Nguyễn Văn Mẫu', 'Tày', '001180000123', '001 180 000 456'],
      ['Trần Văn Mẫu', 'Nùng', 12_345_678, 123_456_789],
    ];
    const found = await inspect(await writeXlsx({ sheets: [{ name: 'A', rows }] }));
    expect(found.sheets[0]!.top[0]!.cells).toEqual(rows[0]);
    expect(JSON.stringify(found)).not.toMatch(/Tày|Nùng|001180000123|001 180|12345678/);
    expect(found.sheets[0]!.columns[0]!.samples[0]).toEqual({ before: 'Nguyễn Văn Mẫu', after: 'Nguyễn Văn Mẫu' });
  });

  test('several sheets are listed, hidden ones not', async () => {
    const row = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const bytes = await zipOf(
      xlsxParts([
        { name: 'Một', rows: row },
        { name: 'Ẩn', rows: row, state: 'hidden' },
        { name: 'Trống', rows: '' },
        { name: 'Hai', rows: row },
      ]),
    );
    expect((await inspect(bytes)).sheets.map(({ name }) => name)).toEqual(['Một', 'Hai']);
  });
});

describe('what is not read is named', () => {
  const one = [{ name: 'Trang', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }];
  const of = async (bytes: Uint8Array | string | Promise<Buffer>) => refusalOf(inspect(await bytes));

  test.each([
    ['a PDF', () => '%PDF-1.7 …', 'import.picture-not-table'],
    ['a picture', () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'import.picture-not-table'],
    ['unknown bytes', () => Buffer.from([1, 2, 3, 0, 0, 7, 8, 200, 4, 4, 4]), 'import.not-a-workbook'],
    ['another archive', () => zipOf({ 'a.txt': 'x' }), 'import.archive-not-table'],
    [
      'a Word document',
      () =>
        zipOf(
          xlsxParts(one, { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml' }),
        ),
      'import.text-not-table',
    ],
    [
      'a macro workbook',
      () => zipOf(xlsxParts(one, { type: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' })),
      'import.macro',
    ],
    ['hidden macros', () => zipOf({ ...xlsxParts(one), 'xl/vbaProject.bin': 'x' }), 'import.macro'],
    [
      'a password',
      () =>
        writeXlsx({ sheets: [{ name: 'A', rows: [['x']] }], encryption: { password: 'mat-khau', spinCount: 10 } }).then(
          Buffer.from,
        ),
      'import.password',
    ],
    ['nothing', () => '', 'import.empty'],
    [
      'an empty sheet',
      () => zipOf(xlsxParts([{ name: 'A', rows: '<row r="1"><c r="A1" s="0"/></row>' }])),
      'import.empty',
    ],
    ['only hidden sheets', () => zipOf(xlsxParts([{ ...one[0]!, state: 'veryHidden' }])), 'import.hidden-sheets'],
    [
      '16,000 columns',
      () => zipOf(xlsxParts([{ name: 'A', rows: '<row r="1"><c r="A1"><v>1</v></c><c r="WQJ1"><v>1</v></c></row>' }])),
      'import.too-many-columns',
    ],
    ['half a file', async () => (await zipOf(xlsxParts(one))).subarray(0, 400), 'import.damaged'],
  ])('%s', async (_, bytes, code) => {
    const refusal = await of(await bytes());
    expect(refusal.code).toBe(code);
    const words = READING_REASONS[code]!;
    for (const [, fact] of `${words.vi} ${words.en}`.matchAll(/\{(\w+)/g)) expect(refusal.facts).toHaveProperty(fact!);
  });

  test('the number of columns and the kind of file stand in the words', async () => {
    expect(await of('%PDF-1.7')).toMatchObject({ facts: { name: 'danh-sach.xlsx', found: 'tài liệu PDF' } });
    const wide = zipOf(xlsxParts([{ name: 'A', rows: '<row r="1"><c r="WQJ1"><v>1</v></c></row>' }]));
    expect(await of(wide)).toMatchObject({ facts: { sheet: 'A', columnCount: 16_000, limitCount: 200 } });
  });

  test.each([
    ['half a sheet', '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'],
    ['a DTD', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet></worksheet>'],
    ['a tag without an end', `<worksheet><sheetData>${'<row '.padEnd(1_100_000, 'x')}`],
    [
      'a row beyond the sheet',
      '<worksheet><sheetData><row r="1048577"><c r="A1048577"><v>1</v></c></row></sheetData></worksheet>',
    ],
    [
      'a column beyond the sheet',
      '<worksheet><sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData></worksheet>',
    ],
    [
      'a text that is not there',
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>5</v></c></row></sheetData></worksheet>',
    ],
    ['bytes that are no UTF-8', Buffer.concat([Buffer.from('<worksheet><a>'), Buffer.from([0xc3, 0x28])])],
  ])('damage within is an error of the reader: %s', async (_, sheet) => {
    const bytes = await zipOf({ ...xlsxParts(one), 'xl/worksheets/sheet1.xml': sheet as string });
    const error = await inspect(bytes).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(Error);
    expect(error instanceof Refusal).toBe(false);
  });
});

function ascii(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}
