import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { ExportButton } from '#client/exports/export-picker.tsx';
import { AWARD_COLUMNS } from '#shared/registry/award-columns.ts';
import { renderPiece } from '#test/core/render-app.tsx';

function openDialog(preview: object, started: object = { fileId: null, jobId: 'j1' }) {
  const asked: unknown[] = [];
  renderPiece(
    <MemoryRouter>
      <ExportButton of={{ list: 'awards', filters: { year: 2023 } }} columns={AWARD_COLUMNS.slice(0, 2)} />
    </MemoryRouter>,
    {
      'exports.preview': () => preview,
      'exports.start': (input: unknown) => {
        asked.push(input);
        return started;
      },
    },
  );
  return asked;
}

test('what will be in the file is said before it is made; a large one becomes a job', async () => {
  const asked = openDialog({ count: 10_000, isMore: true, filterLine: 'Năm: 2023' });
  await userEvent.click(screen.getByRole('button', { name: 'Xuất đúng như đang xem' }));
  expect(await screen.findByText('Tệp có hơn 10.000 dòng, gồm mọi trang của danh sách.')).toBeTruthy();
  expect(screen.getByText(/Năm: 2023/)).toBeTruthy();
  expect(screen.getByText(/Tên tập thể, cá nhân, Chức vụ, đơn vị, địa chỉ/)).toBeTruthy();
  expect(screen.getByText(/Trên 5.000 dòng/)).toBeTruthy();
  await userEvent.click(screen.getByLabelText(/CSV/));
  await userEvent.click(screen.getByRole('button', { name: 'Xuất tệp' }));
  expect(await screen.findByText(/Đang tạo tệp/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Công việc đang chạy' }).getAttribute('href')).toBe('/cong-viec');
  expect(asked).toMatchObject([{ list: 'awards', filters: { year: 2023 }, columns: ['name', 'place'], format: 'csv' }]);
});

test('nothing to export is said, and nothing can be asked for', async () => {
  openDialog({ count: 0, isMore: false, filterLine: 'Năm: 2023' });
  await userEvent.click(screen.getByRole('button', { name: 'Xuất đúng như đang xem' }));
  expect(await screen.findByText(/Không có dòng nào theo bộ lọc đang xem/)).toBeTruthy();
  expect((screen.getByRole('button', { name: 'Xuất tệp' }) as HTMLButtonElement).disabled).toBe(true);
});
