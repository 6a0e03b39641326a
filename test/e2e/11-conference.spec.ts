import { checkAxe } from '#test/e2e/axe.ts';
import { yearOf } from '#test/e2e/demo.ts';
import { expect, test } from '#test/e2e/fixtures.ts';

test('a conference from its programme to closed minutes', async ({ page, signInAs, apiOf }) => {
  const chair = await apiOf('chair.langson');
  const address = `/cum/${await yearOf(chair)}/hoi-nghi`;

  await signInAs('staff.sonla');
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name: /^Hội nghị tổng kết công tác thi đua/ })).toBeVisible();
  const programme = page.getByRole('table', { name: 'Chương trình Hội nghị' });
  await expect(programme.getByRole('row')).toHaveCount(14);
  await expect(programme).toContainText('Ông Hồ Tiến Thiệu');
  await expect(page.getByRole('button', { name: 'Sửa chương trình' })).toBeHidden();

  await page.getByRole('tab', { name: /^Đại biểu/ }).click();
  await page.getByRole('button', { name: 'Trả lời giấy mời: Sơn La' }).click();
  const answer = page.getByRole('dialog', { name: 'Trả lời giấy mời' });
  await checkAxe(page);
  await answer.getByLabel(/^Số người dự/).fill('6');
  await answer.getByLabel('Trưởng đoàn').fill('Bà Lò Thị Mẫu');
  await answer.getByRole('button', { name: 'Gửi trả lời' }).click();
  await expect(answer).toBeHidden();
  await expect(page.getByRole('row', { name: /Bà Lò Thị Mẫu/ })).toContainText('Xác nhận dự');
  await checkAxe(page);

  await chair.demo.setToday.mutate({ today: '2024-03-06' });
  await signInAs('chair.langson');
  await page.goto(`${address}?muc=dai-bieu`);
  await page.getByRole('checkbox', { name: 'Chọn Sơn La (Bà Lò Thị Mẫu)' }).check();
  await page.getByRole('button', { name: 'Có mặt', exact: true }).click();
  const count = page.getByRole('dialog', { name: 'Ghi số người có mặt' });
  await count.getByLabel(/^Số người có mặt/).fill('5');
  await count.getByRole('button', { name: 'Ghi có mặt' }).click();
  await expect(page.getByRole('row', { name: /Bà Lò Thị Mẫu/ })).toContainText('Có mặt 5/6');
  await expect(page.getByText('Có mặt 5/68', { exact: true })).toBeVisible();
  await checkAxe(page);

  await page.getByRole('tab', { name: 'Biên bản' }).click();
  await page.getByRole('button', { name: 'Soạn từ chương trình' }).click();
  const minutes = page.getByLabel('Nội dung biên bản');
  await expect(minutes).toHaveValue(/6\. Tổng số có mặt: 5\/68 người\./);
  await expect(minutes).toHaveValue(/1\. 07:30 Đón tiếp đại biểu/);
  await expect(page.getByRole('button', { name: 'Chốt biên bản' })).toBeDisabled();
  await page.getByRole('button', { name: 'Lưu biên bản' }).click();
  await page.getByRole('button', { name: 'Chốt biên bản' }).click();
  const close = page.getByRole('dialog', { name: 'Chốt biên bản' });
  await expect(close).toContainText('chưa điểm danh');
  await close.getByRole('button', { name: 'Chốt biên bản' }).click();
  await expect(page.getByText(/^Đã chốt lúc 06\/03\/2024/)).toBeVisible();
  await expect(page.getByText('Đã tổ chức').first()).toBeVisible();
  await checkAxe(page);

  // Afterwards only the approver corrects, with a reason.
  await page.getByRole('button', { name: 'Đính chính' }).click();
  const correction = page.getByRole('dialog', { name: 'Đính chính biên bản đã chốt' });
  await correction.getByLabel(/^Nội dung biên bản/).fill('BIÊN BẢN đã đính chính');
  await correction.getByRole('button', { name: 'Đính chính' }).click();
  await expect(correction.getByText('Cần ít nhất 10 ký tự')).toBeVisible();
  await correction.getByLabel(/^Lý do đính chính/).fill('Ghi nhầm tên một đại biểu.');
  await correction.getByRole('button', { name: 'Đính chính' }).click();
  await expect(correction).toBeHidden();
  await page.getByRole('tab', { name: 'Lịch sử cập nhật' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('Ghi nhầm tên một đại biểu.');
});

test('a recommendation: due before it was made is refused, a unit reports, the board shows it', async ({
  page,
  signInAs,
  apiOf,
  expectAnswers,
}) => {
  expectAnswers(/status of 422 .*recommendations\.(save|reportTask)/);
  const chair = await apiOf('chair.langson');
  const address = `/cum/${await yearOf(chair)}/kien-nghi`;

  // Before the conference nobody can have done what was asked for there.
  await signInAs('staff.sonla');
  await page.goto(address);
  await page.getByRole('button', { name: /^Ý kiến số 1, Sơn La:/ }).click();
  const task = page.getByRole('dialog', { name: 'Sơn La: ý kiến số 1' });
  await expect(task).toContainText('được ghi nhận ngày 05/03/2024, hôm nay mới 01/03/2024');

  await chair.demo.setToday.mutate({ today: '2024-03-06' });
  await page.goto('/');
  await page.getByRole('link', { name: /^Thực hiện ý kiến chỉ đạo, đề nghị số 1:/ }).click();
  await page.getByRole('button', { name: /^Ý kiến số 1, Sơn La:/ }).click();
  await task.getByRole('radio', { name: 'Đã hoàn thành' }).check();
  await task.getByRole('button', { name: 'Báo kết quả' }).click();
  await expect(task.getByText(/Chưa ghi kết quả thực hiện/).first()).toBeVisible();
  await checkAxe(page);
  await task.getByLabel(/^Kết quả thực hiện/).fill('Nhân rộng mô hình của Lai Châu tại hai xã.');
  await task.getByRole('button', { name: 'Báo kết quả' }).click();
  await expect(task).toBeHidden();
  await expect(page.getByRole('button', { name: 'Ý kiến số 1, Sơn La: Đã hoàn thành' })).toBeVisible();

  await signInAs('chair.langson');
  await page.goto(address);
  await expect(page.getByText('1/7 đơn vị đã hoàn thành')).toBeVisible();
  await expect(page.getByText('Nhân rộng mô hình của Lai Châu tại hai xã.')).toBeVisible();
  await checkAxe(page);
  await page.getByRole('button', { name: 'Sửa ý kiến số 2' }).click();
  const form = page.getByRole('dialog', { name: 'Sửa ý kiến số 2' });
  await form.getByLabel(/^Thời hạn/).fill('01/03/2024');
  await form.getByRole('button', { name: 'Lưu ý kiến' }).click();
  await expect(form.getByText(/^Thời hạn 01\/03\/2024 trước ngày nêu ý kiến 05\/03\/2024\./).first()).toBeVisible();
  await checkAxe(page);

  // On the day after it was due, the office that leads the cluster then sees who is left.
  await chair.demo.setToday.mutate({ today: '2024-08-01' });
  await signInAs('chair.caobang');
  await page.goto('/');
  await expect(
    page.getByRole('link', { name: 'Đôn đốc ý kiến chỉ đạo, đề nghị số 1: 6 đơn vị quá hạn' }),
  ).toBeVisible();
});
