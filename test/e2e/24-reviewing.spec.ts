import { checkAxe } from '#test/e2e/axe.ts';
import { reportPath, yearOf } from '#test/e2e/demo.ts';
import { expect, test } from '#test/e2e/fixtures.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';

test('the chair looks reports through, asks about a figure, opens one unit again and reminds the late one', {
  tag: ON_SCREEN,
}, async ({ page, context, signInAs, apiOf }) => {
  const chair = await apiOf('specialist.langson');
  const year = await yearOf(chair);
  const haGiang = await reportPath(chair, 'Hà Giang');
  await test.step('a second report waits, besides that of Hà Giang', async () => {
    const id = (await reportPath(chair, 'Lai Châu')).split('/').at(-1) as never;
    const { version } = await chair.reports.byId.query({ id });
    const reason = 'Bổ sung số liệu quý IV.';
    const asked = await chair.reports.askSupplement.mutate({ id, seenVersion: version, reason, dueOn: '2024-03-05' });
    const unit = await apiOf('staff.laichau');
    await unit.reports.send.mutate({ id, seenVersion: asked.version });
  });
  await signInAs('specialist.langson');

  await test.step('from one that waits to the next by a key, and back', async () => {
    await page.goto(`/cum/${year}/bao-cao`);
    await page.getByRole('link', { name: 'Xem lần lượt 2 báo cáo chờ' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /Lai Châu/ })).toBeVisible();
    await expect(page.getByText('còn 1 báo cáo chờ')).toBeVisible();
    await page.keyboard.press('Alt+PageDown');
    await expect(page.getByRole('heading', { level: 1, name: /Hà Giang/ })).toBeVisible();
    await page.keyboard.press('Alt+PageUp');
    await page.getByRole('button', { name: 'Tiếp nhận, xem tiếp' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /Hà Giang/ })).toBeVisible();
    await expect(page.getByText('Không còn báo cáo khác chờ xem')).toBeVisible();
  });

  await test.step('a word beside a figure becomes the reason to complete with one press', async () => {
    await page
      .getByRole('button', { name: /^Nêu ý kiến:/ })
      .first()
      .click();
    await page.getByLabel('Ý kiến của Cơ quan thường trực').fill('Đề nghị đối chiếu với Sở Tài chính.');
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await expect(page.getByRole('dialog').getByText('Chờ trả lời')).toBeVisible();
    await checkAxe(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Đề nghị bổ sung' }).click();
    await page.getByRole('button', { name: 'Lấy 1 ý kiến chưa xong làm nội dung' }).click();
    await expect(page.getByLabel('Nội dung cần bổ sung')).toHaveValue(/^1\. .+: Đề nghị đối chiếu với Sở Tài chính\.$/);
    await page.keyboard.press('Escape');
  });

  await test.step('the board says who is late; a reminder stands there, and the next one asks first', async () => {
    await page.goto(`/cum/${year}/bao-cao/theo-doi?xem=overdue`);
    await expect(page.getByRole('row')).toHaveCount(2);
    await page.getByRole('button', { name: 'Gửi đôn đốc' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('checkbox', { name: /Sơn La/ })).toBeChecked();
    await dialog.getByRole('button', { name: 'Gửi đôn đốc' }).click();
    await expect(page.getByRole('row', { name: /Sơn La.*đôn đốc 2 lần/ })).toBeVisible();
    await page.getByRole('button', { name: 'Gửi đôn đốc' }).click();
    await expect(dialog.getByRole('checkbox', { name: /Sơn La/ })).not.toBeChecked();
    await expect(dialog.getByText(/vừa đôn đốc lúc/)).toBeVisible();
  });

  await test.step('open again until a minute; the unit answers, corrects and sends', async () => {
    await page.goto(haGiang);
    await page.getByRole('button', { name: 'Mở lại…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Đến giờ').fill('17h');
    await dialog.getByLabel('Ngày', { exact: false }).first().fill('02/03/2024');
    await dialog.getByLabel('Lý do mở lại').fill('Đơn vị xin sửa theo số quyết toán.');
    await dialog.getByRole('button', { name: 'Mở lại', exact: true }).click();
    await expect(page.getByText('Mở lại cho đơn vị đến 02/03/2024 17:00', { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Tiếp nhận', exact: true })).toBeDisabled();

    await context.clearCookies();
    await signInAs('staff.hagiang');
    await page.goto(haGiang);
    await expect(page.getByText('Mở lại cho đơn vị đến 02/03/2024 17:00', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: /^1 ý kiến, Chờ trả lời/ }).click();
    await page.getByLabel('Trả lời của đơn vị').fill('Đã đối chiếu, số đúng.');
    await page.getByRole('button', { name: 'Trả lời', exact: true }).click();
    await expect(page.getByRole('dialog').getByText('Đã trả lời').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('textbox', { name: /^Thực hiện:/ }).first()).toBeEditable();
  });
});
