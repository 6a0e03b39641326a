import { expect, test } from 'vitest';
import { ruleReasons, ruleWithSource, ruleWords } from '#shared/pledges/pledge-rule.rules.ts';
import { EXACT_RULE } from '#shared/pledges/pledge-rule.schema.ts';

const TOLERANT = { keptFrom: 950, exceededFrom: 1025 };
const open = { isSummedUp: false, isFrozen: false };

test('the rule reads as a sentence, with where it stands and who entered it', () => {
  expect(ruleWords(EXACT_RULE).vi).toContain('không có dung sai');
  expect(ruleWords(TOLERANT).vi).toMatch(/^Đạt từ 95% kế hoạch, Vượt từ 102,5%; /);
  expect(ruleWords({ keptFrom: 950, exceededFrom: 1000 }).en).toContain('exceeded when better than 100%');
  const entered = { source: 'Quy chế Cụm, Điều 9', enteredBy: 'Trần Văn Mẫu', enteredOn: '2024-03-01' };
  expect(ruleWithSource(TOLERANT, entered).vi).toMatch(
    /so sánh đúng số \(theo Quy chế Cụm, Điều 9; Trần Văn Mẫu nhập ngày 01\/03\/2024\)\.$/,
  );
  expect(ruleWithSource(EXACT_RULE, { ...entered, enteredOn: null }).vi).toMatch(/không có dung sai\.$/);
});

test('a tolerance names its source, a change after the pledge was agreed its reason, and summed up it stands', () => {
  const asked = { ...TOLERANT, source: 'Quy chế Cụm, Điều 9', reason: '' };
  const codes = (about: object, state = open) => ruleReasons({ ...asked, ...about }, state).map(({ code }) => code);
  expect(codes({})).toEqual([]);
  expect(codes({ source: '' })).toEqual(['pledge-rule.source-missing']);
  expect(codes({ ...EXACT_RULE, source: '' })).toEqual([]);
  expect(codes({}, { ...open, isFrozen: true })).toEqual(['pledge-rule.reason-missing']);
  expect(codes({ reason: 'Theo Quy chế sửa đổi.' }, { ...open, isFrozen: true })).toEqual([]);
  expect(codes({}, { ...open, isSummedUp: true })).toEqual(['pledge-rule.summed-up']);
});
