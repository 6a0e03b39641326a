import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { aSession, renderApp } from '#test/core/render-app.tsx';

const YEAR = 'cluster-year-1';
const cells = (code: string) =>
  ['pledge', 'mid-year-report', 'year-end-report', 'nominations'].map((milestone) => ({
    milestone,
    code: milestone === 'pledge' ? code : 'report.received',
    tone: 'good',
    facts: {},
    recordId: null,
  }));
const WORKSPACE = {
  clusterYear: {
    id: YEAR,
    year: 2023,
    clusterName: 'Cụm thi đua A',
    clusterKind: 'cluster',
    chairName: 'Sơn La',
    chairPerson: null,
    deputyChairName: null,
    standingOffice: 'Sở Nội vụ',
    startsOn: '2023-01-01',
    endsOn: '2024-03-15',
    handOverOn: null,
    isDemo: 0,
  },
  today: '2024-03-01',
  myRelation: null,
  movements: [],
  stages: [],
  matrix: [
    { unitId: 'VN63-14', name: 'Sơn La', fullName: 'Tỉnh Sơn La', leftOn: null, cells: cells('pledge.signed') },
    { unitId: 'VN63-02', name: 'Hà Giang', fullName: 'Tỉnh Hà Giang', leftOn: null, cells: cells('pledge.unsigned') },
    { unitId: 'VN63-10', name: 'Lào Cai', fullName: 'Tỉnh Lào Cai', leftOn: null, cells: cells('pledge.signed') },
  ],
};
const whole = (unitId: string) => [{ unitId, sharePermille: 1000 }];
const MAPPING = {
  sinceOn: '2025-07-01',
  of: [
    { unitId: 'VN63-14', parts: whole('VN63-14'), sinceOn: null },
    { unitId: 'VN63-02', parts: whole('VN34-08'), sinceOn: '2025-07-01' },
    { unitId: 'VN63-10', parts: whole('VN34-08'), sinceOn: '2025-07-01' },
  ],
  units: [
    { unitId: 'VN63-14', name: 'Sơn La', fullName: 'Tỉnh Sơn La', validFrom: null, formedFrom: [] },
    {
      unitId: 'VN34-08',
      name: 'Tuyên Quang',
      fullName: 'Tỉnh Tuyên Quang',
      validFrom: '2025-07-01',
      formedFrom: [
        { unitId: 'VN63-02', name: 'Hà Giang' },
        { unitId: 'VN63-10', name: 'Lào Cai' },
        { unitId: 'VN63-08', name: 'Tuyên Quang' },
      ],
    },
  ],
};

test('the switch groups members by the units of today and says who came from outside; the address keeps it', async () => {
  const asked: unknown[] = [];
  const user = userEvent.setup();
  const app = await renderApp(`/cum/${YEAR}`, {
    'accounts.me': () => aSession(),
    'clusters.workspace': () => WORKSPACE,
    'units.today': (input: never) => {
      asked.push(input);
      return MAPPING;
    },
  });
  const heads = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
  expect(heads()).toEqual(['Sơn La', 'Hà Giang', 'Lào Cai']);
  expect(asked).toEqual([]);
  await user.click(screen.getByText('Quy về đơn vị hiện nay'));
  expect(await screen.findByText(/Theo danh mục đơn vị từ 01\/07\/2025/)).toBeTruthy();
  expect(heads()).toEqual(['Sơn La', 'Tuyên Quanggộp từ Hà Giang, Lào Cai, Tuyên Quang (ngoài Cụm)']);
  // Each member's own state stays told apart.
  expect(screen.getByRole('link', { name: 'Hà Giang, Giao ước: Chưa ký' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Lào Cai, Giao ước: Đã ký kết' })).toBeTruthy();
  expect(app.router.state.location.search).toBe('?xem-theo=hien-nay');
  await user.click(screen.getByText('Theo đơn vị tại thời điểm báo cáo'));
  await waitFor(() => expect(heads()).toEqual(['Sơn La', 'Hà Giang', 'Lào Cai']));
  expect(app.router.state.location.search).toBe('');
});
