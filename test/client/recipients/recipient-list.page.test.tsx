import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { recipientRoutes } from '#client/recipients/recipients.routes.ts';
import { type Answers, aSession, renderApp } from '#test/core/render-app.tsx';

const ID = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e43';
const aRow = {
  id: ID,
  kind: 'individual',
  name: 'Lò Thị Mẫu',
  sex: null,
  birthYear: 1985,
  foundedOn: null,
  unitId: 'VN63-20',
  unitName: 'Lạng Sơn',
  place: '',
  isDemo: 0,
  awardCount: 3,
  latestAwardOn: '2023-01-15',
  latestAwardName: 'Bằng khen',
};
const alike = { ...aRow, positionHeld: 'Giáo viên', grounds: ['same-name-unit'] };

const NO_VIEWS = { views: [], defaultId: null, layout: null, layoutOfView: {} };
const aView = {
  id: '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e55',
  name: 'Tập thể của Lạng Sơn',
  query: 'kind=collective&unitId=VN63-20',
  layout: null,
  audience: 'mine',
  role: null,
  ownerName: 'Nông Thị Mẫu',
  isMine: true,
  mayChange: true,
  version: 1,
};

async function openPage(answers: Answers = {}) {
  const asked: { q?: string }[] = [];
  const user = userEvent.setup();
  const app = await renderApp(
    '/doi-tuong',
    {
      'accounts.me': () => aSession({ permissions: ['recipients.list', 'recipients.create'] as never }),
      'awards.filters': () => ({
        units: [{ id: 'VN63-20', name: 'Lạng Sơn', validFrom: null, validTo: null }],
        firstYear: 2020,
        lastYear: 2023,
      }),
      'savedViews.list': () => NO_VIEWS,
      'recipients.list': (input: { q?: string }) => {
        asked.push(input);
        return { rows: [aRow], nextCursor: null };
      },
      ...answers,
    },
    recipientRoutes,
  );
  await screen.findByRole('heading', { level: 1, name: 'Tập thể và cá nhân' });
  return { user, asked, app };
}

test('a citizen number is neither asked for nor put into the address', async () => {
  const { user, asked, app } = await openPage();
  await user.type(screen.getByRole('searchbox'), '014085001234');
  expect(await screen.findByText(/Không tìm theo số căn cước/)).toBeTruthy();
  expect(app.router.state.location.search).not.toContain('014085001234');
  expect(asked.some(({ q }) => q === '014085001234')).toBe(false);
});

test('those who look alike are shown first; one press adds all the same', async () => {
  const sent: { anyway: boolean }[] = [];
  const { user } = await openPage({
    'recipients.lookAlikes': () => ({ found: [alike], hiddenCount: 1 }),
    'recipients.create': (input: { anyway: boolean }) => {
      sent.push(input);
      return { id: ID, version: 1 };
    },
    'recipients.byId': () => {
      throw new Error('not of this test');
    },
  });
  await user.click(screen.getByRole('button', { name: 'Thêm' }));
  const dialog = await screen.findByRole('dialog', { name: 'Thêm tập thể, cá nhân' });
  await user.type(within(dialog).getByLabelText(/Họ và tên/), 'Lò Thị Mẫu');
  await user.click(within(dialog).getByRole('button', { name: 'Thêm' }));
  const alert = await within(dialog).findByRole('alert');
  expect(alert.textContent).toContain('Cùng tên, cùng đơn vị');
  expect(alert.textContent).toContain('1 hồ sơ ngoài phạm vi');
  expect(sent).toEqual([]);
  await user.click(within(alert).getByRole('button', { name: 'Vẫn thêm mới' }));
  await waitFor(() => expect(sent).toMatchObject([{ anyway: true, draft: { name: 'Lò Thị Mẫu' } }]));
});

test('columns are hidden and kept; a view brings its filters, and the address says which it is', async () => {
  const kept: { list: string; layout: { columns: { id: string; hidden: boolean }[] } }[] = [];
  const { user, asked, app } = await openPage({
    'savedViews.list': () => ({ ...NO_VIEWS, views: [aView] }),
    'savedViews.saveLayout': (input: (typeof kept)[number]) => {
      kept.push(input);
      return null;
    },
  });
  const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent);
  expect(heads()).toContain('Nơi công tác, địa chỉ');
  await user.click(screen.getByRole('button', { name: 'Cột' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Nơi công tác, địa chỉ' }));
  await waitFor(() => expect(heads()).not.toContain('Nơi công tác, địa chỉ'));
  await waitFor(() => expect(kept).toHaveLength(1));
  expect(kept[0]!.list).toBe('recipients');
  expect(kept[0]!.layout.columns.find(({ id }) => id === 'place')?.hidden).toBe(true);
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'Chế độ xem' }));
  await user.click(await screen.findByRole('menuitem', { name: aView.name }));
  await waitFor(() => expect(asked.at(-1)).toEqual({ kind: 'collective', unitId: 'VN63-20' }));
  expect(app.router.state.location.search).toBe(`?${aView.query}&che-do=${aView.id}`);
});
