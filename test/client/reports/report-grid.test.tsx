import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { sessionLoader } from '#client/core/session.tsx';
import type { Report } from '#client/reports/report-types.ts';
import { reportRoutes } from '#client/reports/reports.routes.ts';
import type { ReportCell } from '#shared/reports/reports.schema.ts';
import { type Answers, noAnswer, renderApp } from '#test/core/render-app.tsx';

const YEAR = '01990000-0000-7000-8000-000000000001';
const REPORT = '01990000-0000-7000-8000-000000000002';
const idOf = (n: number) => `01990000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;

type Cell = Report['cells'][number];
const aCell = (n: number, about: Partial<Cell> = {}): Cell => ({
  indicatorVersionId: idOf(n),
  name: `Chỉ tiêu ${n}`,
  unitOfMeasure: 'xã',
  kind: 'stock',
  decimals: 0,
  isHeadline: false,
  value: null,
  valueStatus: 'estimate',
  sourceOffice: '',
  note: '',
  version: 0,
  prior: null,
  target: null,
  percentOfPlan: null,
  priorConversion: null,
  peers: null,
  fileIds: [],
  savedAt: null,
  savedBy: '',
  ...about,
});

const aReport = (cells: Cell[]): Report =>
  ({
    id: REPORT,
    version: 1,
    period: 'year-end',
    status: 'draft',
    isDemo: false,
    clusterYear: { id: YEAR, year: 2023, name: 'Năm thi đua 2023', clusterName: 'Cụm' },
    unit: { id: 'LCA', name: 'Lào Cai', fullName: 'tỉnh Lào Cai' },
    chair: { unitId: 'LS', name: 'tỉnh Lạng Sơn', standingOffice: 'Sở Nội vụ' },
    dueOn: '2024-03-15',
    sentAt: null,
    sentBy: null,
    receivedAt: null,
    openDueOn: '2024-03-15',
    lateDays: 0,
    overdueDays: 0,
    supplement: null,
    reopened: null,
    now: '2024-03-01T05:00:00.000Z',
    threads: [],
    commentSide: null,
    reminders: [],
    isOpen: true,
    narrative: '',
    sections: [],
    files: [],
    cells,
    actions: {
      save: [],
      send: [],
      askSupplement: [],
      receive: [{ code: 'report.not-chair', facts: { chair: 'x' } }],
      reopen: [],
      lock: [],
    },
  }) as Report;

let saves: ReportCell[][];
beforeEach(() => {
  saves = [];
  localStorage.clear();
});
const save = (input: never) => {
  const { cells } = input as { cells: ReportCell[] };
  saves.push(cells);
  return { cells: cells.map((cell) => ({ ...cell, version: cell.seenVersion + 1 })) };
};

async function open(cells: Cell[], answers: Answers = {}) {
  const user = userEvent.setup();
  const report = aReport(cells);
  const app = await renderApp(
    `/cum/${YEAR}/bao-cao/${REPORT}`,
    { 'reports.byId': () => report, 'reports.saveCells': save, ...answers },
    [{ loader: sessionLoader, children: reportRoutes }],
  );
  return { user, ...app };
}
const figure = (n: number) => screen.getByRole<HTMLInputElement>('textbox', { name: `Thực hiện: Chỉ tiêu ${n} (xã)` });
const note = (n: number) =>
  screen.getByRole<HTMLInputElement>('textbox', { name: `Ghi chú, giải trình: Chỉ tiêu ${n}` });
const three = () => [aCell(1, { value: 5, version: 1 }), aCell(2), aCell(3)];
const clip = (text: string) => ({ clipboardData: { getData: () => text, setData: () => undefined } });

describe('keys', () => {
  test('a chosen cell is left by arrows; F2 goes into it, Esc gives back what stood there', async () => {
    const { user } = await open(three());
    await user.click(figure(1));
    await user.keyboard('{ArrowDown}{ArrowRight}');
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Trạng thái số liệu: Chỉ tiêu 2' }));
    await user.keyboard('{Home}{ArrowUp}{F2}');
    expect(document.activeElement).toBe(figure(1));
    await user.keyboard('7{ArrowLeft}');
    expect(document.activeElement).toBe(figure(1));
    expect(figure(1).value).toBe('57');
    await user.keyboard('{Escape}');
    expect(figure(1).value).toBe('5');
    await user.keyboard('{Control>}{End}{/Control}');
    expect(document.activeElement).toBe(note(3));
  });

  test('what is typed over a chosen cell is one step back and one forth, also after it was saved', async () => {
    const { user } = await open(three());
    await user.click(figure(1));
    await user.keyboard('123{Enter}9{Control>}s{/Control}');
    await waitFor(() => expect(saves).toHaveLength(1));
    await user.keyboard('{Control>}z{/Control}');
    expect([figure(1).value, figure(2).value]).toEqual(['123', '']);
    await user.keyboard('{Control>}z{/Control}');
    expect(figure(1).value).toBe('5');
    await user.keyboard('{Control>}y{/Control}{Control>}s{/Control}');
    expect(figure(1).value).toBe('123');
    await waitFor(() => expect(saves.length).toBeGreaterThan(1));
    expect(saves.at(-1)!.map(({ value, seenVersion }) => [value, seenVersion])).toContainEqual([null, 1]);
  });

  test('Ctrl+D fills a chosen block from its first row; Delete empties it', async () => {
    const { user } = await open(three());
    await user.click(figure(1));
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}');
    expect([2, 3].map((n) => figure(n).value)).toEqual(['5', '5']);
    await user.keyboard('{Delete}');
    expect([1, 2, 3].map((n) => figure(n).value)).toEqual(['', '', '']);
  });
});

describe('pasting', () => {
  test('from Excel: figures, states and notes at once, in one call; what is unclear is marked and not sent', async () => {
    const { user } = await open(three());
    await user.click(figure(1));
    fireEvent.paste(figure(1), clip('29.000\tSố sơ bộ\tSở Mẫu\tđã rà\r\n 29\u00a0000 xã\t\t\t\r\n29,000\t\t\t\r\n'));
    expect([1, 2, 3].map((n) => figure(n).value)).toEqual(['29.000', '29.000', '29,000']);
    expect(screen.getByText(/Đã dán \d+ ô\. 1 ô có số chưa rõ/)).toBeTruthy();
    expect(screen.getByText(/“29,000” là hàng nghìn hay số thập phân/)).toBeTruthy();
    await user.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(saves).toHaveLength(1));
    expect(
      saves[0]!.map(({ value, valueStatus, sourceOffice, note: said }) => [value, valueStatus, sourceOffice, said]),
    ).toEqual([
      [29_000, 'preliminary', 'Sở Mẫu', 'đã rà'],
      [29_000, 'estimate', '', ''],
    ]);
    await user.click(screen.getByRole('button', { name: /^29\.000/ }));
    await user.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(saves).toHaveLength(2));
    expect(saves[1]).toMatchObject([{ value: 29_000 }]);
  });

  test('three hundred cells go in one request and come back with one step', async () => {
    const { user } = await open(Array.from({ length: 75 }, (_, n) => aCell(n)));
    await user.click(figure(0));
    const text = Array.from({ length: 75 }, (_, n) => `${n + 1}\tSố chính thức\tSở ${n}\tghi ${n}`).join('\r\n');
    fireEvent.paste(figure(0), clip(text));
    expect(screen.getByText(/Đã dán 300 ô\./)).toBeTruthy();
    await user.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(saves).toHaveLength(1));
    expect(saves[0]).toHaveLength(75);
    await user.keyboard('{Control>}z{/Control}');
    expect([figure(0).value, note(74).value]).toEqual(['', '']);
  });

  test('a block is copied as a sheet takes it, never as a formula', async () => {
    const { user } = await open([aCell(1, { value: 1_500, note: '=1+1', sourceOffice: 'Sở A', version: 1 }), aCell(2)]);
    await user.click(figure(1));
    await user.keyboard('{Shift>}{End}{/Shift}');
    const copied: string[] = [];
    fireEvent.copy(figure(1), { clipboardData: { setData: (_: string, text: string) => copied.push(text) } });
    expect(copied[0]).toBe("1.500\tƯớc thực hiện\tSở A\t'=1+1");
  });
});

describe('without a connection', () => {
  test('what was typed is kept in the browser, stands in the form again, and is saved then', async () => {
    const { user, unmount } = await open(three(), { 'reports.saveCells': () => Promise.reject(noAnswer()) });
    await user.type(figure(2), '42');
    await user.keyboard('{Control>}s{/Control}');
    expect(await screen.findByText('Đang mất kết nối')).toBeTruthy();
    unmount();

    await open(three());
    expect(screen.getByText('Đã lấy lại 1 dòng chưa kịp lưu')).toBeTruthy();
    expect(figure(2).value).toBe('42');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(saves).toHaveLength(1));
    expect(saves[0]).toMatchObject([{ value: 42, seenVersion: 0 }]);
    await waitFor(() => expect(Object.keys(localStorage).filter((key) => key.startsWith('luytre.report'))).toEqual([]));
  });

  test('over a figure that somebody else saved meanwhile it is sent over the version it was typed over', async () => {
    const { user, unmount } = await open(three(), { 'reports.saveCells': () => Promise.reject(noAnswer()) });
    await user.clear(figure(1));
    await user.type(figure(1), '42');
    unmount();
    await open([aCell(1, { value: 6, version: 2 }), aCell(2), aCell(3)]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(saves).toHaveLength(1));
    expect(saves[0]).toMatchObject([{ value: 42, seenVersion: 1 }]);
  });
});
