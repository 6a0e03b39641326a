import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  formatDate,
  formatInstant,
  isIsoDate,
  isoDate,
  longDate,
  parseVnDate,
  vietnamDate,
} from '#shared/core/dates.ts';

const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('parseVnDate', () => {
  test.each([
    ['5/3/2024', '2024-03-05'],
    ['05/03/2024', '2024-03-05'],
    ['05-03-2024', '2024-03-05'],
    ['5.3.2024', '2024-03-05'],
    ['05032024', '2024-03-05'],
    ['5 3 2024', '2024-03-05'],
    [' 05 / 03 / 2024 ', '2024-03-05'],
    ['05\u00A0/\u00A003/2024', '2024-03-05'],
    ['２９/０２/２０２４', '2024-02-29'],
    ['2024-03-05', '2024-03-05'],
    ['ngày 05 tháng 3 năm 2024', '2024-03-05'],
    ['Ngày 05 tháng 3 năm 2024'.normalize('NFD'), '2024-03-05'],
    ['5 tháng 3 năm 2024', '2024-03-05'],
    ['31/12/2199', '2199-12-31'],
    ['01/01/1900', '1900-01-01'],
  ])('reads %j', (typed, value) => {
    expect(parseVnDate(typed)).toEqual({ ok: true, value });
  });

  test.each([
    '31/02/2024',
    '29/02/2023',
    '29/02/1900',
    '31/04/2024',
    '00/03/2024',
    '05/13/2024',
    '05/00/2024',
    '31022024',
    '2023-02-29',
    '05/03/0024',
    '05/03/1899',
    '05/03/2200',
  ])('says that %j does not exist', (typed) => {
    expect(parseVnDate(typed)).toEqual({ ok: false, code: 'impossible' });
  });

  test.each([
    '5/3/24',
    '5/3',
    '05/03-2024',
    'hôm nay',
    '2024',
    '5/3/20244',
    '532024',
    '5/3/2024 10:00',
    '1'.repeat(1_000_000),
  ])('does not guess at %.20j', (typed) => {
    expect(parseVnDate(typed)).toEqual({ ok: false, code: 'format' });
  });

  test.each(['', '   ', '\u00A0\u200B'])('%j is empty', (typed) => {
    expect(parseVnDate(typed)).toEqual({ ok: false, code: 'empty' });
  });

  test('reads back every date it writes, short and long', () => {
    fc.assert(
      fc.property(anyDay, (iso) => {
        expect(parseVnDate(formatDate(iso))).toEqual({ ok: true, value: iso });
        expect(parseVnDate(longDate(iso))).toEqual({ ok: true, value: iso });
      }),
    );
  });

  test('answers any text without throwing, and only with days that exist', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parseVnDate(text);
        expect(parsed.ok ? isIsoDate(parsed.value) : parsed.code.length > 0).toBe(true);
      }),
    );
  });
});

describe('the day in Việt Nam', () => {
  test('changes at 17:00 UTC', () => {
    expect(vietnamDate(new Date('2024-03-04T16:59:59.999Z'))).toBe('2024-03-04');
    expect(vietnamDate(new Date('2024-03-04T17:00:00.000Z'))).toBe('2024-03-05');
    expect(vietnamDate(new Date('2023-12-31T17:00:00.000Z'))).toBe('2024-01-01');
  });

  test('an instant is shown at the hour of Hà Nội', () => {
    expect(formatInstant('2024-02-28T17:05:00.000Z')).toBe('29/02/2024 00:05');
    expect(formatInstant('2024-02-28T10:05:59.000Z')).toBe('28/02/2024 17:05');
    expect(formatInstant('không rõ')).toBe('không rõ');
  });
});

describe('dates on paper', () => {
  test.each([
    ['2024-02-27', 'ngày 27 tháng 02 năm 2024'],
    ['2024-01-05', 'ngày 05 tháng 01 năm 2024'],
    ['2022-06-15', 'ngày 15 tháng 6 năm 2022'],
    ['2023-12-31', 'ngày 31 tháng 12 năm 2023'],
  ])('%s is %s', (iso, words) => {
    expect(longDate(iso)).toBe(words);
  });

  test('what is no date stays as it is', () => {
    expect(formatDate('chưa có')).toBe('chưa có');
    expect(longDate('chưa có')).toBe('chưa có');
  });
});

describe('counting days', () => {
  test('goes over the end of February', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(daysBetween('2024-01-15', '2024-01-16')).toBe(1);
    expect(daysBetween('2024-03-05', '2024-03-05')).toBe(0);
    expect(daysBetween('2025-01-01', '2024-01-01')).toBe(-366);
  });

  test('adding and counting agree', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (iso, days) => {
        const later = addDays(iso, days);
        if (isIsoDate(later)) expect(daysBetween(iso, later)).toBe(days);
      }),
    );
  });

  test('refuses what is no date', () => {
    expect(() => addDays('2024-02-30', 1)).toThrow(RangeError);
    expect(() => daysBetween('2024-01-01', '')).toThrow(RangeError);
  });
});

test('the schema takes days of the calendar only', () => {
  expect(isoDate.safeParse('2024-02-29').success).toBe(true);
  for (const wrong of ['2023-02-29', '2024-2-9', '29/02/2024', '', null, 20240229]) {
    expect(isoDate.safeParse(wrong).success).toBe(false);
  }
});
