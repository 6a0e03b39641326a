import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Cluster, ClusterList, HandOver, YearForm } from '#client/clusters/cluster-types.ts';
import { aSession, refusal, renderApp } from '#test/core/render-app.tsx';

const aRow = (id: string, name: string, about: object = {}) => ({
  id,
  kind: 'cluster',
  name,
  shortName: name,
  closedOn: null,
  organizerUnitId: null,
  organizerName: null,
  year: 2023,
  yearName: 'Năm thi đua 2023',
  chairName: 'Lạng Sơn',
  deputyChairName: null,
  memberCount: 7,
  ...about,
});

test('the list is found by name without accents, by kind, and through the organiser', async () => {
  const user = userEvent.setup();
  const rows = [
    aRow('A', 'Cụm thi đua A'),
    aRow('B', 'Khối thi đua các sở', { kind: 'bloc', organizerName: 'Sơn La', chairName: null, yearName: null }),
  ];
  const list = { today: '2024-03-01', rows, organizers: [] } as unknown as ClusterList;
  await renderApp('/danh-sach-cum', { 'clusters.catalogue': () => list });
  const names = () =>
    within(screen.getByRole('table'))
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent);
  expect(names()).toEqual(['Cụm thi đua A', 'Khối thi đua các sở']);
  expect(screen.queryByRole('button', { name: 'Thêm cụm, khối' })).toBeNull();
  await user.type(screen.getByLabelText('Tìm theo tên cụm, đơn vị'), 'son la');
  await waitFor(() => expect(names()).toEqual(['Khối thi đua các sở']));
  expect(screen.getByText('Chưa mở')).toBeTruthy();
  await user.selectOptions(screen.getByLabelText('Loại'), 'Cụm thi đua');
  expect(await screen.findByText('Không có cụm, khối nào khớp. Xóa lọc để xem tất cả.')).toBeTruthy();
});

const aCluster = (about: object = {}): Cluster =>
  ({
    id: 'CUM-A',
    kind: 'cluster',
    name: 'Cụm thi đua A',
    shortName: 'Cụm A',
    source: null,
    organizerUnitId: null,
    organizerName: null,
    organizerFullName: null,
    closedOn: null,
    version: 1,
    today: '2024-03-01',
    members: [
      {
        id: 'm1',
        unitId: 'LS',
        unitName: 'Lạng Sơn',
        unitFullName: 'Tỉnh Lạng Sơn',
        position: 1,
        validFrom: null,
        validTo: null,
        isActive: true,
      },
      {
        id: 'm2',
        unitId: 'HB',
        unitName: 'Hòa Bình',
        unitFullName: 'Tỉnh Hòa Bình',
        position: 2,
        validFrom: '2015-01-01',
        validTo: '2022-12-31',
        isActive: false,
      },
    ],
    years: [],
    documents: [],
    mayChange: true,
    mayPrepare: true,
    mayAttach: true,
    ...about,
  }) as unknown as Cluster;

const openCluster = (about: object = {}, answers: object = {}) =>
  renderApp('/danh-sach-cum/CUM-A', {
    'clusters.byId': () => aCluster(about),
    'audit.ofRecord': () => [],
    ...answers,
  });

test('members with their dates; who may not change anything gets no buttons', async () => {
  await openCluster({ mayChange: false, mayPrepare: false, mayAttach: false });
  const rows = within(screen.getByRole('region', { name: /thời gian tham gia/ }))
    .getAllByRole('row')
    .map((row) => row.textContent);
  expect(rows.slice(1)).toEqual(['1Lạng SơnTừ trướcĐến nayThành viên', '2Hòa Bình01/01/201531/12/2022Đã kết thúc']);
  expect(screen.queryByRole('button', { name: 'Thêm đơn vị' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Mở năm thi đua' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Tải tệp lên' })).toBeNull();
});

test('an end that is refused says why beside its day, and nothing is closed', async () => {
  const user = userEvent.setup();
  const sent = vi.fn();
  const text = 'Lạng Sơn là Cụm trưởng năm 2023 (đến hết 15/03/2024).';
  await openCluster(
    {},
    {
      'clusters.endMember': (input: unknown) => {
        sent(input);
        throw refusal('UNPROCESSABLE_CONTENT', [{ code: 'cluster.member-is-chair', text, field: 'validTo' }]);
      },
    },
  );
  await user.click(screen.getByRole('button', { name: 'Kết thúc tư cách thành viên của Lạng Sơn' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText(/^Ngày cuối cùng là thành viên/), '01/02/2024');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi ngày kết thúc' }));
  expect((await within(dialog).findAllByText(text)).length).toBeGreaterThan(0);
  expect(sent).toHaveBeenCalledWith({ clusterId: 'CUM-A', memberId: 'm1', validTo: '2024-02-01', reason: '' });
});

test('a new year is opened with what the last one was, and goes out as typed', async () => {
  const user = userEvent.setup();
  const opened = vi.fn((_input: unknown) => ({ id: 'new' }));
  const start = {
    version: 0,
    units: [
      { id: 'LS', name: 'Lạng Sơn' },
      { id: 'CB', name: 'Cao Bằng' },
    ],
    copied: {
      year: 2023,
      status: 'published',
      endsOn: '2024-03-15',
      isFinished: false,
      planYear: 2022,
      stageCount: 1,
      indicatorCount: 12,
      movementCount: 5,
    },
    values: {
      year: 2024,
      name: 'Năm thi đua 2024',
      yearKind: 'calendar',
      startsOn: '2024-03-05',
      endsOn: '2025-03-15',
      chairUnitId: '',
      deputyChairUnitId: null,
      chairPerson: '',
      standingOffice: '',
      allotment: { collective: 1, individual: null },
      stages: [{ kind: 'launch', name: 'Phát động', opensOn: '2024-03-05', closesOn: '2024-03-05', dueNote: '' }],
    },
  } as unknown as YearForm;
  await openCluster({}, { 'clusters.yearForm': () => start, 'clusters.openYear': opened });
  await user.click(screen.getByRole('button', { name: 'Mở năm thi đua' }));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText(/1 giai đoạn theo kế hoạch năm 2022/)).toBeTruthy();
  // The model runs until 15/03/2024: allowed, and said.
  expect(within(dialog).getByText(/Năm 2023 còn đến hết ngày 15\/03\/2024/)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Lập dự thảo' }));
  expect(within(dialog).getAllByText('Chưa chọn ô này').length).toBeGreaterThan(0);
  expect(opened).not.toHaveBeenCalled();
  await user.selectOptions(within(dialog).getByLabelText(/^Cụm trưởng/), 'Cao Bằng');
  await user.type(within(dialog).getByLabelText(/^Cơ quan thường trực/), 'Sở Nội vụ tỉnh Cao Bằng');
  await user.click(within(dialog).getByRole('button', { name: 'Lập dự thảo' }));
  await waitFor(() => expect(opened).toHaveBeenCalled());
  const { idempotencyKey, ...input } = opened.mock.calls[0]![0] as { idempotencyKey: string };
  expect(idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
  const { values } = start;
  expect(input).toEqual({
    ...values,
    clusterId: 'CUM-A',
    chairUnitId: 'CB',
    standingOffice: 'Sở Nội vụ tỉnh Cao Bằng',
  });
});

const aHandOver = (about: object = {}): HandOver =>
  ({
    today: '2024-03-01',
    clusterYear: {
      id: 'cluster-year-1',
      clusterId: 'CUM-A',
      clusterKind: 'cluster',
      clusterName: 'Cụm thi đua A',
      year: 2023,
      name: 'Năm thi đua 2023',
      version: 3,
      isDemo: true,
      chairName: 'Lạng Sơn',
      handOverOn: '2024-03-15',
      handOverNote: null,
    },
    state: 'leading',
    leader: {
      clusterYearId: 'cluster-year-1',
      year: 2023,
      unitName: 'Lạng Sơn',
      standingOffice: 'Sở Nội vụ tỉnh Lạng Sơn',
      until: '2024-03-15',
    },
    next: {
      clusterYearId: 'cluster-year-2',
      year: 2024,
      chairName: 'Cao Bằng',
      deputyChairName: 'Điện Biên',
      standingOffice: 'Sở Nội vụ tỉnh Cao Bằng',
    },
    checklist: {
      memberCount: 7,
      indicatorCount: 12,
      reportCount: 2,
      nominationCount: 0,
      decisionCount: 1,
      recommendationCount: 4,
      documentCount: 0,
      pledges: [{ clusterYearId: 'cluster-year-2', year: 2024, status: 'signing', signedCount: 6 }],
    },
    setReasons: [],
    ...about,
  }) as unknown as HandOver;

const openHandOver = (about: object = {}, answers: object = {}) =>
  renderApp('/cum/cluster-year-1/ban-giao', {
    'accounts.me': () => aSession({ permissions: ['nominations.list', 'clusters.handOver'] }),
    'clusters.handOver': () => aHandOver(about),
    'audit.ofRecord': () => [],
    ...answers,
  });

test('who leads until when, who comes next, and what goes over with links', async () => {
  await openHandOver();
  const main = screen.getByRole('main');
  expect(main.textContent).toContain('Lạng Sơn (Sở Nội vụ tỉnh Lạng Sơn), đến hết ngày 14/03/2024');
  expect(main.textContent).toContain('Cao Bằng (Sở Nội vụ tỉnh Cao Bằng), Cụm phó: Điện Biên');
  const table = within(screen.getByRole('region', { name: 'Nội dung bàn giao' }));
  expect(table.getByText('Không còn')).toBeTruthy();
  expect(table.getByText('Giao ước thi đua năm 2024').closest('a')?.getAttribute('href')).toBe(
    '/cum/cluster-year-2/giao-uoc',
  );
  // Without the right to read decisions there is the count, but no way that ends at a closed door.
  expect(table.getByText('Quyết định chưa ban hành').closest('a')).toBeNull();
});

test('the day goes out with the version that was seen', async () => {
  const user = userEvent.setup();
  const set = vi.fn((_input: unknown) => ({ version: 4 }));
  await openHandOver({}, { 'clusters.setHandOver': set });
  await user.click(screen.getByRole('button', { name: 'Đổi ngày bàn giao' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('tiếp nhận báo cáo, đề nghị bổ sung');
  const day = within(dialog).getByLabelText(/^Ngày bàn giao/);
  await user.clear(day);
  await user.type(day, '20/3/2024');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi ngày bàn giao' }));
  await waitFor(() =>
    expect(set).toHaveBeenCalledWith({
      clusterYearId: 'cluster-year-1',
      seenVersion: 3,
      handOverOn: '2024-03-20',
      note: '',
    }),
  );
});

test('a button that is off says why; without a next year it says what to do', async () => {
  await openHandOver({
    next: null,
    setReasons: [{ code: 'hand-over.no-next-year', facts: { next: '2024' } }],
  });
  expect((screen.getByRole('button', { name: 'Đổi ngày bàn giao' }) as HTMLButtonElement).disabled).toBe(true);
  expect(screen.getByText(/Chưa có năm thi đua 2024 được công bố nên chưa biết bàn giao cho đơn vị nào/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'trang của Cụm' }).getAttribute('href')).toBe('/danh-sach-cum/CUM-A');
});
