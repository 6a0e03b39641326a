import { checkAxe } from '#test/e2e/axe.ts';
import { yearOf } from '#test/e2e/demo.ts';
import { expect, test } from '#test/e2e/fixtures.ts';

test('the standing office sees who has done what, and each cell opens what is behind it', async ({
  page,
  signInAs,
  apiOf,
}) => {
  const clusterYearId = await yearOf(await apiOf('chair.langson'));
  await signInAs('chair.langson');
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'Cụm thi đua 7 tỉnh miền núi biên giới phía Bắc' }).click();
  await expect(page).toHaveURL(`/cum/${clusterYearId}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('năm thi đua 2023');
  await expect(page.getByText(/Cụm trưởng: Lạng Sơn/)).toBeVisible();
  await checkAxe(page);

  const matrix = page.getByRole('table', { name: /Bảng theo dõi tiến độ/ });
  await expect(matrix.getByRole('row')).toHaveCount(8);
  const row = (province: string) => matrix.getByRole('row').filter({ hasText: province });
  await expect(row('Sơn La')).toContainText('Quá hạn 46 ngày');
  await expect(row('Hà Giang')).toContainText('Đã gửi');
  await expect(row('Cao Bằng')).toContainText('Đã tiếp nhận, trễ 1 ngày');
  await expect(row('Lạng Sơn')).toContainText('Đã ký kết');
  for (const word of ['Phát động', 'Hội nghị tổng kết']) await expect(page.getByText(word).first()).toBeVisible();
  await expect(page.getByText('01/03/2024').first()).toBeVisible();

  await row('Hà Giang')
    .getByRole('link', { name: /Báo cáo năm: Đã gửi/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Báo cáo tổng kết năm 2023');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hà Giang');
  await page.goBack();
  await expect(matrix).toBeVisible();
  await row('Sơn La')
    .getByRole('link', { name: /Đề nghị khen thưởng/ })
    .click();
  await expect(page).toHaveURL(/\/de-nghi\?.*unitId=/);
  await page.goBack();
  await row('Sơn La')
    .getByRole('link', { name: /Giao ước: Đã ký kết/ })
    .click();
  await expect(page).toHaveURL(/\/giao-uoc$/);
  await checkAxe(page);
});

test('2024: the pledge lacks one signature, and the year has another chair', async ({ page, signInAs, apiOf }) => {
  const clusterYearId = await yearOf(await apiOf('chair.caobang'), 2024);
  await signInAs('chair.caobang');
  await page.goto(`/cum/${clusterYearId}`);
  await expect(page.getByText(/Cụm trưởng: Cao Bằng/)).toBeVisible();
  const matrix = page.getByRole('table', { name: /Bảng theo dõi tiến độ/ });
  await expect(matrix.getByText('Đã ký kết')).toHaveCount(6);
  await expect(matrix.getByRole('row').filter({ hasText: 'Cao Bằng' })).toContainText('Chưa ký');
  await checkAxe(page);
});
