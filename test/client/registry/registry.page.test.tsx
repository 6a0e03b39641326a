import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { registryRoutes } from '#client/registry/registry.routes.ts';
import type { AwardFilters } from '#shared/registry/registry.schema.ts';
import { type Answers, aSession, refusal, renderApp } from '#test/core/render-app.tsx';

const row = (n: number) => ({
  id: `a${n}`,
  decisionId: null,
  awardCode: 'BKT',
  awardName: 'Bằng khen của Chủ tịch UBND tỉnh',
  unitId: 'LS',
  unitName: 'Lạng Sơn',
  year: 2023,
  decisionNumber: '372/QĐ-UBND',
  decidedOn: '2024-02-27',
  recipientKind: 'individual',
  printedName: `Người số ${n}`,
  printedPlace: 'huyện Bình Gia,\ntỉnh Lạng Sơn',
  status: 'active',
  isDemo: 1,
});

async function openPage(at: string, answers: Answers = {}) {
  const asked: AwardFilters[] = [];
  const user = userEvent.setup();
  const app = await renderApp(
    at,
    {
      'accounts.me': () => aSession({ permissions: ['awards.list', 'awards.record'] as never }),
      'awards.filters': () => ({
        units: [
          { id: 'LS', name: 'Lạng Sơn', validTo: null },
          { id: 'HG', name: 'Hà Giang', validTo: '2025-06-30' },
        ],
        firstYear: 2021,
        lastYear: 2023,
      }),
      'awards.forms': () => [
        { code: 'BKT', name: 'Bằng khen của Chủ tịch UBND tỉnh', appliesTo: ['individual'], version: null },
      ],
      'awards.list': (input: AwardFilters) => {
        asked.push(input);
        return input.cursor === 'p2'
          ? { rows: [row(51)], nextCursor: null }
          : { rows: Array.from({ length: 50 }, (_, n) => row(n + 1)), nextCursor: 'p2' };
      },
      ...answers,
    },
    registryRoutes,
  );
  await screen.findByRole('heading', { name: 'Sổ khen thưởng' });
  return { user, asked, search: () => app.router.state.location.search };
}

test('filters live in the address; changing one starts from the top', async () => {
  const { user, asked, search } = await openPage('/so-khen-thuong?year=2023&cursor=p2');
  expect(asked[0]).toEqual({ year: 2023, cursor: 'p2' });
  await user.selectOptions(screen.getByLabelText('Tỉnh, thành phố'), 'HG');
  await waitFor(() => expect(asked.at(-1)).toEqual({ year: 2023, unitId: 'HG' }));
  expect(search()).toBe('?year=2023&unitId=HG');
});

test('forward and back by cursor, with the number of the row going on', async () => {
  const { user } = await openPage('/so-khen-thuong');
  expect(screen.getByText('Người số 50')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Trang trước' })).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('button', { name: 'Trang sau' }));
  const last = (await screen.findByText('Người số 51')).closest('tr')!;
  expect(within(last).getByText('51')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Trang sau' })).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('button', { name: 'Trang trước' }));
  expect(await screen.findByText('Người số 1')).toBeTruthy();
});

test('an award opens beside the list and says what is not known', async () => {
  const { user } = await openPage('/so-khen-thuong', {
    'awards.byId': () => ({
      ...row(1),
      way: 'thematic',
      sentence: '',
      achievement: '',
      prizeVnd: 2_700_000,
      prizeCertainty: 'probable',
      signatoryName: null,
      certificates: [{ id: 'c1', goldenBookNumber: 386, goldenBookYear: 2024, status: 'printed', cancelledOn: null }],
      others: [],
    }),
  });
  await user.click(screen.getByRole('link', { name: 'Người số 1' }));
  const drawer = await screen.findByRole('dialog');
  expect(await within(drawer).findByText('2.700.000 đồng')).toBeTruthy();
  expect(within(drawer).getByText(/nhiều khả năng/)).toBeTruthy();
  expect(within(drawer).getByText(/Số sổ vàng 386\/2024/)).toBeTruthy();
});

test('recording a past award: the date as typed in Việt Nam, a refusal beside its field', async () => {
  const recorded: Record<string, unknown>[] = [];
  const { user } = await openPage('/so-khen-thuong', {
    'awards.record': (input) => {
      recorded.push(input);
      if (recorded.length > 1) return { id: 'a99' };
      throw refusal('UNPROCESSABLE_CONTENT', [
        { code: 'award.already-recorded', text: 'Đã có trong Sổ khen thưởng.', field: 'decisionNumber' },
      ]);
    },
  });
  await user.click(screen.getByRole('button', { name: 'Ghi bổ sung' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi vào Sổ' }));
  expect(await within(dialog).findAllByText('Chưa nhập ô này')).not.toHaveLength(0);
  expect(recorded).toHaveLength(0);

  await user.type(within(dialog).getByLabelText(/Họ và tên/), 'Hoàng Văn Slam');
  await user.selectOptions(within(dialog).getByLabelText(/Giới tính/), 'male');
  await user.selectOptions(within(dialog).getByLabelText(/Phân loại đối tượng/), 'frontline-worker');
  await user.selectOptions(within(dialog).getByLabelText(/Hình thức khen thưởng/), 'BKT');
  await user.type(within(dialog).getByLabelText(/Số, ký hiệu quyết định/), '120/QĐ-UBND');
  await user.type(within(dialog).getByLabelText(/^Ngày quyết định/), '5/3/2023');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi vào Sổ' }));
  await waitFor(() => expect(recorded).toHaveLength(1));
  expect(recorded[0]).toMatchObject({ decidedOn: '2023-03-05', year: 2023, unitId: 'LANGSON', awardCode: 'BKT' });
  expect(await within(dialog).findAllByText('Đã có trong Sổ khen thưởng.')).toHaveLength(2);
});
