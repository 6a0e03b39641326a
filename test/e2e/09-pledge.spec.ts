import { checkAxe } from '#test/e2e/axe.ts';
import { yearOf } from '#test/e2e/demo.ts';
import { expect, test } from '#test/e2e/fixtures.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';
import { pdfPages } from '#test/server/certificates/pdf-text.ts';

const SCAN = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
const PROGRAM = Buffer.from('MZ\u0090\u0000 this is no scan at all, whatever its name says');

test('the seventh signature with its scan, then publication', async ({
  page,
  context,
  signInAs,
  apiOf,
  office,
  expectAnswers,
}) => {
  expectAnswers(/status of 422 .*(\/files\/|pledges\.sign)/);
  const chair = await apiOf('chair.langson');
  const clusterYearId = await yearOf(chair, 2024);
  await chair.demo.setToday.mutate({ today: '2024-03-05' });
  const address = `/cum/${clusterYearId}/giao-uoc`;

  await test.step('Cao Bằng finds it among its tasks and records who signed', async () => {
    await signInAs('staff.caobang');
    await page.goto('/');
    await page.getByRole('link', { name: /Ký kết giao ước thi đua năm 2024/ }).click();
    await expect(page).toHaveURL(address);
    await expect(page.getByText('Đã ký kết (6/7)')).toBeVisible();
    await checkAxe(page);
    await page.getByRole('button', { name: 'Ghi nhận ký kết: Cao Bằng' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ghi nhận ký kết: Cao Bằng' });
    await checkAxe(page);
    await dialog.getByLabel('Chọn tệp để tải lên').setInputFiles({
      name: 'trang ký.pdf',
      mimeType: 'application/pdf',
      buffer: PROGRAM,
    });
    await expect(dialog.getByText(/không phải bản quét/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Ghi nhận ký' }).click();
    await expect(dialog.getByText('Chưa đính kèm bản ký có dấu. Tải tệp lên rồi ghi nhận.')).toBeVisible();
    await checkAxe(page);
    await dialog.getByLabel('Chọn tệp để tải lên').setInputFiles({
      name: 'Bản ký có dấu Cao Bằng.pdf',
      mimeType: 'application/pdf',
      buffer: SCAN,
    });
    await expect(dialog.getByRole('link', { name: 'Bản ký có dấu Cao Bằng.pdf' })).toBeVisible();
    await dialog.getByLabel(/^Người ký/).fill('Nguyễn Văn Mẫu');
    await dialog.getByLabel(/^Chức vụ người ký/).selectOption('KT. CHỦ TỊCH, PHÓ CHỦ TỊCH');
    await dialog.getByLabel(/^Ngày ký/).fill('27/02/2024');
    await dialog.getByRole('button', { name: 'Ghi nhận ký' }).click();
    await expect(dialog.getByText(/trước ngày thống nhất nội dung \(28\/02\/2024\)/).first()).toBeVisible();
    await dialog.getByLabel(/^Ngày ký/).fill('05/03/2024');
    await dialog.getByRole('button', { name: 'Ghi nhận ký' }).click();
    await expect(page.getByText('Đã ghi nhận ký kết')).toBeVisible();
    await expect(page.getByText('Đã ký kết (7/7)')).toBeVisible();
    await expect(page.getByRole('row', { name: /Cao Bằng.*Nguyễn Văn Mẫu/ })).toContainText('05/03/2024');
  });

  await test.step('the unit that leads publishes it; from then on nothing can be opened', async () => {
    await signInAs('chair.langson');
    await page.goto(address);
    await page.getByRole('button', { name: 'Phát hành, lưu' }).click();
    const dialog = page.getByRole('dialog', { name: 'Phát hành, lưu' });
    await checkAxe(page);
    await dialog.getByLabel(/^Nơi ký kết/).fill('Lạng Sơn');
    await dialog.getByRole('button', { name: 'Phát hành, lưu' }).click();
    await expect(page.getByText('Đã phát hành giao ước')).toBeVisible();
    await expect(page.getByText(/Lạng Sơn, 05\/03\/2024/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Mở lại nội dung' })).toBeHidden();
    await page.getByRole('button', { name: 'Lịch sử cập nhật' }).click();
    await expect(page.getByRole('main')).toContainText('Phát hành, lưu giao ước');
    await expect(page.getByRole('main')).toContainText('Bản ký có dấu Cao Bằng.pdf');
    await checkAxe(page);
  });

  await test.step('the paper bears text, targets, signatures and the code of the content', async () => {
    const { pledge } = await chair.pledges.ofYear.query({ clusterYearId: clusterYearId as never });
    const link = page.getByRole('link', { name: 'Tải bản PDF' });
    const path = await link.getAttribute('href');
    const answer = await context.request.get(`${office.url}${path}`);
    expect(answer.headers()['content-type']).toBe('application/pdf');
    const text = pdfPages(await answer.body())
      .join(' ')
      .replace(/\s+/g, ' ');
    for (const part of ['GIAO ƯỚC THI ĐUA', 'Nguyễn Văn Mẫu', 'BẢN MINH HỌA', pledge!.contentHash!])
      expect(text).toContain(part);
    expect(text.match(/Đã ký ngày/g)).toHaveLength(7);
  });
});

test('opening the content again voids the signatures; members see whose and why, and change their targets', async ({
  page,
  signInAs,
  apiOf,
}) => {
  const chair = await apiOf('chair.langson');
  const clusterYearId = await yearOf(chair, 2024);
  const address = `/cum/${clusterYearId}/giao-uoc`;
  const reason = 'Điều chỉnh chỉ tiêu thu ngân sách theo nghị quyết mới.';
  await signInAs('chair.langson');
  await page.goto(address);
  await page.getByRole('button', { name: 'Mở lại nội dung' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mở lại nội dung' });
  await expect(dialog).toContainText('6 chữ ký hết hiệu lực');
  await expect(dialog).toContainText('Sơn La, Lai Châu, Điện Biên, Lào Cai, Hà Giang, Lạng Sơn');
  await dialog.getByLabel(/^Lý do/).fill(reason);
  await checkAxe(page);
  await dialog.getByRole('button', { name: 'Mở lại nội dung' }).click();
  await expect(page.getByText('Đã mở lại nội dung')).toBeVisible();

  await signInAs('staff.sonla');
  await page.goto(address);
  await expect(
    page.getByText(/Chữ ký ngày 29\/02\/2024 của Sơn La .* hết hiệu lực .* 01\/03\/2024: Điều chỉnh/),
  ).toBeVisible();
  const grid = page.getByRole('table', { name: 'Chỉ tiêu của Sơn La' });
  const budget = grid.getByRole('textbox', { name: /^Chỉ tiêu: Thu ngân sách/ });
  await budget.fill('4.700.000,0');
  await expect(grid.getByText('Kiểm tra lại đơn vị tính: có phải 4.700,0 tỷ đồng?')).toBeVisible();
  await checkAxe(page);
  await grid.getByRole('button', { name: 'Sửa thành 4.700,0' }).click();
  await expect(budget).toHaveValue('4.700,0');
  await page.getByRole('button', { name: 'Lưu chỉ tiêu' }).click();
  await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
  await expect(
    page.getByRole('table', { name: 'Chỉ tiêu đăng ký của từng đơn vị' }).getByRole('row', { name: /Thu ngân sách/ }),
  ).toContainText('31.150,0');
});

test('a member enters how far a promise came, and a result says how it was judged', { tag: ON_SCREEN }, async ({
  page,
  signInAs,
  apiOf,
}) => {
  const clusterYearId = await yearOf(await apiOf('staff.sonla'), 2023);
  await signInAs('staff.sonla');
  await page.goto(`/cum/${clusterYearId}/giao-uoc`);
  await page.getByRole('link', { name: 'Theo dõi thực hiện' }).click();
  const ledger = page.getByRole('region', { name: 'Chỉ tiêu đã giao ước của Sơn La' });
  const revenue = ledger.getByRole('row', { name: /^1?\s*Thu ngân sách nhà nước/ });
  await expect(revenue).toContainText('Chưa có số');
  await checkAxe(page);
  await page.getByRole('button', { name: 'Ghi tiến độ quý IV' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tiến độ quý IV của Sơn La' });
  const field = dialog.getByLabel(/^Quý IV: Thu ngân sách/);
  await field.fill('3.000');
  await field.press('Tab');
  await dialog.getByRole('button', { name: /3\.000,0/ }).click();
  await expect(dialog.getByText('Nhỏ hơn quý trước')).toBeVisible();
  await checkAxe(page);
  await field.fill('4.386,3');
  await dialog.getByLabel(/^Số liệu tính đến ngày/).fill('15/12/2023');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(revenue).toContainText('102,0%');
  await page.getByRole('button', { name: 'Minh chứng quý IV' }).click();
  const name = 'Báo cáo quý IV.pdf';
  const content = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
  await page.getByLabel('Chọn tệp để tải lên').setInputFiles({ name, mimeType: 'application/pdf', buffer: content });
  await expect(page.getByText(`Đã tải lên “${name}”`)).toBeVisible();
  await page.keyboard.press('Escape');
  const quarters = page.getByRole('region', { name: 'Ngày của số liệu và tài liệu minh chứng của Sơn La' });
  await expect(quarters.getByRole('row', { name: /Quý IV 15\/12\/2023/ })).toContainText(name);
  await page.getByLabel('Đơn vị', { exact: true }).selectOption('Lạng Sơn');
  await page.getByRole('button', { name: /^Vì sao\? Thu ngân sách/ }).click();
  await expect(page.getByText(/Vượt: thực hiện 7\.142,8 tỷ đồng > kế hoạch 7\.000,0 tỷ đồng/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Mở báo cáo năm của Lạng Sơn' })).toBeVisible();
  await page.getByText('Theo chỉ tiêu', { exact: true }).click();
  const members = page.getByRole('region', { name: /^Thu ngân sách nhà nước .*: các đơn vị$/ });
  await expect(members.getByRole('row', { name: /Toàn Cụm/ })).toContainText('29.300,0');
  await checkAxe(page);
});

test('the office that leads says from where on a promise is kept; every result follows, and the members are told', {
  tag: ON_SCREEN,
}, async ({ page, signInAs, apiOf }) => {
  const clusterYearId = await yearOf(await apiOf('chair.langson'), 2023);
  await signInAs('chair.langson');
  await page.goto(`/cum/${clusterYearId}/giao-uoc/theo-doi`);
  await page.getByRole('button', { name: 'Đổi mức Đạt, Vượt' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mức Đạt, Vượt của năm' });
  await dialog.getByLabel(/^Vượt từ/).fill('105');
  await dialog.getByRole('button', { name: 'Lưu cách đánh giá' }).click();
  await expect(dialog.getByText(/^Ghi rõ Quy chế nào/)).toBeVisible();
  await checkAxe(page);
  await dialog.getByLabel(/^Căn cứ/).fill('Quy chế của Cụm (minh họa), Điều 9');
  await dialog.getByLabel(/^Lý do đổi/).fill('Theo Quy chế sửa đổi (minh họa).');
  await dialog.getByRole('button', { name: 'Lưu cách đánh giá' }).click();
  await expect(page.getByText(/^Cách đánh giá: Đạt từ 100% kế hoạch, Vượt từ 105%; .*Điều 9/)).toBeVisible();
  await page.getByLabel('Đơn vị', { exact: true }).selectOption('Lạng Sơn');
  const revenue = page.getByRole('row', { name: /^1?\s*Thu ngân sách nhà nước/ });
  await expect(revenue).toContainText('Đạt');
  await expect(revenue).not.toContainText('Vượt');
  await signInAs('staff.sonla');
  await page.goto('/');
  await page.getByRole('button', { name: /^Thông báo: / }).click();
  await page.getByText(/đổi cách đánh giá giao ước\. Đạt từ 100% kế hoạch, Vượt từ 105%/).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Theo dõi thực hiện giao ước năm 2023' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Đổi mức Đạt, Vượt' })).toBeHidden();
});
