import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { sessionLoader } from '#client/core/session.tsx';
import type { Inbox, Report, ReportBoard } from '#client/reports/report-types.ts';
import { reportRoutes } from '#client/reports/reports.routes.ts';
import type { BoardCell } from '#shared/reports/board.rules.ts';
import { type Answers, renderApp } from '#test/core/render-app.tsx';

const YEAR = '01900000-0000-7000-8000-000000000001';
const id = (at: number) => `01900000-0000-7000-8000-00000000010${at}`;
const refused = [{ code: 'report.not-own-unit', facts: { unit: 'tỉnh Lào Cai' } }];

const aReport = (at: number, about: Partial<Report> = {}): Report => ({
  id: id(at),
  version: 4,
  period: 'year-end',
  status: 'sent',
  isDemo: false,
  clusterYear: { id: YEAR, year: 2023, name: 'Năm thi đua 2023', clusterName: 'Cụm A' },
  unit: { id: `U${at}`, name: `Đơn vị ${at}`, fullName: `đơn vị ${at}` },
  chair: { unitId: 'LANGSON', name: 'tỉnh Lạng Sơn', standingOffice: 'Sở Nội vụ tỉnh Lạng Sơn' },
  dueOn: '2024-01-15',
  sentAt: '2024-01-12T03:00:00.000Z',
  sentBy: null,
  receivedAt: null,
  openDueOn: null,
  lateDays: 0,
  overdueDays: 0,
  supplement: null,
  reopened: null,
  now: '2024-03-01T05:00:00.000Z',
  threads: [],
  commentSide: 'chair',
  reminders: [],
  isOpen: true,
  narrative: '',
  sections: [],
  files: [],
  cells: [],
  actions: { save: refused, send: refused, askSupplement: [], receive: [], reopen: [], lock: [] },
  ...about,
});

const inbox = {
  clusterYear: { id: YEAR, year: 2023, name: '', clusterName: 'Cụm A', chairName: '', chairUnitId: '', isDemo: false },
  period: 'year-end',
  today: '2024-03-01',
  indicatorCount: 0,
  members: [1, 2].map((at) => ({
    ...{ unitId: `U${at}`, name: `Đơn vị ${at}`, fullName: '', reportId: id(at), status: 'sent', dueOn: '2024-01-15' },
    ...{ sentAt: null, receivedAt: null, openDueOn: null, lateDays: 0, overdueDays: 0, filledCount: 0, doubts: [] },
    ...{ reopenedUntil: null, comments: { open: 0, answered: 0 } },
  })),
} as Inbox;

async function open(path: string, answers: Answers) {
  const user = userEvent.setup();
  const app = await renderApp(
    path,
    {
      'reports.byId': ({ id: asked }: { id: string }) => aReport(asked === id(1) ? 1 : 2),
      'reports.inbox': () => inbox,
      ...answers,
    } as Answers,
    [{ loader: sessionLoader, children: reportRoutes }],
  );
  return { user, ...app };
}

test('what is received leads on to the next report that waits', async () => {
  const received: unknown[] = [];
  const { user } = await open(`/cum/${YEAR}/bao-cao/${id(1)}`, {
    'reports.receive': (input: never) => {
      received.push(input);
      return { version: 5 };
    },
  });
  expect(await screen.findByText('còn 1 báo cáo chờ')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Tiếp nhận, xem tiếp' }));
  await screen.findByRole('heading', { level: 1, name: /đơn vị 2/ });
  expect(received).toEqual([{ id: id(1), seenVersion: 4 }]);
});

test('a report opens again until a minute typed the usual way; what is no time is said', async () => {
  const asked: unknown[] = [];
  const { user } = await open(`/cum/${YEAR}/bao-cao/${id(1)}`, {
    'reviewing.reopen': (input: never) => {
      asked.push(input);
      return { version: 5 };
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Mở lại…' }));
  const dialog = within(await screen.findByRole('dialog'));
  const time = dialog.getByRole('textbox', { name: /Đến giờ/ });
  await user.clear(time);
  await user.type(time, 'chiều');
  await user.type(dialog.getByRole('textbox', { name: /Lý do mở lại/ }), 'Sửa theo số quyết toán.');
  await user.click(dialog.getByRole('button', { name: 'Mở lại' }));
  expect(dialog.getByText('Nhập giờ, ví dụ 17:00')).toBeTruthy();
  await user.clear(time);
  await user.type(time, '16h30');
  await user.click(dialog.getByRole('button', { name: 'Mở lại' }));
  await waitFor(() =>
    expect(asked).toEqual([
      { id: id(1), seenVersion: 4, untilOn: '2024-03-01', untilTime: '16:30', reason: 'Sửa theo số quyết toán.' },
    ]),
  );
});

test('a reminder goes to the late ones that nobody reminded within the hour, in words that name none of them', async () => {
  const sent: { reportIds: string[]; again: string[]; message: string }[] = [];
  const cell = (at: number, about: Partial<BoardCell>): BoardCell => ({
    ...{ state: 'overdue', reportId: id(at), dayCount: 46, day: '2024-01-15', untilAt: null, comments: 0 },
    reminded: null,
    ...about,
  });
  const row = (at: number, about: Partial<BoardCell> = {}) => ({
    ...{ unitId: `U${at}`, name: `Đơn vị ${at}`, fullName: `đơn vị ${at}` },
    cells: [cell(at, about)],
  });
  const board: ReportBoard = {
    clusterYear: inbox.clusterYear,
    now: '2024-03-01T05:00:00.000Z',
    columns: [{ clusterYearId: YEAR, year: 2023, period: 'year-end' }],
    rows: [
      row(1),
      row(2, { reminded: { at: '2024-03-01T04:30:00.000Z', by: 'Trần Văn Mẫu', count: 1 } }),
      row(3, { state: 'received', dayCount: 0 }),
    ],
    remind: [],
    standingOffice: 'Sở Nội vụ tỉnh Lạng Sơn',
  };
  const { user } = await open(`/cum/${YEAR}/bao-cao/theo-doi`, {
    'reviewing.board': () => board,
    'reviewing.remind': (input: never) => {
      sent.push(input);
      return { count: 1 };
    },
  });
  await user.click(screen.getByRole('button', { name: 'Gửi đôn đốc' }));
  const dialog = within(await screen.findByRole('dialog'));
  const box = (at: number) => dialog.queryByRole('checkbox', { name: new RegExp(`Đơn vị ${at}`) }) as HTMLInputElement;
  await waitFor(() => expect(box(1)?.checked).toBe(true));
  expect([box(2).checked, box(3)]).toEqual([false, null]);
  await user.click(box(2));
  await user.click(dialog.getByRole('button', { name: 'Gửi đôn đốc' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ reportIds: [id(1), id(2)], again: [id(2)] });
  expect(sent[0]!.message).toContain('trân trọng đề nghị');
  expect(sent[0]!.message).not.toContain('Đơn vị 1');
});
