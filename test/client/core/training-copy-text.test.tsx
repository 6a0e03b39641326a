import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { here } from '#client/core/base.ts';
import { CopyButton } from '#client/core/copy-text.tsx';
import { renderPiece } from '#test/core/render-app.tsx';

// Which side a window shows is told by its address, once, as it opens.
vi.hoisted(() => window.history.replaceState(null, '', '/tap-huan/cum'));

test('what is copied in the training copy says so first; addresses made there lead there', async () => {
  const user = userEvent.setup();
  expect(here('/cung-cap-so#abc')).toBe('/tap-huan/cung-cap-so#abc');
  renderPiece(<CopyButton text={() => 'Đề nghị cung cấp số.'}>Sao chép</CopyButton>);
  await user.click(screen.getByRole('button', { name: 'Sao chép' }));
  await vi.waitFor(async () =>
    expect(await navigator.clipboard.readText()).toBe(
      'BẢN TẬP HUẤN, họ tên giả định, không có giá trị.\nĐề nghị cung cấp số.',
    ),
  );
});
