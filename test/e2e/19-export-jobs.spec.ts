import * as fs from 'node:fs/promises';
import { read, utils } from '@e965/xlsx';
import { checkAxe } from '#test/e2e/axe.ts';
import { expect, test } from '#test/e2e/fixtures.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';

test('the registry leaves as it is on the screen, column by column and row by row', { tag: ON_SCREEN }, async ({
  page,
  signInAs,
}) => {
  await signInAs('chair.langson');
  await page.goto('/so-khen-thuong');
  const table = page.getByRole('table').first();
  await expect(table.getByRole('row').nth(1)).toBeVisible();
  await page.getByRole('button', { name: 'Xuất đúng như đang xem' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('status').first()).toContainText(/Tệp có .* dòng/);
  await checkAxe(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Xuất tệp' }).click(),
  ]);
  await expect(dialog).toBeHidden();
  expect(download.suggestedFilename()).toMatch(/^So khen thuong|^Sổ khen thưởng/);

  const book = read(await fs.readFile(await download.path()), { cellDates: false });
  const rows = utils.sheet_to_json<string[]>(book.Sheets['Danh sách']!, { header: 1, raw: false, defval: '' });
  const shown = (await table.locator('thead th').allInnerTexts()).map((head) => head.trim());
  expect(rows[5]).toEqual(shown);
  const names = await table.locator('tbody th[scope=row]').allInnerTexts();
  const inFile = rows.slice(6).map((row) => row[shown.findIndex((head) => head.startsWith('Tên'))]);
  expect(inFile.slice(0, names.length)).toEqual(names.map((name) => name.trim()));
});

test('the administrator dumps everything, sees the job and its notice', { tag: ON_SCREEN }, async ({
  page,
  signInAs,
}) => {
  await signInAs('admin');
  await page.goto('/he-thong');
  await page.getByRole('button', { name: 'Tạo bản kết xuất' }).click();
  await page.getByLabel('Lý do').fill('Lưu trữ cuối năm');
  await page.getByRole('button', { name: 'Tạo', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Tải về' })).toBeVisible({ timeout: 20_000 });
  await page.goto('/cong-viec');
  await page.getByRole('link', { name: 'Kết xuất toàn bộ dữ liệu' }).click();
  await expect(page.getByRole('dialog')).toContainText(/Đã ghi [\d.]+ dòng/);
  await checkAxe(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Thông báo: 1 chưa đọc' }).click();
  await checkAxe(page);
  await page.getByRole('link', { name: /Đã xong: Kết xuất toàn bộ dữ liệu/ }).click();
  await expect(page).toHaveURL(/\/cong-viec\?mo=/);
  await expect(page.getByRole('button', { name: 'Thông báo', exact: true })).toBeVisible();
});
