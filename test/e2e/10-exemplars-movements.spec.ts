import { checkAxe } from '#test/e2e/axe.ts';
import { yearOf } from '#test/e2e/demo.ts';
import { expect, test } from '#test/e2e/fixtures.ts';

test('a province looks for an exemplar without accents, tells its own, and HTML is refused', async ({
  page,
  signInAs,
  expectAnswers,
}) => {
  expectAnswers(/status of 422/);
  await signInAs('staff.sonla');
  await page.goto('/dien-hinh');
  const rows = page.getByRole('table').getByRole('link');
  await expect(rows).toHaveCount(6);
  await page.getByRole('searchbox').fill('hang a xa');
  await expect(rows).toHaveCount(1);
  await expect(page).toHaveURL(/text=hang/);
  await rows.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bảo tồn, phát huy bản sắc văn hóa');
  await expect(page.getByRole('region', { name: 'Câu chuyện' })).toContainText('05/03/2024');
  await expect(page.getByRole('button', { name: 'Sửa', exact: true })).toHaveCount(0);

  await page.goto('/dien-hinh');
  await page.getByRole('button', { name: 'Thêm điển hình' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thêm điển hình, mô hình' });
  await dialog.getByLabel('Tên điển hình, mô hình').fill('Bản sáng, đường thông');
  await dialog.getByLabel('Câu chuyện').fill('Bản <script>alert(1)</script> sáng');
  await dialog.getByRole('button', { name: 'Thêm điển hình' }).click();
  await expect(dialog.getByText(/không nhận mã HTML: tìm thấy “<script>”/).first()).toBeVisible();
  await checkAxe(page);
  await dialog.getByLabel('Câu chuyện').fill('Bản góp công thắp đèn.\n\nThu nhập tăng, hộ nghèo còn < 5%.');
  await dialog.getByRole('button', { name: 'Thêm điển hình' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bản sáng, đường thông' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Câu chuyện' }).getByRole('paragraph')).toHaveCount(2);
  await expect(page.getByText('Cá nhân điển hình · Sơn La')).toBeVisible();
});

test('a photo of an exemplar is shown on its page', async ({ page, signInAs }) => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await signInAs('staff.langson');
  await page.goto('/dien-hinh?text=luy+tre');
  await page.getByRole('link', { name: 'Lũy tre biên giới Việt' }).click();
  await page.locator('input[type=file]').setInputFiles({ name: 'Lũy tre.png', mimeType: 'image/png', buffer: png });
  const photo = page.getByRole('img', { name: 'Lũy tre' });
  await expect(photo).toBeVisible();
  // It has its place before its bytes have come.
  await expect.poll(() => photo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1);
});

test('the launch of 2024 is read by a member and changed by the leading unit', async ({ page, signInAs, apiOf }) => {
  const address = `/cum/${await yearOf(await apiOf('staff.sonla'), 2024)}/phong-trao`;
  await signInAs('staff.sonla');
  await page.goto(address);
  const launch = page.getByRole('region', { name: 'Phát động', exact: true });
  await expect(launch).toContainText('05/03/2024 · thành phố Lạng Sơn');
  await expect(launch.getByRole('listitem')).toHaveCount(3);
  await expect(launch.getByRole('listitem').first()).toContainText('5 phong trào thi đua do Thủ tướng Chính phủ');
  await expect(launch.getByRole('button', { name: 'Sửa nội dung phát động' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Do Thủ tướng Chính phủ phát động (5)' })).toBeVisible();

  await signInAs('chair.langson');
  await page.goto(address);
  await launch.getByRole('button', { name: 'Sửa nội dung phát động' }).click();
  const dialog = page.getByRole('dialog', { name: 'Phát động thi đua năm 2024' });
  await dialog.getByRole('button', { name: 'Chuyển nội dung 3 lên' }).click();
  await checkAxe(page);
  await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(launch.getByRole('listitem').nth(1)).toContainText('Nâng cao chất lượng khen thưởng');
});

test('a province adds its own movement, the leading unit takes it out of the year', async ({
  page,
  signInAs,
  apiOf,
}) => {
  const address = `/cum/${await yearOf(await apiOf('staff.sonla'))}/phong-trao`;
  await signInAs('staff.sonla');
  await page.goto(address);
  await page.getByRole('button', { name: 'Thêm phong trào: Do tỉnh phát động' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thêm phong trào của tỉnh' });
  await dialog.getByLabel('Tên phong trào').fill('Đường hoa biên giới');
  await dialog.getByLabel('Cơ quan, người phát động').fill('UBND tỉnh Sơn La');
  await dialog.getByRole('textbox', { name: 'Từ ngày' }).fill('01/06/2023');
  await dialog.getByRole('textbox', { name: 'Đến ngày' }).fill('31/12/2024');
  await dialog.getByRole('button', { name: 'Thêm phong trào' }).click();
  await expect(page.getByRole('heading', { name: 'Do tỉnh phát động (3)' })).toBeVisible();

  await signInAs('chair.langson');
  await page.goto(address);
  await page.getByRole('button', { name: 'Đường hoa biên giới' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Gỡ khỏi năm thi đua' }).click();
  await page
    .getByRole('dialog', { name: 'Gỡ phong trào khỏi năm thi đua' })
    .getByRole('button', { name: 'Gỡ khỏi năm thi đua' })
    .click();
  await expect(page.getByRole('heading', { name: 'Do tỉnh phát động (2)' })).toBeVisible();
});
