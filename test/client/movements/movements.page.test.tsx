import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { MovementsOfYear } from '#client/movements/movement-types.ts';
import { movementRoutes } from '#client/movements/movements.routes.ts';
import { movementsText } from '#client/movements/movements-text.ts';
import { type Answers, aSession, refusal, renderApp } from '#test/core/render-app.tsx';

const YEAR = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e42';
const ALLOWED = { allowed: true, reasons: [] };
const CLOSED = { allowed: false, reasons: [{ code: 'movement.not-admin', text: 'Chỉ quản trị hệ thống.' }] };
const aMovement = {
  id: 'VNN-2021',
  name: 'Vì người nghèo',
  level: 'prime-minister',
  kind: 'thematic',
  launchedBy: 'Thủ tướng Chính phủ',
  unitId: null,
  unitName: null,
  goal: '',
  periodFrom: '2021-01-01',
  periodTo: '2025-12-31',
  document: null,
  source: 'Báo',
  isDemo: 0,
  version: 1,
  state: 'running',
  outside: null,
  sentOn: null as string | null,
  confirmBy: null as string | null,
  files: [],
  confirmations: [] as object[],
  reviews: [] as object[],
  actions: { save: CLOSED, drop: ALLOWED, send: ALLOWED, saveReview: ALLOWED },
};
const provincial = {
  ...aMovement,
  id: '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e50',
  name: 'Bản sáng',
  level: 'province',
  launchedBy: 'UBND tỉnh Sơn La',
  goal: 'Mỗi xã một bản.',
  periodFrom: '2019-01-01',
  periodTo: '2020-12-31',
  isDemo: 1,
  state: 'ended',
  outside: 'before',
};
const aLaunch = {
  clusterYearId: YEAR,
  launchedOn: '2024-03-05',
  place: 'thành phố Lạng Sơn',
  launchedBy: 'Cụm A',
  isDemo: 1,
  version: 2,
  contents: ['Nội dung một', 'Nội dung hai'],
};
const data = {
  year: {
    id: YEAR,
    clusterId: 'CUM-A',
    year: 2024,
    name: 'Năm thi đua 2024',
    startsOn: '2024-03-05',
    endsOn: '2025-03-15',
    status: 'published',
    clusterName: 'Cụm A',
    chairUnitId: 'LS',
    chairUnitName: 'Lạng Sơn',
  },
  today: '2024-03-01',
  movements: [aMovement, provincial],
  available: [{ ...aMovement, id: 'NTM-2021', name: 'Nông thôn mới' }],
  members: [
    { unitId: 'SL', name: 'Sơn La' },
    { unitId: 'LS', name: 'Lạng Sơn' },
  ],
  mayConfirmFor: [] as string[],
  launch: aLaunch,
  launchStage: null,
  actions: { create: { 'prime-minister': CLOSED, cluster: ALLOWED, province: ALLOWED }, saveLaunch: ALLOWED },
};

async function openPage(about: object = {}, answers: Answers = {}) {
  const user = userEvent.setup();
  await renderApp(
    `/cum/${YEAR}/phong-trao`,
    {
      'accounts.me': () => aSession({ permissions: ['movements.ofYear', 'movements.save'] as never }),
      'movements.ofYear': () => ({ ...data, ...about }),
      'audit.ofRecord': () => [],
      ...answers,
    },
    movementRoutes,
  );
  await screen.findByRole('heading', { level: 1, name: 'Phong trào thi đua năm 2024' });
  return user;
}

test('three groups with their figures; each movement says its period, its state and what is out of the ordinary', async () => {
  await openPage();
  expect(screen.getByRole('heading', { name: 'Do Thủ tướng Chính phủ phát động (1)' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Do Cụm phát động (0)' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Do tỉnh phát động (1)' })).toBeTruthy();
  const row = screen.getByRole('button', { name: 'Bản sáng' }).closest('tr')!;
  expect(within(row).getByText('01/01/2019 - 31/12/2020')).toBeTruthy();
  expect(within(row).getByText('Đã kết thúc')).toBeTruthy();
  expect(within(row).getByText('Hết trước năm')).toBeTruthy();
  expect(within(row).getByText(/dữ liệu minh họa/)).toBeTruthy();
});

test('a draft has the way back to its plan in place of pages that open once it is published', async () => {
  await openPage({ year: { ...data.year, status: 'draft' } });
  expect(screen.getByRole('link', { name: 'Kế hoạch năm' }).getAttribute('href')).toBe(`/cum/${YEAR}/ke-hoach`);
  expect(screen.queryByRole('navigation', { name: 'Các trang của năm thi đua' })).toBeNull();
  expect(screen.getByRole('button', { name: /^Thêm phong trào: Do Cụm/ })).toBeTruthy();
});

test('the launch is read in order; before its day it is told as to come', async () => {
  await openPage();
  const launch = screen.getByRole('region', { name: 'Phát động' });
  expect(within(launch).getByText(/Sẽ phát động ngày 05\/03\/2024 · thành phố Lạng Sơn · Cụm A/)).toBeTruthy();
  expect(
    within(launch)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(aLaunch.contents);
});

test('a year without a launch says what to do, and what its calendar says', async () => {
  const launchStage = { name: 'Phát động', opensOn: '2023-02-24', dueNote: 'Ngày minh họa' };
  await openPage({ launch: null, launchStage });
  expect(screen.getByText(/Bấm “Ghi nội dung phát động”/)).toBeTruthy();
  expect(screen.getByText(/24\/02\/2023/)).toBeTruthy();
});

test('contents are moved, added and taken out, and sent in the new order over the version seen', async () => {
  const sent: object[] = [];
  const user = await openPage(
    {},
    {
      'movements.saveLaunch': (input) => {
        sent.push(input);
        return { version: 3 };
      },
    },
  );
  await user.click(screen.getByRole('button', { name: 'Sửa nội dung phát động' }));
  const dialog = await screen.findByRole('dialog', { name: 'Phát động thi đua năm 2024' });
  expect((within(dialog).getByRole('button', { name: 'Chuyển nội dung 1 lên' }) as HTMLButtonElement).disabled).toBe(
    true,
  );
  await user.click(within(dialog).getByRole('button', { name: 'Chuyển nội dung 2 lên' }));
  await user.click(within(dialog).getByRole('button', { name: 'Gỡ nội dung 2' }));
  await user.click(within(dialog).getByRole('button', { name: 'Thêm nội dung' }));
  await user.type(within(dialog).getByRole('textbox', { name: 'Nội dung 2' }), 'Nội dung ba');
  await user.click(within(dialog).getByRole('button', { name: 'Lưu' }));
  await waitFor(() =>
    expect(sent).toMatchObject([{ seenVersion: 2, draft: { contents: ['Nội dung hai', 'Nội dung ba'] } }]),
  );
});

test('an empty content is told at its place', async () => {
  const user = await openPage(
    {},
    {
      'movements.saveLaunch': () => {
        throw refusal('UNPROCESSABLE_CONTENT', [
          { code: 'launch.content-empty', text: 'Nội dung này đang trống.', field: 'contents.1' },
        ]);
      },
    },
  );
  await user.click(screen.getByRole('button', { name: 'Sửa nội dung phát động' }));
  const dialog = await screen.findByRole('dialog', { name: 'Phát động thi đua năm 2024' });
  await user.clear(within(dialog).getByRole('textbox', { name: 'Nội dung 2' }));
  await user.click(within(dialog).getByRole('button', { name: 'Lưu' }));
  expect((await within(dialog).findAllByText('Nội dung này đang trống.')).length).toBe(2);
  const second = within(dialog).getByRole('textbox', { name: 'Nội dung 2' });
  expect(second.getAttribute('aria-invalid')).toBe('true');
});

test('a movement opens with its reasons; taken out of the year it is confirmed first', async () => {
  const dropped: object[] = [];
  const user = await openPage(
    {},
    {
      'movements.drop': (input) => {
        dropped.push(input);
        return {};
      },
    },
  );
  await user.click(screen.getByRole('button', { name: 'Vì người nghèo' }));
  const dialog = await screen.findByRole('dialog', { name: 'Vì người nghèo' });
  expect(within(dialog).getByText('Chỉ quản trị hệ thống.')).toBeTruthy();
  expect(within(dialog).queryByRole('button', { name: 'Sửa' })).toBeNull();
  await user.click(within(dialog).getByRole('button', { name: 'Gỡ khỏi năm thi đua' }));
  const confirm = await screen.findByRole('dialog', { name: 'Gỡ phong trào khỏi năm thi đua' });
  await user.click(within(confirm).getByRole('button', { name: 'Gỡ khỏi năm thi đua' }));
  await waitFor(() => expect(dropped).toEqual([{ clusterYearId: YEAR, id: 'VNN-2021' }]));
});

test('a period outside the year is pointed out while typing and still sent', async () => {
  const sent: object[] = [];
  const user = await openPage(
    {},
    {
      'movements.create': (input) => {
        sent.push(input);
        return { id: 'x', version: 1 };
      },
    },
  );
  await user.click(screen.getByRole('button', { name: 'Thêm phong trào: Do Cụm phát động' }));
  const dialog = await screen.findByRole('dialog', { name: 'Thêm phong trào của Cụm' });
  await user.type(within(dialog).getByRole('textbox', { name: /Tên phong trào/ }), 'Đã qua');
  await user.type(within(dialog).getByRole('textbox', { name: /Từ ngày/ }), '01/01/2019');
  await user.type(within(dialog).getByRole('textbox', { name: /Đến ngày/ }), '31/12/2020');
  await user.click(within(dialog).getByRole('textbox', { name: /Mục tiêu/ }));
  expect(await within(dialog).findByText(/không có ngày nào trong năm thi đua/)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Thêm phong trào' }));
  await waitFor(() =>
    expect(sent).toMatchObject([
      { level: 'cluster', draft: { launchedBy: 'Cụm A', periodFrom: '2019-01-01', periodTo: '2020-12-31' } },
    ]),
  );
});

test('what exists is taken up from a list', async () => {
  const taken: object[] = [];
  const user = await openPage(
    {},
    {
      'movements.takeUp': (input) => {
        taken.push(input);
        return {};
      },
    },
  );
  await user.click(screen.getByRole('button', { name: 'Đưa vào năm: Do Thủ tướng Chính phủ phát động' }));
  await user.click(await screen.findByRole('button', { name: 'Đưa vào năm: Nông thôn mới' }));
  await waitFor(() => expect(taken).toEqual([{ clusterYearId: YEAR, id: 'NTM-2021' }]));
});

test('as text: launch, then the groups that have something', () => {
  expect(movementsText(data as unknown as MovementsOfYear)).toBe(
    [
      'Phong trào thi đua năm 2024 - Cụm A',
      '',
      'Phát động thi đua năm 2024: ngày 05/03/2024 tại thành phố Lạng Sơn; Cụm A',
      '1. Nội dung một',
      '2. Nội dung hai',
      '',
      'Do Thủ tướng Chính phủ phát động',
      '- Vì người nghèo (chuyên đề, từ 01/01/2021 đến 31/12/2025)',
      '',
      'Do tỉnh phát động',
      '- Bản sáng (chuyên đề, từ 01/01/2019 đến 31/12/2020; UBND tỉnh Sơn La; Mục tiêu: Mỗi xã một bản; dữ liệu minh họa)',
    ].join('\n'),
  );
});
