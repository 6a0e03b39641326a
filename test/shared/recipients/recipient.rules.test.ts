import { describe, expect, test } from 'vitest';
import { awardHistoryText } from '#shared/recipients/award-history-text.ts';
import { cccdDigits, cccdReasons, maskedCccd } from '#shared/recipients/cccd.rules.ts';
import { firstDayOf, formatPartialDate, lastDayOf, readPartialDate } from '#shared/recipients/partial-date.ts';
import {
  changeDateReasons,
  draftReasons,
  holdReasons,
  isHeld,
  liftReasons,
  lineReasons,
} from '#shared/recipients/recipient.rules.ts';
import { titleStrip } from '#shared/recipients/title-strip.rules.ts';
import { A_DRAFT } from '#test/builders/recipients.builder.ts';

const TODAY = '2024-03-01';
const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);

describe('a date of which a part may be unknown', () => {
  test.each([
    ['12/5/1985', '1985-05-12'],
    ['5/1985', '1985-05'],
    [' 1985 ', '1985'],
    ['năm 1985', '1985'],
    ['1985-05', '1985-05'],
    ['', null],
    ['13/1985', undefined],
    ['31/2/1985', undefined],
    ['85', undefined],
    ['hôm qua', undefined],
  ])('%s', (typed, read) => expect(readPartialDate(typed)).toBe(read));

  test('is shown as it is typed, and spans what it may mean', () => {
    expect(['1985-05-12', '1985-05', '1985', null].map(formatPartialDate)).toEqual([
      '12/05/1985',
      '05/1985',
      '1985',
      '',
    ]);
    expect([firstDayOf('1985'), lastDayOf('1985'), firstDayOf('1985-05')]).toEqual([
      '1985-01-01',
      '1985-12-31',
      '1985-05-01',
    ]);
  });
});

describe('the citizen number', () => {
  test.each([
    ['014085001234', []],
    ['014 085 001 234', []],
    ['', ['cccd.missing']],
    ['123456789', ['cccd.old-number']],
    ['01408500123O', ['cccd.not-digits']],
    ['0140850012', ['cccd.length']],
  ])('%s', (typed, expected) => expect(codes(cccdReasons(typed))).toEqual(expected));

  test('is told by its length only', () => {
    expect(cccdReasons('0140850012')[0]!.facts).toEqual({ foundCount: 10, neededCount: 12 });
    expect(maskedCccd(cccdDigits('014 085 001 234'))).toBe('•••••••••234');
  });
});

test('a draft needs a name, plain text, and a birth that can be', () => {
  const of = (change: object, kind: 'individual' | 'collective' = 'individual') =>
    draftReasons({ ...A_DRAFT, ...change }, kind, TODAY).map(({ code, field }) => [code, field]);
  expect(of({})).toEqual([]);
  expect(of({ name: '1' })).toEqual([['recipient.name-missing', 'name']]);
  expect(of({ place: '<b>Bản</b>' })).toEqual([['recipient.text-html', 'place']]);
  expect(of({ birth: '2/3/2024' })).toEqual([['recipient.birth-future', 'birth']]);
  expect(of({ birth: '1860' })).toEqual([['recipient.birth-too-old', 'birth']]);
  expect(of({ birth: '5/1985' })).toEqual([['recipient.birth-format', 'birth']]);
  // A collective is founded, and may be as old as it is.
  expect(of({ birth: 'x', founded: '5/1985' }, 'collective')).toEqual([]);
  expect(of({ founded: '2025' }, 'collective')).toEqual([['recipient.founded-future', 'founded']]);
  expect(of({ founded: 'xưa' }, 'collective')).toEqual([['recipient.founded-format', 'founded']]);
});

test('a name changes after the last change and the beginning, not in the future', () => {
  const of = (changedOn: string) => codes(changeDateReasons(changedOn, { since: '2015-06-01', began: '1990' }, TODAY));
  expect(of('2015-06-02')).toEqual([]);
  expect(of('2015-06-01')).toEqual(['recipient.change-before-last']);
  expect(of('2024-03-02')).toEqual(['recipient.change-future']);
  expect(codes(changeDateReasons('1989-12-31', { since: null, began: '1990' }, TODAY))).toEqual([
    'recipient.change-before-beginning',
  ]);
});

test('a hold has dates in order and a reason, and is lifted once', () => {
  const hold = { fromOn: '2024-02-01', toOn: null, reason: 'Đang thanh tra' };
  expect(holdReasons(hold, TODAY)).toEqual([]);
  expect(codes(holdReasons({ ...hold, toOn: '2024-01-31', reason: '' }, TODAY))).toEqual([
    'recipient.reason-short',
    'hold.ends-before',
  ]);
  expect(codes(holdReasons({ ...hold, fromOn: '2024-03-02' }, TODAY))).toEqual(['hold.from-future']);
  const held = { ...hold, liftedOn: null };
  const reason = 'Đã kết luận';
  expect(liftReasons(held, { liftedOn: '2024-02-20', reason }, TODAY)).toEqual([]);
  expect(codes(liftReasons(held, { liftedOn: '2024-01-20', reason }, TODAY))).toEqual(['hold.lift-before']);
  expect(codes(liftReasons(held, { liftedOn: '2024-03-20', reason }, TODAY))).toEqual(['hold.lift-future']);
  expect(codes(liftReasons({ ...held, liftedOn: '2024-02-10' }, { liftedOn: TODAY, reason }, TODAY))).toEqual([
    'hold.lifted-before',
  ]);
  expect([
    isHeld(held, TODAY),
    isHeld({ ...held, toOn: '2024-02-29' }, TODAY),
    isHeld({ ...held, liftedOn: TODAY }, TODAY),
  ]).toEqual([true, false, false]);
});

test('lines of collectives make no circle, however long the way', () => {
  const a = { id: 'a', name: 'Phòng A', kind: 'collective' as const, foundedOn: '1990' };
  const b = { ...a, id: 'b', name: 'Phòng B' };
  const of = (
    from: typeof a,
    to: typeof a,
    lines: { fromRecipientId: string; toRecipientId: string }[] = [],
    onDate = '2020-01-01',
  ) => codes(lineReasons({ from, to, onDate }, lines, TODAY));
  expect(of(a, b)).toEqual([]);
  expect(of(a, a)).toEqual(['line.itself']);
  expect(of(a, { ...b, kind: 'individual' as never })).toEqual(['line.not-collective']);
  expect(
    of(a, b, [
      { fromRecipientId: 'b', toRecipientId: 'c' },
      { fromRecipientId: 'c', toRecipientId: 'a' },
    ]),
  ).toEqual(['line.circle']);
  expect(of(a, b, [], '2024-03-02')).toEqual(['line.future']);
  expect(of(a, b, [], '1989-01-01')).toEqual(['line.before-founding']);
});

test('titles stand by year, a gap is seen, and the longest stretch is told', () => {
  const of = (awardCode: string, ...years: number[]) =>
    years.map((year) => ({ year, awardCode, awardName: awardCode }));
  const { years, rows } = titleStrip([...of('LDTT', 2023, 2022, 2022, 2020, 2019), ...of('CSTDCS', 2016)], 2023);
  expect([years[0], years.at(-1), years.length]).toEqual([2014, 2023, 10]);
  expect(rows.map(({ awardCode, count, run }) => [awardCode, count, run])).toEqual([
    ['LDTT', 4, { from: 2022, to: 2023, length: 2 }],
    ['CSTDCS', 1, { from: 2016, to: 2016, length: 1 }],
  ]);
  expect(rows[0]!.has.slice(-5)).toEqual([true, true, false, true, true]);
  expect(titleStrip([], 2023)).toEqual({ years: [], rows: [] });
});

test('the history as text is a table for Word and Excel, with what was cancelled and whose it was', () => {
  const award = {
    year: 2022,
    decidedOn: '2023-01-05',
    awardName: 'Bằng khen',
    decisionNumber: '12/QĐ-UBND',
    status: 'cancelled' as const,
    goldenBook: '7/2023',
    ofName: 'Phòng A',
  };
  expect(awardHistoryText(['Phòng B'], [award]).split('\n')).toEqual([
    'QUÁ TRÌNH KHEN THƯỞNG',
    'Phòng B',
    '',
    'Năm\tDanh hiệu, hình thức khen thưởng\tSố quyết định\tNgày quyết định\tSố sổ vàng\tGhi chú',
    '2022\tBằng khen\t12/QĐ-UBND\t05/01/2023\t7/2023\tĐã hủy bỏ; của Phòng A (trước khi sáp nhập, chia tách)',
  ]);
});
