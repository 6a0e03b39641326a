import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { importRoutes } from '#client/imports/imports.routes.ts';
import type { ChosenColumns } from '#shared/imports/imports.schema.ts';
import type { ImportRowView, ImportRunView } from '#shared/imports/imports.views.ts';
import { aCheckedRun, aRow, aRun, RUN_ID } from '#test/client/imports/a-run.ts';
import { type Answers, aSession, refusal, renderApp } from '#test/core/render-app.tsx';

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

const AT = `/nhap-excel/${RUN_ID}`;

async function openRun(first: ImportRunView, rows: readonly ImportRowView[] = [], answers: Answers = {}, at = AT) {
  const server = { run: first, rows, asked: [] as { verdict?: string }[] };
  const user = userEvent.setup();
  const app = await renderApp(
    at,
    {
      'accounts.me': () => aSession({ permissions: ['imports.list', 'imports.choose', 'imports.badRows'] as never }),
      'imports.byId': () => server.run,
      'imports.rows': (input: { verdict?: string }) => {
        server.asked.push(input);
        return {
          rows: server.rows.filter(({ verdict }) => !input.verdict || verdict === input.verdict),
          nextCursor: null,
        };
      },
      'audit.ofRecord': () => [],
      ...answers,
    },
    importRoutes,
  );
  await screen.findByRole('heading', { level: 1, name: first.fileName });
  return { user, server, ...app };
}

const currentStep = () => screen.getByRole('list', { name: 'Các bước nhập từ Excel' }).querySelector('[aria-current]');

test('columns: old letters stand beside the new ones, and the guess says where it comes from', async () => {
  await openRun(aRun());
  expect(currentStep()?.textContent).toContain('Ghép cột');
  const row = screen.getByRole('row', { name: /A Họ và tên/ });
  expect(within(row).getByText('NguyÔn V¨n An')).toBeTruthy();
  expect(within(row).getByText('Nguyễn Văn An')).toBeTruthy();
  expect(within(row).getByText('theo phông .VnTime')).toBeTruthy();
  expect(within(row).getByText('như lần nhập trước')).toBeTruthy();
  expect(within(screen.getByRole('row', { name: /B Hình thức khen/ })).getByText('đoán theo tiêu đề')).toBeTruthy();
  const head = screen.getByRole('region', { name: 'Các dòng đầu của trang tính' });
  expect(within(head).getByRole('row', { name: /3 · tiêu đề/ })).toBeTruthy();
});

test('columns: a required field without a column is named and nothing is sent', async () => {
  const choose = vi.fn();
  const { user } = await openRun(aRun(), [], { 'imports.choose': choose });
  await user.click(screen.getByRole('button', { name: 'Kiểm tra các dòng' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/trường bắt buộc: .*[Nn]gày/);
  expect(choose).not.toHaveBeenCalled();
});

test('columns: another letters kind converts the samples at once; the choice outlives a reload', async () => {
  const { user, unmount } = await openRun(aRun());
  await user.selectOptions(screen.getByRole('combobox', { name: /Kiểu chữ của cột A/ }), 'unicode');
  const row = () => screen.getByRole('row', { name: /A Họ và tên/ });
  expect(within(row()).queryByText('Nguyễn Văn An')).toBeNull();
  expect(within(row()).getByText('bạn chọn')).toBeTruthy();
  unmount();
  await openRun(aRun());
  expect((screen.getByRole('combobox', { name: /Kiểu chữ của cột A/ }) as HTMLSelectElement).value).toBe('unicode');
});

test('columns: two columns for one field are refused at both', async () => {
  const { user } = await openRun(aRun());
  await user.selectOptions(screen.getByRole('combobox', { name: /Ghép cột C/ }), 'name');
  expect(screen.getAllByText('Hai cột cùng ghép vào trường này')).toHaveLength(2);
});

test('columns: a complete choice is sent with every column and its letters', async () => {
  const sent: { chosen: ChosenColumns; seenVersion: number }[] = [];
  const { user, server } = await openRun(aRun({ kind: 'recipients' }), [], {
    'imports.choose': (input: { chosen: ChosenColumns; seenVersion: number }) => {
      sent.push(input);
      server.run = aCheckedRun({ kind: 'recipients' });
      return { id: RUN_ID, version: 4 };
    },
  });
  for (const select of screen.getAllByRole('combobox', { name: /Ghép cột [BC]/ })) await user.selectOptions(select, '');
  await user.click(screen.getByRole('button', { name: 'Kiểm tra các dòng' }));
  await screen.findByText('dòng', { exact: false, selector: 'button' });
  expect(sent).toEqual([
    {
      id: RUN_ID,
      seenVersion: 3,
      chosen: {
        sheet: 'Danh sách',
        headerRow: 3,
        columns: [
          { index: 0, field: 'name', encoding: 'tcvn3' },
          { index: 1, field: null, encoding: 'unicode' },
          { index: 2, field: null, encoding: 'unicode' },
        ],
      },
    },
  ]);
  expect(currentStep()?.textContent).toContain('Kiểm tra');
});

test('check: the figures filter the rows, and the filter stands in the address', async () => {
  const { user, server, router } = await openRun(aCheckedRun(), [
    aRow(),
    aRow({ rowNumber: 9, verdict: 'wrong', reasons: [{ code: 'x', text: 'Sai ngày', field: 'name', value: 'A' }] }),
  ]);
  const tabs = screen.getByRole('group', { name: 'Lọc theo kết quả kiểm tra' });
  expect(
    within(tabs)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['1.204 dòng', '1.150 thêm mới', '12 thay đổi', '30 không đổi', '8 lỗi', '4 cần xem lại']);
  await user.click(within(tabs).getByRole('button', { name: '8 lỗi' }));
  await waitFor(() => expect(server.asked.at(-1)).toMatchObject({ verdict: 'wrong' }));
  expect(new URLSearchParams(router.state.location.search).get('loc')).toBe('wrong');
  await waitFor(() => expect(screen.queryByRole('row', { name: /Nguyễn Văn An.*Mới/ })).toBeNull());
});

test('check: a bad cell is named by its place in Excel and put right for all alike rows', async () => {
  const sent: object[] = [];
  const wrong = aRow({
    rowNumber: 17,
    verdict: 'wrong',
    reasons: [{ code: 'import.date-impossible', text: '“31/02/2003” không có ngày này.', field: 'name', value: 'A' }],
  });
  const { user } = await openRun(aCheckedRun(), [wrong], {
    'imports.correct': (input: object) => {
      sent.push(input);
      return { id: RUN_ID, version: 4 };
    },
  });
  const row = await screen.findByRole('row', { name: /17/ });
  expect(row.textContent).toContain('A17 “31/02/2003” không có ngày này.');
  await user.click(within(row).getByRole('button', { name: /Sửa .* ở dòng 17/ }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText(/Sửa thành/), '28/02/2003');
  await user.click(within(dialog).getByRole('button', { name: 'Sửa và kiểm tra lại' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent).toEqual([{ id: RUN_ID, seenVersion: 3, field: 'name', from: 'A', to: '28/02/2003' }]);
});

test('check: a suggestion is taken for all 37 rows; what the re-check moved is shown', async () => {
  const sent: object[] = [];
  const { user, server } = await openRun(aCheckedRun(), [], {
    'imports.correct': (input: object) => {
      sent.push(input);
      server.run = aCheckedRun({ version: 4, unknownValues: [], moved: [{ verdict: 'wrong', from: 45, to: 8 }] });
      return { id: RUN_ID, version: 4 };
    },
  });
  await user.click(screen.getByRole('button', { name: /Bằng khen của Chủ tịch UBND tỉnh: chọn cho 37 dòng/ }));
  expect(await screen.findByText(/Đã kiểm tra lại/)).toBeTruthy();
  expect(sent).toEqual([{ id: RUN_ID, seenVersion: 3, field: 'award', from: 'BK UBND', to: 'BK-TINH' }]);
  expect(screen.queryByRole('region', { name: 'Giá trị ngoài danh mục' })).toBeNull();
});

test('check: a doubtful recipient is compared and decided', async () => {
  const sent: object[] = [];
  const doubtful = aRow({
    verdict: 'doubtful',
    reasons: [{ code: 'import.maybe-known', text: 'Có thể đã có.', field: 'name', value: null }],
    candidates: [{ id: 'r-1', name: 'Nguyễn Văn An', about: 'Sở Y tế, sinh 1970', sameness: ['họ tên'] }],
  });
  const { user } = await openRun(aCheckedRun(), [doubtful], {
    'imports.decide': (input: object) => {
      sent.push(input);
      return { id: RUN_ID, version: 4 };
    },
  });
  await user.click(await screen.findByRole('button', { name: 'So sánh (1) hồ sơ giống dòng 4' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('Sở Y tế, sinh 1970');
  await user.click(within(dialog).getByRole('button', { name: 'Không phải, thêm mới' }));
  await waitFor(() => expect(sent).toEqual([{ id: RUN_ID, seenVersion: 3, rowNumbers: [4], recipientId: null }]));
});

test('check: a doubtful row without others to compare is taken as it stands', async () => {
  const sent: object[] = [];
  const doubtful = aRow({
    rowNumber: 15,
    verdict: 'doubtful',
    reasons: [{ code: 'import.twice', text: 'Trùng với dòng 4.', field: null, value: null }],
  });
  const { user } = await openRun(aCheckedRun(), [doubtful], {
    'imports.decide': (input: object) => {
      sent.push(input);
      return { id: RUN_ID, version: 4 };
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Vẫn ghi dòng 15 như trong tệp' }));
  await waitFor(() => expect(sent).toEqual([{ id: RUN_ID, seenVersion: 3, rowNumbers: [15], recipientId: null }]));
});

test('check: old and new of a changed row; chosen rows are left out', async () => {
  const sent: object[] = [];
  const changed = aRow({
    verdict: 'changed',
    changes: [{ field: 'name', from: 'Nguyễn Văn Ân', to: 'Nguyễn Văn An' }],
  });
  const { user } = await openRun(aCheckedRun(), [changed], {
    'imports.skip': (input: object) => {
      sent.push(input);
      return { id: RUN_ID, version: 4 };
    },
  });
  const row = await screen.findByRole('row', { name: /Thay đổi/ });
  expect(row.querySelector('s')?.textContent).toBe('Nguyễn Văn Ân');
  await user.click(within(row).getByRole('checkbox', { name: 'Chọn dòng 4' }));
  await user.click(screen.getByRole('button', { name: 'Bỏ qua 1 dòng' }));
  await waitFor(() => expect(sent).toEqual([{ id: RUN_ID, seenVersion: 3, rowNumbers: [4], skip: true }]));
});

test('confirm: says what will happen, is sent once, and back leads to the check', async () => {
  const sent: { idempotencyKey: string }[] = [];
  const answered = Promise.withResolvers<void>();
  const { user, server, router } = await openRun(aCheckedRun(), [], {
    'imports.confirm': async (input: { idempotencyKey: string }) => {
      sent.push(input);
      await answered.promise;
      server.run = aCheckedRun({ status: 'applying', progress: { done: 300, total: 1162, cancelAsked: false } });
      return { id: RUN_ID, version: 4 };
    },
  });
  await user.click(screen.getByRole('button', { name: 'Tiếp tục với 1.162 dòng' }));
  expect(await screen.findByRole('heading', { name: 'Sẽ thêm 1.150, cập nhật 12, bỏ qua 12' })).toBeTruthy();
  await router.navigate(-1);
  expect(await screen.findByRole('group', { name: 'Lọc theo kết quả kiểm tra' })).toBeTruthy();
  await router.navigate(1);
  await user.dblClick(await screen.findByRole('button', { name: 'Ghi 1.162 dòng' }));
  answered.resolve();
  const bar = await screen.findByRole('progressbar');
  expect(bar.getAttribute('aria-valuenow')).toBe('26');
  expect(screen.getByText(/300 \/ 1.162 dòng/)).toBeTruthy();
  expect(sent).toHaveLength(1);
  expect(sent[0]!.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
});

test('result: the time left to undo, and undoing asks first', async () => {
  const sent: object[] = [];
  const { user } = await openRun(
    aCheckedRun({
      status: 'applied',
      appliedAt: new Date(Date.now() - 3_600_000).toISOString(),
      undoUntil: new Date(Date.now() + 23 * 3_600_000 - 1_000).toISOString(),
      counts: { total: 1204, new: 1150, changed: 12, unchanged: 30, wrong: 8, doubtful: 4, skipped: 0, applied: 1162 },
    }),
    [],
    {
      'imports.undo': (input: object) => {
        sent.push(input);
        return { id: RUN_ID, version: 4 };
      },
    },
  );
  expect(screen.getByText('Đã ghi 1.162 dòng')).toBeTruthy();
  expect(screen.getByText(/còn 22 giờ 59 phút/)).toBeTruthy();
  const rows = screen.getByRole('link', { name: 'Xem các dòng vừa nhập trong Sổ khen thưởng' });
  expect(rows.getAttribute('href')).toBe(`/so-khen-thuong?importRunId=${RUN_ID}`);
  await user.click(screen.getByRole('button', { name: 'Hoàn tác cả lần nhập' }));
  await user.click(await screen.findByRole('button', { name: 'Hoàn tác 1.162 dòng' }));
  await waitFor(() => expect(sent).toEqual([{ id: RUN_ID, seenVersion: 3 }]));
});

test('result: after 24 hours there is no button, and why', async () => {
  await openRun(aCheckedRun({ status: 'applied', undoUntil: '2024-03-02T03:00:00.000Z' }));
  expect(screen.getByText(/Đã hết 24 giờ để hoàn tác/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Hoàn tác cả lần nhập' })).toBeNull();
});

test('result: what could not be undone is named row by row', async () => {
  await openRun(
    aCheckedRun({
      status: 'undone',
      undoneAt: '2024-03-01T05:00:00.000Z',
      notUndone: [{ rowNumber: 12, reason: { code: 'import.kept', text: 'Đã có người sửa sau đó.' } }],
    }),
  );
  expect(screen.getByText('Dòng 12: Đã có người sửa sau đó.')).toBeTruthy();
});

test('a file that cannot be read says why and what to do', async () => {
  await openRun(
    aRun({
      status: 'failed',
      found: null,
      failure: [{ code: 'import.password', text: 'Tệp có mật khẩu. Mở tệp trong Excel, bỏ mật khẩu rồi nhập lại.' }],
    }),
  );
  expect(screen.getByRole('alert').textContent).toContain('bỏ mật khẩu');
  expect(screen.getByRole('link', { name: 'Nhập tệp khác' }).getAttribute('href')).toBe('/nhap-excel?loai=awards');
});

test('broken off: what was written is told, and it can be gone on with or taken back', async () => {
  const confirm = vi.fn(() => ({ id: RUN_ID, version: 4 }));
  const allowed = { allowed: true, reasons: [] };
  const run = aCheckedRun({
    status: 'failed',
    appliedAt: '2026-03-01T03:00:00.000Z',
    undoUntil: '2999-03-02T03:00:00.000Z',
    failure: [{ code: 'job.died', text: 'Việc dừng nhiều lần.' }],
    counts: { total: 10, new: 8, changed: 0, unchanged: 0, wrong: 2, doubtful: 0, skipped: 0, applied: 5 },
    actions: { choose: allowed, correct: allowed, confirm: allowed, cancel: allowed, undo: allowed },
  });
  const { user } = await openRun(run, [], { 'imports.confirm': confirm });
  expect(screen.getByRole('alert').textContent).toContain('Việc dừng nhiều lần.');
  expect(screen.getByText(/5 dòng đã được ghi trước khi dừng, 3 dòng chưa ghi/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Hoàn tác cả lần nhập' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Ghi tiếp 3 dòng' }));
  await waitFor(() => expect(confirm).toHaveBeenCalledOnce());
});

test('how long file and rows are kept stands on the page, and that they are gone', async () => {
  const { unmount } = await openRun(aCheckedRun({ status: 'applied', clearsAt: '2026-04-01T03:00:00.000Z' }));
  expect(screen.getByText(/được xóa từ lúc 01\/04\/2026/)).toBeTruthy();
  unmount();
  await openRun(aCheckedRun({ status: 'applied', clearsAt: null, clearedAt: '2026-04-01T03:00:00.000Z' }));
  expect(screen.getByText(/đã được xóa lúc 01\/04\/2026/)).toBeTruthy();
  expect(screen.queryByRole('link', { name: /Tải tệp Excel/ })).toBeNull();
});

test('of a file that somebody else wrote meanwhile it says so, not that nothing was written', async () => {
  const counts = { total: 2, new: 0, changed: 0, unchanged: 2, wrong: 0, doubtful: 0, skipped: 0, applied: 0 };
  await openRun(aCheckedRun({ status: 'applied', counts }));
  expect(screen.getByText('Không còn dòng nào phải ghi')).toBeTruthy();
  expect(screen.getByText(/2 dòng đã có đúng như vậy/)).toBeTruthy();
  expect(screen.queryByText('Đã ghi 0 dòng')).toBeNull();
});

test('check: who only reads sees the rows and the reasons, and nothing to press', async () => {
  const no = { allowed: false, reasons: [] };
  const wrong = aRow({ verdict: 'wrong', reasons: [{ code: 'x', text: 'Sai ngày.', field: 'name', value: 'A' }] });
  const run = aCheckedRun({ actions: { choose: no, correct: no, confirm: no, cancel: no, undo: no } });
  await openRun(run, [wrong], { 'accounts.me': () => aSession({ permissions: ['imports.list'] as never }) });
  const row = await screen.findByRole('row', { name: /Sai ngày/ });
  expect(within(row).queryByRole('button')).toBeNull();
  expect(screen.queryByRole('button', { name: /Tiếp tục|chọn cho|Hủy/ })).toBeNull();
  expect(screen.queryByRole('link', { name: /Tải tệp Excel/ })).toBeNull();
});

test('a refusal of the server is shown and nothing is lost', async () => {
  const { user } = await openRun(aCheckedRun(), [], {
    'imports.correct': () => {
      throw refusal('CONFLICT', [{ code: 'import.changed-meanwhile', text: 'Lần nhập vừa được đổi ở nơi khác.' }]);
    },
  });
  await user.click(screen.getByRole('button', { name: /chọn cho 37 dòng/ }));
  expect((await screen.findByRole('alert')).textContent).toContain('vừa được đổi ở nơi khác');
  expect(screen.getByRole('region', { name: 'Giá trị ngoài danh mục' })).toBeTruthy();
});

test('first passwords: warned about, saved as a file, gone afterwards', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn(
      async () => new Response('a;b', { headers: { 'content-disposition': "attachment; filename*=UTF-8''m.csv" } }),
    ),
  );
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  const { user, server } = await openRun(aCheckedRun({ kind: 'accounts', status: 'applied', hasPasswords: true }));
  expect(screen.getByText(/chỉ tải được một lần/)).toBeTruthy();
  server.run = { ...server.run, hasPasswords: false };
  await user.click(screen.getByRole('button', { name: 'Tải danh sách mật khẩu lần đầu' }));
  await waitFor(() => expect(saved).toEqual(['m.csv']));
  await waitFor(() => expect(screen.queryByText(/chỉ tải được một lần/)).toBeNull());
});
