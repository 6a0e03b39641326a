import { expect, test } from 'vitest';
import { rowHeight, wrappedLines } from '#server/core/sheet-text.ts';

test('a text that fits stands in one line, however it is accented', () => {
  expect(wrappedLines('', 10)).toBe(1);
  expect(wrappedLines('Lào Cai', 10)).toBe(1);
  expect(wrappedLines('Tỷ lệ hộ nghèo', 16)).toBe(wrappedLines('Tỷ lệ hộ nghèo'.normalize('NFD'), 16));
});

test('a long name takes the lines it takes on paper', () => {
  // Seen in LibreOffice: two lines in a column of 40, three in one of 26.
  const name = 'Tỷ lệ Bằng khen tặng người trực tiếp trên tổng số Bằng khen cá nhân';
  expect(wrappedLines(name, 40)).toBe(2);
  expect(wrappedLines(name, 26)).toBe(3);
});

test('breaks that somebody typed count, and so does a word broader than its cell', () => {
  expect(wrappedLines('một\nhai\nba', 30)).toBe(3);
  expect(wrappedLines('x'.repeat(35), 10.7)).toBe(4);
  expect(wrappedLines(`a ${'x'.repeat(35)} b`, 10.7)).toBe(5);
});

test('bold letters are broader', () => {
  const text = 'mười một chữ ở đây';
  const width = 17.5;
  expect([wrappedLines(text, width), wrappedLines(text, width, true)]).toEqual([1, 2]);
});

test('a row is as high as its highest cell', () => {
  const cells = [
    { text: 'ngắn', width: 20 },
    { text: 'một\nhai\nba', width: 20 },
  ];
  expect(rowHeight(cells)).toBe(48);
  expect(rowHeight([])).toBe(16);
  expect(rowHeight(cells, 6)).toBe(54);
});

test('no row is higher than Excel opens', () => {
  expect(rowHeight([{ text: 'chữ\n'.repeat(200), width: 20 }], 6)).toBe(409);
});
