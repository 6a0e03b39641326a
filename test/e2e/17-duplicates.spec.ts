import { checkAxe } from '#test/e2e/axe.ts';
import { expect, test } from '#test/e2e/fixtures.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';

test('two records of one person become one, are told apart again, and do not come back', { tag: ON_SCREEN }, async ({
  page,
  signInAs,
  apiOf,
  expectAnswers,
}) => {
  await signInAs('chair.langson');
  await page.goto('/nghi-trung');
  const queue = page.getByRole('region', { name: 'Cặp hồ sơ nghi trùng' });
  await expect(queue.getByRole('row')).toHaveCount(5);

  await test.step('the keyboard chooses field by field', async () => {
    await queue.getByRole('link', { name: 'Vi Văn Minh Họa' }).click();
    await expect(page.getByRole('heading', { name: 'So sánh hai hồ sơ' })).toBeVisible();
    await checkAxe(page);
    await expect(page.getByRole('radio', { name: 'Ngày sinh, năm sinh: 02/03/1968' })).toBeChecked();
    await page.getByRole('radio', { name: 'Tên: Vi Văn Minh Họa' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'Tên: Vi Minh Họa' })).toBeChecked();
    await page.getByRole('button', { name: 'Ghép hai hồ sơ' }).click();
    await expect(page.getByText('Nhập lý do, ít nhất 5 ký tự')).toBeVisible();
  });

  await test.step('who was slower is told, and nothing is merged', async () => {
    const other = await apiOf('chair.langson');
    const { rows } = await other.duplicates.list.query({ ground: 'name-missing-word' });
    const id = rows[0]!.id as never;
    await other.duplicates.dismiss.mutate({ id, seenVersion: 1, reason: 'Hai anh em.' });
    expectAnswers(/409/);
    await page.getByRole('textbox', { name: /Lý do/ }).fill('Cùng một người.');
    await page.getByRole('button', { name: 'Ghép hai hồ sơ' }).click();
    await expect(page.getByText(/vừa được người khác xử lý: Không trùng/)).toBeVisible();
    await other.duplicates.reopen.mutate({ id, seenVersion: 2 });
  });

  await test.step('merged: the queue is shorter, and the merge can be undone', async () => {
    await page.goto('/nghi-trung');
    await queue.getByRole('link', { name: 'Vi Văn Minh Họa' }).click();
    await page.getByRole('textbox', { name: /Lý do/ }).fill('Cùng một người.');
    await page.getByRole('button', { name: 'Ghép hai hồ sơ' }).click();
    await expect(queue.getByRole('row')).toHaveCount(4);
    await page.getByRole('combobox', { name: 'Trạng thái' }).selectOption({ label: 'Đã ghép' });
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /Lý do/ }).fill('Hai người khác nhau.');
    await dialog.getByRole('button', { name: 'Hoàn tác ghép' }).click();
    await expect(page.getByText(/đã hoàn tác lúc/)).toBeVisible();
  });

  await test.step('a look at all does not bring them back', async () => {
    await page.getByRole('combobox', { name: 'Trạng thái' }).selectOption({ label: 'Nghi trùng' });
    await page.getByRole('button', { name: 'Tìm lại' }).click();
    await expect(page.getByText(/Đang tìm hồ sơ nghi trùng/)).toBeVisible();
    await expect(queue.getByRole('link', { name: 'Hoàng Thị Hoà Mẫu' })).toBeVisible();
    await expect(queue.getByRole('link', { name: 'Vi Văn Minh Họa' })).toHaveCount(0);
  });

  await test.step('a record of another unit: who may merge it stands there', async () => {
    await queue.getByRole('link', { name: 'Lò Văn Mẫu' }).click();
    await expect(page.getByText(/thuộc Sơn La, ngoài phạm vi của bạn.*Quản trị hệ thống/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ghép hai hồ sơ' })).toHaveCount(0);
  });
});
