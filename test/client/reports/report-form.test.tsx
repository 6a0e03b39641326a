import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { sessionLoader } from '#client/core/session.tsx';
import type { Report } from '#client/reports/report-types.ts';
import { reportRoutes } from '#client/reports/reports.routes.ts';
import type { ReportCell } from '#shared/reports/reports.schema.ts';
import { type Answers, refusal, renderApp } from '#test/core/render-app.tsx';

const YEAR = '01990000-0000-7000-8000-000000000001';
const REPORT = '01990000-0000-7000-8000-000000000002';
const BUDGET = '01990000-0000-7000-8000-00000000000a';
const JOBS = '01990000-0000-7000-8000-00000000000b';

type Cell = Report['cells'][number];
const aCell = (about: Partial<Cell>): Cell => ({
  indicatorVersionId: BUDGET,
  name: 'Thu ngân sách',
  unitOfMeasure: 'tỷ đồng',
  kind: 'flow',
  decimals: 1,
  isHeadline: true,
  value: null,
  valueStatus: 'estimate',
  sourceOffice: 'Sở Tài chính',
  note: '',
  version: 0,
  prior: 92_104,
  target: 95_000,
  percentOfPlan: null,
  priorConversion: null,
  peers: null,
  fileIds: [],
  savedAt: null,
  savedBy: '',
  ...about,
});

const aReport = (about: Partial<Report> = {}): Report => ({
  id: REPORT,
  version: 1,
  period: 'year-end',
  status: 'draft',
  isDemo: true,
  clusterYear: { id: YEAR, year: 2023, name: 'Năm thi đua 2023', clusterName: 'Cụm thi đua 7 tỉnh' },
  unit: { id: 'LCA', name: 'Lào Cai', fullName: 'tỉnh Lào Cai' },
  chair: { unitId: 'LS', name: 'tỉnh Lạng Sơn', standingOffice: 'Sở Nội vụ tỉnh Lạng Sơn' },
  dueOn: '2024-01-15',
  sentAt: null,
  sentBy: null,
  receivedAt: null,
  openDueOn: '2024-01-15',
  lateDays: 0,
  overdueDays: 46,
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
  cells: [
    aCell({}),
    aCell({
      indicatorVersionId: JOBS,
      name: 'Việc làm mới',
      unitOfMeasure: 'lao động',
      decimals: 0,
      prior: 15_730,
      target: 16_000,
    }),
  ],
  actions: {
    save: [],
    send: [],
    askSupplement: [],
    receive: [{ code: 'report.not-chair', facts: { chair: 'tỉnh Lạng Sơn' } }],
    reopen: [],
    lock: [],
  },
  ...about,
});

let saves: { id: string; cells: ReportCell[] }[];
beforeEach(() => {
  saves = [];
  localStorage.clear();
});

const save = (input: never) => {
  const { cells } = input as (typeof saves)[number];
  saves.push(input);
  return {
    cells: cells.map(({ indicatorVersionId, seenVersion }) => ({ indicatorVersionId, version: seenVersion + 1 })),
  };
};

async function open(report: Report, answers: Answers = {}) {
  const user = userEvent.setup();
  const app = await renderApp(
    `/cum/${YEAR}/bao-cao/${REPORT}`,
    { 'reports.byId': () => report, 'reports.saveCells': save, ...answers },
    [{ loader: sessionLoader, children: reportRoutes }],
  );
  return { user, ...app };
}
const field = (name: string) => screen.getByRole('textbox', { name: new RegExp(`^Thực hiện: ${name}`) });

describe('filling the form', () => {
  test('figures typed the Vietnamese way save themselves once, over the version that was seen', async () => {
    const { user } = await open(aReport());
    await user.type(field('Thu ngân sách'), '8.905,2');
    await user.type(field('Việc làm mới'), '16.280');
    await user.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(screen.getByText(/^Đã lưu lúc \d\d:\d\d$/)).toBeTruthy());
    expect(saves.flatMap(({ cells }) => cells).map(({ value, seenVersion }) => [value, seenVersion])).toEqual([
      [89_052, 0],
      [16_280, 0],
    ]);
    await user.clear(field('Việc làm mới'));
    await user.type(field('Việc làm mới'), '16.281');
    await user.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(saves).toHaveLength(2));
    expect(saves[1]?.cells.map(({ value, seenVersion }) => [value, seenVersion])).toEqual([[16_281, 1]]);
  });

  test('"1.500" tỷ is asked about and not saved until it is clear', async () => {
    const { user } = await open(aReport());
    await user.type(field('Thu ngân sách'), '1.500');
    await user.tab();
    const choice = within(screen.getByRole('group', { name: /Chọn cách hiểu/ }));
    await user.keyboard('{Control>}s{/Control}');
    expect(saves).toEqual([]);
    await user.click(choice.getByRole('button', { name: /^1\.500,0/ }));
    await user.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(saves).toHaveLength(1));
    expect(saves[0]?.cells[0]?.value).toBe(15_000);
  });

  test('Enter goes down the column like in a sheet, the arrow up again', async () => {
    const { user } = await open(aReport());
    await user.click(field('Thu ngân sách'));
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(field('Việc làm mới'));
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(field('Thu ngân sách'));
  });

  test('a slip of the unit of measure offers the figure meant', async () => {
    const { user } = await open(aReport());
    await user.type(field('Thu ngân sách'), '8.905.200');
    expect(screen.getByText('Kiểm tra lại đơn vị tính: có phải 8.905,2 tỷ đồng?')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Sửa thành 8.905,2' }));
    expect(field('Thu ngân sách')).toHaveProperty('value', '8.905,2');
    expect(screen.queryByText(/Kiểm tra lại đơn vị tính/)).toBeNull();
    expect(screen.getByText('93,7')).toBeTruthy();
  });

  const BY_LAN = { who: 'Lan', changedAt: '2024-03-01T02:05:00.000Z' };
  const cellConflict = () =>
    refusal('CONFLICT', [
      { code: 'report.cell-changed-meanwhile', text: 'Lan vừa lưu', field: `cells.${BUDGET}`, facts: BY_LAN },
    ]);

  /** A colleague saved 9.000,0 with a note of her own while 8.905,2 was being typed. */
  async function meetColleague() {
    let held = aReport();
    const { user } = await open(aReport(), {
      'reports.byId': () => held,
      'reports.saveCells': (input) => {
        if (saves.length > 0) return save(input);
        saves.push(input);
        const hers = aCell({ value: 90_000, note: 'Theo kho bạc', version: 1 });
        held = aReport({ cells: [hers, held.cells[1]!] });
        throw cellConflict();
      },
    });
    await user.type(field('Thu ngân sách'), '8.905,2');
    await user.keyboard('{Control>}s{/Control}');
    await screen.findByRole('dialog');
    return { user };
  }

  test('when a colleague saved the same figure first, both values are shown and the person chooses', async () => {
    const { user } = await meetColleague();
    const row = within(screen.getByRole('row', { name: /^Thu ngân sách \(tỷ đồng\)/ }));
    expect(row.getAllByRole('cell').map((cell) => cell.textContent)).toEqual([
      '(trống)',
      'Lấy bản của tôi8.905,2',
      'Lấy bản của họ9.000,0',
    ]);
    expect(screen.getByRole('dialog').textContent).toContain('Lan đã lưu lúc 01/03/2024 09:05');
    await user.click(row.getByLabelText(/Lấy bản của tôi/));
    await user.click(screen.getByRole('button', { name: 'Lưu bản đã chọn' }));
    await waitFor(() => expect(saves).toHaveLength(2));
    expect(saves[1]?.cells[0]).toMatchObject({ value: 89_052, note: 'Theo kho bạc', seenVersion: 1 });
    expect(field('Thu ngân sách')).toHaveProperty('value', '8.905,2');
    await waitFor(() => expect(screen.queryByText(/Chưa lưu: có hai bản/)).toBeNull());
  });

  test("or takes the colleague's", async () => {
    const { user } = await meetColleague();
    await user.click(screen.getByLabelText(/^Thu ngân sách .*Lấy bản của họ/));
    await user.click(screen.getByRole('button', { name: 'Lưu bản đã chọn' }));
    await waitFor(() => expect(field('Thu ngân sách')).toHaveProperty('value', '9.000,0'));
    expect(saves).toHaveLength(1);
  });

  test('a newer figure that came in while typing is not overwritten in silence', async () => {
    let held = aReport();
    const { user, api } = await open(aReport(), { 'reports.byId': () => held });
    await user.type(field('Thu ngân sách'), '8.905,2');
    held = aReport({ cells: [aCell({ value: 90_000, version: 1 }), held.cells[1]!] });
    await api.queryClient.refetchQueries();
    expect(field('Thu ngân sách')).toHaveProperty('value', '8.905,2');
    await user.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(saves).toHaveLength(1));
    expect(saves[0]?.cells[0]?.seenVersion).toBe(0);
  });

  test('two at the text: both stand side by side, and both may be kept', async () => {
    const texts: { seenVersion: number; narrative: string }[] = [];
    const { user, api } = await open(aReport({ narrative: 'Cũ' }), {
      'reports.byId': () =>
        texts.length === 0 ? aReport({ narrative: 'Cũ' }) : aReport({ version: 2, narrative: 'Của Lan' }),
      'reports.saveNarrative': (input) => {
        texts.push(input);
        if (texts.length === 1)
          throw refusal('CONFLICT', [{ code: 'report.changed-meanwhile', text: '…', facts: BY_LAN }]);
        return { version: 3 };
      },
    });
    const box = () => screen.getByRole('textbox', { name: 'Phần thuyết minh' });
    await user.type(box(), ' và mới');
    await user.keyboard('{Control>}s{/Control}');
    await user.click(await screen.findByLabelText('Phần thuyết minh: Ghép cả hai'));
    await user.click(screen.getByRole('button', { name: 'Lưu bản đã chọn' }));
    await waitFor(() => expect(texts).toHaveLength(2));
    expect(texts[1]).toMatchObject({ seenVersion: 2, narrative: 'Cũ và mới\nCủa Lan' });
    expect(box()).toHaveProperty('value', 'Cũ và mới\nCủa Lan');
    await api.queryClient.refetchQueries();
  });

  test('a text being typed is not taken away by a newer one that comes in', async () => {
    let held = aReport({ narrative: 'Cũ' });
    const { user, api } = await open(held, {
      'reports.byId': () => held,
      'reports.saveNarrative': () => new Promise(() => {}),
    });
    const box = screen.getByRole('textbox', { name: 'Phần thuyết minh' });
    await user.type(box, ' và mới');
    held = aReport({ version: 2, narrative: 'Của Lan' });
    await api.queryClient.refetchQueries();
    expect(box).toHaveProperty('value', 'Cũ và mới');
  });

  test('a text that is too long stays on the screen, says so and is not saved', async () => {
    const { user } = await open(aReport(), { 'reports.saveNarrative': () => expect.fail('must not be saved') });
    await user.click(screen.getByRole('textbox', { name: 'Phần thuyết minh' }));
    await user.paste('a'.repeat(50_001));
    expect(screen.getByText(/Dài quá: 50\.001 ký tự/)).toBeTruthy();
    await user.keyboard('{Control>}s{/Control}');
  });
});

describe('sending', () => {
  test('what cannot be read keeps the report back and leads to its cell', async () => {
    const { user } = await open(aReport());
    await user.type(field('Việc làm mới'), '29,000');
    await user.click(screen.getByRole('button', { name: 'Xem lại trước khi gửi' }));
    await user.click(await screen.findByRole('link', { name: 'Số chưa rõ, chọn hoặc nhập lại: Việc làm mới' }));
    expect(document.activeElement).toBe(field('Việc làm mới'));
  });

  test('the page before sending names what is missing, and leads back to its cell', async () => {
    let held = aReport();
    const { user } = await open(held, {
      'reports.byId': () => held,
      'reports.saveCells': (input) => {
        held = aReport({ cells: [held.cells[0]!, { ...held.cells[1]!, value: 16_280, version: 1 }] });
        return save(input);
      },
    });
    await user.type(field('Việc làm mới'), '16280');
    await user.click(screen.getByRole('button', { name: 'Xem lại trước khi gửi' }));
    expect(await screen.findByText('Còn 1 chỉ tiêu chưa có số liệu')).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'Thu ngân sách' }));
    await waitFor(() => expect(document.activeElement).toBe(field('Thu ngân sách')));
  });

  test('doubts can be explained there, and the report is sent as it was shown', async () => {
    const sent: unknown[] = [];
    const filled = [
      aCell({ value: 89_052_000, version: 1 }),
      aCell({
        indicatorVersionId: JOBS,
        name: 'Việc làm mới',
        decimals: 0,
        prior: null,
        target: null,
        value: 7,
        version: 1,
      }),
    ];
    const { user } = await open(aReport({ version: 4, cells: filled }), {
      'reports.send': (input) => {
        sent.push(input);
        return { version: 5, sentAt: '2024-03-01T05:00:00.000Z' };
      },
    });
    await user.click(screen.getByRole('button', { name: 'Xem lại trước khi gửi' }));
    expect(await screen.findByText('1 chỗ nên xem lại, 1 chỗ chưa có giải trình')).toBeTruthy();
    expect(screen.getByText(/Có số liệu 2\/2 chỉ tiêu/)).toBeTruthy();
    expect(screen.getByText(/Đã quá hạn 46 ngày/)).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: 'Giải trình: Thu ngân sách' }), 'Đã đối chiếu với Kho bạc');
    await user.click(screen.getByRole('button', { name: 'Lưu giải trình' }));
    await waitFor(() => expect(saves).toHaveLength(1));
    expect(saves[0]?.cells[0]).toMatchObject({ value: 89_052_000, note: 'Đã đối chiếu với Kho bạc', seenVersion: 1 });
    await user.click(screen.getByRole('button', { name: 'Gửi báo cáo' }));
    await waitFor(() => expect(sent).toEqual([{ id: REPORT, seenVersion: 4 }]));
  });
});

describe('reading', () => {
  const refused = [{ code: 'report.not-own-unit', facts: { unit: 'tỉnh Lào Cai' } }];
  const chair = { save: refused, send: refused, askSupplement: [], receive: [], reopen: [], lock: [] };

  test('a draft of somebody else shows no figures', async () => {
    await open(aReport({ isOpen: false, actions: { ...chair, receive: [{ code: 'report.not-sent' }] } }));
    expect(screen.getByText('Đơn vị đang nhập báo cáo')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  test("the chair's office asks to complete with what and until when", async () => {
    const asked: unknown[] = [];
    const report = aReport({ status: 'sent', version: 2, actions: chair, sentAt: '2024-01-12T03:00:00.000Z' });
    const { user } = await open(report, {
      'reports.askSupplement': (input) => {
        asked.push(input);
        return { version: 3 };
      },
    });
    expect(screen.getByText('Chỉ cán bộ tổng hợp của tỉnh Lào Cai nhập và gửi báo cáo này.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Đề nghị bổ sung' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: /Nội dung cần bổ sung/ }), 'Số hộ nghèo là tỷ lệ cuối năm');
    await user.click(dialog.getByRole('button', { name: 'Đề nghị bổ sung' }));
    await waitFor(() =>
      expect(asked).toEqual([
        { id: REPORT, seenVersion: 2, reason: 'Số hộ nghèo là tỷ lệ cuối năm', dueOn: '2024-03-04' },
      ]),
    );
  });

  test('the unit asked to complete sees why and until when on top', async () => {
    await open(
      aReport({ status: 'supplement', supplement: { reason: 'Số hộ nghèo là tỷ lệ cuối năm.', dueOn: '2024-03-05' } }),
    );
    expect(screen.getByText('Đề nghị bổ sung, hạn 05/03/2024')).toBeTruthy();
    expect(screen.getByText('Số hộ nghèo là tỷ lệ cuối năm.')).toBeTruthy();
  });
});
