import { setTimeout as wait } from 'node:timers/promises';
import { DEMO_PASSWORD } from '#shared/accounts/password.rules.ts';
import { checkAxe } from '#test/e2e/axe.ts';
import { draftDecision, reportPath, yearOf } from '#test/e2e/demo.ts';
import { type Api, expect, test } from '#test/e2e/fixtures.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';

/** Words of the frame and the forms; names of data (units, indicators, stages) stay Vietnamese and are not among them. */
const VIETNAMESE =
  /Tổng quan|Hồ sơ đề nghị|Quyết định khen thưởng|Sổ khen thưởng|Báo cáo của|Biểu tổng hợp|Lưu dự thảo|Lịch sử cập nhật|Trạng thái|Đang lưu|Đã lưu|Chưa có|Quá hạn|Đúng hạn|Thêm |Sửa |Tìm |Xóa lọc|Đơn vị thành viên|Đăng xuất|Đăng nhập|Không có|Bấm “/;

test('English: every main page speaks it, and a person finds it again after signing in elsewhere', {
  tag: ON_SCREEN,
}, async ({ page, signInAs, apiOf }) => {
  test.setTimeout(180_000);
  const chair = await apiOf('chair.langson');
  const year = await yearOf(chair);
  await signInAs('chair.langson');
  await page.goto('/');
  await page.getByRole('button', { name: /^Tài khoản:/ }).click();
  await checkAxe(page);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect.poll(async () => (await chair.accounts.me.query()).account.lang).toBe('en');
  for (const address of [
    '/',
    `/cum/${year}`,
    `/cum/${year}/phong-trao`,
    `/cum/${year}/giao-uoc`,
    `/cum/${year}/bao-cao`,
    `/cum/${year}/tong-hop`,
    `/cum/${year}/hoi-nghi`,
    `/cum/${year}/co-cau`,
    `/cum/${year}/ban-giao`,
    await reportPath(chair, 'Hà Giang'),
    '/de-nghi',
    '/quyet-dinh',
    `/quyet-dinh/${await draftDecision(chair)}`,
    '/so-khen-thuong',
    '/dien-hinh',
    '/danh-sach-cum',
    '/don-vi',
  ])
    await test.step(address, async () => {
      await page.goto(address);
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      const frame = page.locator('nav, main h1, main h2, main th[scope=col], main label, main button, main [role=tab]');
      const words = (await frame.allInnerTexts()).join('\n');
      expect(VIETNAMESE.exec(words)?.[0], words).toBeUndefined();
      expect(VIETNAMESE.exec(await page.title())?.[0]).toBeUndefined();
    });
});

test('switching language in the middle of a form keeps what is typed; the server then refuses in English', {
  tag: ON_SCREEN,
}, async ({ page, signInAs, apiOf, expectAnswers }) => {
  expectAnswers(/status of 422/);
  const address = await newNomination(await apiOf('staff.sonla'));
  await signInAs('staff.sonla');
  await page.goto(address);
  await page.getByLabel(/^Họ và tên/).fill('Cà Văn Thử');
  await page.getByLabel(/^Ngày/).fill('15/0');
  await page.getByRole('button', { name: /^Tài khoản:/ }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByLabel(/^Full name/)).toHaveValue('Cà Văn Thử');
  await expect(page.getByLabel(/^Date/)).toHaveValue('15/0');
  await page.getByLabel(/^Date/).fill('15/01/2024');
  await page.getByRole('button', { name: 'Send the nomination' }).click();
  const summary = page.getByRole('alert').first();
  await expect(summary).toContainText('Enter');
  await expect(summary).not.toContainText('Nhập');
  await expect(page.getByLabel(/^Full name/)).toHaveValue('Cà Văn Thử');
});

test('the sign-in page speaks English and the account takes it over', { tag: ON_SCREEN }, async ({ page, apiOf }) => {
  await page.goto('/dang-nhap');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await checkAxe(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByLabel(/^User name/).fill('staff.sonla');
  await page.getByLabel(/^Password/).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect.poll(async () => (await (await apiOf('staff.sonla')).accounts.me.query()).account.lang).toBe('en');
});

test('the clock of the demo passes a deadline while somebody types: late is said, and nothing typed is lost', async ({
  page,
  signInAs,
  apiOf,
}) => {
  const chair = await apiOf('chair.langson');
  await chair.demo.setToday.mutate({ today: '2024-01-22' });
  const address = await newNomination(await apiOf('staff.sonla'));
  await signInAs('staff.sonla');
  await page.goto(address);
  await expect(page.getByText('Hồ sơ đề nghị Bằng khen: Hôm nay')).toBeVisible();
  await expect(page.getByRole('main').getByText(/^Quá hạn/)).toHaveCount(0);
  const field = page.getByLabel('Lĩnh vực');
  await field.fill('Giáo dục vùng cao');

  await chair.demo.setToday.mutate({ today: '2024-01-23' });

  // The autosave brings the news; the page then says what is late, over the same text.
  await expect(page.getByText('Hôm nay (giả định): 23/01/2024')).toBeVisible();
  await expect(page.getByRole('main').getByText('Quá hạn 1 ngày')).toBeVisible();
  await expect(field).toHaveValue('Giáo dục vùng cao');
  await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
});

test('one press moves the day to the edge of a deadline, a step, and back to the first day', async ({
  page,
  signInAs,
}) => {
  await signInAs('leader.langson');
  await page.goto('/');
  const list = page.getByRole('list', { name: 'Các mốc của năm thi đua' });
  await page.getByRole('button', { name: 'Đổi ngày' }).click();
  await expect(list).toContainText('Bàn giao nhiệm vụ Cụm trưởng');
  await checkAxe(page);
  await list.getByRole('button', { name: /^Hạn báo cáo năm: ngày hạn, 15\/01\/2024/ }).click();
  await expect(page.getByText('Hôm nay (giả định): 15/01/2024').first()).toBeVisible();
  await expect(page.getByText(/Hạn báo cáo năm: Hôm nay/)).toBeVisible();
  await page.getByRole('button', { name: '+1 ngày' }).click();
  await expect(page.getByText(/Hạn báo cáo năm: Đã qua 1 ngày/)).toBeVisible();
  await page.getByRole('button', { name: 'Đặt lại dữ liệu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Đặt lại dữ liệu' }).click();
  await expect(page.getByText('Hôm nay (giả định): 01/03/2024')).toBeVisible();
});

test('two people at one draft: the second sees both texts and chooses', async ({
  page,
  signInAs,
  apiOf,
  expectAnswers,
}) => {
  expectAnswers(/status of 409/);
  const id = (await draftDecision(await apiOf('specialist.langson'))) as never;
  const other = await apiOf('specialist.langson');
  await signInAs('chair.langson');
  await page.goto(`/quyet-dinh/${id}`);
  await page.getByLabel(/^Trích yếu/).fill('Về việc khen thưởng năm 2023 (bản của tôi)');
  const { version, draft } = await other.decisions.byId.query({ id });
  await other.decisions.save.mutate({
    id,
    seenVersion: version,
    draft: { ...draft, subject: 'Về việc tặng Bằng khen (bản của bạn kia)', place: 'Thành phố Lạng Sơn' },
  });
  await page.getByRole('button', { name: 'Lưu dự thảo' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Về việc tặng Bằng khen (bản của bạn kia)');
  await expect(dialog).toContainText('chỉ người kia sửa');
  await checkAxe(page);
  await dialog.getByLabel('Trích yếu: Lấy bản của tôi').check();
  await dialog.getByRole('button', { name: 'Lưu bản đã chọn' }).click();
  await expect(dialog).toBeHidden();
  const saved = await other.decisions.byId.query({ id });
  expect(saved.draft.subject).toBe('Về việc khen thưởng năm 2023 (bản của tôi)');
  expect(saved.draft.place).toBe('Thành phố Lạng Sơn');
});

/** Address of a new dossier of Sơn La. */
async function newNomination(staff: Api): Promise<string> {
  const { id } = await staff.nominations.create.mutate({
    clusterYearId: (await yearOf(staff)) as never,
    recipientKind: 'individual',
    idempotencyKey: crypto.randomUUID() as never,
  });
  return `/de-nghi/${id}`;
}

test('nothing moves under the pointer when the data and the text face come late', { tag: ON_SCREEN }, async ({
  page,
  signInAs,
}) => {
  await signInAs('chair.langson');
  await page.route(/\/trpc\/|\.woff2$/, async (route) => {
    await wait(1_000);
    await route.continue();
  });
  await page.goto('/');
  const button = page.getByRole('button', { name: 'Đổi ngày' });
  await expect(button).toBeVisible();
  const seen = await button.boundingBox();
  await page.evaluate(() => document.fonts.ready);
  expect(await button.boundingBox()).toEqual(seen);
});
