import type { Page } from '@playwright/test';
import { checkAxe } from '#test/e2e/axe.ts';
import { draftDecision } from '#test/e2e/demo.ts';
import { expect, test } from '#test/e2e/fixtures.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';
import { visitsOf } from '#test/e2e/pages.ts';

/** Words that stand for something the program should have worded. */
const RAW = /\bundefined\b|\bnull\b|\bNaN\b|\[object |\{\w+\}|\b[a-z]+\.[a-z]+-[a-z-]+\b|\d{4}-\d{2}-\d{2}/;

/**
 * Goes to an address as a link of the frame does: without loading the program again, which the walk on PostgreSQL does
 * at every address. A new page takes the focus; another state of the same page is loaded anew.
 */
async function goWithin(page: Page, address: string): Promise<void> {
  const { origin, pathname } = new URL(page.url());
  if (origin === 'null' || new URL(address, origin).pathname === pathname) {
    await page.goto(address);
    return;
  }
  await page.evaluate(async (to) => {
    const main = document.querySelector('main')!;
    main.blur();
    const arrived = new Promise((resolve) => main.addEventListener('focus', resolve, { once: true }));
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
    await arrived;
  }, address);
}

const READERS = ['leader.langson', 'council.langson', 'auditor'];

for (const who of ['chair.langson', 'staff.sonla', 'leader.langson', 'council.langson', 'admin', 'auditor']) {
  // Rights are held on both engines by the matrix; who sees the most sees that every page also opens there.
  const isFirst = who === 'chair.langson';
  test(`every page opens for ${who}, readable by everybody, without a raw word`, {
    tag: isFirst ? [] : ON_SCREEN,
  }, async ({ page, engine, signInAs, apiOf }) => {
    test.setTimeout(240_000);
    // A new page goes into pages.ts; without its line there nothing compiles.
    const all = await visitsOf(who, await apiOf(who), await apiOf('chair.langson'));
    // Readers see less of the same, and PostgreSQL shows the same: one address of each page.
    const visits =
      READERS.includes(who) || engine === 'postgres'
        ? all.filter((visit, at) => at === all.findIndex((other) => other.page === visit.page))
        : all;
    await signInAs(who);
    for (const { address } of visits)
      await test.step(address, async () => {
        await (engine === 'postgres' ? page.goto(address) : goWithin(page, address));
        await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page).toHaveTitle(/ · Lũy Tre$/);
        await expect(page.getByRole('main')).not.toContainText('Mã lỗi');
        const text = await page.getByRole('main').innerText();
        expect(RAW.exec(text)?.[0], text).toBeUndefined();
        await checkAxe(page);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(sideways, `${address} is wider than the window`).toBe(0);
      });
  });
}

test('an address of nothing leads back in words', { tag: ON_SCREEN }, async ({ page, signInAs }) => {
  await signInAs('chair.langson');
  await page.goto('/khong-co-trang-nay');
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  await checkAxe(page);
});

test('the demo moves its day and puts everything back', async ({ page, signInAs, apiOf }) => {
  await signInAs('chair.langson');
  await page.goto('/');
  const dialog = page.getByRole('dialog', { name: 'Đổi ngày làm việc giả định' });
  await page.getByRole('button', { name: 'Đổi ngày' }).click();
  await checkAxe(page);
  await dialog.getByLabel(/^Hôm nay là ngày/).fill('06/03/2024');
  await dialog.getByRole('button', { name: 'Đổi ngày' }).click();
  await expect(page.getByText('Hôm nay (giả định): 06/03/2024')).toBeVisible();
  const before = await draftDecision(await apiOf('chair.langson'));
  await page.getByRole('button', { name: 'Đặt lại dữ liệu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Đặt lại dữ liệu' }).click();
  await expect(page.getByText('Hôm nay (giả định): 01/03/2024')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Tổng quan' })).toBeVisible();
  expect(await draftDecision(await apiOf('chair.langson'))).not.toBe(before);
});
