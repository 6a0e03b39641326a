import { describe, expect, test } from 'vitest';
import {
  answerReasons,
  attendanceTotals,
  delegateReasons,
  delegateText,
  markReasons,
} from '#shared/conferences/attendance.rules.ts';
import type { Attendance } from '#shared/conferences/conferences.schema.ts';

const row = (attendance: Attendance, headcount: number, presentCount: number | null = null) => ({
  role: 'delegate' as const,
  attendance,
  headcount,
  presentCount,
});

test('totals count people, and those missing of a delegation as absent', () => {
  expect(
    attendanceTotals([
      row('present', 8, 7),
      row('present', 1, 1),
      row('confirmed', 10),
      row('invited', 4),
      row('absent', 2),
    ]),
  ).toEqual({ invitedCount: 25, confirmedCount: 10, presentCount: 8, absentCount: 3, openRows: 2 });
});

test('more may come than were invited', () => {
  expect(attendanceTotals([row('present', 8, 9)])).toMatchObject({ presentCount: 9, invitedCount: 8, absentCount: 0 });
});

describe('a line of the list', () => {
  const empty = { unitId: null, organization: '', name: '', positionHeld: '', headcount: 1, note: '' };
  test('a delegation needs a unit or an organisation, a guest at least a name', () => {
    expect(delegateReasons({ ...empty, role: 'delegate', name: 'Ông Mẫu' })).toMatchObject([
      { code: 'delegate.no-unit' },
    ]);
    expect(delegateReasons({ ...empty, role: 'guest' })).toMatchObject([{ code: 'delegate.nobody' }]);
    expect(delegateReasons({ ...empty, role: 'guest', name: 'Ông Mẫu' })).toEqual([]);
  });

  test('is one line of text', () => {
    const text = delegateText({
      ...empty,
      role: 'delegate',
      unitName: 'Sơn La',
      headcount: 8,
      attendance: 'present',
      presentCount: 7,
      note: 'đến muộn',
    });
    expect(text).toBe('Đại biểu: Sơn La · 8 người · Có mặt 7 · đến muộn');
  });
});

describe('when', () => {
  const planned = { status: 'planned' as const, heldOn: '2024-03-05' };
  test('a member answers until the day itself', () => {
    expect(answerReasons(planned, 'invited', '2024-03-05')).toEqual([]);
    expect(answerReasons(planned, 'invited', '2024-03-06')).toMatchObject([{ code: 'delegate.answer-too-late' }]);
    expect(answerReasons(planned, 'present', '2024-03-05')).toMatchObject([{ code: 'delegate.already-present' }]);
    expect(answerReasons({ ...planned, status: 'held' }, 'invited', '2024-03-05')).toMatchObject([
      { code: 'conference.closed' },
    ]);
  });

  test('nobody is present before the day, but may say no', () => {
    expect(markReasons(planned, 'present', '2024-03-04')).toMatchObject([{ code: 'delegate.present-before-day' }]);
    expect(markReasons(planned, 'absent', '2024-03-04')).toEqual([]);
    expect(markReasons(planned, 'present', '2024-03-05')).toEqual([]);
  });
});
