import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { aSession, renderApp } from '#test/core/render-app.tsx';

const SETTINGS = { address: '', letters: 'reminders', digest: false, version: 0, silence: 'not-configured' };

test('one chooses letters, sees why none goes out, and what the digest would say', async () => {
  const saved: unknown[] = [];
  await renderApp('/thu-dien-tu', {
    'accounts.me': () => aSession(),
    'notices.unread': () => ({ unread: 0 }),
    'mail.settings': () => SETTINGS,
    'mail.saveSettings': (input: unknown) => {
      saved.push(input);
      return { version: 1 };
    },
    'mail.previewDigest': () => ({ digest: null }),
  });
  expect(screen.getByRole('alert').textContent).toContain('SMTP_URL');
  await userEvent.type(screen.getByLabelText('Địa chỉ thư điện tử'), ' ten@langson.gov.vn');
  await userEvent.selectOptions(screen.getByLabelText('Nhận thư khi có'), 'Mọi thông báo, trừ việc chạy nền');
  await userEvent.selectOptions(screen.getByLabelText('Thư tóm tắt hằng ngày'), 'Hằng ngày lúc 7:00 giờ Việt Nam');
  await userEvent.click(screen.getByRole('button', { name: 'Lưu' }));
  expect(saved).toEqual([{ address: 'ten@langson.gov.vn', letters: 'all', digest: true, seenVersion: 0 }]);
  await userEvent.click(screen.getByRole('button', { name: 'Xem thử' }));
  expect(await screen.findByText('Hôm nay không có việc nào chờ bạn, nên sẽ không có thư.')).toBeTruthy();
});
