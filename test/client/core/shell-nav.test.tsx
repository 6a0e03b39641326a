import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sessionLoader } from '#client/core/session.tsx';
import { Shell } from '#client/core/shell.tsx';
import { aSession, renderApp } from '#test/core/render-app.tsx';

test('every list of models lies under one heading, and each page marks its own', async () => {
  const permissions = ['exemplars.list', 'awards.list', 'clusters.catalogue'] as never;
  const { router } = await renderApp(
    '/',
    { 'accounts.me': () => aSession({ permissions }), 'notices.unread': () => ({ unread: 0 }) },
    [{ loader: sessionLoader, Component: Shell, children: [{ path: '*', Component: () => null }] }],
  );
  const marked = async (address: string) => {
    await act(() => router.navigate(address));
    const nav = within(screen.getByRole('navigation', { name: 'Trình đơn chính' }));
    return nav.getAllByRole('link', { current: 'page' }).map(({ textContent }) => textContent);
  };
  expect(await marked('/')).toEqual(['Tổng quan']);
  for (const address of ['/dien-hinh', '/dien-hinh/1', '/mo-hinh-hay', '/nhan-rong', '/nhan-rong/1'])
    expect([address, await marked(address)]).toEqual([address, ['Điển hình, mô hình']]);
  expect(await marked('/so-khen-thuong?year=2023')).toEqual(['Sổ khen thưởng']);
  expect(await marked('/cum/cluster-year-1/bao-cao')).toEqual(['Cụm, khối thi đua']);
});
