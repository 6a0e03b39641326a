import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { conferenceRoutes } from '#client/conferences/conferences.routes.ts';
import { type Answers, aSession, refusal, renderApp } from '#test/core/render-app.tsx';

const YEAR = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e42';
const ID = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e43';
const CONFERENCE = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e44';
const TASK = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e45';

const aTask = (about: object = {}) => ({
  id: TASK,
  version: 1,
  unitId: 'SL',
  unitName: 'Sơn La',
  status: 'open',
  outcome: '',
  reportedAt: null,
  reportedByName: null,
  isLate: false,
  isMine: true,
  report: { allowed: true, reasons: [] },
  files: [],
  ...about,
});
const aRow = (about: object = {}) => ({
  id: ID,
  version: 2,
  number: 1,
  content: 'Nhân rộng điển hình tiên tiến',
  madeBy: 'Ông Mẫu',
  madeOn: '2024-03-05',
  leadOffice: 'UBND 2 tỉnh',
  coordinating: '',
  measure: 'Mỗi tỉnh một mô hình',
  dueOn: '2024-07-31',
  isDemo: false,
  doneCount: 0,
  tasks: [aTask()],
  ...about,
});

async function openPage(rows: object[], mayWrite: boolean, answers: Answers = {}) {
  const user = userEvent.setup();
  await renderApp(
    `/cum/${YEAR}/kien-nghi`,
    {
      'recommendations.ofYear': () => ({
        clusterYear: { id: YEAR, year: 2023, name: 'Năm thi đua 2023', clusterName: 'Cụm A' },
        members: [
          { unitId: 'SL', name: 'Sơn La' },
          { unitId: 'LC', name: 'Lai Châu' },
        ],
        today: '2024-08-01',
        conference: { id: CONFERENCE, title: 'Hội nghị', heldOn: '2024-03-05' },
        mayWrite,
        rows,
      }),
      'audit.ofRecord': () => [],
      ...answers,
    },
    conferenceRoutes,
  );
  await screen.findByRole('heading', { level: 1 });
  return user;
}

test('the board says who is late and how many are done', async () => {
  const late = aTask({ id: CONFERENCE, unitId: 'LC', unitName: 'Lai Châu', isLate: true, isMine: false });
  await openPage([aRow({ doneCount: 1, tasks: [aTask({ status: 'done', outcome: 'Xong' }), late] })], false);
  expect(screen.getByText('1/2 đơn vị đã hoàn thành')).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Ý kiến số 1, Lai Châu:\s*Quá hạn$/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Ý kiến số 1, Sơn La:\s*Đã hoàn thành$/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Thêm ý kiến' })).toBeNull();
});

test('the recommendations are part of the conference among the pages of the year', async () => {
  await openPage([aRow()], false, { 'accounts.me': () => aSession({ permissions: ['conferences.ofYear'] }) });
  const tab = screen.getByRole('link', { name: 'Hội nghị' });
  expect(tab.getAttribute('aria-current')).toBe('page');
});

test('a unit reports its own task; the refusal stands at the field', async () => {
  const sent: { outcome: string }[] = [];
  const user = await openPage([aRow()], false, {
    'recommendations.reportTask': (input: { outcome: string }) => {
      sent.push(input);
      if (input.outcome === '')
        throw refusal('UNPROCESSABLE_CONTENT', [
          { code: 'recommendation.no-outcome', text: 'Chưa ghi kết quả thực hiện.', field: 'outcome' },
        ]);
      return { id: TASK, version: 2 };
    },
  });
  await user.click(screen.getByRole('button', { name: /^Ý kiến số 1, Sơn La:/ }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('radio', { name: 'Đã hoàn thành' }));
  await user.click(dialog.getByRole('button', { name: 'Báo kết quả' }));
  expect((await dialog.findAllByText('Chưa ghi kết quả thực hiện.')).length).toBeGreaterThan(0);
  await user.type(dialog.getByLabelText(/^Kết quả thực hiện/), 'Một mô hình.');
  await user.click(dialog.getByRole('button', { name: 'Báo kết quả' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent.at(-1)).toEqual({ id: TASK, seenVersion: 1, status: 'done', outcome: 'Một mô hình.' });
});

test('before the recommendation was made the dialog says from when', async () => {
  const report = { allowed: false, reasons: [{ code: 'recommendation.not-made-yet', text: 'Báo từ 05/03/2024.' }] };
  const user = await openPage([aRow({ tasks: [aTask({ report })] })], false);
  await user.click(screen.getByRole('button', { name: /^Ý kiến số 1, Sơn La:/ }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('Báo từ 05/03/2024.')).toBeTruthy();
  expect(dialog.queryByRole('button', { name: 'Báo kết quả' })).toBeNull();
});

test('a new recommendation takes the next number, all members in one press, and an empty due date', async () => {
  const sent: unknown[] = [];
  const user = await openPage([aRow()], true, {
    'recommendations.create': (input) => {
      sent.push(input);
      return { id: ID, version: 1 };
    },
  });
  await user.click(screen.getByRole('button', { name: 'Thêm ý kiến' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText(/^Nội dung/), 'Tăng cường giao lưu');
  await user.click(dialog.getByRole('button', { name: 'Chọn tất cả (2)' }));
  await user.click(dialog.getByRole('button', { name: 'Lưu ý kiến' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    conferenceId: CONFERENCE,
    draft: {
      number: 2,
      content: 'Tăng cường giao lưu',
      madeOn: '2024-03-05',
      leadUnitIds: ['SL', 'LC'],
      dueOn: null,
    },
    idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test('due before it was made: the server’s words stand at the date', async () => {
  const user = await openPage([aRow()], true, {
    'recommendations.save': () => {
      throw refusal('UNPROCESSABLE_CONTENT', [
        { code: 'recommendation.due-before-made', text: 'Thời hạn trước ngày nêu.', field: 'dueOn' },
      ]);
    },
  });
  await user.click(screen.getByRole('button', { name: 'Sửa ý kiến số 1' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Lưu ý kiến' }));
  // In the summary and beside the field, not a third time.
  await waitFor(() => expect(dialog.getAllByText('Thời hạn trước ngày nêu.')).toHaveLength(2));
});
