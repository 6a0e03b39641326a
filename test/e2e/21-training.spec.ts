import { checkAxe } from '#test/e2e/axe.ts';
import { expect, test } from '#test/e2e/fixtures.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';

test('the administrator makes a training copy, practises in it under its bar, comes back and removes it', {
  tag: ON_SCREEN,
}, async ({ page, signInAs, expectAnswers }) => {
  await signInAs('admin');
  await page.goto('/che-do-tap-huan');
  await page.getByRole('button', { name: 'Tạo bản tập huấn' }).click();
  const enter = page.getByRole('button', { name: 'Vào bản tập huấn' });
  await expect(enter).toBeVisible({ timeout: 20_000 });
  await checkAxe(page);
  await page.goto('/so-khen-thuong');
  const firstPerson = page.locator('tbody tr', { hasText: 'Cá nhân' }).first().locator('th[scope=row]');
  const realName = await firstPerson.innerText();

  await page.getByRole('button', { name: /Tài khoản/ }).click();
  await page.getByRole('button', { name: 'Vào bản tập huấn' }).click();
  await expect(page).toHaveURL(/\/tap-huan\/$/);
  await expect(page.getByText('CHẾ ĐỘ TẬP HUẤN', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Sổ khen thưởng', exact: true }).click();
  await expect(page).toHaveURL(/\/tap-huan\/so-khen-thuong/);
  await expect(firstPerson).toBeVisible();
  expect(await firstPerson.innerText()).not.toBe(realName);
  await checkAxe(page);

  await page.getByRole('link', { name: 'Về hệ thống thật' }).click();
  await expect(page.getByText('CHẾ ĐỘ TẬP HUẤN', { exact: true })).toBeHidden();
  await page.goto('/che-do-tap-huan');
  await page.getByRole('button', { name: 'Xóa', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa' }).click();
  await expect(page.getByRole('button', { name: 'Tạo bản tập huấn' })).toBeVisible();
  expectAnswers(/404/);
  await page.goto('/tap-huan/so-khen-thuong');
  await expect(page.getByText('hiện không có bản tập huấn')).toBeVisible();
});
