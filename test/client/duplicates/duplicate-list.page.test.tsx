import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { duplicateRoutes } from '#client/duplicates/duplicates.routes.ts';
import type { PairFilters } from '#shared/duplicates/duplicates.schema.ts';
import { type Answers, aSession, renderApp } from '#test/core/render-app.tsx';

const ID = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e43';
const aRow = {
  id: ID,
  score: 97,
  grounds: [{ code: 'same-name-birth-date' }, { code: 'different-cccd' }],
  status: 'open',
  foundAt: '2024-03-01T05:00:00.000Z',
  reason: 'Hai anh em.',
  decidedAt: null,
  kind: 'individual',
  firstName: 'Lò Văn Mẫu',
  firstBirthYear: 1970,
  firstUnitId: 'SL',
  firstUnitName: 'Sơn La',
  firstIsDemo: 1,
  secondName: 'Lò Văn Mẫu',
  secondBirthYear: null,
  secondUnitId: null,
  secondUnitName: null,
  secondIsDemo: 0,
};
const aMerge = {
  id: ID,
  version: 1,
  keptName: 'Lò Văn Mẫu',
  mergedName: 'Lò Mẫu',
  reason: 'Cùng một người.',
  mergedAt: '2024-03-01T05:00:00.000Z',
  mergedByName: 'Lệ',
  undoUntil: '2024-03-31T05:00:00.000Z',
  undoneAt: null,
  undoneByName: null,
  actions: { undo: { allowed: true, reasons: [] } },
};

async function openPage(at = '/nghi-trung', answers: Answers = {}) {
  const asked: PairFilters[] = [];
  const user = userEvent.setup();
  const app = await renderApp(
    at,
    {
      'accounts.me': () => aSession({ permissions: ['duplicates.list', 'duplicates.find'] as never }),
      'duplicates.list': (input: PairFilters) => {
        asked.push(input);
        return { rows: input.ground === 'same-cccd' ? [] : [aRow], nextCursor: null };
      },
      'duplicates.overview': () => ({ count: 1000, isMore: true, units: [{ id: 'SL', name: 'Sơn La' }] }),
      ...answers,
    },
    duplicateRoutes,
  );
  await screen.findByRole('heading', { name: 'Nghi trùng hồ sơ' });
  return { user, asked, router: app.router };
}

test('a row says who and why, what speaks against it too, and leads to the comparison', async () => {
  await openPage();
  const row = screen.getByRole('link', { name: 'Lò Văn Mẫu' }).closest('tr')!;
  for (const text of ['97', 'Cùng họ tên và ngày sinh', 'Khác số căn cước'])
    expect(within(row).getByText(text)).toBeTruthy();
  expect(row.textContent).toContain('sinh 1970 · Sơn La · dữ liệu minh họa');
  expect(row.textContent).toContain('chưa ghi đơn vị');
  expect(screen.getByRole('link', { name: 'Lò Văn Mẫu' }).getAttribute('href')).toBe(`/nghi-trung/${ID}`);
  expect(await screen.findByText('Hơn 1000 cặp hồ sơ.')).toBeTruthy();
});

test('filters stand in the address and are asked for', async () => {
  const { user, asked, router } = await openPage();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Căn cứ' }), 'same-cccd');
  expect(await screen.findByText(/Không có cặp nào theo bộ lọc này/)).toBeTruthy();
  expect(asked.at(-1)).toMatchObject({ ground: 'same-cccd' });
  expect(router.state.location.search).toBe('?ground=same-cccd');
  await user.click(screen.getByRole('button', { name: 'Xóa lọc' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Trạng thái' }), 'different');
  expect(await screen.findByText('Hai anh em.')).toBeTruthy();
  expect(asked.at(-1)).toMatchObject({ status: 'different' });
});

test('merges are listed with their undoing, or why not', async () => {
  const closed = {
    undo: { allowed: false, reasons: [{ code: 'duplicate.undo-too-late', text: 'Đã quá hạn hoàn tác.' }] },
  };
  await openPage('/nghi-trung?status=merged', {
    'duplicates.merges': () => ({
      rows: [aMerge, { ...aMerge, id: 'x', keptName: 'Vàng Mẫu', actions: closed }],
      nextCursor: null,
    }),
  });
  const open = screen.getByRole('rowheader', { name: 'Lò Văn Mẫu' }).closest('tr')!;
  expect(within(open).getByRole('button', { name: 'Hoàn tác' })).toBeTruthy();
  const late = screen.getByRole('rowheader', { name: 'Vàng Mẫu' }).closest('tr')!;
  expect(within(late).queryByRole('button')).toBeNull();
  expect(within(late).getByText('Đã quá hạn hoàn tác.')).toBeTruthy();
});

test('a look through all is ordered and says where to follow it', async () => {
  const { user } = await openPage('/nghi-trung', { 'duplicates.find': () => ({ jobId: ID }) });
  await user.click(screen.getByRole('button', { name: 'Tìm lại' }));
  expect(await screen.findByText(/Đang tìm hồ sơ nghi trùng/)).toBeTruthy();
});
