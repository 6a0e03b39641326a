import { describe, expect, test } from 'vitest';
import { recordReasons, sameDecisionNumber, tidyDecisionNumber } from '#shared/registry/registry.rules.ts';
import { type RecordAward, recordAward } from '#shared/registry/registry.schema.ts';

const TODAY = '2024-03-01';
const form = { name: 'Bằng khen của Chủ tịch UBND tỉnh', appliesTo: ['individual', 'collective'] };
const award: RecordAward = recordAward.parse({
  idempotencyKey: '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e42',
  recipientKind: 'collective',
  name: 'Hợp tác xã Mẫu',
  printedPlace: 'huyện Bình Gia, tỉnh Lạng Sơn',
  sex: null,
  personClass: null,
  unitId: 'LS',
  awardCode: 'BKT',
  way: 'merit',
  year: 2022,
  decisionNumber: '120/QĐ-UBND',
  decidedOn: '2023-02-20',
  sentence: '',
});
const codes = (change: Partial<RecordAward>, known: typeof form | undefined = form) =>
  recordReasons({ ...award, ...change }, known, TODAY).map(({ code, field }) => `${field}: ${code}`);

describe('recording a past award', () => {
  test('a plausible one is taken', () => expect(codes({})).toEqual([]));
  test('dates', () => {
    expect(codes({ decidedOn: TODAY, year: 2024 })).toEqual([]);
    expect(codes({ decidedOn: '2024-03-02' })).toEqual(['decidedOn: award.date-future']);
    expect(codes({ year: 2024 })).toEqual(['year: award.year-after-decision']);
  });
  test('the form must be in the catalogue and fit the recipient', () => {
    expect(recordReasons(award, undefined, TODAY).map(({ code }) => code)).toEqual(['award.form-unknown']);
    expect(codes({ recipientKind: 'household' })).toEqual(['awardCode: award.form-not-for-kind']);
  });
  test('a person needs what the statistics ask', () => {
    expect(codes({ recipientKind: 'individual' })).toEqual(['sex: award.person-details-missing']);
    expect(codes({ recipientKind: 'individual', sex: 'male' })).toEqual(['personClass: award.person-details-missing']);
    expect(codes({ recipientKind: 'individual', sex: 'male', personClass: 'frontline-worker' })).toEqual([]);
  });
});

test('decision numbers: one spelling on paper, several in typing', () => {
  expect(tidyDecisionNumber('  372 / QĐ - UBND ')).toBe('372/QĐ-UBND');
  expect(sameDecisionNumber('372/qđ-ubnd', 'Số 0372 / QĐ-UBND')).toBe(true);
  expect(sameDecisionNumber('12a/QĐ-UBND', '12A/QĐ-UBND')).toBe(true);
  expect(sameDecisionNumber('12/QĐ-UBND', '12a/QĐ-UBND')).toBe(false);
  expect(sameDecisionNumber('12/QĐ-UBND', '120/QĐ-UBND')).toBe(false);
});
