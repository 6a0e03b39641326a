import { describe, expect, test } from 'vitest';
import { PRIZE_WORDS } from '#shared/awards/awards.labels.ts';
import { type AwardVersionRules, readAwardVersion, weakestCertainty } from '#shared/awards/awards.schema.ts';
import { type AwardVersion, type BaseSalary, prizeFor, versionOn } from '#shared/awards/prize.rules.ts';
import { wordReason } from '#shared/core/wording.ts';

const rules: AwardVersionRules = {
  standardCertain: true,
  coefficientHundredths: { individual: 150, collective: 300, household: null },
  coefficientCertainty: { individual: 'certain', collective: 'memory', household: 'unknown' },
  coefficientIsCap: false,
  authority: 'Chủ tịch UBND tỉnh',
  citation: 'Điều 74',
  note: '',
};
const award: AwardVersion = {
  id: 'BKT-2024',
  validFrom: '2024-01-01',
  validTo: '2025-06-30',
  source: 'Nghị định 98/2023/NĐ-CP',
  certainty: 'probable',
  json: JSON.stringify(rules),
};
const baseSalaries: BaseSalary[] = [
  { validFrom: '2023-07-01', validTo: '2024-06-30', amountVnd: 1_800_000, source: 'NĐ 24/2023', certainty: 'certain' },
  { validFrom: '2024-07-01', validTo: null, amountVnd: 2_340_000, source: 'NĐ 73/2024', certainty: 'certain' },
];
const question = { award, recipientKind: 'individual', onDate: '2024-02-27', baseSalaries } as const;

describe('prizeFor', () => {
  test('names the amount, the version it rests on, its sources and how sure it is', () => {
    expect(prizeFor(question)).toEqual({
      awardVersionId: 'BKT-2024',
      coefficientHundredths: 150,
      baseSalaryVnd: 1_800_000,
      rawVnd: 2_700_000,
      prizeVnd: 2_700_000,
      isCap: false,
      certainty: 'probable',
      sources: ['Nghị định 98/2023/NĐ-CP', 'NĐ 24/2023'],
    });
  });

  test('takes the base salary of the day of the decision', () => {
    expect(prizeFor({ ...question, onDate: '2024-06-30' })).toMatchObject({ prizeVnd: 2_700_000 });
    expect(prizeFor({ ...question, onDate: '2024-07-01' })).toMatchObject({ prizeVnd: 3_510_000 });
  });

  test('is as sure as its weakest part', () => {
    const sure = { ...award, certainty: 'certain' } as const;
    expect(prizeFor({ ...question, award: sure })).toMatchObject({ certainty: 'certain' });
    expect(prizeFor({ ...question, award: sure, recipientKind: 'collective' })).toMatchObject({ certainty: 'memory' });
    const unsure = baseSalaries.map((row) => ({ ...row, certainty: 'memory' }) as const);
    expect(prizeFor({ ...question, award: sure, baseSalaries: unsure })).toMatchObject({ certainty: 'memory' });
  });

  test('an unknown coefficient is a reason, not zero', () => {
    expect(prizeFor({ ...question, recipientKind: 'household' })).toEqual([
      { code: 'prize.coefficient-unknown', facts: { decidedOn: '2024-02-27' } },
    ]);
  });

  test.each([
    ['2023-12-31', 'prize.version-not-in-force'],
    ['2025-07-01', 'prize.version-not-in-force'],
  ])('on %s: %s', (onDate, code) => {
    expect(prizeFor({ ...question, onDate })).toMatchObject([{ code }]);
  });

  test('tells all that is missing at once', () => {
    expect(prizeFor({ ...question, recipientKind: 'household', baseSalaries: [] })).toMatchObject([
      { code: 'prize.coefficient-unknown' },
      { code: 'prize.base-salary-unknown' },
    ]);
  });

  test.each(['', '{}', 'null', '{"coefficientHundredths":{"individual":1.5}}', JSON.stringify({ ...rules, more: 1 })])(
    'a broken rule %.30j is refused',
    (json) => {
      expect(readAwardVersion(json)).toBeUndefined();
      expect(prizeFor({ ...question, award: { ...award, json } })).toEqual([{ code: 'prize.version-unreadable' }]);
    },
  );

  test('each reason has words in both languages', () => {
    for (const [code, { vi, en }] of Object.entries(PRIZE_WORDS)) {
      expect(vi.endsWith('.') && en.endsWith('.')).toBe(true);
      expect(wordReason({ code, facts: { decidedOn: '2024-02-27' } }, PRIZE_WORDS)).not.toMatch(/mã lý do|…|\{/);
    }
  });
});

test('of overlapping rows the one that began last holds', () => {
  const rows = [
    { validFrom: '2024-01-01', validTo: null, n: 1 },
    { validFrom: '2024-06-01', validTo: null, n: 2 },
  ];
  expect(versionOn(rows, '2024-05-31')?.n).toBe(1);
  expect(versionOn(rows, '2024-06-01')?.n).toBe(2);
  expect(versionOn(rows, '2023-12-31')).toBeUndefined();
});

test('nothing known is unknown', () => {
  expect(weakestCertainty([])).toBe('unknown');
  expect(weakestCertainty(['certain', 'unknown', 'memory'])).toBe('unknown');
});
