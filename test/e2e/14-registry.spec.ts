import { checkAxe } from '#test/e2e/axe.ts';
import { type Api, expect, test } from '#test/e2e/fixtures.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';

const ROWS_ASKED_OF_A_SCREEN = 16;

/** Past awards of Lạng Sơn, written into the registry by its own door: three of Hoàng Thị Mẫu, the others alike. */
async function record(api: Api, count: number): Promise<void> {
  const { account } = await api.accounts.me.query();
  for (let n = 0; n < count; n += 1)
    await api.awards.record.mutate({
      idempotencyKey: crypto.randomUUID(),
      recipientKind: 'individual',
      name: n < 3 ? `Hoàng Thị Mẫu ${'ABC'[n]}` : `Nông Văn Mẫu ${n}`,
      printedPlace: 'Giáo viên trường tiểu học xã minh họa, tỉnh Lạng Sơn',
      sex: n < 3 ? 'female' : 'male',
      personClass: 'frontline-worker',
      unitId: account.unitId as never,
      awardCode: 'BKT',
      way: 'merit',
      year: 2015 + (n % 6),
      decisionNumber: `${900 + n}/QĐ-UBND`,
      decidedOn: `${2016 + (n % 6)}-03-15`,
      sentence: '',
    });
}

test('awards are found as one types, the address remembers, sixteen rows stand on an office screen', {
  tag: ON_SCREEN,
}, async ({ page, signInAs, apiOf }) => {
  await record(await apiOf('specialist.langson'), 24);
  await signInAs('specialist.langson');
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto('/so-khen-thuong');
  const table = page.getByRole('region', { name: 'Sổ khen thưởng' });
  const names = table.getByRole('row').getByRole('link');
  await expect(names.first()).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Trang', exact: true })).toBeInViewport();
  const wholeRows = await table.evaluate((region) => {
    const { top, bottom } = region.getBoundingClientRect();
    const head = region.querySelector('thead')!.getBoundingClientRect().bottom;
    const floor = Math.min(bottom, window.innerHeight);
    return [...region.querySelectorAll('tbody tr')].filter((row) => {
      const box = row.getBoundingClientRect();
      return box.top >= Math.max(top, head) - 1 && box.bottom <= floor + 1;
    }).length;
  });
  expect(wholeRows).toBeGreaterThanOrEqual(ROWS_ASKED_OF_A_SCREEN);
  const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(isTooWide).toBe(false);

  // Without accents, in any order of words; '/' finds the box. The rows stand still while suggestions come.
  const topOfRows = () => table.evaluate((region) => region.getBoundingClientRect().top);
  const top = await topOfRows();
  await page.keyboard.press('/');
  await page.keyboard.type('mau hoang');
  await expect(names).toHaveText([/Hoàng Thị Mẫu/, /Hoàng Thị Mẫu/, /Hoàng Thị Mẫu/]);
  await expect(page).toHaveURL(/\?q=mau\+hoang$/);
  await expect(page.getByRole('list', { name: 'Gợi ý' })).toBeVisible();
  expect(await topOfRows()).toBe(top);
  await expect(page.getByRole('navigation', { name: 'Trang', exact: true })).toContainText('3 kết quả');
  await checkAxe(page);

  // A decision number typed any way, and back again: typing left one step of the history, the filter another.
  await page.getByRole('searchbox').fill('905 qd ubnd');
  await expect(names).toHaveText(['Nông Văn Mẫu 5']);
  await expect(page).toHaveURL(/q=905/);
  await page.getByLabel('Từ năm', { exact: true }).selectOption('2020');
  await expect(page).toHaveURL(/q=905.*yearFrom=2020/);
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('905 qd ubnd');
  await expect(page).toHaveURL(/\?q=905/);
  await expect(page.getByLabel('Từ năm', { exact: true })).toHaveValue('');
});

test('columns and filters are saved as a view and come back with it', { tag: ON_SCREEN }, async ({
  page,
  signInAs,
  apiOf,
}) => {
  await record(await apiOf('specialist.langson'), 6);
  await signInAs('specialist.langson');
  await page.goto('/so-khen-thuong?yearTo=2020');
  const heads = page.getByRole('columnheader');
  await page.getByRole('button', { name: 'Cột', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Chức vụ, đơn vị, địa chỉ' }).uncheck();
  await page.getByRole('button', { name: 'Đưa cột Ngày lên trước' }).click();
  await page.getByText('Thường', { exact: true }).click();
  await checkAxe(page);
  await page.keyboard.press('Escape');
  await heads.filter({ hasText: 'Tên tập thể' }).getByRole('button').click();
  await expect(page).toHaveURL(/sort=name-asc/);

  await page.getByRole('button', { name: 'Chế độ xem', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Lưu thành chế độ xem mới…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lưu chế độ xem' });
  await dialog.getByLabel('Tên chế độ xem').fill('Khen đến năm 2020');
  await dialog.getByLabel('Ai dùng').selectOption('unit');
  await dialog.getByRole('button', { name: 'Lưu chế độ xem' }).click();
  await expect(page).toHaveURL(/che-do=/);

  // A colleague of the same unit finds it, with its filters, order and columns.
  await signInAs('staff.langson');
  await page.goto('/so-khen-thuong');
  await expect(heads.filter({ hasText: 'Chức vụ' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Chế độ xem', exact: true }).click();
  await page.getByRole('menuitem', { name: /Khen đến năm 2020/ }).click();
  await expect(page).toHaveURL(/yearTo=2020&sort=name-asc&che-do=/);
  await expect(heads.filter({ hasText: 'Chức vụ' })).toHaveCount(0);
  await expect(heads.filter({ hasText: 'Tên tập thể' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.getByLabel('Đến năm', { exact: true })).toHaveValue('2020');

  // J and K step through the list beside an open award.
  const list = page.getByRole('region', { name: 'Sổ khen thưởng' });
  await expect(list).not.toHaveAttribute('aria-busy');
  const names = list.getByRole('row').getByRole('link');
  const [first, second] = await names.allTextContents();
  await names.first().click();
  const drawer = page.getByRole('dialog', { name: 'Chi tiết khen thưởng' });
  await expect(drawer.getByRole('heading', { level: 2 }).last()).toHaveText(first!);
  await page.keyboard.press('j');
  await expect(drawer.getByRole('heading', { level: 2 }).last()).toHaveText(second!);
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
});
