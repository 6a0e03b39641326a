import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { unitRoutes } from '#client/units/units.routes.ts';
import type { UnitFilters } from '#shared/units/units.schema.ts';
import { type Answers, aSession, refusal, renderApp } from '#test/core/render-app.tsx';

const row = (id: string, name: string, more: object = {}) => ({
  id,
  kind: 'province',
  name,
  fullName: `Tỉnh ${name}`,
  validFrom: null,
  validTo: null,
  parentId: null,
  parentName: null,
  childCount: 0,
  isThere: true,
  codes: [],
  otherNames: [],
  ...more,
});
const LAO_CAI = row('VN34-15', 'Lào Cai', {
  validFrom: '2025-07-01',
  isThere: false,
  codes: [{ scheme: 'gso', code: '15', validFrom: '2025-07-01', validTo: null }],
});
const YEN_BAI = row('VN63-15', 'Yên Bái', {
  validTo: '2025-06-30',
  codes: [{ scheme: 'gso', code: '15', validFrom: null, validTo: '2025-06-30' }],
});

const list = ({ q, on = '2024-03-01' }: UnitFilters) => ({
  on,
  parents: [],
  nextCursor: null,
  counts: [{ kind: 'province', count: q ? 2 : on < '2025-07-01' ? 63 : 34 }],
  rows: q ? [LAO_CAI, YEN_BAI] : [row('VN63-14', 'Sơn La', { childCount: 12 })],
});

async function openPage(at: string, answers: Answers = {}, permissions: string[] = []) {
  const asked: UnitFilters[] = [];
  const user = userEvent.setup();
  const app = await renderApp(
    at,
    {
      'accounts.me': () => aSession({ permissions: permissions as never }),
      'units.list': (input: UnitFilters) => {
        asked.push(input);
        return list(input);
      },
      'audit.ofRecord': () => [],
      ...answers,
    },
    unitRoutes,
  );
  return { user, asked, search: () => decodeURIComponent(app.router.state.location.search) };
}

test('the day stands in the address, and how many there are of it', async () => {
  const { user, search } = await openPage('/don-vi');
  expect(await screen.findByText('63 tỉnh, thành phố vào ngày 01/03/2024')).toBeTruthy();
  const day = screen.getByLabelText('Tại ngày');
  await user.clear(day);
  await user.type(day, '1/7/2025');
  await user.tab();
  expect(await screen.findByText('34 tỉnh, thành phố vào ngày 01/07/2025')).toBeTruthy();
  expect(search()).toBe('?ngay=2025-07-01');
});

test('a code finds who had it and who has it, each with its dates', async () => {
  const { user, asked } = await openPage('/don-vi');
  await user.type(await screen.findByLabelText('Tìm đơn vị'), '15');
  expect(await screen.findByText('15 (từ 01/07/2025)')).toBeTruthy();
  expect(screen.getByText('15 (đến 30/06/2025)')).toBeTruthy();
  expect(screen.getByText('từ 01/07/2025 (không có ngày 01/03/2024)')).toBeTruthy();
  // Asked once the typing had settled, not for every letter.
  expect(asked.filter(({ q }) => q !== undefined)).toEqual([{ q: '15' }]);
});

test('units below open from their number', async () => {
  await openPage('/don-vi?ngay=2025-06-30');
  const link = await screen.findByRole('link', { name: 'Đơn vị cấp dưới của Tỉnh Sơn La: 12' });
  expect(link.getAttribute('href')).toBe('/don-vi?cap=VN63-14&ngay=2025-06-30');
});

test('who may not change the catalogue gets no buttons for it', async () => {
  await openPage('/don-vi');
  await screen.findByText('Tỉnh Sơn La');
  expect(screen.queryByRole('button', { name: 'Thêm đơn vị' })).toBeNull();
});

const SON_LA = {
  ...row('VN63-14', 'Sơn La'),
  nameEn: 'Son La',
  source: null,
  version: 1,
  today: '2024-03-01',
  childrenOn: '2024-03-01',
  children: [],
  names: [{ name: 'Sơn La', fullName: 'Tỉnh Sơn La', validFrom: null, validTo: null, document: null }],
  above: [],
  parents: [],
  formedFrom: [],
  mergedInto: [],
  memberships: [],
  todayUnits: [],
  todaySinceOn: null,
};
const PREVIEW = {
  effectiveOn: '2026-07-01',
  seen: [{ unitId: 'VN63-14', version: 1 }],
  ended: [],
  made: [],
  renamed: [
    {
      unitId: 'VN63-14',
      fromName: 'Sơn La',
      fromFullName: 'Tỉnh Sơn La',
      name: 'Tây Bắc',
      fullName: 'Tỉnh Tây Bắc',
      from: '2026-07-01',
    },
  ],
  lines: [],
  moved: [],
  impact: { memberships: [], chairs: [], reports: [], nominations: [], pledges: [], accounts: [] },
};

test('a change is shown with what it touches before it can be confirmed; what is wrong stands at its field', async () => {
  const changed: unknown[] = [];
  const previewed: { change: { effectiveOn: string } }[] = [];
  const { user } = await openPage(
    '/don-vi/VN63-14',
    {
      'units.byId': () => SON_LA,
      'units.preview': (input: { change: { effectiveOn: string } }) => {
        previewed.push(input);
        if (previewed.length > 1) return PREVIEW;
        throw refusal('UNPROCESSABLE_CONTENT', [
          { code: 'unit.document-missing', text: 'Chưa nhập văn bản.', field: 'document' },
        ]);
      },
      'units.change': (input: never) => {
        changed.push(input);
        return { changeId: 'c', unitIds: ['VN63-14'] };
      },
    },
    ['units.change'],
  );
  await user.click(await screen.findByRole('button', { name: 'Đổi tên' }));
  const dialog = await screen.findByRole('dialog');
  const name = within(dialog).getByLabelText(/^Tên mới/);
  await user.clear(name);
  await user.type(name, 'Tây Bắc');
  await user.type(within(dialog).getByLabelText(/^Ngày có hiệu lực/), '1/7/2026');
  await user.click(within(dialog).getByRole('button', { name: 'Xem ảnh hưởng' }));
  expect(await within(dialog).findAllByText('Chưa nhập văn bản.')).not.toHaveLength(0);
  expect(previewed[0]!.change).toMatchObject({ change: 'rename', effectiveOn: '2026-07-01', name: 'Tây Bắc' });

  await user.type(within(dialog).getByLabelText(/^Văn bản/), 'Nghị quyết 1');
  await user.click(within(dialog).getByRole('button', { name: 'Xem ảnh hưởng' }));
  expect(await within(dialog).findByText('Tỉnh Sơn La đổi tên thành Tỉnh Tây Bắc từ 01/07/2026')).toBeTruthy();
  expect(changed).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Quay lại sửa' }));
  expect(name).toHaveProperty('value', 'Tây Bắc');
  await user.click(within(dialog).getByRole('button', { name: 'Xem ảnh hưởng' }));
  await user.click(await within(dialog).findByRole('button', { name: 'Ghi nhận đổi tên' }));
  await waitFor(() => expect(changed).toHaveLength(1));
  expect(changed[0]).toMatchObject({ seen: PREVIEW.seen, change: { document: 'Nghị quyết 1' } });
});

test('somebody was quicker: it says so, shows the effects anew, and only then lets confirm', async () => {
  let seen = 1;
  const changed: unknown[] = [];
  const { user } = await openPage(
    '/don-vi/VN63-14',
    {
      'units.byId': () => SON_LA,
      'units.preview': () => ({ ...PREVIEW, seen: [{ unitId: 'VN63-14', version: seen++ }] }),
      'units.change': (input: never) => {
        changed.push(input);
        if (changed.length > 1) return { changeId: 'c', unitIds: [] };
        throw refusal('CONFLICT', [{ code: 'unit.changed-meanwhile', text: 'Danh mục vừa được Lan thay đổi.' }]);
      },
    },
    ['units.change'],
  );
  await user.click(await screen.findByRole('button', { name: 'Kết thúc' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText(/^Ngày có hiệu lực/), '1/7/2026');
  await user.click(within(dialog).getByRole('button', { name: 'Xem ảnh hưởng' }));
  await user.click(await within(dialog).findByRole('button', { name: 'Ghi nhận kết thúc' }));
  expect(await within(dialog).findByText('Danh mục vừa được Lan thay đổi.')).toBeTruthy();
  expect(within(dialog).getByRole('button', { name: 'Ghi nhận kết thúc' })).toHaveProperty('disabled', true);
  await user.click(within(dialog).getByRole('button', { name: 'Xem lại ảnh hưởng' }));
  await waitFor(() =>
    expect(within(dialog).getByRole('button', { name: 'Ghi nhận kết thúc' })).toHaveProperty('disabled', false),
  );
  await user.click(within(dialog).getByRole('button', { name: 'Ghi nhận kết thúc' }));
  await waitFor(() => expect(changed[1]).toMatchObject({ seen: [{ version: 2 }] }));
});

test('a split says what the shares make while they are typed', async () => {
  const { user } = await openPage('/don-vi/VN63-14', { 'units.byId': () => SON_LA }, ['units.change']);
  await user.click(await screen.findByRole('button', { name: 'Chia tách' }));
  const dialog = await screen.findByRole('dialog');
  const [first, second] = within(dialog).getAllByLabelText(/^Tỷ lệ/);
  await user.type(first!, '62,5');
  await user.type(second!, '30');
  expect(within(dialog).getByText('Tổng tỷ lệ: 92,5 % (phải đúng 100 %)')).toBeTruthy();
});
