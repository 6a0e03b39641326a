import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { exemplarRoutes } from '#client/exemplars/exemplars.routes.ts';
import type { ExemplarFilters } from '#shared/exemplars/exemplars.schema.ts';
import { type Answers, aSession, refusal, renderApp } from '#test/core/render-app.tsx';

const YEAR = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e42';
const ID = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e43';
const aRow = {
  id: ID,
  kind: 'person',
  title: 'Bảo tồn bản sắc văn hóa',
  presenter: 'Ông Hảng A Xà',
  place: 'xã Sin Suối Hồ, tỉnh Lai Châu',
  field: 'Văn hóa',
  source: 'Báo Tin tức',
  isDemo: 1,
  unitId: 'LC',
  unitName: 'Lai Châu',
  year: 2023,
  clusterName: 'Cụm A',
};
const ADD_TO = [
  { clusterYearId: YEAR, year: 2023, clusterName: 'Cụm A', units: [{ id: 'LC', name: 'Lai Châu' }] },
] as const;

async function openPage(at: string, answers: Answers = {}, addTo: readonly object[] = []) {
  const asked: ExemplarFilters[] = [];
  const user = userEvent.setup();
  const app = await renderApp(
    at,
    {
      'accounts.me': () => aSession({ permissions: ['exemplars.list'] as never }),
      'exemplars.options': () => ({ years: [2023], units: [{ id: 'LC', name: 'Lai Châu' }], addTo }),
      'exemplars.list': (input: ExemplarFilters) => {
        asked.push(input);
        return { rows: input.text === 'khong co' ? [] : [aRow], nextCursor: null };
      },
      ...answers,
    },
    exemplarRoutes,
  );
  await screen.findByRole('heading', { name: 'Điển hình tiên tiến, mô hình hay' });
  return { user, asked, router: app.router };
}

test('what is typed is searched after a pause, once, and stands in the address', async () => {
  const { user, asked, router } = await openPage('/dien-hinh');
  const before = asked.length;
  await user.type(screen.getByRole('searchbox'), 'khong co');
  expect(await screen.findByText(/Không có điển hình nào theo tìm kiếm/)).toBeTruthy();
  expect(new URLSearchParams(router.state.location.search).get('text')).toBe('khong co');
  expect(asked.slice(before).map(({ text }) => text)).toEqual(['khong co']);
  await user.click(screen.getByRole('button', { name: 'Xóa lọc' }));
  expect(await screen.findByRole('link', { name: aRow.title })).toBeTruthy();
  await waitFor(() => expect((screen.getByRole('searchbox') as HTMLInputElement).value).toBe(''));
});

test('the address fills search and filters; a value that is none falls away', async () => {
  const { asked } = await openPage('/dien-hinh?text=hang+a+xa&kind=person&year=2023&unitId=LC');
  expect(asked[0]).toMatchObject({ text: 'hang a xa', kind: 'person', year: 2023, unitId: 'LC' });
  expect((screen.getByRole('searchbox') as HTMLInputElement).value).toBe('hang a xa');
});

test('a row says who, where and of which unit; an invented one says so', async () => {
  await openPage('/dien-hinh', {
    'exemplars.list': () => ({ rows: [aRow, { ...aRow, id: YEAR, title: 'Tự đặt', source: null }], nextCursor: null }),
  });
  const told = screen.getByRole('link', { name: aRow.title }).closest('tr')!;
  expect(within(told).getByText('Ông Hảng A Xà, xã Sin Suối Hồ, tỉnh Lai Châu')).toBeTruthy();
  expect(within(told).queryByText(/minh họa/)).toBeNull();
  const invented = screen.getByRole('link', { name: 'Tự đặt' }).closest('tr')!;
  expect(within(invented).getByText(/dữ liệu minh họa/)).toBeTruthy();
});

test('who may not add has no button', async () => {
  await openPage('/dien-hinh');
  expect(screen.queryByRole('button', { name: 'Thêm điển hình' })).toBeNull();
});

test('a new one goes to its page; HTML is told at its field and nothing typed is lost', async () => {
  const sent: { draft: { story: string } }[] = [];
  const { user, router } = await openPage(
    '/dien-hinh',
    {
      'exemplars.create': (input: { draft: { story: string } }) => {
        sent.push(input);
        if (input.draft.story.includes('<b>'))
          throw refusal('UNPROCESSABLE_CONTENT', [
            { code: 'exemplar.story-html', text: 'Câu chuyện chỉ nhận chữ thường: tìm thấy “<b>”.', field: 'story' },
          ]);
        return { id: ID, version: 1 };
      },
      'exemplars.byId': () => {
        throw new Error('the page of the exemplar is not what is tested here');
      },
    },
    ADD_TO,
  );
  await user.click(screen.getByRole('button', { name: 'Thêm điển hình' }));
  const dialog = await screen.findByRole('dialog', { name: 'Thêm điển hình, mô hình' });
  await user.type(within(dialog).getByLabelText(/Tên điển hình/), 'Thắp sáng đường quê');
  const story = within(dialog).getByLabelText(/Câu chuyện/);
  await user.type(story, 'Bản <b>sáng</b>');
  await user.click(within(dialog).getByRole('button', { name: 'Thêm điển hình' }));
  expect((await within(dialog).findAllByText(/tìm thấy “<b>”/)).length).toBeGreaterThan(0);
  expect((story as HTMLTextAreaElement).value).toBe('Bản <b>sáng</b>');
  await user.clear(story);
  await user.type(story, 'Bản sáng');
  await user.click(within(dialog).getByRole('button', { name: 'Thêm điển hình' }));
  await waitFor(() => expect(sent.at(-1)).toMatchObject({ unitId: 'LC', draft: { story: 'Bản sáng' } }));
  await waitFor(() =>
    expect(`${router.state.navigation.location?.pathname ?? router.state.location.pathname}`).toContain(ID),
  );
});
