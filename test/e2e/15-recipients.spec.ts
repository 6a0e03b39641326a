import { checkAxe } from '#test/e2e/axe.ts';
import { expect, test } from '#test/e2e/fixtures.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';

test('a person is added once, gets a number that is opened with a reason, and is held', { tag: ON_SCREEN }, async ({
  page,
  signInAs,
  expectAnswers,
}) => {
  expectAnswers(/status of 422 .*setCccd/);
  await signInAs('chair.langson');
  await page.goto('/doi-tuong');
  await page.getByRole('searchbox').fill('phong hanh chinh');
  await page.getByRole('link', { name: 'Phòng Tổng hợp Mẫu' }).click();
  await expect(page.getByText('Phòng Hành chính Mẫu')).toBeVisible();
  await expect(page.getByText(/của Phòng Nghiệp vụ Mẫu \(trước khi sáp nhập/).first()).toBeVisible();

  await page.goto('/doi-tuong');
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Họ và tên').fill('Nông Thị Mẩu');
  await dialog.getByLabel('Ngày sinh, hoặc chỉ năm sinh').fill('1982');
  await dialog.getByRole('button', { name: 'Thêm', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('Cùng tên, cùng đơn vị');
  await checkAxe(page);
  await dialog.getByRole('button', { name: 'Vẫn thêm mới' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nông Thị Mẩu' })).toBeVisible();

  await page.getByRole('button', { name: 'Ghi số' }).click();
  await dialog.getByLabel('Số căn cước').fill('123456789');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(dialog.getByText(/số chứng minh nhân dân cũ/).first()).toBeVisible();
  await dialog.getByLabel('Số căn cước').fill('020 182 001 234');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText('•••••••••234')).toBeVisible();
  await page.getByRole('button', { name: 'Xem số' }).click();
  await dialog.getByLabel('Lý do xem').fill('Đối chiếu hồ sơ giấy');
  await dialog.getByRole('button', { name: 'Xem số' }).click();
  await expect(page.getByText('020 182 001 234')).toBeVisible();
  // What was opened for a look does not go on paper.
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('020 182 001 234')).toBeHidden();
  await page.emulateMedia({ media: null });

  await page.getByRole('button', { name: 'Ghi tạm dừng' }).click();
  await dialog.getByLabel('Lý do').fill('Đang thanh tra nhà trường');
  await dialog.getByRole('button', { name: 'Ghi tạm dừng' }).click();
  await expect(page.getByText(/Đang tạm dừng xét khen thưởng từ 01\/03\/2024/)).toBeVisible();
  await expect(page.getByText('Mở xem số căn cước')).toBeVisible();
  await expect(page.getByText('020182001234')).toHaveCount(0);
  await checkAxe(page);
});
