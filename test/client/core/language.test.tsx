import { i18n } from '@lingui/core';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { keptLang } from '#client/core/i18n.ts';
import { sessionLoader } from '#client/core/session.tsx';
import { Shell } from '#client/core/shell.tsx';
import { nominationRoutes } from '#client/nominations/nominations.routes.ts';
import { aNomination, NOMINATION_ID } from '#test/client/nominations/a-nomination.ts';
import { type Answers, aSession, noAnswer, renderApp } from '#test/core/render-app.tsx';

const withShell = [{ loader: sessionLoader, Component: Shell, children: nominationRoutes }];

afterEach(() => {
  localStorage.clear();
  document.documentElement.lang = 'vi';
  i18n.loadAndActivate({ locale: 'vi', messages: {} });
});

async function open(answers: Answers = {}) {
  const user = userEvent.setup();
  const app = await renderApp(
    `/de-nghi/${NOMINATION_ID}`,
    {
      'audit.ofRecord': () => [],
      'demo.edges': () => [],
      'nominations.byId': () => aNomination(),
      'accounts.setLanguage': () => null,
      ...answers,
    },
    withShell,
  );
  return { user, ...app };
}

async function choose(user: ReturnType<typeof userEvent.setup>, menu: RegExp, language: string) {
  await user.click(screen.getByRole('button', { name: menu }));
  await user.click(screen.getByRole('button', { name: language }));
}

test('switching language in the middle of a form keeps every letter, the very same inputs and the half-typed date', async () => {
  const told: unknown[] = [];
  const { user } = await open({ 'accounts.setLanguage': (input) => told.push(input) });
  const field = (await screen.findByLabelText('Lĩnh vực')) as HTMLInputElement;
  const date = screen.getByLabelText(/^Ngày/) as HTMLInputElement;
  await user.type(field, ' mầm non');
  await user.clear(date);
  await user.type(date, '15/0');
  await choose(user, /^Tài khoản:/, 'English');

  const inEnglish = await screen.findByLabelText('Field');
  expect(inEnglish).toBe(field);
  expect(field.value).toBe('Giáo dục mầm non');
  expect(date.value).toBe('15/0');
  expect(document.documentElement.lang).toBe('en');
  expect(told).toEqual([{ lang: 'en' }]);
  expect(keptLang()).toBe('en');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Send the nomination' })).toBeTruthy());

  await choose(user, /^Account:/, 'Tiếng Việt');
  expect(await screen.findByLabelText('Lĩnh vực')).toBe(field);
  expect(field.value).toBe('Giáo dục mầm non');
});

test('which language is on is said, not only shown', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: /^Tài khoản:/ }));
  const group = within(screen.getByRole('group', { name: 'Ngôn ngữ' }));
  expect(group.getByRole('button', { name: 'Tiếng Việt', pressed: true })).toBeTruthy();
  expect(group.getByRole('button', { name: 'English', pressed: false })).toBeTruthy();
});

test('the language of the account is shown when the session begins', async () => {
  const session = aSession();
  await open({ 'accounts.me': () => ({ ...session, account: { ...session.account, lang: 'en' } }) });
  expect(await screen.findByLabelText('Field')).toBeTruthy();
});

test('no connection: the screen still speaks English, and the person is told that the account does not know', async () => {
  const { user } = await open({
    'accounts.setLanguage': () => {
      throw noAnswer();
    },
  });
  await choose(user, /^Tài khoản:/, 'English');
  expect(await screen.findByText(/the account could not keep it/)).toBeTruthy();
  expect(screen.getByLabelText('Field')).toBeTruthy();
});
