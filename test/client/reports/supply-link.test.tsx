import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { refusal, renderApp } from '#test/core/render-app.tsx';

const TOKEN = 'a'.repeat(43);

test('an address copied by halves is told as such, and asks nothing', async () => {
  const asked: unknown[] = [];
  await renderApp('/cung-cap-so#abc', { 'collecting.openLink': (input) => asked.push(input) });
  expect((await screen.findByRole('alert')).textContent).toContain('Chép lại cả địa chỉ trong tin nhắn');
  expect(asked).toEqual([]);
});

test('a link that was closed says what the server says of it', async () => {
  await renderApp(`/cung-cap-so#${TOKEN}`, {
    'collecting.openLink': () => {
      throw refusal('NOT_FOUND', [{ code: 'collecting.link-closed', text: 'Liên kết đã đóng.' }]);
    },
  });
  expect((await screen.findByRole('alert')).textContent).toContain('Liên kết đã đóng.');
});

test('a missing name is told together with the missing figures, and leads to its field', async () => {
  const sent: unknown[] = [];
  await renderApp(`/cung-cap-so#${TOKEN}`, {
    'collecting.openLink': () => ({
      version: 1,
      period: 'year-end',
      year: 2023,
      forUnit: 'Sơn La',
      officeName: 'Sở Mẫu',
      askedBy: 'Cán bộ Mẫu',
      note: '',
      dueOn: '2024-03-10',
      overdueDays: 0,
      isDemo: false,
      cells: [
        {
          indicatorVersionId: 'v1',
          name: 'Số xã',
          unitOfMeasure: 'xã',
          decimals: 0,
          prior: 5,
          target: 4,
          value: null,
          valueStatus: 'preliminary',
          note: '',
        },
      ],
    }),
    'collecting.answerLink': (input) => sent.push(input),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Gửi số' }));
  const summary = await screen.findByRole('alert');
  expect(summary.textContent).toContain('Nhập số, hoặc ghi lý do chưa có số: Số xã');
  await userEvent.click(within(summary).getByRole('link', { name: 'Nhập tên người cung cấp số' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^Người cung cấp số/ }));
  expect(sent).toEqual([]);
});
