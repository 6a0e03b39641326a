import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { type Answers, aSession, refusal, renderApp } from '#test/core/render-app.tsx';

const noDemo: Answers = { 'accounts.demo': () => ({ demo: false, accounts: [] }) };

/** What the server answers to signing in. */
function signingInAnswers(status: number, headers: Record<string, string> = {}) {
  const fetched = vi.fn<typeof fetch>(async () => new Response('{}', { status, headers }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

async function fillAndSend(password = 'sai-mat-khau-12') {
  const user = userEvent.setup();
  await user.type(screen.getByLabelText(/Tên đăng nhập/), ' langson.chuyenvien ');
  await user.type(screen.getByLabelText(/^Mật khẩu/), password);
  await user.click(screen.getByRole('button', { name: 'Đăng nhập' }));
}

test.each([400, 401, 403, 422])('answer %i never says which part was wrong', async (status) => {
  signingInAnswers(status);
  await renderApp('/dang-nhap', noDemo);
  await fillAndSend();
  expect((await screen.findByRole('alert')).textContent).toBe('Tên đăng nhập hoặc mật khẩu không đúng.');
});

test('too many tries: says how many minutes to wait', async () => {
  signingInAnswers(429, { 'x-retry-after': '150' });
  await renderApp('/dang-nhap', noDemo);
  await fillAndSend();
  expect((await screen.findByRole('alert')).textContent).toBe(
    'Đã thử sai quá nhiều lần. Hãy đợi 3 phút rồi đăng nhập lại.',
  );
});

test('no connection is not called a wrong password', async () => {
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
  await renderApp('/dang-nhap', noDemo);
  await fillAndSend();
  expect((await screen.findByRole('alert')).textContent).toContain('Chưa kết nối được máy chủ');
});

test('signed in, one goes on to the page first asked for', async () => {
  const fetched = signingInAnswers(200);
  let signedIn = false;
  const { router } = await renderApp('/so-khen-thuong?nam=2023', {
    ...noDemo,
    'accounts.me': () => {
      if (signedIn) return aSession();
      throw refusal('UNAUTHORIZED');
    },
  });
  expect(router.state.location.pathname).toBe('/dang-nhap');
  signedIn = true;

  await fillAndSend('luytre-demo-2024');

  await waitFor(() => expect(router.state.location.pathname).toBe('/so-khen-thuong'));
  expect(router.state.location.search).toBe('?nam=2023');
  const [url, request] = fetched.mock.calls[0] ?? [];
  expect(url).toBe('/api/auth/sign-in/username');
  expect(JSON.parse(String(request?.body))).toEqual({ username: 'langson.chuyenvien', password: 'luytre-demo-2024' });
  expect(new Headers(request?.headers).get('x-luytre')).toBe('1');
});

test('another site cannot be the way back', async () => {
  signingInAnswers(200);
  const { router } = await renderApp('/dang-nhap?ve=//evil.example/x', noDemo);
  await fillAndSend();
  await waitFor(() => expect(router.state.location.pathname).toBe('/'));
});

test('in the demo a press fills the form', async () => {
  await renderApp('/dang-nhap', {
    'accounts.demo': () => ({
      demo: true,
      password: 'luytre-demo-2024',
      accounts: [{ username: 'sonla.tonghop', displayName: 'Lò Văn Mẫu', description: 'Cán bộ tổng hợp, Sơn La' }],
    }),
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /Lò Văn Mẫu/ }));
  expect(screen.getByLabelText<HTMLInputElement>(/Tên đăng nhập/).value).toBe('sonla.tonghop');
  expect(screen.getByLabelText<HTMLInputElement>(/^Mật khẩu/).value).toBe('luytre-demo-2024');
});
