import { expect, test } from 'vitest';
import { readDecisionNumber } from '#shared/decisions/decision-number.ts';

test.each([
  ['372', '372'],
  [' 372 ', '372'],
  ['0372', '372'],
  ['12a', '12a'],
  ['12A', '12a'],
  ['12 a', '12a'],
  ['372/QĐ-UBND', '372'],
  ['372 / qđ–ubnd', '372'],
  ['３７２', '372'],
])('reads %j as %j', (typed, norm) => {
  expect(readDecisionNumber(typed, 'QĐ-UBND')).toMatchObject({ ok: true, norm });
});

test.each([
  ['', 'decision.number-missing'],
  ['   ', 'decision.number-missing'],
  ['0', 'decision.number-format'],
  ['ba trăm', 'decision.number-format'],
  ['-5', 'decision.number-format'],
  ['3.7', 'decision.number-format'],
  ['1234567', 'decision.number-format'],
  ['372/QĐ-SNV', 'decision.number-symbol'],
])('refuses %j: %s', (typed, code) => {
  expect(readDecisionNumber(typed, 'QĐ-UBND')).toEqual({ ok: false, code });
});
