import { describe, expect, test } from 'vitest';
import type { ReadCell } from '#shared/imports/imports.schema.ts';
import { compareRow, mergedRow, type RowContent } from '#shared/reports/workbook.rules.ts';
import type { Said } from '#shared/reports/workbook.schema.ts';
import { readPart } from '#shared/reports/workbook-reading.rules.ts';

const base: RowContent = { value: 100, valueStatus: 'estimate', sourceOffice: 'Sở Mẫu', note: '' };
const fates = (was: RowContent | null, said: Said, now: RowContent) =>
  compareRow(was, said, now).map(({ fate }) => fate);

describe('three versions of a row', () => {
  test('only the file, only the system, both alike, both differently', () => {
    const now = { ...base, valueStatus: 'official' as const, sourceOffice: 'Sở Khác', note: 'Đã sửa' };
    const said: Said = { value: 120, valueStatus: 'official', sourceOffice: 'Sở Thứ ba' };
    expect(fates(base, said, now)).toEqual(['file', 'same', 'both', 'now']);
    expect(fates(base, { readings: [1, 2], text: '1.500' }, base)).toEqual(['unclear', 'same', 'same', 'same']);
  });

  test('where the downloaded version is not kept any more, a difference has to be chosen', () => {
    expect(fates(null, { value: 120 }, base)).toEqual(['both', 'same', 'same', 'same']);
  });

  test('nothing is merged before every question has an answer that it can have', () => {
    const compared = compareRow(base, { value: 120 }, { ...base, value: 110, note: 'Đã sửa' });
    expect(mergedRow(compared, new Map())).toBeNull();
    expect(mergedRow(compared, new Map([['value', 'reading-1']]))).toBeNull();
    expect(mergedRow(compared, new Map([['value', 'file']]))).toEqual({ ...base, value: 120, note: 'Đã sửa' });
    expect(mergedRow(compared, new Map([['value', 'now']]))).toEqual({ ...base, value: 110, note: 'Đã sửa' });
    const unclear = compareRow(base, { readings: [15_000, 15], text: '1.500' }, base);
    expect(mergedRow(unclear, new Map([['value', 'file']]))).toBeNull();
    expect(mergedRow(unclear, new Map([['value', 'reading-2']]))?.value).toBe(15);
    const slip = compareRow(base, { value: 120_000 }, base, (value) => value / 1_000);
    expect(mergedRow(slip, new Map())?.value).toBe(120_000);
    expect(mergedRow(slip, new Map([['value', 'meant']]))?.value).toBe(120);
    expect(mergedRow(compareRow(base, { value: 120 }, base), new Map([['value', 'meant']]))).toBeNull();
    const wanted = compareRow(base, { value: null }, base);
    expect(mergedRow(wanted, new Map())?.value).toBeNull();
    expect(mergedRow(wanted, new Map([['value', 'now']]))?.value).toBe(100);
  });
});

describe('a cell of the form', () => {
  const about = { decimals: 1, unitOfMeasure: 'tỷ đồng' };
  const value = (cell: ReadCell, decimals = 1) => {
    const read = readPart(cell, 'value', { ...about, decimals }, base);
    return read.ok ? read.said : read.reason.code;
  };
  const number = (n: number): ReadCell => ({ kind: 'number', number: n, text: String(n) });
  const text = (given: string): ReadCell => ({ kind: 'text', text: given });

  test('numbers, texts that are numbers, texts with two readings and what is none', () => {
    expect(value(number(10))).toEqual({});
    expect(value(number(0.1 + 0.2))).toEqual({ value: 3 });
    expect(value(number(8_905.2))).toEqual({ value: 89_052 });
    expect(value(number(8_905.25))).toBe('import.value-format');
    expect(value(text('6,5'), 0)).toBe('import.value-whole');
    expect(value(number(1e20))).toBe('report.workbook-too-large');
    expect(value(number(999_999_999_999_999))).toBe('report.workbook-too-large');
    expect(value(text('8.905.200'))).toEqual({ value: 89_052_000 });
    expect(value(text('29.000'), 0)).toEqual({ value: 29_000 });
    expect(value(text('29.000'))).toEqual({ readings: [290_000, 290], text: '29.000' });
    expect(value(text('8.905.200 triệu đồng'))).toEqual({ readings: [89_052], text: '8.905.200 triệu đồng' });
    expect(value(text('12 con'))).toBe('report.workbook-unit');
    expect(value(text('chưa có'))).toBe('import.cell-number');
    expect(value({ kind: 'empty' })).toEqual({ value: null });
    expect(value({ kind: 'formula', text: '12' })).toBe('import.cell-formula');
    expect(value({ kind: 'error', text: '#REF!' })).toBe('import.cell-error');
    expect(value({ kind: 'date', date: '2024-03-05', text: '05/03/2024' })).toBe('import.cell-number-date');
  });

  test('the words of a status in any spelling; an empty one says nothing', () => {
    const status = (given: ReadCell) => readPart(given, 'valueStatus', about, base);
    expect(status(text('so bo'))).toEqual({ ok: true, said: { valueStatus: 'preliminary' } });
    expect(status(text('Ước thực hiện'))).toEqual({ ok: true, said: {} });
    expect(status({ kind: 'empty' })).toEqual({ ok: true, said: {} });
    expect(status(text('xong'))).toMatchObject({ ok: false, reason: { code: 'report.workbook-status' } });
  });

  test('a note of several lines is the same in one; an emptied one is said; a long one is refused', () => {
    const note = (given: ReadCell, was = '') => readPart(given, 'note', about, { ...base, note: was });
    expect(note(text('Dòng một Dòng hai'), 'Dòng một\nDòng hai')).toEqual({ ok: true, said: {} });
    expect(note({ kind: 'empty' }, 'Có')).toEqual({ ok: true, said: { note: '' } });
    expect(note(text('a'.repeat(2_001)))).toMatchObject({ ok: false, reason: { code: 'import.cell-too-long' } });
  });
});
