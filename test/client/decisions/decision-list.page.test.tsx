import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { decisionRoutes } from '#client/decisions/decisions.routes.ts';
import { DECISIONS_SHOWN } from '#shared/decisions/decisions.schema.ts';
import { aSession, renderApp } from '#test/core/render-app.tsx';

const aRow = (n: number) => ({
  id: `0199d4a0-7c1e-7a33-8f10-${String(n).padStart(12, '0')}`,
  fullNumber: `${n}/QĐ-UBND`,
  status: 'issued',
  decidedOn: '2024-02-27',
  subject: 'Tặng Bằng khen',
  issuerName: 'Ủy ban nhân dân tỉnh Lạng Sơn',
  itemCount: 14,
  isDemo: false,
});

const open = (rows: number) =>
  renderApp(
    '/quyet-dinh',
    {
      'accounts.me': () => aSession({ permissions: ['decisions.list'] as never }),
      'decisions.list': () => Array.from({ length: rows }, (_, n) => aRow(n + 1)),
    },
    decisionRoutes,
  );

test('a list that may have been cut says so, and where the rest is', async () => {
  await open(DECISIONS_SHOWN);
  await screen.findByText(/Danh sách hiện 200 quyết định mới nhất. Xuất Excel để có tất cả/);
  expect(screen.getByRole('link', { name: 'Sổ khen thưởng' }).getAttribute('href')).toBe('/so-khen-thuong');
});

test('a shorter one says nothing of it', async () => {
  await open(3);
  await screen.findByText('3/QĐ-UBND');
  expect(screen.queryByText(/mới nhất/)).toBeNull();
});
