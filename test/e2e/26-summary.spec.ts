import { checkAxe } from '#test/e2e/axe.ts';
import { yearOf } from '#test/e2e/demo.ts';
import { expect, test } from '#test/e2e/fixtures.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';

test('the office keeps the wording of a figure, looks at it drawn and over the years, and as the units of today', {
  tag: ON_SCREEN,
}, async ({ page, signInAs, apiOf }) => {
  const clusterYearId = await yearOf(await apiOf('chair.langson'));
  const name = 'Thu ngân sách nhà nước trên địa bàn';
  const figure = page.getByRole('region', { name, exact: true });
  await signInAs('chair.langson');
  await page.goto(`/cum/${clusterYearId}/tong-hop`);
  await figure.getByRole('button', { name: `Sửa cách ghi: ${name}` }).click();
  const dialog = page.getByRole('dialog', { name: 'Cách ghi trong báo cáo' });
  await dialog.getByRole('textbox', { name }).fill('trên 24.000 tỷ đồng');
  await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(figure).toContainText('Cách ghi trong báo cáo: “trên 24.000 tỷ đồng”');

  await figure.getByRole('button', { name: /^Xem 7 số thành phần/ }).click();
  await expect(figure.getByRole('img', { name: `${name} năm 2023` })).toBeVisible();
  await figure.getByRole('button', { name: /^Qua các năm/ }).click();
  await expect(figure.getByRole('img', { name: `${name} qua các năm` })).toBeVisible();
  await checkAxe(page);
  const download = page.waitForEvent('download');
  await figure.getByRole('button', { name: `Tải hình SVG: ${name} năm 2023` }).click();
  expect((await download).suggestedFilename()).toBe(`${name} năm 2023.svg`);

  await page.getByText('Quy về đơn vị hiện nay').click();
  await expect(page).toHaveURL(/xem-theo=hien-nay/);
  const chart = figure.getByRole('img', { name: `${name} năm 2023, theo đơn vị hiện nay` });
  await expect(chart).toContainText('Tuyên Quang: Số của Hà Giang; chưa gồm Tuyên Quang (ngoài Cụm)');
});
