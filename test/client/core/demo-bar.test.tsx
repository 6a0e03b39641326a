import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { DemoBar } from '#client/core/demo-bar.tsx';
import { type Answers, aSession, noAnswer, refusal, renderPiece } from '#test/core/render-app.tsx';

const EDGES = [
  { on: '2024-01-15', kind: 'year-end-report', name: '', year: 2023 },
  { on: '2024-03-05', kind: 'stage', name: 'Hội nghị tổng kết', year: 2023 },
];

function open(today: string, answers: Answers = {}) {
  const moved: string[] = [];
  const session = { ...aSession({ today }), can: () => true };
  renderPiece(<DemoBar session={session} />, {
    'demo.edges': () => EDGES,
    'demo.setToday': ({ today: day }: { today: string }) => {
      moved.push(day);
      return { today: day };
    },
    ...answers,
  });
  return { moved, user: userEvent.setup() };
}

test('one day back, one day on: one press each', async () => {
  const { moved, user } = open('2024-02-29');
  await user.click(screen.getByRole('button', { name: '+1 ngày' }));
  await waitFor(() => expect(moved).toEqual(['2024-03-01']));
  await user.click(screen.getByRole('button', { name: '−1 ngày' }));
  await waitFor(() => expect(moved).toEqual(['2024-03-01', '2024-02-28']));
});

test('the clock stops at the ends of the demo', () => {
  open('2023-02-24');
  expect(screen.getByRole('button', { name: '−1 ngày' })).toHaveProperty('disabled', true);
  expect(screen.getByRole('button', { name: '+1 ngày' })).toHaveProperty('disabled', false);
});

test.each([
  ['2024-01-14', 'Hạn báo cáo năm: Ngày mai'],
  ['2024-01-15', 'Hạn báo cáo năm: Hôm nay'],
  ['2024-01-16', 'Hạn báo cáo năm: Đã qua 1 ngày'],
  ['2024-03-05', 'Hội nghị tổng kết: Hôm nay'],
])('on %s the bar says "%s"', async (today, words) => {
  open(today);
  expect(await screen.findByText(words)).toBeTruthy();
});

test('a day that is near nothing says nothing', async () => {
  open('2024-02-10');
  await waitFor(() => expect(screen.queryByText(/hạn hôm nay|Quá hạn/i)).toBeNull());
});

test('before, on and after a deadline: one press each, from the list', async () => {
  const { moved, user } = open('2024-03-01');
  await user.click(screen.getByRole('button', { name: 'Đổi ngày' }));
  const list = within(await screen.findByRole('list', { name: 'Các mốc của năm thi đua' }));
  expect(list.getAllByRole('listitem').map((row) => row.firstChild?.textContent)).toEqual([
    '15/01/2024 Hạn báo cáo năm · Đã qua 46 ngày',
    '05/03/2024 Hội nghị tổng kết · Còn 4 ngày',
  ]);
  await user.click(list.getByRole('button', { name: 'Hạn báo cáo năm: sau hạn, 16/01/2024' }));
  await waitFor(() => expect(moved).toEqual(['2024-01-16']));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('reset asks once and says what is lost', async () => {
  let resets = 0;
  const { user } = open('2024-03-01', {
    'demo.reset': () => {
      resets += 1;
      throw refusal('UNPROCESSABLE_CONTENT', [{ code: 'demo.only', text: 'Chỉ làm được trên dữ liệu minh họa.' }]);
    },
  });
  await user.click(screen.getByRole('button', { name: 'Đặt lại dữ liệu' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/Mọi thay đổi đã làm khi dùng thử sẽ mất/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Đặt lại dữ liệu' }));
  expect(await dialog.findByText('Chỉ làm được trên dữ liệu minh họa.')).toBeTruthy();
  expect(resets).toBe(1);
});

test('no answer: the day stays, and the person is told', async () => {
  const { user } = open('2024-03-01', {
    'demo.setToday': () => {
      throw noAnswer();
    },
  });
  await user.click(screen.getByRole('button', { name: '+1 ngày' }));
  await waitFor(() => expect(screen.getByRole('button', { name: '+1 ngày' })).toHaveProperty('disabled', false));
  expect(screen.getByText('Hôm nay (giả định): 01/03/2024')).toBeTruthy();
});
