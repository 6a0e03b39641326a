import { checkAxe } from '#test/e2e/axe.ts';
import { issuedDecision } from '#test/e2e/demo.ts';
import { expect, test } from '#test/e2e/fixtures.ts';

test('a decision is cancelled with ground and reason; every history and the log tell who, when and why', async ({
  page,
  signInAs,
  apiOf,
}) => {
  const id = await issuedDecision(await apiOf('chair.langson'));
  await signInAs('approver.langson');
  await page.goto(`/quyet-dinh/${id}`);
  await page.getByRole('button', { name: 'Hủy bỏ quyết định' }).click();
  const dialog = page.getByRole('dialog', { name: 'Hủy bỏ quyết định, thu hồi hiện vật, tiền thưởng' });
  await dialog.getByRole('button', { name: 'Hủy bỏ quyết định' }).click();
  await expect(dialog.getByText('Chưa chọn căn cứ')).toBeVisible();
  await checkAxe(page);
  await dialog.getByLabel(/^Căn cứ hủy bỏ/).selectOption({ label: 'Điểm a: gian dối trong kê khai thành tích' });
  await dialog.getByLabel(/^Lý do/).fill('Kết luận thanh tra: kê khai thành tích không đúng sự thật.');
  await dialog.getByLabel(/^Số, ký hiệu quyết định hủy bỏ/).fill('401/QĐ-UBND');
  await dialog.getByRole('button', { name: 'Hủy bỏ quyết định' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Quyết định đã bị hủy bỏ').first()).toBeVisible();
  await expect(page.getByText(/Theo Quyết định số 401\/QĐ-UBND ngày 01\/03\/2024/).first()).toBeVisible();
  await checkAxe(page);

  await page.getByRole('tab', { name: 'Bằng', exact: true }).click();
  const table = page.getByRole('table', { name: 'Bằng của quyết định' });
  await expect(table.getByText('Đã hủy bỏ')).toHaveCount(12);
  await checkAxe(page);

  await page.getByRole('tab', { name: 'Lịch sử cập nhật' }).click();
  const history = page.getByRole('tabpanel');
  await expect(history).toContainText('Kết luận thanh tra: kê khai thành tích không đúng sự thật.');
  await expect(history).toContainText('Trưởng phòng TĐKT Lạng Sơn');
  await expect(history).toContainText('Đã ban hành');
  await checkAxe(page);

  await signInAs('admin');
  await page.goto('/nhat-ky');
  await expect(page.getByRole('heading', { level: 1, name: 'Nhật ký hệ thống' })).toBeVisible();
  await checkAxe(page);
  const log = page.getByRole('table');
  await expect(log).toContainText('Trưởng phòng TĐKT Lạng Sơn');
  await expect(log).toContainText('Kết luận thanh tra: kê khai thành tích không đúng sự thật.');
});

test('somebody without the right to the log is told so', async ({ page, signInAs, expectAnswers }) => {
  expectAnswers(/status of 403 .*audit\.list/);
  await signInAs('staff.sonla');
  await page.goto('/nhat-ky');
  await expect(page.getByRole('link', { name: 'Nhật ký hệ thống' })).toBeHidden();
  await expect(page.getByRole('main')).toContainText(/không có quyền|vai trò/);
  await checkAxe(page);
});
