import { expect, test } from 'vitest';
import { CELL_WORDS } from '#shared/clusters/clusters.labels.ts';
import {
  type MatrixCell,
  type NominationCounts,
  nominationCell,
  pledgeCell,
  reportCell,
  stageState,
} from '#shared/clusters/matrix.rules.ts';
import { fill } from '#shared/core/wording.ts';

const TODAY = '2024-03-01';

/** The cell as people read it. */
const said = (cell: MatrixCell) => `${fill(CELL_WORDS[cell.code]!.vi, cell.facts)} (${cell.tone})`;
const aReport = (about: object) => ({
  id: 'r',
  status: 'draft' as const,
  dueOn: '2024-01-15',
  sentOn: null,
  supplementDueOn: null,
  ...about,
});
const report = (about: object, today = TODAY) => said(reportCell('year-end-report', aReport(about), today));

test.each([
  ['before the last three days', '2024-03-05', 'Chưa gửi (hạn 05/03/2024) (neutral)'],
  ['three days before', '2024-03-04', 'Chưa gửi (hạn 04/03/2024) (warn)'],
  ['on the due day itself', '2024-03-01', 'Chưa gửi (hạn 01/03/2024) (warn)'],
  ['the day after', '2024-02-29', 'Quá hạn 1 ngày (bad)'],
  ['in the demo, Sơn La', '2024-01-15', 'Quá hạn 46 ngày (bad)'],
])('an unsent report %s', (_, dueOn, words) => {
  expect(report({ dueOn })).toBe(words);
});

test.each([
  [{ status: 'sent', sentOn: '2024-01-15' }, 'Đã gửi (info)'],
  [{ status: 'sent', sentOn: '2024-01-16' }, 'Đã gửi, trễ 1 ngày (info)'],
  [{ status: 'received', sentOn: '2024-01-12' }, 'Đã tiếp nhận (good)'],
  [{ status: 'received', sentOn: '2024-01-16' }, 'Đã tiếp nhận, trễ 1 ngày (good)'],
  [{ status: 'consolidated', sentOn: '2024-01-16' }, 'Đã tổng hợp (good)'],
  [{ status: 'supplement', supplementDueOn: '2024-03-01' }, 'Đề nghị bổ sung (hạn 01/03/2024) (warn)'],
  [{ status: 'supplement', supplementDueOn: '2024-02-28' }, 'Quá hạn bổ sung 2 ngày (bad)'],
  [{ status: 'supplement', supplementDueOn: null }, 'Quá hạn bổ sung 46 ngày (bad)'],
])('a report %j', (about, words) => {
  expect(report(about)).toBe(words);
});

test('a report cell opens its report; a year that asks for none opens nothing', () => {
  expect(reportCell('year-end-report', aReport({}), TODAY).recordId).toBe('r');
  const none = reportCell('mid-year-report', undefined, TODAY);
  expect([said(none), none.recordId]).toEqual(['Chưa mở (neutral)', null]);
});

test('a pledge', () => {
  expect(said(pledgeCell(undefined))).toBe('Chưa có giao ước (neutral)');
  expect(said(pledgeCell({ signedOn: null }))).toBe('Chưa ký (warn)');
  expect(said(pledgeCell({ signedOn: '2023-02-24' }))).toBe('Đã ký kết (good)');
});

const counts = (about: Partial<NominationCounts>) => ({ allotted: 2, sent: 0, checked: 0, supplement: 0, ...about });

test.each([
  [{}, null, 'Chưa gửi (0/2) (neutral)'],
  [{}, '2024-03-01', 'Chưa gửi (0/2) (neutral)'],
  [{}, '2024-01-22', 'Đã gửi 0/2, quá hạn 39 ngày (bad)'],
  [{ sent: 1 }, null, 'Đã gửi 1/2 (info)'],
  [{ sent: 1, checked: 1 }, '2024-02-29', 'Đã gửi 1/2, quá hạn 1 ngày (bad)'],
  [{ sent: 2, checked: 1 }, '2024-01-22', 'Đã gửi 2/2 (info)'],
  [{ sent: 2, checked: 2 }, '2024-01-22', 'Đã thẩm định 2/2 (good)'],
  [{ sent: 3, checked: 2 }, '2024-01-22', 'Đã thẩm định 2/2 (good)'],
  [{ sent: 2, checked: 1, supplement: 1 }, '2024-01-22', 'Chờ bổ sung 1 hồ sơ (warn)'],
  [{ allotted: 0 }, '2024-01-22', 'Đã gửi 0 (chưa phân bổ) (neutral)'],
  [{ allotted: 0, sent: 4 }, null, 'Đã gửi 4 (chưa phân bổ) (info)'],
])('nominations %j due %s', (about, dueOn, words) => {
  expect(said(nominationCell(counts(about), dueOn, TODAY))).toBe(words);
});

test.each([
  ['2024-02-09', 'ahead'],
  ['2024-02-10', 'open'],
  ['2024-02-20', 'open'],
  ['2024-02-21', 'done'],
])('on %s a stage from 10/02 to 20/02 is %s', (today, state) => {
  expect(stageState({ opensOn: '2024-02-10', closesOn: '2024-02-20' }, today)).toBe(state);
});
