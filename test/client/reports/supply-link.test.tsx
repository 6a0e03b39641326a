import { screen } from '@testing-library/react';
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
