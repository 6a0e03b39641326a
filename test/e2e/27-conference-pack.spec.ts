import PizZip from 'pizzip';
import { checkAxe } from '#test/e2e/axe.ts';
import { yearOf } from '#test/e2e/demo.ts';
import { expect, test } from '#test/e2e/fixtures.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A Word file with a change of its text. */
function changed(docx: Buffer, from: string, to: string): Buffer {
  const zip = new PizZip(docx);
  const body = zip.file('word/document.xml')!.asText();
  expect(body).toContain(from);
  zip.file('word/document.xml', body.replace(from, to));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

test('the chair makes the papers, corrects a template of the office, sends a version that stays', {
  tag: ON_SCREEN,
}, async ({ page, signInAs, apiOf, expectAnswers }) => {
  const year = await yearOf(await apiOf('specialist.langson'));
  await signInAs('specialist.langson');

  await test.step('a template with a broken name is told which and where; mended it is put to use', async () => {
    await page.goto(`/cum/${year}/hoi-nghi`);
    await page.getByRole('link', { name: 'Bộ tài liệu Hội nghị' }).click();
    await page.getByRole('tab', { name: 'Mẫu văn bản' }).click();
    const report = page.getByRole('region', { name: 'Báo cáo tổng kết' });
    const address = await report.getByRole('link', { name: 'Tải mẫu về' }).getAttribute('href');
    const template = await (await page.request.get(address!)).body();
    const send = (buffer: Buffer) =>
      report.locator('input[type=file]').setInputFiles({ name: 'Mẫu của Sở.docx', mimeType: DOCX, buffer });
    await expectAnswers(/422.*\/files\/conference-templates\//);
    await send(changed(template, '{nam_sau}', '{nam_xau}'));
    await expect(report.getByRole('alert')).toContainText('không có tên nào là “nam_xau”; có phải “nam_sau”?');
    await send(changed(template, 'I. TÌNH HÌNH CHUNG', 'I. KHÁI QUÁT'));
    await expect(report.getByText('Mới tải lên, chưa dùng')).toBeVisible();
    await report.getByRole('button', { name: 'Dùng mẫu này' }).click();
    await expect(report.getByText('Đang dùng: Mẫu của Sở.docx')).toBeVisible();
    await checkAxe(page);
    await page.getByRole('tab', { name: 'Danh sách tên' }).click();
    await expect(page.getByRole('row', { name: /\{nam\} Năm thi đua 2023/ })).toBeVisible();
  });

  await test.step('one press, and the version is there with the template; it is marked as sent', async () => {
    await page.getByRole('tab', { name: /Các bản đã lập/ }).click();
    await page.getByRole('button', { name: 'Lập bộ tài liệu' }).click();
    const version = page.getByRole('row', { name: /1\. Báo cáo tổng kết\.docx \(Mẫu của Sở\.docx\)/ });
    await expect(version).toBeVisible({ timeout: 15_000 });
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      version.getByRole('link', { name: 'Tải về bản số 1' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^Tài liệu Hội nghị năm 2023, bản 1\.zip$/);
    await version.getByRole('button', { name: 'Đánh dấu đã gửi bản số 1' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Gửi đến').fill('UBND các tỉnh thành viên');
    await dialog.getByRole('button', { name: 'Đánh dấu đã gửi' }).click();
    await expect(page.getByText('Đã gửi, không sửa được')).toBeVisible();
    await expect(page.getByRole('button', { name: /Đánh dấu đã gửi/ })).toHaveCount(0);
    await checkAxe(page);
  });
});
