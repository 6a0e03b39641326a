import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { registryRoutes } from '#client/registry/registry.routes.ts';
import type { AwardFilters } from '#shared/registry/registry.schema.ts';
import { type Answers, aSession, renderApp } from '#test/core/render-app.tsx';

export const row = (n: number) => ({
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
  way: 'merit',
  isDemo: 1,
});

export const NO_VIEWS = { views: [], defaultId: null, layout: null, layoutOfView: {} };
export const aView = (about: object = {}) => ({
  id: '0193b1c0-0000-7000-8000-000000000001',
  name: 'Khen năm 2022',
  audience: 'mine',
  role: null,
  query: 'yearFrom=2022&sort=name-asc',
  layout: { columns: [{ id: 'name' }, { id: 'place', hidden: true }], density: 'normal' },
  ownerName: 'Hoàng Thị Lệ',
  isMine: true,
  mayChange: true,
  version: 1,
  ...about,
});

/** The registry as somebody at a province's desk opens it, with these answers of the server. */
export async function openPage(at: string, answers: Answers = {}) {
  const asked: AwardFilters[] = [];
  const user = userEvent.setup();
  const app = await renderApp(
    at,
    {
      'accounts.me': () =>
        aSession({ permissions: ['awards.list', 'awards.record', 'recipients.list', 'savedViews.share'] as never }),
      'awards.filters': () => ({
        units: [
          { id: 'LS', name: 'Lạng Sơn', validTo: null },
          { id: 'HG', name: 'Hà Giang', validTo: '2025-06-30' },
        ],
        firstYear: 2021,
        lastYear: 2023,
        fields: ['Giáo dục', 'Y tế'],
      }),
      'awards.forms': () => [
        { code: 'BKT', name: 'Bằng khen của Chủ tịch UBND tỉnh', appliesTo: ['individual'], version: null },
      ],
      'awards.list': (input: AwardFilters) => {
        asked.push(input);
        return input.cursor === 'p2'
          ? { rows: [row(51)], nextCursor: null }
          : { rows: [row(1), row(2), row(3)], nextCursor: 'p2' };
      },
      'awards.count': () => ({ count: 10_000, isMore: true }),
      'awards.suggest': () => ({ units: [], recipients: [] }),
      'units.today': () => ({
        sinceOn: '2025-07-01',
        units: [{ unitId: 'LS', name: 'Lạng Sơn' }],
        of: [{ unitId: 'LS', parts: [{ unitId: 'LS' }] }],
      }),
      'savedViews.list': () => NO_VIEWS,
      'savedViews.saveLayout': () => null,
      ...answers,
    },
    registryRoutes,
  );
  await screen.findByRole('heading', { name: 'Sổ khen thưởng' });
  return { user, asked, app, search: () => app.router.state.location.search };
}

export const heads = () =>
  screen
    .getAllByRole('columnheader')
    .map((head) => head.textContent)
    .filter((text) => text !== 'STT');
