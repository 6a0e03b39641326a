import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { YearPlan } from '#client/clusters/cluster-types.ts';
import { renderApp } from '#test/core/render-app.tsx';

const NOT_ORGANIZER = [{ code: 'cluster.not-organizer', text: 'Chỉ quản trị hệ thống, hoặc cơ quan tổ chức.' }];

const aPlan = (about: object = {}, year: object = {}) =>
  ({
    today: '2024-03-01',
    year: {
      id: 'cluster-year-1',
      clusterId: 'CUM-A',
      clusterKind: 'cluster',
      clusterName: 'Cụm A',
      organizerName: null,
      year: 2024,
      yearKind: 'school',
      name: 'Năm học 2024 - 2025',
      status: 'draft',
      version: 5,
      startsOn: '2024-09-01',
      endsOn: '2025-08-31',
      chairName: 'Cao Bằng',
      deputyChairName: null,
      standingOffice: 'Sở Nội vụ tỉnh Cao Bằng',
      modelYear: 2023,
      publishedAt: null,
      archivedAt: null,
      isDemo: false,
      ...year,
    },
    phase: 'mid-year',
    stages: [
      {
        id: 's1',
        kind: 'mid-year-report',
        name: 'Báo cáo sơ kết học kỳ',
        opensOn: '2024-12-01',
        closesOn: '2024-12-31',
        dueNote: null,
        state: 'ahead',
        tooEarly: true,
      },
    ],
    members: [
      { unitId: 'CB', name: 'Cao Bằng' },
      { unitId: 'LS', name: 'Lạng Sơn' },
    ],
    movements: [],
    indicators: [],
    aims: [],
    warnings: [
      { code: 'cluster-year.no-indicators', text: 'Kế hoạch có giai đoạn báo cáo nhưng chưa chọn chỉ tiêu nào.' },
    ],
    toldCount: 9,
    mayPrepare: true,
    mayChooseIndicators: true,
    actions: { publish: [], drop: [], archive: NOT_ORGANIZER, restore: NOT_ORGANIZER },
    ...about,
  }) as unknown as YearPlan;

const open = (plan: YearPlan, answers: object = {}) =>
  renderApp('/cum/cluster-year-1/ke-hoach', {
    'clusters.yearPlan': () => plan,
    'audit.ofRecord': () => [],
    ...answers,
  });

test('a draft says what to look at, and is published after telling who will be told what', async () => {
  const user = userEvent.setup();
  const sent = vi.fn((_input: unknown) => ({ version: 6, toldCount: 9 }));
  await open(aPlan(), { 'clusters.publishYear': sent });
  expect(screen.getByRole('heading', { level: 1, name: 'Kế hoạch năm học 2024 - 2025' })).toBeTruthy();
  expect(screen.getByText(/chưa chọn chỉ tiêu nào\.$/)).toBeTruthy();
  const movements = screen.getByRole('link', { name: 'Thêm, bớt phong trào' });
  expect(movements.getAttribute('href')).toBe('/cum/cluster-year-1/phong-trao');
  // Pages of the year open once it is published.
  expect(screen.queryByRole('navigation', { name: 'Các trang của năm thi đua' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Công bố' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/2 đơn vị thành viên thấy năm này.* 9 tài khoản/)).toBeTruthy();
  const told = within(dialog).getByLabelText<HTMLTextAreaElement>('Nội dung thông báo').value;
  expect(told).toContain('đã công bố kế hoạch năm học 2024 - 2025');
  expect(told).toContain('- Báo cáo sơ kết học kỳ: 01/12/2024 - 31/12/2024');
  await user.click(within(dialog).getByRole('button', { name: 'Công bố' }));
  await waitFor(() => expect(sent).toHaveBeenCalledWith({ id: 'cluster-year-1', seenVersion: 5 }));
});

test('who may do what is the table the server holds to; members get no buttons of the organiser', async () => {
  const plan = aPlan(
    {
      mayPrepare: false,
      warnings: [],
      actions: { publish: NOT_ORGANIZER, drop: NOT_ORGANIZER, archive: NOT_ORGANIZER, restore: NOT_ORGANIZER },
    },
    { status: 'published' },
  );
  await open(plan);
  const table = screen.getByRole('region', { name: 'Việc của từng giai đoạn và người làm' });
  const send = within(table)
    .getAllByRole('listitem')
    .find((line) => line.textContent?.startsWith('Gửi báo cáo'))!;
  expect(send.textContent).toContain('Gửi báo cáo: Đơn vị thành viên (Cán bộ tổng hợp)');
  expect(send.textContent).toContain('Chưa đến ngày mở: chưa gửi được. Sau hạn: vẫn nhận, ghi số ngày trễ.');
  for (const name of ['Công bố', 'Bỏ dự thảo', 'Sửa kế hoạch'])
    expect(screen.queryByRole('button', { name })).toBeNull();
  expect(screen.getByRole('button', { name: 'Sao chép thông báo' })).toBeTruthy();
});

test('a year without stages tells who writes the plan what to press, and the others who does', async () => {
  await open(aPlan({ stages: [], phase: null }, { status: 'published' }));
  expect(screen.getByText(/Bấm “Sửa kế hoạch” để ghi các giai đoạn/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Sửa kế hoạch' })).toBeTruthy();
});
