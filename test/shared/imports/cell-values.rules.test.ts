import { describe, expect, test } from 'vitest';
import { wordReason } from '#shared/core/wording.ts';
import { markedSex, readValue } from '#shared/imports/cell-values.rules.ts';
import type { ImportField, ImportFieldType } from '#shared/imports/fields/import-field.ts';
import type { ReadCell } from '#shared/imports/imports.schema.ts';
import { READING_REASONS } from '#shared/imports/reading.reasons.ts';
import { valueList } from '#shared/imports/suggestions.rules.ts';

const TODAY = '2024-03-01';
const field = (type: ImportFieldType, more: Partial<ImportField> = {}): ImportField => ({
  id: 'x',
  label: { vi: 'X', en: 'X' },
  required: false,
  type,
  aliases: [],
  example: '',
  ...more,
});
const text = (value: string): ReadCell => ({ kind: 'text', text: value });
const number = (value: number): ReadCell => ({ kind: 'number', number: value, text: String(value) });
const day = (date: string): ReadCell => ({ kind: 'date', date, text: date });
function read(cell: ReadCell, one: ImportField) {
  const found = readValue(cell, one, TODAY);
  return found.ok ? found.value : found.reason.code;
}

describe('dates', () => {
  const date = field('date');
  test.each([
    [day('2024-02-29'), '2024-02-29'],
    [text('05/03/2023'), '2023-03-05'],
    [text('5-3-2023'), '2023-03-05'],
    [text('ngày 5 tháng 3 năm 2023'), '2023-03-05'],
    [text('05/03/2023 00:00:00'), '2023-03-05'],
    [text('31/02/2024'), 'import.cell-date-impossible'],
    [text('hôm qua'), 'import.cell-date'],
    [text('5/3/09'), 'import.cell-date-unsure'],
    [text('5/3/79'), 'import.cell-date-unsure'],
    [number(45_000), 'import.cell-date'],
    [day('1890-01-01'), 'import.cell-date'],
  ])('%j → %s', (cell, expected) => expect(read(cell, date)).toBe(expected));

  test('of a day that has passed two digits may be enough, and tomorrow is too late', () => {
    const born = field('partial-date', { past: true });
    expect(read(text('15-8-79'), born)).toBe('1979-08-15');
    expect(read(text('15-8-09'), born)).toBe('import.cell-date-unsure');
    expect(read(day('2024-03-02'), born)).toBe('import.cell-future');
    expect(read(text('01/03/2024'), born)).toBe('2024-03-01');
    expect(read(text('2025'), born)).toBe('import.cell-future');
  });

  test.each([
    [text('năm 1975'), '1975'],
    [number(1975), '1975'],
    [text('00/00/1975'), '1975'],
    [text('8/1975'), '1975-08'],
    [text('tháng 8 năm 1975'), '1975-08'],
    [text('13/1975'), 'import.cell-date-impossible'],
    [text('-'), null],
  ])('known in part: %j → %s', (cell, expected) => expect(read(cell, field('partial-date'))).toBe(expected));

  test.each([
    [number(2023), 2023],
    [text('năm 2023'), 2023],
    [day('2023-05-06'), 2023],
    [text('05/06/2023'), 2023],
    [number(1800), 'import.cell-year-span'],
    [text('23'), 'import.cell-year'],
  ])('year: %j → %s', (cell, expected) => expect(read(cell, field('year'))).toBe(expected));
});

describe('figures', () => {
  test.each([
    [text('29.000'), 29_000],
    [text('29 000 đồng'), 29_000],
    [number(29_000), 29_000],
    [number(4.41), 'import.cell-integer'],
    [text('nhiều'), 'import.cell-integer'],
    [number(-1), 'import.cell-integer-span'],
  ])('whole: %j → %s', (cell, expected) => expect(read(cell, field('integer', { least: 0 }))).toBe(expected));

  test.each([
    [number(4.41), '4,41'],
    [number(0.1 + 0.2), '0,3'],
    [number(1e-7), '0,0000001'],
    [text('29.068,5'), '29.068,5'],
    [text('1.500'), '1.500'],
    [text('4,41 %'), 'import.cell-number'],
    [day('2024-05-04'), 'import.cell-number-date'],
  ])('in Vietnamese notation: %j → %s', (cell, expected) => expect(read(cell, field('number'))).toBe(expected));
});

describe('CCCD', () => {
  test.each([
    [text('001180000123'), '001180000123'],
    [text("'0011 8000 0123"), '001180000123'],
    [{ kind: 'number', number: 1_180_000_123, text: '001180000123' } as ReadCell, '001180000123'],
    [text('012345678'), 'import.cell-cccd-old'],
    [number(1_180_000_123), 'import.cell-cccd-zeros'],
    [text('00118000012O'), 'import.cell-cccd-letters'],
    [text('0011800001234'), 'import.cell-cccd'],
    [text('…'), null],
  ])('%j → %s', (cell, expected) => expect(read(cell, field('cccd'))).toBe(expected));

  test('the number itself never stands in the message', () => {
    const found = readValue(text('001180'), field('cccd'), TODAY);
    expect(JSON.stringify(found)).not.toContain('001180');
  });
});

describe('other values', () => {
  test.each([
    ['sex', text('NỮ'), 'female'],
    ['sex', text('nam'), 'male'],
    ['sex', text('Khác'), 'import.cell-sex'],
    ['yes-no', text('x'), true],
    ['yes-no', text('Không'), false],
    ['yes-no', text('-'), false],
    ['yes-no', text('có thể'), 'import.cell-yes-no'],
    ['text', text('  Nguyễn   Văn\nMẫu '), 'Nguyễn Văn Mẫu'],
    ['text', text('-'), '-'],
    ['long-text', text(' a\nb '), 'a\nb'],
    ['text', text('x'.repeat(301)), 'import.cell-too-long'],
    ['text', { kind: 'formula', text: 'A' }, 'import.cell-formula'],
    ['text', { kind: 'error', text: '#REF!' }, 'import.cell-error'],
    ['text', { kind: 'merged', text: 'A' }, 'import.cell-merged'],
    ['text', { kind: 'empty' }, null],
  ] as const)('%s: %j → %s', (type, cell, expected) => expect(read(cell as ReadCell, field(type))).toBe(expected));

  test('required', () => {
    expect(read({ kind: 'empty' }, field('text', { required: true }))).toBe('import.cell-missing');
    expect(read(text('  '), field('text', { required: true }))).toBe('import.cell-missing');
  });

  test('lists: the value, or what may be meant', () => {
    const list = valueList([
      { value: 'merit', label: 'Công trạng' },
      { value: 'sudden', label: 'Đột xuất' },
    ]);
    expect(readValue(text('công trạng'), field('enumeration'), TODAY, list)).toEqual({ ok: true, value: 'merit' });
    expect(readValue(text('Công trang 1'), field('enumeration'), TODAY, list)).toEqual({
      ok: false,
      reason: { code: 'import.cell-not-listed', field: 'x', facts: { found: 'Công trang 1' }, suggestions: ['merit'] },
    });
  });
});

test('what is said', () => {
  const found = readValue(text('31/02/2024'), field('date'), TODAY);
  expect(found.ok || wordReason(found.reason, READING_REASONS)).toBe(
    '"31/02/2024": không có ngày này. Hãy kiểm tra lại ngày, tháng và năm.',
  );
  const future = readValue(day('2025-01-02'), field('date', { past: true }), TODAY);
  expect(future.ok || wordReason(future.reason, READING_REASONS, 'en')).toBe(
    '"02/01/2025" lies in the future (today is 01/03/2024). Check it.',
  );
});

test.each([
  ['Nữ', 'x', 'Nữ'],
  ['Giới tính nữ', 'X', 'Nữ'],
  ['Nam', '1', 'Nam'],
  ['Giới tính', 'x', 'x'],
  ['Nam/Nữ', 'x', 'x'],
  ['Nữ', 'Nam', 'Nam'],
])('a mark in a column called %s: %s is read as %s', (heading, given, expected) =>
  expect(markedSex(text(given), heading)).toMatchObject({ text: expected }),
);
