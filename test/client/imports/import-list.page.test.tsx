import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { importRoutes } from '#client/imports/imports.routes.ts';
import type { ImportKind, ImportOptions } from '#shared/imports/imports.schema.ts';
import type { ImportRunLine } from '#shared/imports/imports.views.ts';
import { aCheckedRun, aRun, RUN_ID } from '#test/client/imports/a-run.ts';
import { aSession, renderApp } from '#test/core/render-app.tsx';

const OPTIONS: ImportOptions = {
  kinds: ['recipients', 'awards', 'report-values'],
  units: [{ id: 'LANGSON', name: 'Lạng Sơn' }],
  years: [{ id: 'year-1', name: 'Cụm A, năm 2023', periods: ['mid-year', 'year-end'] }],
  unitOptional: false,
};

async function openList(rows: readonly ImportRunLine[] = [], options = OPTIONS, at = '/nhap-excel') {
  const user = userEvent.setup();
  const app = await renderApp(
    at,
    {
      'accounts.me': () => aSession({ permissions: ['imports.list'] as never }),
      'imports.options': (_: { kind: ImportKind }) => options,
      'imports.list': () => ({ rows, nextCursor: null }),
      'imports.byId': () => aRun(),
    },
    importRoutes,
  );
  await screen.findByRole('heading', { name: 'Nhập từ Excel' });
  return { user, router: app.router };
}

test('every import with its state, figures and how long it can be taken back', async () => {
  const undoUntil = new Date(Date.now() + 3_600_000).toISOString();
  await openList([{ ...aCheckedRun({ status: 'applied', undoUntil }) }]);
  const row = screen.getByRole('row', { name: /Khen thưởng 2003/ });
  expect(within(row).getByRole('link').getAttribute('href')).toBe(`/nhap-excel/${RUN_ID}`);
  expect(row.textContent).toContain('Đã nhập');
  expect(row.textContent).toContain('1.204');
});

test('the kind brings its template and its choices', async () => {
  const { user, router } = await openList();
  const kind = screen.getByRole('combobox', { name: 'Nội dung của tệp' });
  await user.selectOptions(kind, 'report-values');
  const template = () => screen.getByRole('link', { name: /Tải tệp mẫu/ }).getAttribute('href');
  await waitFor(() => expect(template()).toBe('/imports/template/report-values'));
  expect(await screen.findByRole('combobox', { name: 'Kỳ báo cáo' })).toBeTruthy();
  expect(router.state.location.search).toBe('?loai=report-values');
});

test('a dropped file is sent with where it goes, and opens its import', async () => {
  const sent: { url: string; name: string | null }[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, name: new Headers(init.headers).get('x-file-name') });
    return Response.json({ id: RUN_ID }, { status: 201 });
  });
  const { router } = await openList([], OPTIONS, '/nhap-excel?loai=awards');
  const file = new File(['x'], 'Danh sách.xlsx');
  fireEvent.drop(await screen.findByRole('region', { name: 'Nơi thả tệp Excel' }), { dataTransfer: { files: [file] } });
  await waitFor(() => expect(router.state.location.pathname).toBe(`/nhap-excel/${RUN_ID}`));
  expect(sent).toEqual([{ url: '/imports/awards?unitId=LANGSON', name: encodeURIComponent('Danh sách.xlsx') }]);
});

test('a file that is refused says why; the page stays', async () => {
  vi.stubGlobal('fetch', async () =>
    Response.json(
      { reasons: [{ code: 'import.file-kind', text: 'Tệp “a.docx” không phải bảng tính.' }] },
      { status: 422 },
    ),
  );
  const { user } = await openList();
  await user.upload(await screen.findByLabelText('Chọn tệp Excel'), new File(['x'], 'a.xlsx'));
  expect((await screen.findByRole('alert')).textContent).toContain('không phải bảng tính');
});

test('who may import nothing sees the list only', async () => {
  await openList([], { ...OPTIONS, kinds: [] });
  expect(screen.queryByRole('region', { name: 'Nơi thả tệp Excel' })).toBeNull();
  expect(screen.getByText('Chưa có lần nhập nào trong phạm vi của bạn.')).toBeTruthy();
});
