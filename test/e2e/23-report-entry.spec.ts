import { checkAxe } from '#test/e2e/axe.ts';
import { reportPath } from '#test/e2e/demo.ts';
import { expect, test } from '#test/e2e/fixtures.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';

test('a report is pasted, taken back, asked of an office by a link, merged and looked over', {
  tag: ON_SCREEN,
}, async ({ page, browser, context, signInAs, apiOf }) => {
  const path = await reportPath(await apiOf('chair.langson'), 'Sơn La');
  await signInAs('staff.sonla');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(path);
  const figures = page.getByRole('textbox', { name: /^Thực hiện:/ });
  const first = figures.first();

  await test.step('three rows from Excel, with spaces and a number that can be read in two ways', async () => {
    const before = await first.inputValue();
    await first.click();
    await page.evaluate(() => navigator.clipboard.writeText(' 4.486,3 tỷ đồng\tSố sơ bộ\r\n29,000\tƯớc thực hiện\r\n'));
    await page.keyboard.press('Control+v');
    await expect(first).toHaveValue('4.486,3');
    await expect(page.getByText(/1 ô có số chưa rõ/)).toBeVisible();
    await checkAxe(page);
    await page.keyboard.press('Control+z');
    await expect(first).toHaveValue(before);
    await page.keyboard.press('Control+y');
    await expect(first).toHaveValue('4.486,3');
    await page
      .getByRole('group', { name: 'Chọn cách hiểu 29,000' })
      .getByRole('button', { name: /hàng nghìn/ })
      .click();
    await expect(page.getByText(/^Đã lưu lúc \d\d:\d\d$/)).toBeVisible();
  });

  await test.step('earlier versions of a figure stay readable', async () => {
    await first.fill('4.486,4');
    await page.keyboard.press('Control+s');
    await page.keyboard.press('Shift+F2');
    const details = page.getByRole('dialog');
    await expect(details.getByRole('cell', { name: '4.486,4', exact: true })).toBeVisible();
    await expect(details.getByRole('cell', { name: '4.486,3', exact: true }).first()).toBeVisible();
    await checkAxe(page);
    await details.getByRole('button', { name: 'Đóng' }).last().click();
  });

  const missing = 'Số xã đạt chuẩn nông thôn mới';
  const link = await test.step('an office without an account gets a link', async () => {
    await page.getByRole('link', { name: 'Giao sở, ngành cung cấp số' }).click();
    await page.getByRole('button', { name: 'Giao thêm' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Sở, ngành', { exact: false }).last().fill('Sở Mẫu');
    await dialog
      .getByRole('checkbox', { name: new RegExp(missing) })
      .first()
      .check();
    await checkAxe(page);
    await dialog.getByRole('button', { name: 'Giao', exact: true }).click();
    await expect(page.getByText('Chưa trả lời', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Tạo liên kết' }).first().click();
    const message = page.getByText(/không cần đăng nhập: http/);
    await expect(message).toBeVisible();
    await checkAxe(page);
    return /http\S+/.exec((await message.textContent()) ?? '')![0];
  });

  await test.step('whoever has the link fills in those figures and no more, once', async () => {
    const stranger = await browser.newContext();
    const their = await stranger.newPage();
    await their.goto(link);
    await expect(their.getByText(/đề nghị Sở Mẫu cung cấp số/)).toBeVisible();
    await expect(their.getByRole('textbox', { name: /^Thực hiện:/ })).toHaveCount(1);
    await checkAxe(their);
    await their.getByLabel(/^Người cung cấp số/).fill('Trần Thị Mẫu');
    await their.getByRole('textbox', { name: /^Thực hiện:/ }).fill('4');
    await their.getByRole('button', { name: 'Gửi số' }).click();
    await expect(their.getByText('Đã gửi số, cảm ơn bạn')).toBeVisible();
    await their.reload();
    await expect(their.getByText(/Liên kết này không còn dùng được/)).toBeVisible();
    await stranger.close();
  });

  await test.step('the answer goes into the report with its source, and the report is looked over', async () => {
    await page.reload();
    await expect(page.getByText(/Trần Thị Mẫu gửi lúc/)).toBeVisible();
    await page.getByRole('radio', { name: 'Lấy số sở, ngành' }).first().check();
    await checkAxe(page);
    await page.getByRole('button', { name: 'Ghép 1 số đã chọn' }).first().click();
    await expect(page.getByText('Đã lấy số này')).toBeVisible();
    await page.getByRole('link', { name: 'Quay lại báo cáo' }).click();
    await expect(page.getByRole('textbox', { name: new RegExp(`^Thực hiện: ${missing}`) }).first()).toHaveValue('4');
    await page.getByRole('button', { name: 'Xem lại trước khi gửi' }).click();
    await expect(page.getByText(/Còn \d+ chỉ tiêu chưa có số liệu/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Gửi báo cáo' })).toBeDisabled();
    await checkAxe(page);
  });
});
