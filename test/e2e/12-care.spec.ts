import type { Page } from '@playwright/test';
import { checkAxe } from '#test/e2e/axe.ts';
import { draftDecision, nominationPath, yearOf } from '#test/e2e/demo.ts';
import { type Api, expect, test } from '#test/e2e/fixtures.ts';

const row = (page: Page, name: string | RegExp) =>
  page.getByRole('region', { name: 'Cơ cấu khen thưởng so với mục tiêu của Cụm' }).getByRole('row', { name });

/** Brings the last two nominations to the draft decision, as the award path does on screen. */
async function fourteenOnTheDraft(chair: Api, sonla: Api): Promise<string> {
  const sent = (await nominationPath(sonla, 'Lò Văn Khuông')).split('/').at(-1) as never;
  await sonla.nominations.submit.mutate({ id: sent, seenVersion: 1 });
  const clusterYearId = (await yearOf(chair)) as never;
  const { rows } = await chair.nominations.list.query({ clusterYearId, status: 'submitted' });
  for (const { id } of rows) {
    const { version } = await chair.nominations.byId.query({ id: id as never });
    await chair.nominations.check.mutate({ id: id as never, seenVersion: version, note: 'Đủ thành phần hồ sơ.' });
  }
  const id = (await draftDecision(chair)) as never;
  const { version, candidates } = await chair.decisions.byId.query({ id });
  const nominationIds = candidates.map(({ nominationId }) => nominationId as never);
  await chair.decisions.setItems.mutate({ id, seenVersion: version, nominationIds });
  return id;
}

test('the structure of the year: before it is submitted, beside the aims, opened, and closed where it is sensitive', async ({
  page,
  signInAs,
  apiOf,
}) => {
  test.setTimeout(120_000);
  const chair = await apiOf('chair.langson');
  const clusterYearId = await yearOf(chair);

  await test.step('the list of nominations shows its structure before it goes up', async () => {
    await signInAs('staff.sonla');
    await page.goto('/de-nghi');
    const panel = page.getByRole('region', { name: 'Cơ cấu của danh sách này' }).first();
    await expect(panel).toContainText('13 trường hợp, đạt 3/3 mục tiêu');
    await panel.getByRole('button', { name: 'Xem bảng số liệu' }).click();
    await expect(panel.getByRole('row', { name: /Biên giới 9\/13/ })).toContainText('10/14 (71,4 %)');
    await checkAxe(page);
  });

  const decision = await fourteenOnTheDraft(chair, await apiOf('staff.sonla'));

  await test.step('so does the draft decision', async () => {
    await signInAs('chair.langson');
    await page.goto(`/quyet-dinh/${decision}?muc=danh-sach`);
    const panel = page.getByRole('region', { name: 'Cơ cấu của danh sách này' }).first();
    await expect(panel).toContainText('14 trường hợp, đạt 3/3 mục tiêu');
    await panel.getByRole('button', { name: 'Xem bảng số liệu' }).click();
    await panel.getByRole('button', { name: '2/7, xem 2 trường hợp: Lãnh đạo, quản lý' }).click();
    const drawer = page.getByRole('dialog', { name: 'Lãnh đạo, quản lý' });
    await expect(drawer.getByRole('listitem')).toHaveCount(2);
    await checkAxe(page);
  });

  await test.step('the leading unit raises an aim, and is told what is missing', async () => {
    await page.goto(`/cum/${clusterYearId}/co-cau`);
    await expect(row(page, /Biên giới 10\/14/)).toContainText('10/14');
    await expect(row(page, /^\d+ Xã khu vực III/)).toContainText('11/14');
    await expect(row(page, /Tập thể nhỏ/)).toContainText('5/7');
    await expect(row(page, /Tập thể nhỏ/)).toContainText('Đạt (cần 4)');
    await expect(row(page, /Người trực tiếp/)).toContainText('5/7');
    await expect(row(page, /Lãnh đạo, quản lý/)).toContainText('2/7');
    await expect(row(page, /^\d+ Nữ/)).toContainText('3/7');
    await expect(row(page, /Người dân tộc thiểu số/)).toContainText('6/7');
    await page.getByRole('button', { name: 'Cách tính' }).click();
    await expect(page.getByText(/Thông tư 02\/2023\/TT-BNV/).first()).toBeVisible();
    await checkAxe(page);
    await page.getByRole('button', { name: 'Đặt mục tiêu' }).click();
    const dialog = page.getByRole('dialog', { name: 'Mục tiêu cơ cấu khen thưởng' });
    await dialog.getByRole('textbox', { name: 'Ít nhất, Người trực tiếp công tác, lao động' }).fill('80');
    await checkAxe(page);
    await dialog.getByRole('button', { name: 'Lưu mục tiêu' }).click();
    await expect(row(page, /Người trực tiếp/)).toContainText('Chưa đạt, thiếu 1 (cần 6)');
  });

  await test.step('and opens who is behind dân tộc thiểu số, with a reason', async () => {
    await page.getByRole('button', { name: '6/7, xem 6 trường hợp: Người dân tộc thiểu số' }).first().click();
    const drawer = page.getByRole('dialog', { name: 'Người dân tộc thiểu số' });
    await drawer.getByRole('textbox', { name: /^Lý do xem/ }).fill('Đối chiếu trước khi trình ký.');
    await drawer.getByRole('button', { name: 'Mở danh sách 6 người' }).click();
    await expect(drawer.getByRole('listitem')).toHaveCount(6);
    await expect(drawer.getByText('Dân tộc: Dao')).toBeVisible();
    await checkAxe(page);
  });

  await test.step('a reporter sees the number, opens the others, and not these', async () => {
    await signInAs('staff.sonla');
    await page.goto('/');
    await expect(page.getByText(/Biên giới 10\/14 · Xã khu vực III 11\/14/)).toBeVisible();
    await page.goto(`/cum/${clusterYearId}/co-cau`);
    await page.getByRole('button', { name: '10/14, xem 10 trường hợp: Biên giới' }).click();
    await expect(page.getByRole('dialog', { name: 'Biên giới' }).getByRole('listitem')).toHaveCount(10);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '6/7, xem 6 trường hợp: Người dân tộc thiểu số' }).first().click();
    const drawer = page.getByRole('dialog', { name: 'Người dân tộc thiểu số' });
    await expect(drawer).toContainText('Bạn xem được con số, không xem được danh sách');
    await expect(drawer.getByRole('button', { name: /Mở danh sách/ })).toHaveCount(0);
    await checkAxe(page);
  });
});

test('the figures are consolidated in one press and opened again by the approver', async ({
  page,
  signInAs,
  apiOf,
}) => {
  const clusterYearId = await yearOf(await apiOf('chair.langson'));
  await signInAs('chair.langson');
  await page.goto(`/cum/${clusterYearId}/tong-hop`);
  await page.getByRole('button', { name: 'Chốt số tổng hợp' }).click();
  const dialog = page.getByRole('dialog', { name: 'Chốt số tổng hợp' });
  await expect(dialog).toContainText('Còn thiếu (2)');
  await checkAxe(page);
  await dialog.getByRole('button', { name: 'Chốt 5 báo cáo' }).click();
  await expect(page.getByText('Đã tổng hợp 5/7 báo cáo.')).toBeVisible();
  await page.goto(`/cum/${clusterYearId}`);
  await expect(page.getByText('Đã tổng hợp').first()).toBeVisible();
});
