import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { careRoutes } from '#client/care/care.routes.ts';
import type { Care, Figure } from '#client/care/care-types.ts';
import { figuresOf, NO_COUNTS } from '#shared/care/care.rules.ts';
import { type Answers, aSession, refusal, renderApp } from '#test/core/render-app.tsx';

const YEAR = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e42';
const NOMINATION = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e43';
const COUNTS = {
  ...NO_COUNTS,
  all: 14,
  collectives: 7,
  individuals: 7,
  border: 10,
  region3: 11,
  borderOrRegion3: 11,
  minorityArea: 14,
  smallCollectives: 5,
  frontline: 5,
  leaders: 2,
  women: 3,
  minority: 6,
  sexUnknown: 1,
};
const CLOSED = { code: 'care.minority-closed', text: 'Bạn xem được con số, không xem được danh sách: …' };

const aCare = (about: Partial<Care> = {}): Care => ({
  clusterYear: {
    id: YEAR,
    year: 2023,
    name: 'Năm thi đua 2023',
    clusterName: 'Cụm A',
    chairName: 'Lạng Sơn',
    isDemo: true,
  },
  basis: 'nominations',
  has: { awards: 0, drafts: 0, nominations: 14 },
  maySeeDrafts: false,
  total: figuresOf(COUNTS, [
    { lens: 'frontline-workers', leastPermille: 800 },
    { lens: 'small-collectives', leastPermille: 500 },
  ]),
  members: [{ unitId: 'SL', name: 'Sơn La', figures: figuresOf({ ...NO_COUNTS, all: 2, border: 2 }, [], 10) }],
  years: [],
  aims: {
    version: 3,
    rows: [{ lens: 'frontline-workers', leastPermille: 800, source: 'minh họa' }],
    reasons: [{ code: 'care.not-leading', text: 'Chỉ Cụm trưởng' }],
  },
  minority: { reasons: [CLOSED] },
  ...about,
});

const open = (care: Care, answers: Answers = {}) =>
  renderApp(
    `/cum/${YEAR}/co-cau`,
    { 'accounts.me': () => aSession({ permissions: ['care.ofYear'] as never }), 'care.ofYear': () => care, ...answers },
    careRoutes,
  );
const mainTable = () => within(screen.getByRole('region', { name: 'Cơ cấu khen thưởng so với mục tiêu của Cụm' }));

test('each line has its count of its whole, its share, and how it stands to the aim', async () => {
  await open(aCare());
  await screen.findByRole('heading', { name: 'Cơ cấu khen thưởng năm 2023' });
  const border = within(mainTable().getByRole('row', { name: /Biên giới 10\/14/ }));
  expect(border.getByText('10/14')).toBeTruthy();
  expect(border.getByText('71,4 %')).toBeTruthy();
  const frontline = within(mainTable().getByRole('row', { name: /Người trực tiếp/ }));
  expect(frontline.getByText('Ít nhất 80,0 %')).toBeTruthy();
  expect(frontline.getByText('Chưa đạt, thiếu 1 (cần 6)')).toBeTruthy();
  expect(within(mainTable().getByRole('row', { name: /Tập thể nhỏ/ })).getByText('Đạt (cần 4)')).toBeTruthy();
  expect(screen.getByText(/giới tính của 1 cá nhân/)).toBeTruthy();
});

test('a number opens the people behind it, each with why and where', async () => {
  const asked: unknown[] = [];
  await open(aCare(), {
    'care.rows': (input: never) => {
      asked.push(input);
      return [
        {
          awardId: null,
          nominationId: NOMINATION,
          recipientKind: 'individual',
          name: 'Lò Thị Mẫu',
          unitId: 'SL',
          unitName: 'Sơn La',
          sex: 'female',
          personClass: 'frontline-worker',
          why: ['border', 'region-3'],
        },
      ];
    },
  });
  await screen.findByRole('heading', { name: 'Cơ cấu khen thưởng năm 2023' });
  await userEvent
    .setup()
    .click(screen.getByRole('button', { name: '11/14, xem 11 trường hợp: Biên giới hoặc xã khu vực III' }));
  const drawer = within(await screen.findByRole('dialog'));
  const link = await drawer.findByRole('link', { name: 'Lò Thị Mẫu' });
  expect(link.getAttribute('href')).toBe(`/de-nghi/${NOMINATION}`);
  expect(drawer.getByText('Xã biên giới · Xã khu vực III')).toBeTruthy();
  expect(asked).toEqual([{ clusterYearId: YEAR, basis: 'nominations', lens: 'border-or-region-3' }]);
});

test('behind dân tộc thiểu số a reader finds the reason, and nothing is asked of the server', async () => {
  await open(aCare());
  await screen.findByRole('heading', { name: 'Cơ cấu khen thưởng năm 2023' });
  await userEvent.setup().click(screen.getByRole('button', { name: '6/7, xem 6 trường hợp: Người dân tộc thiểu số' }));
  const drawer = within(await screen.findByRole('dialog'));
  expect(drawer.getByText(/^Bạn xem được con số, không xem được danh sách/)).toBeTruthy();
  expect(drawer.queryByRole('button', { name: /Mở danh sách/ })).toBeNull();
});

test('those in charge give their reason first', async () => {
  const asked: string[] = [];
  const user = userEvent.setup();
  await open(aCare({ minority: { reasons: [] } }), {
    'care.minorityRows': ({ reason }: { reason: string }) => {
      asked.push(reason);
      if (reason.length < 10)
        throw refusal('BAD_REQUEST', [{ code: 'input.too-short', text: 'Cần ít nhất 10 ký tự.', field: 'reason' }]);
      return [
        {
          awardId: null,
          nominationId: NOMINATION,
          recipientKind: 'individual',
          name: 'Lò Văn Mẫu',
          unitName: 'Sơn La',
          ethnicity: 'Thái',
        },
      ];
    },
  });
  await screen.findByRole('heading', { name: 'Cơ cấu khen thưởng năm 2023' });
  await user.click(screen.getByRole('button', { name: '6/7, xem 6 trường hợp: Người dân tộc thiểu số' }));
  const drawer = within(await screen.findByRole('dialog'));
  await user.click(drawer.getByRole('button', { name: 'Mở danh sách 6 người' }));
  expect(await drawer.findByText('Cần ít nhất 10 ký tự.')).toBeTruthy();
  await user.type(drawer.getByRole('textbox', { name: /^Lý do xem/ }), 'Đối chiếu danh sách');
  await user.click(drawer.getByRole('button', { name: 'Mở danh sách 6 người' }));
  expect(await drawer.findByText('Dân tộc: Thái')).toBeTruthy();
  expect(asked).toEqual(['', 'Đối chiếu danh sách']);
});

test('what cannot be told is said, not shown as zero', async () => {
  const nobody = figuresOf({ ...NO_COUNTS, all: 2, collectives: 2, areaUnknown: 2 }, []);
  await open(aCare({ total: nobody, has: { awards: 0, drafts: 0, nominations: 2 } }));
  await screen.findByRole('heading', { name: 'Cơ cấu khen thưởng năm 2023' });
  expect(within(mainTable().getByRole('row', { name: /Vùng đồng bào/ })).getByText('Chưa có số liệu')).toBeTruthy();
  expect(within(mainTable().getByRole('row', { name: /^\d+ Nữ/ })).getByText('Chưa có ai')).toBeTruthy();
  expect(screen.getByText(/Sổ khen thưởng chưa có khen thưởng nào của Cụm/)).toBeTruthy();
});

test('the leading unit sets aims; the other editor’s newer ones are asked about', async () => {
  const sent: { seenVersion: number; aims: { lens: string; leastPermille: number | null }[] }[] = [];
  const user = userEvent.setup();
  const mine = aCare({ aims: { ...aCare().aims, reasons: [] } });
  await open(mine, {
    'care.setAims': (input: (typeof sent)[number]) => {
      sent.push(input);
      return { version: input.seenVersion + 1 };
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Đặt mục tiêu' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Mục tiêu cơ cấu khen thưởng' }));
  const women = dialog.getByRole('textbox', { name: 'Ít nhất, Nữ' });
  await user.type(women, '140');
  await user.click(dialog.getByRole('button', { name: 'Lưu mục tiêu' }));
  expect(dialog.getByText('Nhập từ 0,1 đến 100')).toBeTruthy();
  expect(sent).toEqual([]);
  await user.clear(women);
  await user.type(women, '40');
  await user.click(dialog.getByRole('button', { name: 'Lưu mục tiêu' }));
  expect(sent[0]?.seenVersion).toBe(3);
  const told = (lens: Figure['lens']) => sent[0]?.aims.find((aim) => aim.lens === lens)?.leastPermille;
  expect([told('women'), told('frontline-workers'), told('border')]).toEqual([400, 800, null]);
});
