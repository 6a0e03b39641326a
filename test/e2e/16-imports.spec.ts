import { checkAxe } from '#test/e2e/axe.ts';
import { expect, test } from '#test/e2e/fixtures.ts';
import { sixOldAwards } from '#test/e2e/imports.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';

test('an old list in .VnTime: mapped, checked, put right, written, found in the registry, taken back', {
  tag: ON_SCREEN,
}, async ({ page, signInAs }) => {
  test.setTimeout(120_000);
  const rows = page.getByRole('region', { name: 'Các dòng của tệp' }).getByRole('row');
  await signInAs('specialist.langson');
  await page.goto('/nhap-excel?loai=awards');
  await checkAxe(page);
  await page.locator('input[type=file]').setInputFiles({
    name: 'Khen thưởng 2003.xlsx',
    mimeType: 'application/octet-stream',
    buffer: await sixOldAwards(),
  });

  await test.step('columns: old letters beside new ones, the headings found under the titles', async () => {
    const name = page.getByRole('row', { name: /^B Họ và tên/ });
    await expect(name).toContainText('Vương Thị Ngọc Mẫu', { timeout: 30_000 });
    await expect(name).toContainText('theo phông .VnTime');
    await expect(page.getByLabel('Dòng tiêu đề cột')).toHaveValue('4');
    await checkAxe(page);
    // The address is all there is to remember: the import itself lies on the server.
    await page.reload();
    await expect(name).toContainText('Vương Thị Ngọc Mẫu');
    await page.getByRole('button', { name: 'Kiểm tra các dòng' }).click();
  });

  await test.step('check: the bad cells by their place, one suggestion for all alike rows', async () => {
    await expect(page.getByRole('button', { name: '2 lỗi' })).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: '2 lỗi' }).click();
    await expect(rows.filter({ hasText: 'J9' })).toContainText('31/02/2004');
    await expect(rows.filter({ hasText: 'G10' })).toContainText('không có trong danh mục');
    await checkAxe(page);
    await page.getByRole('button', { name: /^Bằng khen của Chủ tịch .*: chọn cho 1 dòng$/ }).click();
    await expect(page.getByRole('button', { name: '1 lỗi' })).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Sửa Ngày quyết định ở dòng 9' }).click();
    await page.getByRole('dialog').getByLabel('Sửa thành').fill('28/02/2004');
    await page.getByRole('button', { name: 'Sửa và kiểm tra lại' }).click();
    await expect(page.getByRole('button', { name: '0 lỗi' })).toBeVisible({ timeout: 30_000 });
  });

  await test.step('confirm: the row in doubt stays out, the others are written', async () => {
    await page.getByRole('button', { name: /^Tiếp tục với \d dòng$/ }).click();
    await expect(page.getByRole('heading', { name: /^Sẽ thêm \d, cập nhật 0, bỏ qua \d$/ })).toBeVisible();
    await checkAxe(page);
    await page.getByRole('button', { name: /^Ghi \d dòng$/ }).click();
    await expect(page.getByText(/^Đã ghi \d dòng$/)).toBeVisible({ timeout: 30_000 });
    await checkAxe(page);
  });

  await test.step('found in the registry, and gone after the undo', async () => {
    const run = page.url();
    await page.goto('/so-khen-thuong?q=vuong+thi+ngoc');
    await expect(page.getByText('Vương Thị Ngọc Mẫu').first()).toBeVisible();
    await page.goto(run);
    await page.getByRole('button', { name: 'Hoàn tác cả lần nhập' }).click();
    await page.getByRole('button', { name: /^Hoàn tác \d dòng$/ }).click();
    await expect(page.getByText('Đã hoàn tác lần nhập')).toBeVisible({ timeout: 30_000 });
    await page.goto('/so-khen-thuong?q=vuong+thi+ngoc');
    await expect(page.getByRole('main')).toBeVisible();
    await expect(page.getByText('Vương Thị Ngọc Mẫu')).toHaveCount(0);
  });
});
