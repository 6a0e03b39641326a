import { describe, expect, test } from 'vitest';
import {
  type BoardMember,
  type BoardReport,
  boardCell,
  boardWords,
  countColumn,
  shownRows,
} from '#shared/reports/board.rules.ts';
import { commentsAsReason } from '#shared/reports/comments.rules.ts';
import { reminderText, reminderUnits, sharedDay, wasRemindedLately } from '#shared/reports/reminders.rules.ts';
import {
  isReopened,
  readClock,
  reopenUntilReasons,
  standingStatus,
  vietnamInstant,
} from '#shared/reports/reopen.rules.ts';
import { type isWaiting, nextWaiting } from '#shared/reports/walk.rules.ts';

const UNTIL = '2024-03-01T10:00:00.000Z';
const sent = (about: Partial<BoardReport> = {}): BoardReport => ({
  id: 'r1',
  status: 'sent',
  dueOn: '2024-01-15',
  sentAt: '2024-01-12T03:00:00.000Z',
  supplementDueOn: null,
  reopenedUntil: null,
  ...about,
});

describe('open again until a minute', () => {
  test.each([
    ['2024-03-01T09:59:59.999Z', true],
    ['2024-03-01T10:00:00.000Z', false],
    ['2024-03-01T10:00:01.000Z', false],
  ])('at %s: %s', (now, open) => {
    expect(isReopened(sent({ reopenedUntil: UNTIL }), now)).toBe(open);
    expect(standingStatus(sent({ reopenedUntil: UNTIL }), now)).toBe(open ? 'supplement' : 'sent');
  });

  test.each([
    ['17', '17:00'],
    ['7h5', '07:05'],
    ['17 h 30', '17:30'],
    ['1730', '17:30'],
    ['9.15', '09:15'],
    ['24:00', null],
    ['17:60', null],
    ['chiều', null],
    ['', null],
  ])('"%s" is %s', (typed, read) => {
    expect(readClock(typed)).toBe(read);
  });

  test('a minute of the clock in Hà Nội, ahead and within thirty days', () => {
    expect(vietnamInstant('2024-03-01', '17:00')).toBe(UNTIL);
    expect(reopenUntilReasons(UNTIL, '2024-03-01T09:59:59.000Z')).toEqual([]);
    expect(reopenUntilReasons(UNTIL, UNTIL)[0]!.code).toBe('report.reopen-past');
    expect(reopenUntilReasons('2024-03-31T10:00:00.000Z', UNTIL)).toEqual([]);
    expect(reopenUntilReasons('2024-03-31T10:01:00.000Z', UNTIL)[0]!.code).toBe('report.reopen-too-long');
  });
});

describe('a cell of the board', () => {
  const member: BoardMember = { isMember: true, endedOn: null };
  const at = (report: BoardReport | undefined, who = member, now = '2024-03-01T05:00:00.000Z') => {
    const cell = boardCell(report, who, now);
    return [boardWords(cell).code, cell.dayCount];
  };

  test('in time until the last second of the due day, late from the next one', () => {
    expect(at(sent({ sentAt: '2024-01-15T16:59:59.999Z' }))).toEqual(['on-time', 0]);
    expect(at(sent({ sentAt: '2024-01-15T17:00:00.000Z' }))).toEqual(['late', 1]);
    const draft = sent({ status: 'draft', sentAt: null });
    expect(at(draft, member, '2024-01-15T16:59:59.000Z')).toEqual(['not-sent', 0]);
    expect(at(draft, member, '2024-01-15T17:00:00.000Z')).toEqual(['overdue', 1]);
  });

  test('says what came of it: completed, open again, received late, left, not asked, no member yet', () => {
    const asked = sent({ status: 'supplement', supplementDueOn: '2024-02-28' });
    expect(at(asked)).toEqual(['supplement-overdue', 2]);
    expect(at(asked, member, '2024-02-28T05:00:00.000Z')).toEqual(['supplement', 0]);
    expect(at(sent({ reopenedUntil: UNTIL }))).toEqual(['reopened', 0]);
    expect(at(sent({ status: 'received', sentAt: '2024-01-17T03:00:00.000Z' }))).toEqual(['received-late', 2]);
    expect(at(sent({ status: 'draft', sentAt: null }), { isMember: true, endedOn: '2024-02-01' })).toEqual(['left', 0]);
    expect(at(undefined)).toEqual(['not-asked', 0]);
    expect(at(undefined, { isMember: false, endedOn: null })).toEqual(['not-member', 0]);
  });

  test('rows are narrowed by state and name, and columns counted', () => {
    const row = (name: string, report: BoardReport) => ({
      unitId: name,
      name,
      cells: [boardCell(report, member, '2024-03-01T05:00:00.000Z')],
    });
    const rows = [
      row('Sơn La', sent()),
      row('Lai Châu', sent({ status: 'draft', sentAt: null })),
      row('Lào Cai', sent({ status: 'received', sentAt: '2024-01-17T03:00:00.000Z' })),
    ];
    expect(shownRows(rows, 0, { show: 'late', q: '' }).map(({ name }) => name)).toEqual(['Lào Cai']);
    expect(shownRows(rows, 0, { show: 'overdue', q: '' }).map(({ name }) => name)).toEqual(['Lai Châu']);
    expect(shownRows(rows, 0, { show: 'all', q: 'son' }).map(({ name }) => name)).toEqual(['Sơn La']);
    expect(countColumn(rows.map(({ cells }) => cells[0]))).toEqual({
      ...{ asked: 3, onTime: 1, late: 1, notSent: 1, overdue: 1 },
      ...{ supplement: 0, waiting: 1, accepted: 1 },
    });
  });
});

test('open threads become a numbered reason that fits, the rest is counted', () => {
  const thread = (name: string, content: string, status: 'open' | 'done' = 'open') => ({
    name,
    status,
    comments: [{ side: 'chair' as const, content }],
  });
  const rest = (count: number) => `Còn ${count} ý kiến.`;
  const two = [thread('Thu ngân sách', 'Kiểm tra\nlại đơn vị tính.'), thread('Hộ nghèo', 'Xong.', 'done')];
  expect(commentsAsReason(two, rest)).toBe('1. Thu ngân sách: Kiểm tra lại đơn vị tính.');
  const many = Array.from({ length: 9 }, (_, index) => thread(`Chỉ tiêu ${index}`, 'x'.repeat(400)));
  const text = commentsAsReason(many, rest);
  expect(text.length).toBeLessThanOrEqual(2_000);
  expect(text.endsWith('Còn 5 ý kiến.')).toBe(true);
  expect(commentsAsReason([thread('Dài', 'x'.repeat(3_000))], rest).length).toBeLessThanOrEqual(2_000);
});

test('a reminder speaks between equals and to each alone; the text for a group names them; within the hour it is recent', () => {
  const unit = (name: string, dueOn: string, status: 'draft' | 'supplement' = 'draft') => ({ name, dueOn, status });
  const same = [unit('Sơn La', '2024-01-15'), unit('Lai Châu', '2024-01-15')];
  const about = { title: 'Báo cáo tổng kết năm 2023', cluster: 'Cụm thi đua A', office: 'Sở Nội vụ tỉnh Lạng Sơn' };
  const text = reminderText({ ...about, dueOn: sharedDay(same) });
  expect(text).toContain('trân trọng đề nghị quý cơ quan quan tâm gửi Báo cáo tổng kết năm 2023 (hạn 15/01/2024)');
  expect(text).not.toContain('Sơn La');
  expect(reminderUnits(same, sharedDay(same))).toBe('Kính gửi: Sơn La; Lai Châu.');
  const mixed = [unit('Sơn La', '2024-01-15'), unit('Lai Châu', '2024-02-20', 'supplement')];
  expect(sharedDay(mixed)).toBeNull();
  expect(reminderUnits(mixed, null)).toBe('Kính gửi: Sơn La (hạn 15/01/2024); Lai Châu (bổ sung, hạn 20/02/2024).');
  expect(wasRemindedLately('2024-03-01T05:00:00.000Z', '2024-03-01T05:59:59.999Z')).toBe(true);
  expect(wasRemindedLately('2024-03-01T05:00:00.000Z', '2024-03-01T06:00:00.000Z')).toBe(false);
  expect(wasRemindedLately(null, UNTIL)).toBe(false);
});

test('from one report that waits to the next, round the cluster; one that is open again does not wait', () => {
  const member = (reportId: string | null, about: Partial<Parameters<typeof isWaiting>[0]> = {}) => ({
    ...{ reportId, status: 'sent' as const, reopenedUntil: null, comments: { answered: 0 } },
    ...about,
  });
  const members = [
    member('a'),
    member('b', { status: 'received' }),
    member('c', { status: 'received', comments: { answered: 1 } }),
    member('d', { reopenedUntil: UNTIL }),
    member(null),
  ];
  expect(nextWaiting(members, 'a', 1)?.reportId).toBe('c');
  expect(nextWaiting(members, 'c', 1)?.reportId).toBe('a');
  expect(nextWaiting(members, 'a', -1)?.reportId).toBe('c');
  expect(nextWaiting([members[0]!], 'a', 1)).toBeUndefined();
});
