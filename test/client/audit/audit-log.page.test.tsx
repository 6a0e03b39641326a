import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { AuditEntry } from '#client/audit/audit-types.ts';
import { aSession, refusal, renderApp } from '#test/core/render-app.tsx';

const anEntry = (about: Partial<AuditEntry>): AuditEntry => ({
  id: 'e1',
  at: '2024-03-01T03:05:00.000Z',
  actorId: 'a1',
  actorName: 'Hoàng Thị Lệ',
  actorUnitId: 'LS',
  action: 'report.supplement-asked',
  subjectKind: 'report',
  subjectId: 'r1',
  subjectLabel: 'Báo cáo tổng kết năm 2023, tỉnh Sơn La',
  clusterYearId: 'y1',
  unitId: 'SL',
  reason: 'Kiểm tra lại đơn vị tính',
  changes: [
    { field: 'status', from: 'Đã gửi', to: 'Đề nghị bổ sung' },
    { field: 'supplementDueOn', from: null, to: '05/03/2024' },
    { field: 'Thu ngân sách', from: '8.905,2 tỷ đồng', to: null },
  ],
  ...about,
});

type Input = { cursor?: string; actorId?: string; subjectKind?: string; from?: string; to?: string };

/** The log with these pages; gives what the server was asked. */
async function openLog(pages: AuditEntry[][], at = '/nhat-ky') {
  const asked: Input[] = [];
  const app = await renderApp(at, {
    'accounts.me': () => aSession({ permissions: ['audit.list'] }),
    'audit.list': (input: Input) => {
      asked.push(input);
      const page = Number(input.cursor ?? 0);
      return {
        entries: pages[page] ?? [],
        actors: [{ actorId: 'a1', actorName: 'Hoàng Thị Lệ' }],
        nextCursor: pages[page + 1] ? String(page + 1) : null,
      };
    },
  });
  return { ...app, asked };
}

test('an entry says when, who, what, to which record, why, and each field before and after', async () => {
  await openLog([[anEntry({})]]);
  const row = within(screen.getByRole('table')).getAllByRole('row')[1]!;
  const cells = [...row.children].map((one) => one.textContent);
  expect(cells).toEqual([
    '01/03/2024 10:05',
    'Hoàng Thị Lệ',
    'Đề nghị bổ sung',
    'Báo cáo tổng kết năm 2023, tỉnh Sơn La',
    'Lý do: Kiểm tra lại đơn vị tính' +
      'Trạng thái: Đã gửi → Đề nghị bổ sung' +
      'Hạn bổ sung: 05/03/2024' +
      'Thu ngân sách: 8.905,2 tỷ đồng → (bỏ trống)',
  ]);
  expect(within(row).getByRole('link').getAttribute('href')).toBe('/cum/y1/bao-cao/r1');
});

test.each([
  [{ subjectKind: 'decision', subjectId: 'd1' }, '/quyet-dinh/d1'],
  [{ subjectKind: 'nomination', subjectId: 'n1' }, '/de-nghi/n1'],
  [{ subjectKind: 'certificate', subjectId: 'c1' }, '/bang/c1'],
  [{ subjectKind: 'pledge', subjectId: 'p1' }, '/cum/y1/giao-uoc'],
  [{ subjectKind: 'account', subjectId: 'a1' }, null],
])('%j leads to %s', async (about, href) => {
  await openLog([[anEntry(about)]]);
  const link = within(screen.getByRole('table')).queryByRole('link');
  expect(link?.getAttribute('href') ?? null).toBe(href);
});

test.each([
  ['account', 'Hoàng Thị Lệ', 'Tài khoản: Hoàng Thị Lệ'],
  ['setting', null, 'Thiết lập'],
] as const)('a record of the kind %s named %s is shown as "%s"', async (subjectKind, subjectLabel, words) => {
  await openLog([[anEntry({ subjectKind, subjectLabel })]]);
  expect(within(screen.getByRole('table')).getByText((_, one) => one?.textContent === words)).toBeTruthy();
});

test('many changes fold away, and numbers of the machine are left out', async () => {
  const changes = Array.from({ length: 5 }, (_, n) => ({ field: `Ô ${n}`, from: null, to: String(n) }));
  await openLog([[anEntry({ changes: [{ field: 'session', from: null, to: 'uuid' }, ...changes] })]]);
  expect(screen.getByText('Xem thêm 2 thay đổi').closest('details')!.textContent).toContain('Ô 4: 4');
  expect(screen.queryByText('uuid')).toBeNull();
});

test('"Xem thêm" brings the next page under the first, until all is there', async () => {
  const { asked } = await openLog([[anEntry({ id: '3' })], [anEntry({ id: '2' })], [anEntry({ id: '1' })]]);
  const user = userEvent.setup();
  expect(screen.getByText('Đang hiện 1 mục mới nhất.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Xem thêm' }));
  await screen.findByText('Đang hiện 2 mục mới nhất.');
  await user.click(screen.getByRole('button', { name: 'Xem thêm' }));
  await screen.findByText('Đã hiện đủ 3 mục.');
  expect(screen.queryByRole('button', { name: 'Xem thêm' })).toBeNull();
  expect(asked.map(({ cursor }) => cursor ?? null)).toEqual([null, '1', '2']);
});

test('filters come from the address and go into it', async () => {
  const { asked, router } = await openLog([[]], '/nhat-ky?subjectKind=report&from=2024-02-01&to=31');
  expect(asked[0]).toMatchObject({ subjectKind: 'report', from: '2024-02-01' });
  expect(asked[0]!.to).toBeUndefined();
  expect(screen.getByText(/Không có mục nào theo bộ lọc này/)).toBeTruthy();

  await userEvent.selectOptions(screen.getByLabelText('Người thực hiện'), 'Hoàng Thị Lệ');
  await vi.waitFor(() => expect(asked.at(-1)).toMatchObject({ subjectKind: 'report', actorId: 'a1' }));
  expect(new URLSearchParams(router.state.location.search).get('actorId')).toBe('a1');

  await userEvent.click(screen.getByRole('button', { name: 'Xóa lọc' }));
  await vi.waitFor(() => expect(router.state.location.search).toBe(''));
  await vi.waitFor(() => expect((screen.getByLabelText('Từ ngày') as HTMLInputElement).value).toBe(''));
});

test('half a date stays in its field; a whole one is asked for', async () => {
  const { asked, router } = await openLog([[]]);
  const field = screen.getByLabelText('Đến ngày') as HTMLInputElement;
  await userEvent.type(field, '05/03/20');
  expect(field.value).toBe('05/03/20');
  expect(router.state.location.search).toBe('');
  await userEvent.type(field, '24');
  await vi.waitFor(() => expect(asked.at(-1)).toMatchObject({ to: '2024-03-05' }));
  expect(field.value).toBe('05/03/2024');
});

test('who may not read it is told why', async () => {
  await renderApp('/nhat-ky', {
    'audit.list': () => {
      throw refusal('FORBIDDEN', [{ code: 'account.lacks-role', text: 'Vai trò của bạn không mở việc này' }]);
    },
  });
  expect(screen.getByText('Vai trò của bạn không mở việc này')).toBeTruthy();
});
