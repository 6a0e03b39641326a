import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#shared/accounts/password.rules.ts';
import { checkAxe } from '#test/e2e/axe.ts';
import { expect, test } from '#test/e2e/fixtures.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';

const overview = (page: Page) => page.getByRole('heading', { level: 1, name: 'Tổng quan' });

async function fillIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel(/^Mật khẩu/).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}

test('signs in, lands on the overview, and leaves nothing behind on signing out', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/dang-nhap/);
  await expect(page).toHaveTitle(/Đăng nhập/);
  await checkAxe(page);
  await fillIn(page, 'staff.sonla', DEMO_PASSWORD);
  await expect(overview(page)).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Việc cần xử lý/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Nhập và gửi báo cáo tổng kết năm 2023 của Sơn La' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Tiến độ năm thi đua 2023' })).toBeVisible();
  await expect(page.getByText('DỮ LIỆU MINH HỌA, không có giá trị pháp lý')).toBeVisible();
  await checkAxe(page);

  await page.getByRole('button', { name: /Cán bộ tổng hợp Sơn La/ }).click();
  await checkAxe(page);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page).toHaveURL(/\/dang-nhap/);
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Đăng nhập', exact: true })).toBeVisible();
  await expect(overview(page)).toBeHidden();
});

test('a demo account is one press away', { tag: ON_SCREEN }, async ({ page }) => {
  await page.goto('/dang-nhap');
  await page.getByRole('button', { name: /Thường trực Cụm \(Lạng Sơn\)/ }).click();
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(overview(page)).toBeVisible();
});

test('a wrong password and an unknown name are refused in the same words', async ({ page, expectAnswers }) => {
  expectAnswers(/status of 401 .*sign-in/);
  await page.goto('/dang-nhap');
  for (const username of ['staff.sonla', 'khong.co.ai']) {
    await fillIn(page, username, 'sai mật khẩu rồi');
    await expect(page.getByRole('alert')).toHaveText('Tên đăng nhập hoặc mật khẩu không đúng.');
    await expect(page).toHaveURL(/\/dang-nhap/);
  }
  await checkAxe(page);
  await fillIn(page, 'staff.sonla', DEMO_PASSWORD);
  await expect(overview(page)).toBeVisible();
});

test('goes on to the page that was asked for', { tag: ON_SCREEN }, async ({ page }) => {
  await page.goto('/de-nghi');
  await expect(page).toHaveURL(/\/dang-nhap\?ve=/);
  await fillIn(page, 'chair.langson', DEMO_PASSWORD);
  await expect(page).toHaveURL(/\/de-nghi$/);
  await page.goto('/dang-nhap?ve=https://evil.example/');
  await fillIn(page, 'chair.langson', DEMO_PASSWORD);
  await expect(overview(page)).toBeVisible();
});

test('signs in and reaches the content with the keyboard alone', { tag: ON_SCREEN }, async ({ page }) => {
  await page.goto('/');
  await expect(page.getByLabel('Tên đăng nhập')).toBeFocused();
  await page.keyboard.type('staff.hagiang');
  await page.keyboard.press('Tab');
  await page.keyboard.type(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(overview(page)).toBeVisible();

  const skip = page.getByRole('link', { name: 'Chuyển đến nội dung' });
  await page.keyboard.press('Tab');
  for (let tabs = 0; tabs < 3 && !(await skip.evaluate((link) => link === document.activeElement)); tabs += 1)
    await page.keyboard.press('Shift+Tab');
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
