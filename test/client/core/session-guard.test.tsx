import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { useApi } from '#client/core/api-provider.tsx';
import { sessionLoader } from '#client/core/session.tsx';
import { useAction } from '#client/core/use-action.ts';
import { aSession, refusal, renderApp } from '#test/core/render-app.tsx';

let result: unknown;

function Page() {
  const { client } = useApi();
  const ask = useAction(() => client.accounts.demo.query(), { onDone: (answer) => (result = answer) });
  return (
    <>
      <input aria-label="Đang nhập" />
      <button type="button" onClick={() => ask.run({})}>
        Lưu
      </button>
    </>
  );
}

test('an expired session is renewed over the page: what was typed stays, the waiting call goes on', async () => {
  result = undefined;
  let expired = true;
  vi.stubGlobal('fetch', async () => {
    expired = false;
    return new Response('{}', { status: 200 });
  });
  const user = userEvent.setup();
  await renderApp(
    '/',
    {
      'accounts.me': () => aSession(),
      'accounts.demo': () => {
        if (expired) throw refusal('UNAUTHORIZED');
        return { demo: false, accounts: [] };
      },
    },
    [{ path: '/', loader: sessionLoader, Component: Page }],
  );
  await user.type(screen.getByLabelText('Đang nhập'), 'chưa lưu');

  await user.click(screen.getByRole('button', { name: 'Lưu' }));
  expect(await screen.findByText('Phiên làm việc đã hết hạn')).toBeTruthy();
  expect(result).toBeUndefined();
  await user.type(screen.getByLabelText(/^Mật khẩu/), 'luytre-demo-2024');
  await user.click(screen.getByRole('button', { name: 'Đăng nhập và tiếp tục' }));

  await waitFor(() => expect(result).toEqual({ demo: false, accounts: [] }));
  expect(screen.queryByText('Phiên làm việc đã hết hạn')).toBeNull();
  expect(screen.getByLabelText<HTMLInputElement>('Đang nhập').value).toBe('chưa lưu');
});
