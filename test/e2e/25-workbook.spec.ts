import { readFileSync } from 'node:fs';
import { type CellValue, readXlsx, writeXlsx } from 'hucre';
import { checkAxe } from '#test/e2e/axe.ts';
import { reportPath } from '#test/e2e/demo.ts';
import { expect, test } from '#test/e2e/fixtures.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';

const FIGURE = 6;
const FIRST = 7;

test('the form of a report goes out as a workbook and comes back cell by cell', { tag: ON_SCREEN }, async ({
  page,
  signInAs,
  apiOf,
  expectAnswers,
}) => {
  const path = await reportPath(await apiOf('chair.langson'), 'Sơn La');
  await signInAs('staff.sonla');
  await page.goto(path);
  const figures = page.getByRole('textbox', { name: /^Thực hiện:/ });
  const choose = page.getByLabel('Chọn tệp biểu mẫu đã nhập');
  const dialog = page.getByRole('dialog');

  const book = await test.step('it is downloaded with what is saved', async () => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải biểu mẫu Excel' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('bieu-mau-son-la-2023-ca-nam.xlsx');
    return readXlsx(readFileSync(await download.path()));
  });
  const rows = book.sheets[0]!.rows;
  const file = async (name: string, change: (rows: CellValue[][]) => void) => {
    change(rows);
    const sheets = book.sheets.map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows,
      hidden: sheet.veryHidden ?? false,
    }));
    return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(await writeXlsx({ sheets })) };
  };
  expect(rows[FIRST]![FIGURE]).toBe(4486.3);

  const filled = await test.step('what meets a newer figure has to be chosen, nothing is saved before', async () => {
    await figures.first().fill('4.490');
    await page.keyboard.press('Control+s');
    await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
    const sent = await file('Biểu mẫu Sơn La.xlsx', (all) => {
      all[FIRST]![FIGURE] = 4500.5;
      all[FIRST + 3]![FIGURE] = 6;
      all[FIRST + 4]![FIGURE] = 'chưa có';
    });
    await choose.setInputFiles(sent);
    await expect(dialog.getByText('Ô G12, Mức giảm tỷ lệ hộ nghèo', { exact: false })).toBeVisible();
    await expect(dialog.getByRole('row', { name: /^G8 / })).toContainText('4.486,34.490,0');
    await dialog.getByRole('button', { name: 'Nhập 1 ô' }).click();
    await expect(dialog.getByText('Còn 1 ô chưa chọn')).toBeVisible();
    await checkAxe(page);
    await dialog.getByRole('radio', { name: /Lấy trong tệp$/ }).check();
    await dialog.getByRole('button', { name: 'Nhập 2 ô' }).click();
    await expect(dialog).toBeHidden();
    await expect(figures.first()).toHaveValue('4.500,5');
    await expect(figures.nth(3)).toHaveValue('6');
    return sent;
  });

  await test.step('the same file again changes nothing', async () => {
    await choose.setInputFiles(filled);
    await expect(dialog.getByText('Không có gì mới')).toBeVisible();
    await expect(dialog.getByText(/Tệp này đã được/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Đóng' }).last().click();
  });

  await test.step('a table of one’s own is told where it goes', async () => {
    expectAnswers(/422/);
    book.sheets.pop();
    await choose.setInputFiles(await file('Bảng riêng.xlsx', () => undefined));
    await expect(dialog.getByRole('alert')).toContainText('không phải biểu mẫu');
    await checkAxe(page);
  });
});
