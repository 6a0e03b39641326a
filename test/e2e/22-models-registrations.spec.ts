import { checkAxe } from '#test/e2e/axe.ts';
import { yearOf } from '#test/e2e/demo.ts';
import { expect, test } from '#test/e2e/fixtures.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';

test('a province takes up a model of another and notes progress and results, which its unit reads', {
  tag: ON_SCREEN,
}, async ({ page, signInAs }) => {
  await signInAs('staff.hagiang');
  await page.goto('/mo-hinh-hay');
  await page.getByRole('searchbox').fill('thu nhap binh quan');
  await expect(page).toHaveURL(/text=thu/);
  await page
    .getByRole('link', { name: /nuôi dê/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Áp dụng mô hình này' }).click();
  const dialog = page.getByRole('dialog', { name: 'Áp dụng mô hình này' });
  await dialog.getByLabel('Nơi áp dụng').fill('xã Mẫu, tỉnh Hà Giang');
  await dialog.getByLabel('Đơn vị, người chủ trì').fill('UBND xã Mẫu');
  await dialog.getByRole('button', { name: 'Áp dụng', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Nhân rộng: Tổ liên kết/ })).toBeVisible();

  await page.getByLabel('Nội dung tiến độ').fill('Đã chọn mười hộ.');
  await page.getByRole('button', { name: 'Ghi tiến độ' }).click();
  await expect(page.getByRole('region', { name: 'Tiến độ' })).toContainText('01/03/2024');
  await page.getByRole('button', { name: 'Ghi số: Kết quả bằng số' }).click();
  await page.getByLabel('Nội dung đo').fill('Hộ nuôi dê');
  await page.getByLabel('Sau').fill('10');
  await page.getByLabel('Đơn vị tính').fill('hộ');
  await checkAxe(page);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Kết quả bằng số' })).toContainText('Hộ nuôi dê');

  await signInAs('staff.sonla');
  await page.goto('/nhan-rong');
  const row = page.getByRole('row').filter({ hasText: 'Hà Giang' });
  await expect(row).toContainText('Hộ nuôi dê: 10 hộ');
});

test('titles aimed at are registered, a wrong list of names is told, and a movement is confirmed', {
  tag: ON_SCREEN,
}, async ({ page, signInAs, apiOf, expectAnswers }) => {
  expectAnswers(/status of 422/);
  const year = await yearOf(await apiOf('staff.sonla'), 2024);
  await signInAs('staff.sonla');
  await page.goto(`/cum/${year}/dang-ky`);
  const own = page.getByRole('region', { name: 'Đăng ký của Sơn La' });
  await own.getByRole('button', { name: 'Sửa đăng ký' }).click();
  await own.getByLabel('Số lượng: Lao động tiên tiến, Cá nhân').fill('1');
  await own.getByLabel('Tên: Lao động tiên tiến, Cá nhân').fill('Lò Thị Mẫu\nLò Văn Mẫu');
  await own.getByRole('button', { name: 'Lưu nháp' }).click();
  await expect(own.getByText(/danh sách có 2 tên, nhiều hơn số đăng ký 1/).first()).toBeVisible();
  await own.getByLabel('Số lượng: Lao động tiên tiến, Cá nhân').fill('2');
  await own.getByRole('button', { name: 'Lưu nháp' }).click();
  await own.getByRole('button', { name: 'Gửi đăng ký' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Gửi đăng ký' }).click();
  await expect(own).toContainText('Đã gửi lúc');
  await checkAxe(page);

  await page.goto(`/cum/${year}/phong-trao`);
  const asked = page.getByRole('row').filter({ hasText: '1/7 đơn vị xác nhận' });
  await asked.getByRole('button').click();
  const movement = page.getByRole('dialog');
  await movement.getByRole('button', { name: 'Xác nhận tham gia' }).click();
  const form = page.getByRole('dialog', { name: 'Xác nhận tham gia phong trào' });
  await form.getByLabel('Người xác nhận').fill('Bà Lò Thị Mẫu, Phó Giám đốc Sở Nội vụ');
  await form.getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Xác nhận tham gia' })).toContainText('Đã xác nhận 2/7 đơn vị');
});
