import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { aSession, refusal, renderApp } from '#test/core/render-app.tsx';

const MADE_AT = '2024-02-01T03:05:00.000Z';
const aCopy = (about: object = {}) => ({
  id: 'c1',
  madeAt: MADE_AT,
  madeByName: 'Hoàng Thị Lệ',
  rows: 12_345,
  sizeBytes: 2_048_000,
  ageDays: 3,
  isOld: false,
  ...about,
});
const aState = (about: object = {}) => ({ copy: null, isUnderWay: false, isInside: false, problems: [], ...about });

const open = (state: object, answers: object = {}, session: object = {}) =>
  renderApp('/che-do-tap-huan', {
    'accounts.me': () => aSession({ permissions: ['training.state'], ...session }),
    'training.state': () => state,
    ...answers,
  });

test('without a copy one is made with one press', async () => {
  const started: object[] = [];
  await open(aState(), {
    'training.start': (input: object) => {
      started.push(input);
      return { jobId: 'j1' };
    },
  });
  expect(screen.getByText('Chưa có bản tập huấn nào.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Tạo bản tập huấn' }));
  expect(started).toHaveLength(1);
});

test('a machine that cannot hold one says why, and offers no button that would fail', async () => {
  await open(aState({ problems: [{ code: 'training.disk-short', text: 'Ổ đĩa còn trống 10 MB.' }] }));
  expect(screen.getByText('Ổ đĩa còn trống 10 MB.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Tạo bản tập huấn' })).toHaveProperty('disabled', true);
});

test('a copy shows when, by whom, how large; an old one says so; reset names the copy that was seen', async () => {
  const reset: object[] = [];
  await open(aState({ copy: aCopy({ ageDays: 40, isOld: true }) }), {
    'training.reset': (input: object) => {
      reset.push(input);
      throw refusal('CONFLICT', [{ code: 'training.changed', text: 'Bản tập huấn đã được tạo lại.' }]);
    },
  });
  expect(screen.getByText('01/02/2024 10:05')).toBeTruthy();
  expect(screen.getByText('2.000 KB')).toBeTruthy();
  expect(screen.getByText(/đã 40 ngày tuổi/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Đặt lại' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Đặt lại' }));
  expect(reset).toMatchObject([{ seenMadeAt: MADE_AT }]);
  expect(await within(dialog).findByText('Bản tập huấn đã được tạo lại.')).toBeTruthy();
});

test('while one is being made nothing else is offered', async () => {
  await open(aState({ copy: aCopy(), isUnderWay: true }));
  expect(screen.getByText(/Đang tạo bản tập huấn/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Đặt lại' })).toHaveProperty('disabled', true);
  expect(screen.getByRole('button', { name: 'Xóa' })).toHaveProperty('disabled', true);
});

test('everybody finds the way in at their account, when there is a copy', async () => {
  await open(aState(), {}, { hasCopy: true });
  await userEvent.click(screen.getByRole('button', { name: /^Tài khoản/ }));
  expect(screen.getByRole('button', { name: 'Vào bản tập huấn' })).toBeTruthy();
});
