import { expect, test } from 'vitest';
import { type EffectRow, effectReasons, effectText, formatEffect } from '#shared/exemplars/effects.schema.ts';
import { askReasons, decideReasons, lagOf, sharingAfterChange } from '#shared/exemplars/sharing.rules.ts';

const row: EffectRow = { what: 'Hộ có đèn', beforeValue: 12_000, afterValue: 48_000, unitOfMeasure: 'hộ', source: '' };

test.each([
  [null, '–'],
  [0, '0'],
  [4_000, '40'],
  [1_250, '12,5'],
  [1_205, '12,05'],
  [100_000_000, '1.000.000'],
  [-150, '-1,5'],
])('%s is written %s', (scaled, text) => {
  expect(formatEffect(scaled)).toBe(text);
});

test('an effect reads as before and after', () => {
  expect(effectText(row)).toBe('Hộ có đèn: 120 → 480 hộ');
  expect(effectText({ ...row, beforeValue: null })).toBe('Hộ có đèn: 480 hộ');
});

test('each wrong row is named with what is missing', () => {
  const codes = (rows: EffectRow[]) => effectReasons(rows).map(({ code, field }) => `${code} @${field}`);
  expect(codes([row, { ...row, what: '', afterValue: null, unitOfMeasure: '' }])).toEqual([
    'effect.what-missing @effects.1.what',
    'effect.after-missing @effects.1.afterValue',
    'effect.unit-missing @effects.1.unitOfMeasure',
  ]);
  expect(codes([row, { ...row, what: 'HỘ CÓ ĐÈN' }])).toEqual(['effect.twice @effects.1.what']);
  expect(codes([row, { ...row, unitOfMeasure: '%' }])).toEqual([]);
  expect(codes([{ ...row, source: '<b>' }])).toEqual(['exemplar.text-html @effects.0.source']);
});

test('sharing is asked for once, with a story, and decided once', () => {
  const codes = (sharing: 'own' | 'asked' | 'approved' | 'declined') => askReasons({ sharing, story: 'Cách làm' });
  expect(codes('own')).toEqual([]);
  expect(codes('declined')).toEqual([]);
  expect(codes('asked')).toMatchObject([{ code: 'exemplar.sharing-asked' }]);
  expect(codes('approved')).toMatchObject([{ code: 'exemplar.sharing-approved' }]);
  expect(askReasons({ sharing: 'own', story: ' ' })).toMatchObject([{ code: 'exemplar.sharing-needs-story' }]);

  expect(decideReasons('asked', { decision: 'approve', reason: '' })).toEqual([]);
  expect(decideReasons('asked', { decision: 'decline', reason: 'ít' })).toMatchObject([
    { code: 'exemplar.decline-needs-reason', field: 'reason' },
  ]);
  expect(decideReasons('approved', { decision: 'decline', reason: 'Số liệu đã cũ' })).toEqual([]);
  expect(decideReasons('approved', { decision: 'approve', reason: '' })).toMatchObject([
    { code: 'exemplar.sharing-not-asked' },
  ]);
});

test('a change of the unit takes an approval back to being asked; one of the chair does not', () => {
  expect(sharingAfterChange('approved', false)).toBe('asked');
  expect(sharingAfterChange('approved', true)).toBe('approved');
  expect(sharingAfterChange('declined', false)).toBe('declined');
});

test.each([
  ['its target not reached', { value: 90, target: 100, others: [], better: 'up' }, { against: 'target', than: 100 }],
  ['a fall wanted, target not reached', { value: 5, target: 4, others: [], better: 'down' }, { against: 'target' }],
  [
    'target reached, below the mean',
    { value: 10, target: 8, others: [20, 30], better: 'up' },
    { against: 'mean', than: 20 },
  ],
  [
    'above the mean where less is better',
    { value: 9, target: null, others: [3, 3], better: 'down' },
    { against: 'mean', than: 5 },
  ],
] as const)('a member lags: %s', (_what, standing, lag) => {
  expect(lagOf(standing)).toMatchObject(lag);
});

test.each([
  ['no figure', { value: null, target: 100, others: [1, 2], better: 'up' }],
  ['no direction', { value: 1, target: 100, others: [5, 6], better: 'none' }],
  ['only one other', { value: 1, target: null, others: [9], better: 'up' }],
  ['just the mean', { value: 5, target: 5, others: [5, 5], better: 'up' }],
] as const)('nothing is said: %s', (_what, standing) => {
  expect(lagOf(standing)).toBeUndefined();
});
