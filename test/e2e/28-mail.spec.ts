import { checkAxe } from '#test/e2e/axe.ts';
import { expect, test } from '#test/e2e/fixtures.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';

test('a unit is reminded as the due date passes; its letters wait where the administrator reads them', {
  tag: ON_SCREEN,
}, async ({ page, signInAs, apiOf, expectAnswers }) => {
  expectAnswers(/422 .*mail\.saveSettings/);
  const admin = await apiOf('admin');
  for (const today of ['2024-01-12', '2024-01-12', '2024-01-15']) await admin.demo.setToday.mutate({ today });

  await signInAs('staff.sonla');
  await page.goto('/thu-dien-tu');
  await page.getByLabel('Thư tóm tắt hằng ngày').selectOption('daily');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('link', { name: /cần địa chỉ thư điện tử/ })).toBeVisible();
  await page.getByLabel('Địa chỉ thư điện tử').fill('tonghop@sonla.example');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('Đã lưu cách nhận thư')).toBeVisible();
  await page.getByRole('button', { name: 'Xem thử' }).click();
  await expect(page.getByRole('article')).toContainText('Đến hạn hôm nay (15/01/2024)');
  await checkAxe(page);
  await page.getByRole('button', { name: 'Thông báo: 2 chưa đọc' }).click();
  await page.getByRole('link', { name: /Hôm nay là hạn gửi/ }).click();
  await expect(page).toHaveURL(/\/bao-cao\//);

  await signInAs('admin');
  await page.goto('/thu-cho-gui');
  await expect(page.getByText('Đã hiện đủ 2 thư.')).toBeVisible();
  await page.getByRole('link', { name: /^Còn 3 ngày đến hạn gửi/ }).click();
  await expect(page.getByRole('dialog')).toContainText('tonghop@sonla.example');
  await checkAxe(page);
  await page.getByRole('button', { name: 'Bỏ thư' }).click();
  const asked = page.getByRole('dialog', { name: 'Bỏ thư' });
  await asked.getByLabel('Lý do').fill('Đã gọi điện');
  await asked.getByRole('button', { name: 'Bỏ thư' }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Gửi lại' })).toBeVisible();
  await page.goto('/thu-cho-gui?status=waiting');
  await expect(page.getByText('Đã hiện đủ 1 thư.')).toBeVisible();
});
