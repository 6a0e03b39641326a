import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { nominationRoutes } from '#client/nominations/nominations.routes.ts';
import type { NominationFilters } from '#shared/nominations/nominations.schema.ts';
import { type Answers, aSession, renderApp } from '#test/core/render-app.tsx';

const YEAR = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e42';
const ID = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e43';

function aList(rows: object[] = []) {
  return {
    year: {
      id: YEAR,
      name: 'Năm thi đua 2023',
      clusterName: 'Cụm A',
      closesOn: '2024-01-22',
      dueNote: '20/01 là thứ Bảy',
    },
    allotment: { collective: 1, individual: 1 },
    counts: { submitted: 2, checked: 1 },
    quota: [
      { unitId: 'SL', unitName: 'Sơn La', recipientKind: 'individual', putForward: 2, isOver: true },
      { unitId: 'LANGSON', unitName: 'Lạng Sơn', recipientKind: 'collective', putForward: 1, isOver: false },
    ],
    rows,
  };
}

const aRow = {
  id: ID,
  unitId: 'SL',
  unitName: 'Sơn La',
  recipientKind: 'individual',
  name: 'Lò Thị Mẫu',
  workplace: 'Trường Mầm non',
  awardName: 'Bằng khen',
  status: 'submitted',
  submittedAt: '2024-01-25T03:00:00.000Z',
  daysLate: 3,
  isOverQuota: true,
  isDemo: 1,
};

async function openPage(at: string, answers: Answers = {}, permissions: string[] = ['nominations.list']) {
  const asked: NominationFilters[] = [];
  const user = userEvent.setup();
  const app = await renderApp(
    at,
    {
      'accounts.me': () =>
        aSession({
          permissions: permissions as never,
          clusterYears: [{ id: YEAR, clusterName: 'Cụm A', year: 2023, myRole: 'chair' }] as never,
        }),
      'nominations.list': (input: NominationFilters) => {
        asked.push(input);
        return aList(input.status === 'checked' ? [] : [aRow]);
      },
      ...answers,
    },
    nominationRoutes,
  );
  await screen.findByRole('heading', { name: 'Hồ sơ đề nghị' });
  return { user, asked, router: app.router };
}

test('each dossier says what is out of the ordinary; the allotment names who is over it', async () => {
  await openPage('/de-nghi');
  const row = screen.getByRole('link', { name: 'Lò Thị Mẫu' }).closest('tr')!;
  expect(within(row).getByText('Vượt phân bổ')).toBeTruthy();
  expect(within(row).getByText('Trễ 3 ngày')).toBeTruthy();
  expect(within(row).getByText('25/01/2024 10:00')).toBeTruthy();
  expect(screen.getByText(/mỗi đơn vị 01 tập thể, 01 cá nhân/)).toBeTruthy();
  expect(screen.getByText('Sơn La: vượt phân bổ, 2 cá nhân')).toBeTruthy();
});

test('a tab is a filter in the address, with its figure; an empty one says what to do', async () => {
  const { user, asked, router } = await openPage('/de-nghi');
  expect(screen.getByRole('button', { name: 'Tất cả (3)' }).getAttribute('aria-pressed')).toBe('true');
  await user.click(screen.getByRole('button', { name: 'Đã thẩm định (1)' }));
  expect(await screen.findByText(/Không có hồ sơ nào theo bộ lọc này/)).toBeTruthy();
  expect(router.state.location.search).toBe('?status=checked');
  expect(asked.at(-1)).toEqual({ clusterYearId: YEAR, status: 'checked' });
});

test('only who may put forward can open a dossier, and lands on it', async () => {
  const created: object[] = [];
  const { user, router } = await openPage(
    '/de-nghi',
    {
      'nominations.create': (input) => {
        created.push(input);
        return { id: ID, version: 1 };
      },
      'nominations.byId': () => {
        throw new Error('the page of the dossier is not what is tested here');
      },
    },
    ['nominations.list', 'nominations.create'],
  );
  await user.click(screen.getByRole('button', { name: 'Đề nghị tập thể' }));
  await waitFor(() => expect(created).toMatchObject([{ clusterYearId: YEAR, recipientKind: 'collective' }]));
  await waitFor(() =>
    expect(`${router.state.navigation.location?.pathname ?? router.state.location.pathname}`).toContain(ID),
  );
});

test('a reader has no such buttons', async () => {
  await openPage('/de-nghi');
  expect(screen.queryByRole('button', { name: /Đề nghị (tập thể|cá nhân)/ })).toBeNull();
});
