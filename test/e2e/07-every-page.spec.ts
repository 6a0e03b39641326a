import { checkAxe } from '#test/e2e/axe.ts';
import { draftDecision, reportPath, yearOf } from '#test/e2e/demo.ts';
import { expect, test } from '#test/e2e/fixtures.ts';

/** Words that stand for something the program should have worded. */
const RAW = /\bundefined\b|\bnull\b|\bNaN\b|\[object |\{\w+\}|\b[a-z]+\.[a-z]+-[a-z-]+\b|\d{4}-\d{2}-\d{2}/;

for (const who of ['chair.langson', 'staff.sonla', 'leader.langson', 'council.langson', 'admin', 'auditor']) {
  test(`every page opens for ${who}, readable by everybody, without a raw word`, async ({ page, signInAs, apiOf }) => {
    test.setTimeout(120_000);
    const me = await apiOf(who);
    const chair = await apiOf('chair.langson');
    const clusterYearId = await yearOf(me);
    const { permissions } = await me.accounts.me.query();
    const { rows } = await me.nominations.list.query({ clusterYearId: clusterYearId as never });
    const [award] = (await me.awards.list.query({})).rows;
    const [exemplar] = (await me.exemplars.list.query({})).rows;
    const [past] = await chair.decisions.list.query({ status: 'issued' });
    const [certificate] = await chair.certificates.ofDecision.query({ decisionId: past!.id as never });
    const mayOpenDraft = permissions.includes('decisions.list') && /langson|admin|auditor/.test(who);
    const addresses = [
      '/',
      `/cum/${clusterYearId}`,
      `/cum/${clusterYearId}/bao-cao`,
      `/cum/${clusterYearId}/tong-hop`,
      `/cum/${clusterYearId}/giao-uoc`,
      `/cum/${await yearOf(me, 2024)}/giao-uoc`,
      `/cum/${clusterYearId}/hoi-nghi`,
      `/cum/${clusterYearId}/hoi-nghi?muc=dai-bieu`,
      `/cum/${clusterYearId}/hoi-nghi?muc=bien-ban`,
      `/cum/${await yearOf(me, 2024)}/hoi-nghi`,
      `/cum/${clusterYearId}/kien-nghi`,
      await reportPath(chair, 'Sơn La'),
      await reportPath(chair, 'Điện Biên'),
      `/cum/${clusterYearId}/co-cau`,
      '/de-nghi',
      `/de-nghi/${rows[0]!.id}`,
      '/quyet-dinh',
      ...(mayOpenDraft ? [`/quyet-dinh/${await draftDecision(chair)}`, `/bang/${certificate!.id}`] : []),
      '/danh-sach-cum',
      '/danh-sach-cum/CUM-7BG',
      `/cum/${clusterYearId}/ban-giao`,
      `/cum/${clusterYearId}/phong-trao`,
      `/cum/${await yearOf(me, 2024)}/phong-trao`,
      '/dien-hinh',
      `/dien-hinh/${exemplar!.id}`,
      '/so-khen-thuong',
      '/so-khen-thuong?view=hien-nay',
      '/don-vi',
      '/don-vi?ngay=2025-07-01',
      '/don-vi?q=15',
      '/don-vi/VN63-15',
      '/don-vi/VN34-15',
      `/cum/${clusterYearId}?xem-theo=hien-nay`,
      `/cum/${clusterYearId}/tong-hop?xem-theo=hien-nay`,
      ...(award ? [`/so-khen-thuong?mo=${award.id}`] : []),
      ...(permissions.includes('audit.list') ? ['/nhat-ky'] : []),
    ];
    await signInAs(who);
    for (const address of addresses)
      await test.step(address, async () => {
        await page.goto(address);
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

test('an address of nothing leads back in words', async ({ page, signInAs }) => {
  await signInAs('chair.langson');
  await page.goto('/khong-co-trang-nay');
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  await checkAxe(page);
});

test('the demo moves its day and puts everything back', async ({ page, signInAs, apiOf }) => {
  await signInAs('chair.langson');
  await page.goto('/');
  await page.getByRole('button', { name: 'Đổi ngày' }).click();
  const dialog = page.getByRole('dialog', { name: 'Đổi ngày làm việc giả định' });
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
