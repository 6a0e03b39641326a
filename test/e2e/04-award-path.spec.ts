import type { BrowserContext, Page } from '@playwright/test';
import { checkAxe } from '#test/e2e/axe.ts';
import { draftDecision, nominationPath, signedDecision } from '#test/e2e/demo.ts';
import { expect, test } from '#test/e2e/fixtures.ts';
import { pdfPages } from '#test/server/certificates/pdf-text.ts';

const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name });
const says = (page: Page, text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible();

/** Presses a print button and gives the bytes of what the new tab was sent to. */
async function printed(page: Page, context: BrowserContext, button: string): Promise<Buffer> {
  const answer = context.waitForEvent('response', (response) => new URL(response.url()).pathname.startsWith('/print/'));
  await page.getByRole('button', { name: button }).first().click();
  // A headless browser downloads what a person would see in the tab, so the same address is asked for once more.
  const pdf = await context.request.get((await answer).url());
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  return pdf.body();
}

test('from two last nominations to fourteen certificates handed over', async ({
  page,
  context,
  signInAs,
  apiOf,
  expectAnswers,
}) => {
  test.setTimeout(150_000);
  expectAnswers(/status of 422 .*nominations\.submit/);
  const chair = await apiOf('chair.langson');
  const decision = `/quyet-dinh/${await draftDecision(chair)}`;
  const ofSonLa = await nominationPath(await apiOf('staff.sonla'), 'Lò Văn Khuông');
  const ofHaGiang = await nominationPath(chair, 'Vàng Mí Sính');

  await test.step('Sơn La finishes its draft and sends it', async () => {
    await signInAs('staff.sonla');
    await page.goto('/de-nghi');
    await expect(page.getByRole('heading', { level: 1, name: 'Hồ sơ đề nghị' })).toBeVisible();
    await checkAxe(page);
    await page.goto(ofSonLa);
    await expect(page.getByLabel('Họ và tên')).toHaveValue('Lò Văn Khuông');
    await checkAxe(page);
    await page.getByRole('textbox', { name: /^Năm sinh/ }).fill('');
    await page.getByRole('textbox', { name: 'Ngày' }).fill('31/02/2024');
    await page.getByRole('button', { name: 'Gửi hồ sơ' }).click();
    await expect(page.getByText('Ngày không hợp lệ: không có ngày 31/02/2024').first()).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: /chỗ cần sửa/ })).toBeVisible();
    await checkAxe(page);
    await page.getByRole('textbox', { name: /^Năm sinh/ }).fill('1979');
    await page.getByRole('textbox', { name: 'Ngày' }).fill('15/01/2024');
    await page.getByRole('button', { name: 'Gửi hồ sơ' }).click();
    await says(page, 'Đã gửi hồ sơ đề nghị');
    await says(page, 'Mới đến');
  });

  await test.step('the standing office checks both', async () => {
    await signInAs('chair.langson');
    for (const path of [ofSonLa, ofHaGiang]) {
      await page.goto(path);
      await page.getByRole('button', { name: 'Thẩm định xong' }).click();
      const dialog = page.getByRole('dialog', { name: 'Thẩm định xong' });
      await dialog.getByLabel('Ý kiến thẩm định').fill('Đủ thành phần hồ sơ; đã đối chiếu khen thưởng trong năm.');
      await checkAxe(page);
      await dialog.getByRole('button', { name: 'Thẩm định xong' }).click();
      await says(page, 'Đã thẩm định');
    }
  });

  await test.step('and puts them on the decision, which goes to be signed', async () => {
    await page.goto(decision);
    await expect(page.getByLabel('Trích yếu')).toBeVisible();
    await checkAxe(page);
    await tab(page, 'Danh sách kèm theo (12)').click();
    await page.getByRole('checkbox', { name: 'Chọn tất cả (14)' }).check();
    await page.getByRole('button', { name: 'Lưu danh sách' }).click();
    await expect(tab(page, 'Danh sách kèm theo (14)')).toBeVisible();
    await checkAxe(page);
    await tab(page, 'Tiền thưởng').click();
    await says(page, '56.700.000 đồng');
    await checkAxe(page);
    await page.getByRole('button', { name: 'Trình ký' }).click();
    await says(page, 'Đã trình ký');
    await page.getByRole('button', { name: 'Ghi nhận đã ký' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ghi nhận đã ký' });
    await dialog.getByLabel(/^Ngày ký/).fill('27/02/2024');
    await dialog.getByRole('button', { name: 'Ghi nhận đã ký' }).click();
    await says(page, 'Đã ký, chờ số');
    await checkAxe(page);
  });

  await test.step('number and date come last; a future date is refused', async () => {
    await page.getByRole('button', { name: 'Ghi số và ngày văn thư đã cấp' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ghi số và ngày văn thư đã cấp' });
    await dialog.getByLabel(/^Số, ký hiệu/).fill('372');
    await dialog.getByLabel(/^Ngày ban hành/).fill('27/02/2024');
    await checkAxe(page);
    await dialog.getByRole('button', { name: 'Ban hành', exact: true }).click();
    await says(page, 'Đã ban hành: 14 bằng, số sổ vàng 386 – 399');
    await expect(page.getByRole('heading', { level: 1, name: 'Quyết định số 372/QĐ-UBND' })).toBeVisible();
    await checkAxe(page);
  });

  await test.step('fourteen certificates, one PDF of fourteen pages and one of one', async () => {
    await tab(page, 'Bằng').click();
    const table = page.getByRole('table', { name: 'Bằng của quyết định' });
    await expect(table.getByRole('row')).toHaveCount(15);
    for (const number of ['386', '399'])
      await expect(table.getByRole('cell', { name: number, exact: true })).toBeVisible();
    await checkAxe(page);
    const all = await printed(page, context, 'In 14 bằng (PDF)');
    expect(all.subarray(0, 5).toString()).toBe('%PDF-');
    const pages = pdfPages(all);
    expect(pages).toHaveLength(14);
    expect(pages[7]).toContain('Lò Văn Khuông');
    for (const [index, text] of pages.entries()) {
      expect(text).toContain(`Số sổ vàng: ${386 + index}`);
      expect(text).toContain('BẢN MINH HỌA');
    }
    const [only, ...rest] = pdfPages(await printed(page, context, 'In bằng này'));
    expect(only).toContain('Số sổ vàng: 386');
    expect(rest).toEqual([]);
  });

  await test.step('printed, signed, sealed, handed over', async () => {
    for (const step of ['Ghi nhận đã in', 'Ghi nhận đã ký', 'Ghi nhận đã đóng dấu', 'Ghi nhận đã trao']) {
      await page.getByRole('checkbox', { name: 'Chọn tất cả bằng' }).check();
      await page.getByRole('main').getByRole('button', { name: step }).click();
      if (step === 'Ghi nhận đã trao') {
        const dialog = page.getByRole('dialog', { name: step });
        await dialog.getByLabel(/^Ngày trao/).fill('01/03/2024');
        await checkAxe(page);
        await dialog.getByRole('button', { name: step }).click();
      }
      await expect(page.getByRole('checkbox', { name: 'Chọn tất cả bằng' })).not.toBeChecked();
    }
    await expect(
      page.getByRole('table', { name: 'Bằng của quyết định' }).getByText('Đã trao', { exact: true }),
    ).toHaveCount(14);
    await page.getByRole('link', { name: /Lò Văn Khuông/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Bằng số sổ vàng 393' })).toBeVisible();
    await says(page, '2.700.000 đồng');
    await checkAxe(page);
  });
});

test('a double click on "Ban hành" issues once', async ({ page, signInAs, apiOf }) => {
  const chair = await apiOf('chair.langson');
  const id = await signedDecision(chair);
  await signInAs('chair.langson');
  await page.goto(`/quyet-dinh/${id}`);
  await page.getByRole('button', { name: 'Ghi số và ngày văn thư đã cấp' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Số, ký hiệu/).fill('372');
  await dialog.getByLabel(/^Ngày ban hành/).fill('27/02/2024');
  await dialog.getByRole('button', { name: 'Ban hành', exact: true }).dblclick();
  await says(page, 'Đã ban hành: 12 bằng, số sổ vàng 386 – 397');
  expect(await chair.certificates.ofDecision.query({ decisionId: id as never })).toHaveLength(12);
  const history = await chair.audit.ofRecord.query({ subjectKind: 'decision', subjectId: id as never });
  expect(history.filter(({ action }) => action === 'decision.issued')).toHaveLength(1);
});

test('a number already used and a date to come are refused in words, and what was typed stays', async ({
  page,
  signInAs,
  apiOf,
  expectAnswers,
}) => {
  expectAnswers(/status of 422 .*decisions\.issue/);
  const id = await signedDecision(await apiOf('chair.langson'));
  await signInAs('chair.langson');
  await page.goto(`/quyet-dinh/${id}`);
  await page.getByRole('button', { name: 'Ghi số và ngày văn thư đã cấp' }).click();
  const dialog = page.getByRole('dialog');
  const number = dialog.getByLabel(/^Số, ký hiệu/);
  const date = dialog.getByLabel(/^Ngày ban hành/);
  await number.fill('372');
  await date.fill('02/03/2024');
  await dialog.getByRole('button', { name: 'Ban hành', exact: true }).click();
  await expect(dialog.getByText(/01\/03\/2024/).first()).toBeVisible();
  await expect(number).toHaveValue('372');
  await expect(date).toHaveValue('02/03/2024');
  await checkAxe(page);
  await date.fill('31/02/2024');
  await dialog.getByRole('button', { name: 'Ban hành', exact: true }).click();
  await expect(dialog.getByText('Ngày không hợp lệ: không có ngày 31/02/2024')).toBeVisible();
  await date.fill('27/02/2024');
  await dialog.getByRole('button', { name: 'Ban hành', exact: true }).click();
  await says(page, /Đã ban hành: 12 bằng/);
});
