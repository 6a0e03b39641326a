import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainForSheet, plainFromSheet, readGridText, writeGridText } from '#shared/reports/grid-text.rules.ts';

test.each([
  [
    'the last row of Excel ends with a line end',
    '1\t2\r\n3\t4\r\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['line ends of every kind', '1\n2\r3\r\n4', [['1'], ['2'], ['3'], ['4']]],
  ['spaces of every kind around a cell', ' 29.000 \t\u00a04,41\u202f%\u00a0', [['29.000', '4,41\u202f%']]],
  ['an empty cell stays one', '1\t\t3', [['1', '', '3']]],
  ['an empty row in the middle stays one', '1\n\n3', [['1'], [''], ['3']]],
  ['a cell of several lines in quotes', '"hai\ndòng"\t"nói ""rõ"""\n2', [['hai\ndòng', 'nói "rõ"'], ['2']]],
  ['a quote inside a cell is a letter', 'tờ "trình"\t2', [['tờ "trình"', '2']]],
  ['a quote that never ends is a letter', '"dở dang\t2', [['"dở dang', '2']]],
  ['nothing', '', [['']]],
])('%s', (_, text, rows) => {
  expect(readGridText(text)).toEqual(rows);
});

test('what is no table a report could take is refused whole', () => {
  expect(readGridText('1\n'.repeat(2_001))).toBeNull();
  expect(readGridText('1\t'.repeat(60))).toBeNull();
  expect(readGridText('a'.repeat(1_000_001))).toBeNull();
});

test('what is copied comes back as it was', () => {
  const cell = fc.string({ maxLength: 8 }).map((text) => text.trim());
  const grid = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(grid, (rows) => {
      fc.pre(rows.at(-1)!.join('') !== '');
      expect(readGridText(writeGridText(rows))).toEqual(rows);
    }),
  );
});

test('no text of ours is a formula in a sheet, and it comes back without the sign', () => {
  expect(plainForSheet('=HYPERLINK("x")')).toBe('\'=HYPERLINK("x")');
  for (const text of ['=1+1', '@sum', "'trích", '- giảm', 'Sở Tài chính'])
    expect(plainFromSheet(plainForSheet(text))).toBe(text);
});
