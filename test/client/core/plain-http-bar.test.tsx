import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { PlainHttpBar } from '#client/core/plain-http-bar.tsx';
import { renderPiece } from '#test/core/render-app.tsx';

test('on plain HTTP beyond this machine a bar says that the line is open', () => {
  vi.stubGlobal('isSecureContext', false);
  renderPiece(<PlainHttpBar />, {});
  expect(screen.getByRole('note').textContent).toContain('không được mã hóa');
});

test('where the browser calls the connection safe there is no bar', () => {
  vi.stubGlobal('isSecureContext', true);
  renderPiece(<PlainHttpBar />, {});
  expect(screen.queryByRole('note')).toBeNull();
});
