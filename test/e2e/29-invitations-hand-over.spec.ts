import { checkAxe } from '#test/e2e/axe.ts';
import { yearOf } from '#test/e2e/demo.ts';
import { expect, test } from '#test/e2e/fixtures.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';

test('invitations go out, and the files of the hand-over are one press', { tag: ON_SCREEN }, async ({
  page,
  signInAs,
  apiOf,
}) => {
  const clusterYearId = await yearOf(await apiOf('chair.langson'));
  await signInAs('chair.langson');
  await page.goto(`/cum/${clusterYearId}/hoi-nghi?muc=dai-bieu`);
  const all = page.getByRole('link', { name: 'Tải tất cả trong một tệp' });
  await expect(all).toHaveAttribute('href', `/print/invitations/${clusterYearId}.docx`);
  await expect(page.getByRole('button', { name: 'Ghi đã gửi giấy mời' })).toBeDisabled();
  await page.getByRole('checkbox', { name: 'Chọn Sơn La' }).check();
  await expect(page.getByRole('link', { name: 'Tải giấy mời của dòng đã chọn' })).toHaveAttribute(
    'href',
    /\?dai-bieu=/,
  );
  await page.getByRole('button', { name: 'Ghi đã gửi giấy mời' }).click();
  await expect(page.getByRole('row', { name: /Sơn La/ }).getByText('Đã gửi 01/03/2024')).toBeVisible();
  await checkAxe(page);
  const paper = await page.request.get(`/print/invitations/${clusterYearId}.docx`);
  expect(paper.headers()['content-type']).toContain('wordprocessingml');

  await page.goto(`/cum/${clusterYearId}/ban-giao`);
  await checkAxe(page);
  const pack = page.getByRole('link', { name: 'Tải hồ sơ bàn giao' });
  await expect(pack).toHaveAttribute('href', `/print/hand-over-packs/${clusterYearId}.zip`);
  expect((await page.request.get(`/print/hand-over-packs/${clusterYearId}.zip`)).status()).toBe(200);
  await page.reload();
  await expect(page.getByText('Tải hồ sơ bàn giao', { exact: true })).toHaveCount(2);

  // A member reads the page; the files are for whoever leads.
  await signInAs('staff.sonla');
  await page.goto(`/cum/${clusterYearId}/ban-giao`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bàn giao nhiệm vụ');
  await expect(pack).toBeHidden();
});
