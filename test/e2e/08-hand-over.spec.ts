import { checkAxe } from '#test/e2e/axe.ts';
import { reportPath, yearOf } from '#test/e2e/demo.ts';
import { expect, test } from '#test/e2e/fixtures.ts';

test('the chair hands over: rights move on the day, the former chair reads on and is told', async ({
  page,
  signInAs,
  apiOf,
  expectAnswers,
}) => {
  expectAnswers(/status of 422 .*setHandOver/);
  const chair = await apiOf('chair.langson');
  const clusterYearId = await yearOf(chair);
  const report = await reportPath(chair, 'Hà Giang');

  // Before: Lạng Sơn leads both years and may still move the day.
  await signInAs('chair.langson');
  await page.goto(`/cum/${clusterYearId}`);
  await page.getByRole('link', { name: 'Bàn giao', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bàn giao nhiệm vụ Cụm trưởng, năm thi đua 2023');
  await expect(page.getByText('Sở Nội vụ tỉnh Lạng Sơn', { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('table', { name: 'Nội dung bàn giao' })).toContainText('Giao ước thi đua năm 2024');
  await checkAxe(page);
  await page.getByRole('button', { name: 'Đổi ngày bàn giao' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ngày bàn giao nhiệm vụ Cụm trưởng' });
  await expect(dialog).toContainText('mọi năm của Cụm do Cao Bằng phụ trách');
  await checkAxe(page);
  await dialog.getByLabel(/^Ngày bàn giao/).fill('29/02/2024');
  await dialog.getByRole('button', { name: 'Ghi ngày bàn giao' }).click();
  await expect(dialog.getByText('Ngày bàn giao phải từ hôm nay (01/03/2024) trở đi.').first()).toBeVisible();
  await dialog.getByLabel(/^Ngày bàn giao/).fill('15/03/2024');
  await dialog.getByLabel(/^Ghi chú/).fill('Tại hội nghị tổng kết, có biên bản.');
  await dialog.getByRole('button', { name: 'Ghi ngày bàn giao' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Tại hội nghị tổng kết, có biên bản.').first()).toBeVisible();
  // The chair of 2023 prepares 2024.
  await page.getByRole('button', { name: /chọn cụm, khối và năm thi đua/ }).click();
  await page.getByRole('link', { name: /Năm thi đua 2024/ }).click();
  await expect(page.getByRole('main')).toContainText('chưa nhận bàn giao; Lạng Sơn đang phụ trách Cụm');

  // On the day.
  await chair.demo.setToday.mutate({ today: '2024-03-15' });
  await page.goto(report);
  await expect(page.getByText('Đã bàn giao cho tỉnh Cao Bằng ngày 15/03/2024', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tiếp nhận' })).toBeDisabled();
  await checkAxe(page);
  await page.goto('/quyet-dinh');
  await expect(page.getByText('Đã bàn giao cho Cao Bằng ngày 15/03/2024')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lập dự thảo quyết định' })).toBeDisabled();
  await page.goto(`/cum/${clusterYearId}`);
  await expect(page.getByRole('main')).toContainText('đã bàn giao cho Cao Bằng ngày 15/03/2024');

  await signInAs('chair.caobang');
  await page.goto(report);
  await page.getByRole('button', { name: 'Tiếp nhận' }).click();
  await expect(page.getByText('Đã tiếp nhận báo cáo')).toBeVisible();
  const next = await apiOf('chair.caobang');
  const { rows } = await next.nominations.list.query({ clusterYearId: clusterYearId as never, status: 'submitted' });
  await page.goto(`/de-nghi/${rows[0]!.id}`);
  await expect(page.getByRole('button', { name: 'Thẩm định xong' })).toBeVisible();
  await page.goto('/quyet-dinh');
  await page.getByRole('button', { name: 'Lập dự thảo quyết định năm 2023' }).click();
  await expect(page).toHaveURL(/\/quyet-dinh\/.+/);
});

test('the administrator makes a bloc with members and a year; a member leaves on a date', async ({
  page,
  signInAs,
  expectAnswers,
}) => {
  expectAnswers(/status of 422 .*clusters\.(openYear|endMember)/);
  await signInAs('admin');
  await page.goto('/danh-sach-cum');
  await page.getByRole('button', { name: 'Thêm cụm, khối' }).click();
  const dialog = page.getByRole('dialog');
  await checkAxe(page);
  await dialog.getByLabel(/^Tên cụm, khối/).fill('Khối thi đua minh họa');
  await dialog.getByLabel(/^Tên ngắn/).fill('Khối minh họa');
  await dialog.getByLabel(/^Loại/).selectOption({ label: 'Khối thi đua' });
  await dialog.getByRole('button', { name: 'Thêm cụm, khối' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Khối thi đua minh họa' })).toBeVisible();

  for (const [sought, unit] of [
    ['lai chau', 'Tỉnh Lai Châu'],
    ['lao cai', 'Tỉnh Lào Cai'],
  ] as const) {
    await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
    const adding = page.getByRole('dialog', { name: 'Thêm đơn vị thành viên' });
    await adding.getByLabel('Tìm đơn vị').fill(sought);
    await adding.getByRole('radio', { name: unit }).first().check();
    await adding.getByLabel(/^Tham gia từ ngày/).fill('01/01/2024');
    if (sought === 'lai chau') await checkAxe(page);
    await adding.getByRole('button', { name: 'Thêm đơn vị' }).click();
    await expect(adding).toBeHidden();
  }
  const members = page.getByRole('table', { name: 'Đơn vị thành viên và thời gian tham gia' });
  await expect(members.getByRole('row')).toHaveCount(3);

  await page.getByRole('button', { name: 'Mở năm thi đua' }).click();
  const year = page.getByRole('dialog', { name: 'Mở năm thi đua' });
  await year.getByLabel(/^Cụm trưởng \(Khối trưởng\)/).selectOption({ label: 'Lai Châu' });
  await year.getByLabel(/^Cụm phó/).selectOption({ label: 'Lai Châu' });
  await year.getByLabel(/^Cơ quan thường trực/).fill('Sở Nội vụ tỉnh Lai Châu');
  await year.getByRole('button', { name: 'Lập dự thảo' }).click();
  await expect(year.getByText(/phải là hai đơn vị khác nhau/).first()).toBeVisible();
  await year.getByLabel(/^Cụm phó/).selectOption({ label: 'Lào Cai' });
  await checkAxe(page);
  await year.getByRole('button', { name: 'Lập dự thảo' }).click();
  // The draft has a page of its own; members see the year once it is published.
  await expect(page.getByRole('heading', { level: 1, name: 'Kế hoạch năm thi đua 2024' })).toBeVisible();
  await page.getByRole('button', { name: 'Công bố' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Công bố' }).click();
  await expect(page.getByRole('button', { name: 'Sao chép thông báo' })).toBeVisible();
  await page.getByRole('link', { name: 'Khối thi đua minh họa' }).click();
  await expect(page.getByRole('table', { name: 'Các năm thi đua của cụm, khối' })).toContainText('Đang phụ trách');

  await page.getByRole('button', { name: 'Kết thúc tư cách thành viên của Lai Châu' }).click();
  const ending = page.getByRole('dialog', { name: 'Kết thúc tư cách thành viên' });
  await ending.getByLabel(/^Ngày cuối cùng là thành viên/).fill('30/06/2024');
  await ending.getByRole('button', { name: 'Ghi ngày kết thúc' }).click();
  await expect(ending.getByText(/Lai Châu là Cụm trưởng năm 2024/).first()).toBeVisible();
  await ending.getByLabel(/^Ngày cuối cùng là thành viên/).fill('31/12/2024');
  await ending.getByRole('button', { name: 'Ghi ngày kết thúc' }).click();
  await expect(ending).toBeHidden();
  await expect(members).toContainText('31/12/2024');
  await checkAxe(page);
});
