import { checkAxe } from '#test/e2e/axe.ts';
import { expect, test } from '#test/e2e/fixtures.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';

test('a year is drafted after the last one, published, and its members are told', { tag: ON_SCREEN }, async ({
  page,
  signInAs,
  apiOf,
}) => {
  const member = await apiOf('staff.sonla');
  await signInAs('chair.langson');
  await page.goto('/danh-sach-cum');
  await page.getByRole('link', { name: 'Cụm thi đua 7 tỉnh miền núi biên giới phía Bắc' }).click();
  await page.getByRole('button', { name: 'Mở năm thi đua' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mở năm thi đua' });
  await expect(dialog).toContainText('Năm 2024 còn đến hết ngày 15/03/2025');
  await dialog.getByLabel(/^Cơ quan thường trực/).fill('Sở Nội vụ tỉnh Điện Biên');
  await dialog.getByRole('button', { name: 'Lập dự thảo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kế hoạch năm thi đua 2025' })).toBeVisible();
  expect((await member.clusters.list.query()).map(({ year }) => year)).not.toContain(2025);
  await checkAxe(page);

  await page.getByRole('link', { name: 'Chọn chỉ tiêu của năm' }).click();
  await page.getByRole('button', { name: 'Chọn, sắp xếp' }).click();
  await page.getByRole('button', { name: 'Bỏ: Tỷ lệ lao động qua đào tạo' }).click();
  await checkAxe(page);
  await page.getByRole('button', { name: 'Lưu chỉ tiêu của năm' }).click();
  await expect(page.getByRole('region', { name: 'Chỉ tiêu của năm' })).not.toContainText('Tỷ lệ lao động qua đào tạo');

  await page.getByRole('link', { name: 'Kế hoạch năm' }).click();
  await page.getByRole('button', { name: 'Công bố' }).click();
  const asked = page.getByRole('dialog', { name: 'Công bố năm thi đua 2025' });
  await expect(asked).toContainText('7 đơn vị thành viên thấy năm này');
  await checkAxe(page);
  await asked.getByRole('button', { name: 'Công bố' }).click();
  await expect(page.getByRole('navigation', { name: 'Các trang của năm thi đua' })).toBeVisible();
  expect((await member.notices.list.query()).rows[0]!.text).toContain('đã công bố Năm thi đua 2025');
  expect((await member.clusters.list.query()).map(({ year }) => year)).toContain(2025);

  // The indicators that all clusters share are the administrator's.
  await signInAs('admin');
  await page.goto('/chi-tieu');
  await page.getByLabel('Tìm theo tên, định nghĩa, nguồn số liệu').fill('ngan sach');
  await page.getByRole('link', { name: 'Thu ngân sách nhà nước trên địa bàn' }).click();
  await checkAxe(page);
  await page.getByRole('button', { name: 'Phiên bản mới' }).click();
  const version = page.getByRole('dialog', { name: 'Phiên bản mới của chỉ tiêu' });
  await version.getByLabel(/^Đơn vị tính/).fill('triệu đồng');
  await version.getByLabel(/^Cách ghi trong báo cáo/).fill('trên {floor:1000} triệu đồng');
  await version.getByLabel(/^Dùng cho năm bắt đầu từ ngày/).fill('01/01/2026');
  await expect(version).toContainText('Quy đổi: 1 tỷ đồng = 1.000 triệu đồng');
  await checkAxe(page);
  await version.getByRole('button', { name: 'Lập phiên bản mới' }).click();
  await expect(page.getByRole('region', { name: 'Các phiên bản của chỉ tiêu' }).getByRole('row')).toHaveCount(3);
});
