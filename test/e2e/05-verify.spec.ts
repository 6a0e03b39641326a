import { checkAxe } from '#test/e2e/axe.ts';
import { issuedDecision } from '#test/e2e/demo.ts';
import { expect, test } from '#test/e2e/fixtures.ts';

/** A telephone, by somebody who has no account. */
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('a citizen scans a certificate: it agrees, until the decision is cancelled', async ({
  page,
  apiOf,
  expectAnswers,
}) => {
  expectAnswers(/status of 404 .*\/verify\//);
  const chair = await apiOf('chair.langson');
  const id = await issuedDecision(chair);
  const certificates = await chair.certificates.ofDecision.query({ decisionId: id as never });
  const one = certificates.find(({ printedName }) => printedName.includes('Hoàng Văn Slam'))!;
  const scanned = new URL(one.verifyUrl);
  expect(scanned.origin).toBe('http://luytre.test');
  const address = scanned.pathname + scanned.search;
  const verdict = page.getByRole('region');

  await test.step('as printed', async () => {
    await page.goto(address);
    await expect(verdict.getByRole('heading', { name: 'Khớp với Sổ khen thưởng' })).toBeVisible();
    await expect(verdict).toContainText('Chữ ký số trong mã QR là của hệ thống này');
    await expect(page.getByRole('main')).toContainText('Ông Hoàng Văn Slam');
    await expect(page.getByRole('main')).toContainText('372/QĐ-UBND');
    await expect(page.getByRole('main')).toContainText('27/02/2024');
    await expect(page.getByText('DỮ LIỆU MINH HỌA, không có giá trị pháp lý')).toBeVisible();
    for (const secret of ['1980', 'Tày', 'Nùng', 'xã', 'đồng'])
      await expect(page.getByRole('definition').filter({ hasText: secret })).toHaveCount(0);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways).toBe(0);
    await checkAxe(page);
  });

  await test.step('by typing the code', async () => {
    await page.getByLabel('Mã xác thực trên bằng').fill(one.verifyCode.toLowerCase());
    await page.getByRole('button', { name: 'Tra cứu' }).click();
    await expect(verdict).toContainText('Khớp với Sổ khen thưởng');
    await expect(verdict).toContainText('Tra bằng mã gõ tay');
  });

  await test.step('with an altered signature', async () => {
    const last = address.at(-2);
    await page.goto(`${address.slice(0, -2)}${last === 'A' ? 'B' : 'A'}${address.at(-1)}`);
    await expect(verdict.getByRole('heading', { name: 'Chữ ký trên mã QR không khớp' })).toBeVisible();
    await checkAxe(page);
  });

  await test.step('with garbage', async () => {
    for (const garbage of ['%3Cscript%3Ealert(1)%3C/script%3E', 'khong-phai-ma', '%E0%A4%A', 'A'.repeat(2000)]) {
      await page.goto(`/verify/${garbage}`);
      await expect(verdict.getByRole('heading', { name: 'Không tìm thấy' })).toBeVisible();
    }
    await checkAxe(page);
  });

  await test.step('after the decision is cancelled', async () => {
    const { version } = await chair.decisions.byId.query({ id: id as never });
    await chair.decisions.cancel.mutate({
      id: id as never,
      seenVersion: version,
      ground: 'a',
      reason: 'Kết luận thanh tra: kê khai thành tích không đúng sự thật.',
      number: '401/QĐ-UBND',
      cancelledOn: '2024-03-01',
    });
    await page.goto(address);
    await expect(verdict.getByRole('heading', { name: 'Quyết định đã bị hủy bỏ' })).toBeVisible();
    await expect(verdict).toContainText('Quyết định số 401/QĐ-UBND ngày 01/03/2024');
    await checkAxe(page);
  });
});

test('a certificate of the demo was cancelled before it begins', async ({ page, apiOf }) => {
  const chair = await apiOf('chair.langson');
  const [cancelled] = await chair.decisions.list.query({ status: 'cancelled' });
  const [one] = await chair.certificates.ofDecision.query({ decisionId: cancelled!.id as never });
  await page.goto(one!.verifyPath);
  await expect(page.getByRole('heading', { name: 'Quyết định đã bị hủy bỏ' })).toBeVisible();
});
