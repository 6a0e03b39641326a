import type { Page } from '@playwright/test';
import { checkAxe } from '#test/e2e/axe.ts';
import { reportPath, yearOf } from '#test/e2e/demo.ts';
import { expect, test } from '#test/e2e/fixtures.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';

const figure = (page: Page, indicator: string) => page.getByRole('textbox', { name: `Thực hiện: ${indicator}` });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

test('a member fills and sends, the chair asks another to complete and receives both, all see the summary', async ({
  page,
  signInAs,
  apiOf,
}) => {
  const chair = await apiOf('chair.langson');
  const clusterYearId = await yearOf(chair);
  const sonLa = await reportPath(chair, 'Sơn La');
  const haGiang = await reportPath(chair, 'Hà Giang');

  await test.step('Sơn La is told what is missing', async () => {
    await signInAs('staff.sonla');
    await page.goto(sonLa);
    await expect(heading(page, /Báo cáo tổng kết năm 2023/)).toBeVisible();
    await checkAxe(page);
    await page.getByRole('button', { name: 'Xem lại trước khi gửi' }).click();
    const summary = page.getByRole('alert').filter({ hasText: 'Còn 3 chỉ tiêu chưa có số liệu' });
    await expect(summary.getByRole('link')).toHaveCount(3);
    await checkAxe(page);
    await summary.getByRole('link', { name: /Mức giảm tỷ lệ hộ nghèo/ }).click();
    await expect(figure(page, 'Mức giảm tỷ lệ hộ nghèo')).toBeFocused();
  });

  await test.step('a figure that can be read in two ways is asked about', async () => {
    const revenue = figure(page, 'Thu ngân sách nhà nước trên địa bàn');
    await revenue.fill('1.500');
    await revenue.press('Tab');
    const choices = page.getByRole('group', { name: 'Chọn cách hiểu 1.500' });
    await expect(page.getByText('“1.500” là hàng nghìn hay số thập phân? Chọn một cách hiểu:')).toBeVisible();
    await checkAxe(page);
    await choices.getByRole('button', { name: /hàng nghìn/ }).click();
    await expect(revenue).toHaveValue('1.500,0');
    await expect(choices).toBeHidden();
    await revenue.fill('4.486,3');
  });

  await test.step('what is typed saves itself and is there after loading again', async () => {
    await figure(page, 'Số xã đạt chuẩn nông thôn mới').fill('4');
    await figure(page, 'Mức giảm tỷ lệ hộ nghèo').fill('3,62');
    await figure(page, 'Tỷ lệ Bằng khen tặng người trực tiếp').fill('56,9');
    await page.getByLabel('Phần thuyết minh').fill('Hoàn thành các chỉ tiêu đã giao ước.');
    await expect(page.getByText(/^Đã lưu lúc \d\d:\d\d$/)).toBeVisible();
    await expect(page.getByText('Đang lưu…')).toBeHidden();
    await page.reload();
    await expect(figure(page, 'Thu ngân sách nhà nước trên địa bàn')).toHaveValue('4.486,3');
    await expect(figure(page, 'Mức giảm tỷ lệ hộ nghèo')).toHaveValue('3,62');
    await expect(page.getByLabel('Phần thuyết minh')).toHaveValue('Hoàn thành các chỉ tiêu đã giao ước.');
  });

  await test.step('Sơn La sends', async () => {
    await page.getByRole('button', { name: 'Xem lại trước khi gửi' }).click();
    await expect(page.getByText('Có số liệu 12/12 chỉ tiêu')).toBeVisible();
    await expect(page.getByText(/Đã quá hạn \d+ ngày: báo cáo vẫn được nhận/)).toBeVisible();
    await expect(page.getByText('Hoàn thành các chỉ tiêu đã giao ước.')).toBeVisible();
    await checkAxe(page);
    await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await expect(page.getByText('Đã gửi báo cáo')).toBeVisible();
    await expect(page.getByText('Đã gửi', { exact: true })).toBeVisible();
    await expect(figure(page, 'Mức giảm tỷ lệ hộ nghèo')).toBeHidden();
  });

  await test.step('the chair doubts a figure of Hà Giang and asks to complete', async () => {
    await signInAs('chair.langson');
    await page.goto(`/cum/${clusterYearId}/bao-cao`);
    await expect(heading(page, /Báo cáo của các đơn vị/)).toBeVisible();
    await checkAxe(page);
    await page.getByRole('link', { name: 'Hà Giang' }).click();
    await expect(page.getByText('31,24')).toBeVisible();
    await page.getByRole('button', { name: 'Đề nghị bổ sung' }).click();
    const dialog = page.getByRole('dialog', { name: 'Đề nghị bổ sung báo cáo' });
    await dialog
      .getByLabel('Nội dung cần bổ sung')
      .fill('Mức giảm tỷ lệ hộ nghèo: 31,24 là tỷ lệ cuối năm, không phải mức giảm.');
    await dialog.getByLabel(/^Hạn bổ sung/).fill('31/02/2024');
    await dialog.getByLabel('Nội dung cần bổ sung').click();
    await expect(dialog.getByText('Ngày không hợp lệ: không có ngày 31/02/2024')).toBeVisible();
    await dialog.getByRole('button', { name: 'Đề nghị bổ sung' }).click();
    await expect(dialog).toBeVisible();
    await checkAxe(page);
    await dialog.getByLabel(/^Hạn bổ sung/).fill('5/3/2024');
    await dialog.getByRole('button', { name: 'Đề nghị bổ sung' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Đề nghị bổ sung, hạn 05/03/2024')).toBeVisible();
  });

  await test.step('Hà Giang sees why, corrects and sends again', async () => {
    await signInAs('staff.hagiang');
    await page.goto(haGiang);
    await expect(page.getByText('31,24 là tỷ lệ cuối năm, không phải mức giảm.')).toBeVisible();
    const poverty = figure(page, 'Mức giảm tỷ lệ hộ nghèo');
    await expect(poverty).toHaveValue('31,24');
    await poverty.fill('5,84');
    await page.getByRole('button', { name: 'Xem lại trước khi gửi' }).click();
    await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await expect(page.getByText('Đã gửi', { exact: true })).toBeVisible();
  });

  await test.step('the chair receives both', async () => {
    await signInAs('chair.langson');
    for (const path of [sonLa, haGiang]) {
      await page.goto(path);
      await page.getByRole('button', { name: 'Tiếp nhận' }).click();
      await expect(page.getByText('Đã tiếp nhận', { exact: true })).toBeVisible();
    }
    await page.getByRole('button', { name: 'Lịch sử cập nhật' }).click();
    const history = page.getByRole('list').filter({ hasText: 'Đề nghị bổ sung' });
    await expect(history).toContainText('31,24');
    await expect(history).toContainText('5,84');
    await expect(history).toContainText('Cán bộ tổng hợp Hà Giang');
    await expect(history).toContainText('31,24 là tỷ lệ cuối năm');
    await checkAxe(page);
  });

  await test.step('everybody sees the summary of seven reports', async () => {
    await signInAs('staff.dienbien');
    await page.goto(`/cum/${clusterYearId}/tong-hop`);
    const of = (name: string) => page.getByRole('region', { name });
    const expected = [
      ['Thu ngân sách nhà nước trên địa bàn', '29.068,5', 'trên 29.000 tỷ đồng'],
      ['Số lao động được tạo việc làm mới trong năm', '100.710', 'trên 100.000 lao động'],
      ['Số trường học được công nhận mới đạt chuẩn quốc gia', '120', '120 trường'],
      ['Số xã đạt chuẩn nông thôn mới tăng thêm so với năm trước', '22', 'có thêm 22 xã so với năm 2022'],
      ['Mức giảm tỷ lệ hộ nghèo (chuẩn nghèo đa chiều 2022 - 2025)', '4,41', 'bình quân giảm 4,41%'],
    ] as const;
    for (const [name, value, paper] of expected) {
      await expect(of(name)).toContainText(value);
      await expect(of(name)).toContainText(`Cách ghi trong báo cáo: “${paper}”`);
      await expect(of(name)).toContainText('7/7 đơn vị');
    }
    await expect(of('Mức giảm tỷ lệ hộ nghèo (chuẩn nghèo đa chiều 2022 - 2025)')).toContainText('số học');
    await checkAxe(page);
    const revenue = of('Thu ngân sách nhà nước trên địa bàn');
    await revenue.getByRole('button', { name: /Xem 7 số thành phần/ }).click();
    await expect(revenue.getByRole('row').filter({ hasText: 'Sơn La' })).toContainText('4.486,3');
    await expect(revenue.getByText(/^(Đạt|Không đạt|Vượt)$/)).toHaveCount(7);
    await checkAxe(page);
    await revenue.getByRole('link', { name: 'Sơn La' }).click();
    await expect(page).toHaveURL(new RegExp(`${sonLa}$`));
    await page.goBack();
    await expect(page).toHaveURL(/\/tong-hop/);
  });
});

test('an expired session keeps what is typed: sign in again over the page and go on', async ({
  page,
  context,
  office,
  signInAs,
  apiOf,
  expectAnswers,
}) => {
  expectAnswers(/status of 401/);
  await signInAs('staff.sonla');
  await page.goto(await reportPath(await apiOf('chair.langson'), 'Sơn La'));
  const communes = figure(page, 'Số xã đạt chuẩn nông thôn mới');
  await expect(communes).toBeVisible();
  // The session ends on the server while the browser still holds its cookie.
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  await fetch(`${office.url}/api/auth/sign-out`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-luytre': '1', cookie },
    body: '{}',
  });
  await communes.fill('4');
  await figure(page, 'Mức giảm tỷ lệ hộ nghèo').fill('3,62');
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết hạn' });
  await expect(dialog).toBeVisible();
  await checkAxe(page);
  await dialog.getByLabel(/^Mật khẩu/).fill('sai mật khẩu rồi');
  await dialog.getByRole('button', { name: 'Đăng nhập và tiếp tục' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Tên đăng nhập hoặc mật khẩu không đúng.');
  await dialog.getByLabel(/^Mật khẩu/).fill('luytre-demo-2024');
  await dialog.getByRole('button', { name: 'Đăng nhập và tiếp tục' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
  await expect(communes).toHaveValue('4');
  await page.reload();
  await expect(communes).toHaveValue('4');
  await expect(figure(page, 'Mức giảm tỷ lệ hộ nghèo')).toHaveValue('3,62');
});

test('of two editors the second sees both figures, chooses, and overwrites nothing unseen', async ({
  page,
  signInAs,
  apiOf,
  expectAnswers,
}) => {
  expectAnswers(/status of 409 .*reports\.saveCells/);
  const colleague = await apiOf('staff.sonla');
  const path = await reportPath(colleague, 'Sơn La');
  const id = path.split('/').at(-1) as never;
  await signInAs('staff.sonla');
  await page.goto(path);
  const jobs = figure(page, 'Số lao động được tạo việc làm mới');
  await expect(jobs).toHaveValue('20.350');
  const { cells } = await colleague.reports.byId.query({ id });
  const { indicatorVersionId, valueStatus, sourceOffice, version } = cells.find(({ value }) => value === 20_350)!;
  const theirs = {
    indicatorVersionId: indicatorVersionId as never,
    valueStatus,
    sourceOffice,
    note: '',
    value: 20_400,
  };
  await colleague.reports.saveCells.mutate({ id, cells: [{ ...theirs, seenVersion: version }] });
  await jobs.fill('20.500');
  const dialog = page.getByRole('dialog', { name: 'Hai người cùng sửa: chọn nội dung được lưu' });
  await expect(dialog).toContainText('20.400');
  await expect(dialog).toContainText('20.500');
  await expect(dialog).toContainText('Cán bộ tổng hợp Sơn La');
  await checkAxe(page);
  await dialog.getByLabel(/: Lấy bản của họ$/).check();
  await dialog.getByRole('button', { name: 'Lưu bản đã chọn' }).click();
  await expect(dialog).toBeHidden();
  await expect(jobs).toHaveValue('20.400');
});

test('a megabyte pasted into the text stays on the screen and is refused in words', { tag: ON_SCREEN }, async ({
  page,
  signInAs,
  apiOf,
}) => {
  await signInAs('staff.sonla');
  await page.goto(await reportPath(await apiOf('chair.langson'), 'Sơn La'));
  const text = page.getByLabel('Phần thuyết minh');
  await text.fill('a'.repeat(1_000_000));
  await expect(page.getByText(/Dài quá: 1\.000\.000 ký tự, chỉ lưu được 50\.000/)).toBeVisible();
  await text.fill('Ngắn thôi.');
  await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
});
