import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Overview, Standing, Task } from '#client/dashboard/overview-types.ts';
import { aSession, renderApp } from '#test/core/render-app.tsx';

const YEAR = 'cluster-year-1';

const aTask = (about: Partial<Task>): Task => ({
  code: 'task.decision-draft',
  facts: { itemCount: 12 },
  tone: 'info',
  dueOn: null,
  link: { to: 'decision', id: 'd1' },
  ...about,
});

const aStanding = (about: Partial<Standing> = {}): Standing => ({
  clusterYearId: YEAR,
  year: 2023,
  clusterName: 'Cụm thi đua A',
  clusterKind: 'cluster',
  chairName: 'Lạng Sơn',
  chairUnitId: 'LS',
  leaderUnitId: 'LS',
  leaderName: 'Lạng Sơn',
  handOverOn: '2024-03-15',
  memberCount: 7,
  receivedCount: 5,
  sentCount: 6,
  pledgedCount: 7,
  nominatedCount: 13,
  allottedCount: 14,
  late: [],
  care: null,
  stages: [],
  ...about,
});

const aStage = (id: string, opensOn: string, closesOn: string, state: Standing['stages'][number]['state']) => ({
  id,
  kind: 'conference' as const,
  name: `Giai đoạn ${id}`,
  opensOn,
  closesOn,
  dueNote: null,
  state,
});

const open = (about: Partial<Overview>, session = aSession()) =>
  renderApp('/', {
    'accounts.me': () => session,
    'dashboard.overview': () => ({ today: '2024-03-01', tasks: [], years: [], standing: aStanding(), ...about }),
  });

test('each task is a link to where it is done, with its day in words', async () => {
  await open({
    tasks: [
      aTask({
        code: 'task.report-draft',
        facts: { year: 2023, unit: 'Sơn La', reason: '' },
        tone: 'bad',
        dueOn: '2024-01-15',
        link: { to: 'report', clusterYearId: YEAR, id: 'r1' },
      }),
      aTask({
        code: 'task.nomination-supplement',
        facts: { name: 'Lò Văn Khuông' },
        dueOn: '2024-03-04',
        link: { to: 'nomination', id: 'n1' },
      }),
      aTask({}),
    ],
  });
  const list = screen.getByRole('heading', { name: 'Việc cần xử lý (3)' }).parentElement!;
  const links = within(list).getAllByRole('link');
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Nhập và gửi báo cáo tổng kết năm 2023 của Sơn La', `/cum/${YEAR}/bao-cao/r1`],
    ['Bổ sung hồ sơ đề nghị: Lò Văn Khuông', '/de-nghi/n1'],
    ['Hoàn thiện dự thảo Quyết định, trình ký (12 trường hợp)', '/quyet-dinh/d1'],
  ]);
  expect(within(list).getByText('Quá hạn 46 ngày (hạn 15/01/2024)')).toBeTruthy();
  expect(within(list).getByText('Còn 3 ngày (hạn 04/03/2024)')).toBeTruthy();
});

test('nothing to do says so and leads on', async () => {
  await open({});
  expect(screen.getByText(/Không có việc nào đang chờ bạn xử lý/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Xem bảng theo dõi tiến độ của các đơn vị' }).getAttribute('href')).toBe(
    `/cum/${YEAR}`,
  );
});

test('of many tasks the first twelve are shown, the others on demand', async () => {
  const tasks = Array.from({ length: 14 }, (_, n) =>
    aTask({
      code: 'task.nomination-check',
      facts: { unit: 'Hà Giang', name: `Người ${n}` },
      link: { to: 'nomination', id: `n${n}` },
    }),
  );
  await open({ tasks });
  expect(screen.queryByRole('link', { name: /Người 12$/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Xem thêm 2 việc' }));
  expect(screen.getByRole('link', { name: /Người 13$/ })).toBeTruthy();
});

test('the standing of the year in figures, and who is late', async () => {
  await open({
    standing: aStanding({
      late: [
        {
          unitId: 'SL',
          unitName: 'Sơn La',
          cell: {
            milestone: 'year-end-report',
            code: 'report.overdue',
            facts: { overdueCount: 46 },
            tone: 'bad',
            recordId: 'r1',
          },
        },
      ],
      stages: [
        aStage('1', '2024-01-01', '2024-02-01', 'done'),
        aStage('2', '2024-02-23', '2024-03-04', 'open'),
        aStage('3', '2024-03-05', '2024-03-05', 'ahead'),
      ],
    }),
  });
  const card = screen.getByRole('heading', { name: 'Tiến độ năm thi đua 2023' }).parentElement!;
  const text = card.textContent!.replaceAll(/\s+/g, ' ');
  for (const words of [
    'Cụm trưởng: Lạng Sơn',
    'Đã qua 1/3 giai đoạn. Vạch đỏ: hôm nay 01/03/2024.',
    'Đang diễn ra: Giai đoạn 2. Còn 3 ngày (hạn 04/03/2024)',
    'Tiếp theo: Giai đoạn 3, ngày 05/03/2024, còn 4 ngày',
    '7/7 đã ký kết',
    '5/7 đã tiếp nhận (đã gửi 6)',
    '13/14 đã gửi',
  ])
    expect(text).toContain(words);
  expect(within(card).getByRole('link', { name: 'Sơn La, Báo cáo năm: Quá hạn 46 ngày' }).getAttribute('href')).toBe(
    `/cum/${YEAR}/bao-cao/r1`,
  );
  expect(within(card).getAllByRole('listitem')[0]!.textContent).toBe('Giai đoạn 1 (01/02/2024): Đã qua');
});

test('where nobody is late it says so', async () => {
  await open({});
  expect(screen.getByText('Không có đơn vị nào quá hạn.')).toBeTruthy();
});

test.each([
  [[], /Tài khoản chưa được giao vai trò/],
  [['clusters.list'], /Đơn vị chưa thuộc cụm, khối thi đua nào/],
  [['clusters.list', 'clusters.create'], /Thêm cụm, khối, đơn vị thành viên và mở năm ở/],
])('without a year, with the rights %j, it says what is missing', async (permissions, words) => {
  await open({ standing: null }, aSession({ permissions, clusterYears: [] }));
  expect(screen.getByText(words)).toBeTruthy();
});

const EMPTY = { total: 0, cancelled: 0, byYear: [], facets: [], unitIds: ['LS'] };

test.each([
  [
    'a specialist',
    ['awards.record', 'imports.start'],
    ['Nhập danh sách từ Excel', 'Ghi bổ sung từng lượt khen trong Sổ'],
  ],
  ['a reporter', ['imports.start'], []],
])('an empty register tells %s what to do, and only what is theirs', async (_, permissions, links) => {
  await renderApp('/', {
    'accounts.me': () => aSession({ permissions: ['awards.aggregate', ...permissions] as never }),
    'dashboard.overview': () => ({ today: '2024-03-01', tasks: [], years: [], standing: aStanding() }),
    'awards.aggregate': () => EMPTY,
  });
  const card = (await screen.findByText(/0 lượt khen còn hiệu lực của đơn vị/)).closest('section')!;
  expect(within(card).getByText(/Khen thưởng vào Sổ khi Quyết định được ban hành/)).toBeTruthy();
  expect(
    within(card)
      .queryAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(links);
});
