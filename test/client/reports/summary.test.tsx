import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { sessionLoader } from '#client/core/session.tsx';
import type { Inbox, Series, Summary, SummaryLine } from '#client/reports/report-types.ts';
import { reportRoutes } from '#client/reports/reports.routes.ts';
import { aSession, renderApp } from '#test/core/render-app.tsx';

/** Behind sign-in, as under the shell. */
const routes = [{ loader: sessionLoader, children: reportRoutes }];
const YEAR = '01990000-0000-7000-8000-000000000001';
const clusterYear = {
  id: YEAR,
  year: 2023,
  name: 'Năm thi đua 2023',
  clusterName: 'Cụm thi đua 7 tỉnh',
  chairName: 'Lạng Sơn',
  chairUnitId: 'LS',
  isDemo: true,
};
const aLine = (about: Partial<SummaryLine>): SummaryLine => ({
  unitId: 'SL',
  state: 'figure',
  value: 362,
  valueStatus: 'official',
  sourceOffice: '',
  note: '',
  prior: 305,
  target: 300,
  outcome: 'exceeded',
  isDoubtful: false,
  ...about,
});
const missing = aLine({
  unitId: 'LS',
  state: 'not-sent',
  value: null,
  valueStatus: null,
  outcome: 'no-figure',
});

const aSummary = (complete: boolean): Summary => ({
  clusterYear,
  period: 'year-end',
  members: [
    { unitId: 'SL', name: 'Sơn La', fullName: 'tỉnh Sơn La', reportId: 'r1', status: 'received', version: 3 },
    {
      unitId: 'LS',
      name: 'Lạng Sơn',
      fullName: 'tỉnh Lạng Sơn',
      reportId: 'r2',
      status: complete ? 'sent' : 'draft',
      version: 1,
    },
  ],
  pledgeRule: { keptFrom: 1000, exceededFrom: 1000, source: '' },
  mayKeepWords: false,
  actions: { consolidate: [], undoConsolidation: [{ code: 'report.nothing-consolidated' }] },
  indicators: [
    {
      id: 'poverty',
      indicatorVersionId: 'poverty',
      name: 'Mức giảm tỷ lệ hộ nghèo',
      unitOfMeasure: 'điểm %',
      decimals: 2,
      aggregation: 'mean',
      kind: 'share',
      paperNote: null,
      stockFlow: null,
      weightName: null,
      weightIndicatorId: null,
      better: 'up',
      isHeadline: true,
      total: complete ? { value: 441, counted: 2, members: 2 } : { value: 362, counted: 1, members: 2 },
      paper: complete ? 'bình quân giảm 4,41%' : null,
      outcomes: { exceeded: complete ? 2 : 1, met: 0, missed: 0 },
      members: complete ? [aLine({}), aLine({ unitId: 'LS', value: 520 })] : [aLine({}), missing],
    },
  ],
});

const open = (summary: Summary) => renderApp(`/cum/${YEAR}/tong-hop`, { 'reports.summary': () => summary }, routes);

test('a figure stands in full, beside it the wording for paper, how it was computed and from how many', async () => {
  await open(aSummary(true));
  const figure = within(screen.getByRole('region', { name: 'Mức giảm tỷ lệ hộ nghèo' }));
  expect(figure.getByText(/^4,41/)).toBeTruthy();
  expect(figure.getByText('Cách ghi trong báo cáo: “bình quân giảm 4,41%”')).toBeTruthy();
  expect(figure.getByText(/Bình quân các tỉnh \(số học\)/).textContent).toContain('2/2 đơn vị');
});

test('it opens to the figures behind it, each leading to its report', async () => {
  await open(aSummary(true));
  await userEvent.setup().click(screen.getByRole('button', { name: /^Xem 2 số thành phần/ }));
  const row = within(screen.getByRole('row', { name: /Sơn La/ }));
  expect(row.getByText('3,62')).toBeTruthy();
  expect(row.getByText('Vượt')).toBeTruthy();
  expect(row.getByRole('link', { name: 'Sơn La' }).getAttribute('href')).toBe(`/cum/${YEAR}/bao-cao/r1`);
});

test('a missing figure is missing, never zero, and the wording for paper waits', async () => {
  await open(aSummary(false));
  expect(screen.getByText('Chưa đủ số liệu: còn thiếu 1 đơn vị')).toBeTruthy();
  expect(screen.getByText('Chưa cộng số liệu của: Lạng Sơn (chưa gửi, đang bổ sung hoặc đang mở lại).')).toBeTruthy();
  await userEvent.setup().click(screen.getByRole('button', { name: /^Xem 2 số thành phần/ }));
  const row = within(screen.getByRole('row', { name: /Lạng Sơn/ }));
  expect(row.getByText('Chưa có số liệu')).toBeTruthy();
  expect(row.getByText('Chưa có số')).toBeTruthy();
  expect(row.queryByText(/^0/)).toBeNull();
});

test('Chốt số tổng hợp says which are in and which are missing before it is pressed, and sends what was seen', async () => {
  const asked: unknown[] = [];
  const user = userEvent.setup();
  await renderApp(
    `/cum/${YEAR}/tong-hop`,
    {
      'accounts.me': () => aSession({ permissions: ['reports.consolidate'] as never }),
      'reports.summary': () => aSummary(false),
      'reports.consolidate': (input: never) => {
        asked.push(input);
        return { count: 1 };
      },
    },
    routes,
  );
  await user.click(await screen.findByRole('button', { name: 'Chốt số tổng hợp' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Chốt số tổng hợp' }));
  expect(dialog.getByText('Chốt lần này (1)').parentElement?.textContent).toContain('Sơn La');
  expect(dialog.getByText('Còn thiếu (1)').parentElement?.textContent).toContain('Lạng Sơn: Chưa gửi');
  await user.click(dialog.getByRole('button', { name: 'Chốt 1 báo cáo' }));
  expect(asked).toEqual([{ clusterYearId: YEAR, period: 'year-end', reports: [{ id: 'r1', seenVersion: 3 }] }]);
});

test('the list of the standing office says how late each is and what looks wrong', async () => {
  const inbox: Inbox = {
    clusterYear,
    period: 'year-end',
    today: '2024-03-01',
    indicatorCount: 12,
    members: [
      {
        unitId: 'CB',
        name: 'Cao Bằng',
        fullName: 'tỉnh Cao Bằng',
        reportId: 'r1',
        status: 'sent',
        dueOn: '2024-01-15',
        sentAt: '2024-01-16T03:00:00.000Z',
        receivedAt: null,
        openDueOn: null,
        lateDays: 1,
        overdueDays: 0,
        filledCount: 12,
        reopenedUntil: null,
        comments: { open: 1, answered: 0 },
        doubts: [
          {
            code: 'report.large-rise',
            facts: { percent: 527, prior: '4,98', unit: 'điểm %' },
            indicatorVersionId: 'poverty',
            indicator: 'Mức giảm tỷ lệ hộ nghèo',
          },
        ],
      },
      {
        unitId: 'SL',
        name: 'Sơn La',
        fullName: 'tỉnh Sơn La',
        reportId: 'r2',
        status: 'draft',
        dueOn: '2024-01-15',
        sentAt: null,
        receivedAt: null,
        openDueOn: '2024-01-15',
        lateDays: 0,
        overdueDays: 46,
        filledCount: null,
        reopenedUntil: null,
        comments: { open: 0, answered: 0 },
        doubts: [],
      },
    ],
  };
  await renderApp(`/cum/${YEAR}/bao-cao`, { 'reports.inbox': () => inbox }, routes);
  const late = within(screen.getByRole('row', { name: /Cao Bằng/ }));
  expect(late.getByText('Trễ 1 ngày')).toBeTruthy();
  expect(late.getByText(/^Tăng 527% so với năm trước/).textContent).toMatch(/^Mức giảm tỷ lệ hộ nghèo: Tăng 527%/);
  expect(late.getByText('12/12')).toBeTruthy();
  const overdue = within(screen.getByRole('row', { name: /Sơn La/ }));
  expect(overdue.getByText('Quá hạn 46 ngày (hạn 15/01/2024)')).toBeTruthy();
});

test('a figure that looks wrong and is not explained marks the total it is part of', async () => {
  const summary = aSummary(true);
  const [poverty] = summary.indicators;
  poverty!.members = [aLine({ value: 3_124, isDoubtful: true }), aLine({ unitId: 'LS' })];
  await open(summary);

  expect(screen.getByText(/Cần xem lại: Sơn La/)).toBeTruthy();
});

test('a weighted mean whose weights are all 0 is no figure, and says why', async () => {
  const [indicator] = aSummary(true).indicators;
  const weighted = {
    ...indicator!,
    aggregation: 'weighted-mean' as const,
    weightName: 'Số hộ',
    paper: null,
    total: { value: null, counted: 2, members: 2, why: 'zero-weights' as const },
  };
  await open({ ...aSummary(true), indicators: [weighted] });
  expect(screen.getByText('Không tính được: tổng quyền số (Số hộ) bằng 0.')).toBeTruthy();
});

test('the words that the office keeps stand in place of the computed ones, and say when the figure has moved', async () => {
  const [indicator] = aSummary(true).indicators;
  const paperNote = {
    content: 'giảm trên 4%',
    version: 1,
    figure: 430,
    savedAt: '2024-02-01T03:00:00.000Z',
    savedBy: 'Chuyên viên Mẫu',
    earlier: [],
  };
  await open({ ...aSummary(true), indicators: [{ ...indicator!, paperNote }] });
  expect(screen.getByText('Cách ghi trong báo cáo: “giảm trên 4%”')).toBeTruthy();
  expect(screen.getByText(/lưu khi số là 4,30 điểm %; nay là 4,41 điểm %/)).toBeTruthy();
});

test('a figure opens to a chart that is told in words too, a missing member as missing, and to the years', async () => {
  const user = userEvent.setup();
  const member = { unitId: 'SL', value: 305, weight: null, source: 'prior' as const, reportId: null };
  const series: Series = {
    indicatorVersionId: 'poverty',
    decimals: 2,
    unitOfMeasure: 'điểm %',
    units: [{ unitId: 'SL', name: 'Sơn La' }],
    years: [
      {
        year: 2022,
        clusterYearId: null,
        total: { value: 305, counted: 1, members: 2 },
        conversion: null,
        gap: null,
        members: [member],
      },
      {
        year: 2023,
        clusterYearId: YEAR,
        total: { value: 362, counted: 1, members: 2 },
        conversion: '10 ‰ = 1 %',
        gap: null,
        members: [{ ...member, value: 362, source: 'report', reportId: 'r1' }],
      },
    ],
  };
  await renderApp(
    `/cum/${YEAR}/tong-hop`,
    { 'reports.summary': () => aSummary(false), 'reports.series': () => series },
    routes,
  );
  await user.click(screen.getByRole('button', { name: /^Xem 2 số thành phần/ }));
  const chart = screen.getByRole('img', { name: /Mức giảm tỷ lệ hộ nghèo năm 2023/ });
  expect(within(chart).getByText(/Sơn La: 3,62, kế hoạch 3,00; Lạng Sơn: Chưa có số liệu/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Qua các năm/ }));
  const row = within(await screen.findByRole('row', { name: /Sơn La 3,05/ }));
  expect(row.getByRole('link', { name: '3,62' }).getAttribute('href')).toBe(`/cum/${YEAR}/bao-cao/r1`);
  expect(screen.getByText(/quy đổi: 10 ‰ = 1 %/)).toBeTruthy();
});
