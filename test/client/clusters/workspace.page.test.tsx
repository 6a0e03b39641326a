import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { matrixText } from '#client/clusters/matrix-text.ts';
import type { Workspace } from '#client/clusters/workspace-types.ts';
import { aSession, refusal, renderApp } from '#test/core/render-app.tsx';

const YEAR = 'cluster-year-1';
const cell = (milestone: string, code: string, tone: string, facts = {}, recordId: string | null = null) => ({
  milestone,
  code,
  tone,
  facts,
  recordId,
});

const aWorkspace = (about: object = {}): Workspace =>
  ({
    clusterYear: {
      id: YEAR,
      year: 2023,
      clusterName: 'Cụm thi đua A',
      clusterKind: 'cluster',
      chairName: 'Lạng Sơn',
      chairPerson: 'Chủ tịch UBND tỉnh Hồ Tiến Thiệu',
      deputyChairName: null,
      standingOffice: 'Sở Nội vụ tỉnh Lạng Sơn',
      startsOn: '2023-01-01',
      endsOn: '2024-03-15',
      handOverOn: '2024-03-15',
      isDemo: 1,
    },
    today: '2024-03-01',
    myRelation: 'chair',
    movements: [{ id: 'm', name: 'Cả nước chung sức xây dựng nông thôn mới' }],
    stages: [
      {
        id: 's',
        kind: 'decision',
        name: 'Trình Quyết định',
        opensOn: '2024-02-23',
        closesOn: '2024-03-02',
        dueNote: 'Nghỉ Tết không tính',
        state: 'open',
      },
    ],
    matrix: [
      {
        unitId: 'SL',
        name: 'Sơn La',
        fullName: 'tỉnh Sơn La',
        leftOn: null,
        cells: [
          cell('pledge', 'pledge.signed', 'good', { signedOn: '2023-02-24' }),
          cell('mid-year-report', 'report.not-asked', 'neutral'),
          cell('year-end-report', 'report.overdue', 'bad', { overdueCount: 46 }, 'r1'),
          cell('nominations', 'nominations.partly', 'info', { sentCount: 1, allottedCount: 2 }),
        ],
      },
    ],
    ...about,
  }) as unknown as Workspace;

const open = (about: object = {}, session = aSession()) =>
  renderApp(`/cum/${YEAR}`, { 'accounts.me': () => session, 'clusters.workspace': () => aWorkspace(about) });

test('the head names the chair of the year, and that no deputy is recorded', async () => {
  await open();
  expect(screen.getByRole('heading', { level: 1, name: 'Cụm thi đua A, năm thi đua 2023' })).toBeTruthy();
  expect(document.body.textContent).toContain(
    'Cụm trưởng: Lạng Sơn (Chủ tịch UBND tỉnh Hồ Tiến Thiệu) · Cụm phó: chưa ghi nhận',
  );
});

test('a chair made up for the demo is marked; a khối has a Khối trưởng', async () => {
  const { clusterYear } = aWorkspace();
  await open({ clusterYear: { ...clusterYear, clusterKind: 'bloc', chairPerson: null, deputyChairName: 'Sơn La' } });
  expect(document.body.textContent).toContain(
    'Khối trưởng: Lạng Sơn · Khối phó: Sơn La (minh họa, không có trong nguồn)',
  );
});

test('each cell says its state and opens what is behind it', async () => {
  await open();
  const table = screen.getByRole('table');
  const links = within(table).getAllByRole('link');
  expect(links.map((link) => [link.getAttribute('aria-label'), link.getAttribute('href')])).toEqual([
    ['Sơn La, Giao ước: Đã ký kết', `/cum/${YEAR}/giao-uoc`],
    ['Sơn La, Báo cáo 6 tháng: Chưa mở', `/cum/${YEAR}/bao-cao`],
    ['Sơn La, Báo cáo năm: Quá hạn 46 ngày', `/cum/${YEAR}/bao-cao/r1`],
    ['Sơn La, Đề nghị khen thưởng: Đã gửi 1/2', `/de-nghi?cum=${YEAR}&unitId=SL`],
  ]);
});

test('who may not see nominations gets the word without the link', async () => {
  await open({}, aSession({ permissions: [] }));
  expect(within(screen.getByRole('table')).getByText('Đã gửi 1/2').closest('a')).toBeNull();
});

test('the stages as a list with their days, state and note', async () => {
  await open();
  const stage = screen.getByText('Trình Quyết định').closest('li')!;
  expect(stage.textContent).toBe('Trình Quyết địnhNghỉ Tết không tính23/02/2024 - 02/03/2024Đang diễn ra');
  expect(screen.getByText('Hôm nay 01/03/2024')).toBeTruthy();
});

test('a year without a plan says who will make one', async () => {
  await open({ stages: [], movements: [] });
  expect(screen.getByText(/Năm này chưa có kế hoạch hoạt động/)).toBeTruthy();
  expect(screen.getByText('Năm này chưa ghi phong trào nào.')).toBeTruthy();
});

test('the matrix goes into Word and Zalo as text', async () => {
  const user = userEvent.setup();
  await open();
  await user.click(screen.getByRole('button', { name: 'Sao chép bảng' }));
  const text = [
    'DỮ LIỆU MINH HỌA, không có giá trị pháp lý',
    'Bảng theo dõi tiến độ, Cụm thi đua A, năm thi đua 2023',
    'Đến ngày 01/03/2024',
    'Đơn vị thành viên\tGiao ước\tBáo cáo 6 tháng\tBáo cáo năm\tĐề nghị khen thưởng',
    'Sơn La\tĐã ký kết\tChưa mở\tQuá hạn 46 ngày\tĐã gửi 1/2',
  ].join('\n');
  await vi.waitFor(async () => expect(await navigator.clipboard.readText()).toBe(text));
  expect(matrixText(aWorkspace(), 'vi')).toBe(text);
});

test('a real year is not called a demo in the copy', () => {
  const { clusterYear } = aWorkspace();
  const real = aWorkspace({ clusterYear: { ...clusterYear, isDemo: 0 } });
  expect(matrixText(real, 'vi')).toMatch(/^Bảng theo dõi tiến độ/);
});

test('a year out of reach says so inside the frame', async () => {
  await renderApp(`/cum/${YEAR}`, {
    'clusters.workspace': () => {
      throw refusal('NOT_FOUND', [{ code: 'cluster-year.not-found', text: 'Không tìm thấy năm thi đua này' }]);
    },
  });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Không tìm thấy trang');
  expect(screen.getByRole('navigation', { name: 'Trình đơn chính' })).toBeTruthy();
});
