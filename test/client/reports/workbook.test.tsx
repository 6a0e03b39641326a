import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { sessionLoader } from '#client/core/session.tsx';
import type { Report } from '#client/reports/report-types.ts';
import WorkbookDialog from '#client/reports/workbook-dialog.tsx';
import type { DiffCell, UploadedWorkbook } from '#client/reports/workbook-send.ts';
import { type Answers, refusal, renderApp } from '#test/core/render-app.tsx';

const REPORT = '01990000-0000-7000-8000-000000000002';
const BUDGET = '01990000-0000-7000-8000-00000000000a';

const report = {
  id: REPORT,
  period: 'year-end',
  cells: [
    {
      ...{ indicatorVersionId: BUDGET, name: 'Thu ngân sách', unitOfMeasure: 'tỷ đồng', kind: 'flow', decimals: 1 },
      ...{ value: 92_000, valueStatus: 'estimate', sourceOffice: 'Sở Tài chính', note: '', prior: 92_104 },
      ...{ target: 95_000, peers: null },
    },
  ],
} as unknown as Report;

const aCell = (about: Partial<DiffCell>): DiffCell => ({
  ...{ indicatorVersionId: BUDGET, part: 'value', address: 'G8', fate: 'file', readings: [], meant: null },
  ...{ was: 92_000, now: 92_000, file: 89_052_000, savedBy: 'Nông Thị Mẫu', savedAt: '2024-02-29T03:00:00.000Z' },
  ...about,
});
const uploaded = (cells: DiffCell[], about: Partial<UploadedWorkbook> = {}): UploadedWorkbook => ({
  workbook: { madeAt: '2024-02-28T03:00:00.000Z', fileName: 'Biểu mẫu.xlsx' } as UploadedWorkbook['workbook'],
  diff: { cells, kept: [], seen: [{ indicatorVersionId: BUDGET, version: 3 }] },
  problems: [],
  usedBefore: null,
  ...about,
});

async function open(answer: UploadedWorkbook | Response, answers: Answers = {}) {
  vi.stubGlobal('fetch', async () => (answer instanceof Response ? answer : Response.json(answer)));
  const user = userEvent.setup();
  const onClose = vi.fn();
  const file = new File(['x'], 'Biểu mẫu.xlsx');
  const Component = () => <WorkbookDialog report={report} file={file} onOther={() => undefined} onClose={onClose} />;
  await renderApp('/', answers, [{ loader: sessionLoader, children: [{ path: '/', Component }] }]);
  return { user, onClose };
}

test('a cell is shown as it was, is and would be, with what looks wrong; confirming sends the choices', async () => {
  const sent: unknown[] = [];
  const take = (input: never) => {
    sent.push(input);
    return { cells: [] };
  };
  const note = aCell({ part: 'note', address: 'K8', was: '', now: '', file: 'Gồm cả thuế' });
  const { user, onClose } = await open(uploaded([aCell({}), note]), { 'reports.takeWorkbook': take });
  const row = within(await screen.findByRole('row', { name: /^G8 / }));
  expect(row.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual([
    'G8',
    '9.200,0',
    '9.200,0',
    '8.905.200,0',
    'Nhập',
  ]);
  await user.click(screen.getByRole('checkbox', { name: /^Nhập ô K8/ }));
  expect(row.getByText(/có phải 8\.905,2 tỷ đồng/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Nhập 1 ô' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent).toMatchObject([
    {
      choices: [
        { part: 'value', take: 'file' },
        { part: 'note', take: 'now' },
      ],
      seen: [{ version: 3 }],
    },
  ]);
});

test('the figure that was probably meant is one press away', async () => {
  const sent: unknown[] = [];
  const take = (input: never) => {
    sent.push(input);
    return { cells: [] };
  };
  const { user } = await open(uploaded([aCell({ meant: 89_052 })]), { 'reports.takeWorkbook': take });
  expect((await screen.findByRole<HTMLInputElement>('radio', { name: /Lấy trong tệp$/ })).checked).toBe(true);
  await user.click(screen.getByRole('radio', { name: /Sửa thành 8\.905,2$/ }));
  expect(screen.queryByText(/Kiểm tra lại đơn vị tính/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Nhập 1 ô' }));
  await waitFor(() => expect(sent).toMatchObject([{ choices: [{ part: 'value', take: 'meant' }] }]));
});

test('what two people changed has to be chosen, again when a third comes between', async () => {
  const met = aCell({ fate: 'both', now: 93_000, file: 94_000 });
  let takes = 0;
  const take = () => {
    takes += 1;
    if (takes === 1)
      throw refusal('CONFLICT', [{ code: 'report.workbook-meanwhile', text: 'Chị Mai vừa lưu số khác.' }]);
    return { cells: [] };
  };
  const fresh = { ...uploaded([{ ...met, now: 93_500 }]).diff };
  const { user } = await open(uploaded([met]), {
    'reports.takeWorkbook': take,
    'reports.compareWorkbook': () => fresh,
  });
  await user.click(await screen.findByRole('button', { name: 'Nhập 0 ô' }));
  expect(takes).toBe(0);
  expect(screen.getByText('Còn 1 ô chưa chọn')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: /Lấy trong tệp$/ }));
  await user.click(screen.getByRole('button', { name: 'Nhập 1 ô' }));
  expect(await screen.findByText('9.350,0')).toBeTruthy();
  expect(screen.getByText('Chị Mai vừa lưu số khác.')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /Lấy trong tệp$/ }).checked).toBe(false);
  await user.click(screen.getByRole('radio', { name: /Giữ hiện nay$/ }));
  expect(takes).toBe(1);
});

test('a file that was taken over before changes nothing unless it is asked to', async () => {
  const usedBefore = { at: '2024-02-29T04:00:00.000Z', by: 'Nông Thị Mẫu' };
  const met = aCell({ part: 'note', address: 'K8', fate: 'both', was: '', now: 'A', file: 'B' });
  await open(uploaded([aCell({}), met], { usedBefore }));
  expect(await screen.findByText(/chỉ ô bạn chọn mới được nhập/)).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^Nhập ô G8/ }).checked).toBe(false);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /Giữ hiện nay$/ }).checked).toBe(true);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Nhập 0 ô' }).disabled).toBe(true);
});

test('nothing new, what cannot be read by its cell, and why a file is no form', async () => {
  const problem = { address: 'G12', indicator: 'Số xã', code: 'import.cell-formula', text: 'Ô chứa công thức.' };
  await open(uploaded([], { problems: [problem] }));
  expect(await screen.findByText('Không có gì mới')).toBeTruthy();
  expect(screen.getByText('Ô G12, Số xã:')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Nhập \d/ })).toBeNull();
});

test('a file without a stamp is told where tables of one’s own go', async () => {
  const reasons = [{ code: 'report.workbook-no-stamp', text: 'Tệp không phải biểu mẫu.' }];
  await open(Response.json({ reasons }, { status: 422 }));
  expect((await screen.findByRole('alert')).textContent).toContain('không phải biểu mẫu');
  expect(screen.getByRole('link', { name: /Nhập từ Excel/ }).getAttribute('href')).toBe('/nhap-excel');
});
