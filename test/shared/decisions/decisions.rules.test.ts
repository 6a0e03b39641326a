import { expect, test } from 'vitest';
import { decisionTemplate } from '#shared/decisions/decision-template.ts';
import {
  cancelReasons,
  editReasons,
  issueReasons,
  returnReasons,
  signReasons,
  submitReasons,
} from '#shared/decisions/decisions.rules.ts';
import { decisionStatus } from '#shared/decisions/decisions.schema.ts';

const TODAY = '2024-03-01';

/** Every state against every step: the steps that are open, and no other. */
test.each([
  { status: 'draft', open: ['edit'] },
  { status: 'submitted', open: ['return', 'sign'] },
  { status: 'signed', open: ['return', 'issue'] },
  { status: 'issued', open: ['cancel'] },
  { status: 'cancelled', open: [] },
] as const)('in state $status only $open', ({ status, open }) => {
  const steps = {
    edit: editReasons(status),
    return: returnReasons(status),
    sign: signReasons(status, null, TODAY),
    issue: issueReasons(status, null, TODAY),
    cancel: cancelReasons(status, null, TODAY),
  };

  const allowed = Object.entries(steps).flatMap(([step, reasons]) => (reasons.length === 0 ? [step] : []));
  expect(allowed).toEqual(open);
});

test('every state is in the table above', () => {
  expect(decisionStatus.options).toHaveLength(5);
});

test('what certificates could not print is not submitted', () => {
  const draft = decisionTemplate({
    unitFullName: 'tỉnh Lạng Sơn',
    unitName: 'Lạng Sơn',
    clusterName: 'Cụm thi đua Mẫu',
    year: 2023,
    chairPerson: 'Hồ Văn Mẫu',
    today: TODAY,
  });
  expect(submitReasons('draft', draft, 1)).toEqual([]);
  expect(submitReasons('draft', { ...draft, commonSentence: 'Có thành tích ★' }, 1)).toEqual([
    { code: 'decision.sign-unprintable', field: 'commonSentence', facts: { sign: '★' } },
  ]);
});

test('all that is wrong with the paper is said at once', () => {
  const paper = { number: 'x', decidedOn: '2024-03-05', signedOn: '2024-03-06', documentType: 'QĐ-UBND' };

  expect(issueReasons('signed', paper, TODAY).map(({ code }) => code)).toEqual([
    'decision.number-format',
    'decision.date-in-future',
    'decision.date-before-signing',
  ]);
});

test('the day of signing and today are good dates of issue', () => {
  const on = (decidedOn: string) =>
    issueReasons('signed', { number: '1', decidedOn, signedOn: '2024-02-26', documentType: 'QĐ-UBND' }, TODAY);

  expect(on('2024-02-26')).toEqual([]);
  expect(on(TODAY)).toEqual([]);
});
