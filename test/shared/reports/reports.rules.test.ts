import { describe, expect, test } from 'vitest';
import {
  askSupplementReasons,
  editReasons,
  isContentOpen,
  isCounted,
  lateDays,
  openDueOn,
  receiveReasons,
  sendReasons,
  supplementDueReasons,
} from '#shared/reports/reports.rules.ts';
import { type ReportStatus, reportStatus } from '#shared/reports/reports.schema.ts';

const filled = { indicatorVersionId: 'A', name: 'Thu ngân sách', value: 0 };
const missing = { indicatorVersionId: 'B', name: 'Việc làm mới', value: null };
const statuses = reportStatus.options;
const open = (check: (status: ReportStatus) => unknown[]) => statuses.filter((status) => check(status).length === 0);

describe('sending a report', () => {
  test('names each indicator without a figure and points at its cell', () => {
    expect(sendReasons({ status: 'draft' }, [filled, missing])).toEqual([
      { code: 'report.figure-missing', facts: { indicator: 'Việc làm mới' }, field: 'cells.B' },
    ]);
  });
  test('is open while the unit works on it, zero being a figure', () => {
    expect(open((status) => sendReasons({ status }, [filled]))).toEqual(['draft', 'supplement']);
    expect(open((status) => editReasons({ status }))).toEqual(['draft', 'supplement']);
  });
  test('an empty form cannot be sent', () => {
    expect(sendReasons({ status: 'draft' }, [])).toEqual([{ code: 'report.no-indicators' }]);
  });
});

test('the standing office receives what was sent and may ask to complete what was sent or received', () => {
  expect(open((status) => receiveReasons({ status }))).toEqual(['sent']);
  expect(open((status) => askSupplementReasons({ status }))).toEqual(['sent', 'received']);
});

test('the day to complete by may be today but not yesterday', () => {
  expect(supplementDueReasons('2024-03-01', '2024-03-01')).toEqual([]);
  expect(supplementDueReasons('2024-02-29', '2024-03-01')).toEqual([
    { code: 'report.supplement-due-past', facts: { todayOn: '2024-03-01' }, field: 'dueOn' },
  ]);
});

describe('lateness', () => {
  test('is counted in days of Việt Nam', () => {
    expect(lateDays({ dueOn: '2024-01-15', sentAt: '2024-01-15T16:59:59.000Z' })).toBe(0);
    expect(lateDays({ dueOn: '2024-01-15', sentAt: '2024-01-15T17:00:00.000Z' })).toBe(1);
    expect(lateDays({ dueOn: '2024-01-15', sentAt: null })).toBeNull();
  });
  test('while completing, the due day is the one asked for', () => {
    const report = { dueOn: '2024-01-15', supplementDueOn: '2024-01-19' };
    expect(openDueOn({ ...report, status: 'supplement' })).toBe('2024-01-19');
    expect(openDueOn({ ...report, status: 'draft' })).toBe('2024-01-15');
    expect(openDueOn({ ...report, status: 'sent' })).toBeNull();
  });
});

describe('who sees figures that are not final', () => {
  const nobody = { isOwn: false, isChair: false, seesAll: false };
  test('a draft stays in its unit', () => {
    expect(isContentOpen('draft', { ...nobody, isChair: true })).toBe(false);
    expect(isContentOpen('draft', { ...nobody, isOwn: true })).toBe(true);
  });
  test('a report being completed is open to its unit and to the chair', () => {
    expect(isContentOpen('supplement', { ...nobody, isChair: true })).toBe(true);
    expect(isContentOpen('supplement', nobody)).toBe(false);
  });
  test('what was sent is open to the cluster and enters the summary', () => {
    expect(statuses.filter((status) => isContentOpen(status, nobody))).toEqual(['sent', 'received', 'consolidated']);
    expect(statuses.filter(isCounted)).toEqual(['sent', 'received', 'consolidated']);
  });
});
