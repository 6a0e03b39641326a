import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { YearIndicators } from '#client/indicators/indicator-types.ts';
import { refusal, renderApp } from '#test/core/render-app.tsx';

const STAYS = 'Giao ước đã thống nhất nội dung ngày 24/02/2023 nên không bỏ “Thu ngân sách” được.';

const aRow = (key: string, name: string, about: object = {}) => ({
  indicatorVersionId: key,
  indicatorId: `of-${key}`,
  name,
  unitOfMeasure: 'tỷ đồng',
  kind: 'flow',
  aggregation: 'sum',
  decimals: 1,
  sourceOffice: 'Sở Tài chính',
  weightIndicatorId: null,
  ownerName: null,
  series: null,
  ...about,
});

const data = (about: object = {}) =>
  ({
    year: {
      id: 'cluster-year-1',
      year: 2024,
      yearKind: 'calendar',
      name: 'Năm thi đua 2024',
      status: 'published',
      version: 3,
      startsOn: '2024-01-01',
      clusterName: 'Cụm A',
    },
    chooseReasons: [],
    lockReasons: [],
    rows: [
      { ...aRow('a', 'Thu ngân sách'), isHeadline: true, removeReasons: [{ code: 'x', text: STAYS }] },
      {
        ...aRow('b', 'Vốn giải ngân', {
          series: {
            indicatorId: 'of-old',
            name: 'Vốn thực hiện',
            unitOfMeasure: 'triệu đồng',
            isOther: true,
            conversion: '1.000 triệu đồng = 1 tỷ đồng',
            note: '',
          },
        }),
        isHeadline: false,
        removeReasons: [],
      },
    ],
    available: [aRow('c', 'Số phong trào')],
    ...about,
  }) as unknown as YearIndicators;

const open = (answers: object = {}, about: object = {}) =>
  renderApp('/cum/cluster-year-1/chi-tieu', { 'indicators.ofYear': () => data(about), ...answers });

test('the year says what it asks and how a series goes on; who may not choose is told who does', async () => {
  const text = 'Chỉ tiêu của năm do cơ quan thường trực của Lạng Sơn chọn.';
  await open({}, { chooseReasons: [{ code: 'indicator.not-year-keeper', text }] });
  expect(screen.getByText(text)).toBeTruthy();
  expect(screen.getByText(/số năm trước quy đổi: 1\.000 triệu đồng = 1 tỷ đồng/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Chọn, sắp xếp' })).toBeNull();
});

test('indicators are added, moved, marked and left out by keyboard or mouse; one that is held says why', async () => {
  const user = userEvent.setup();
  const sent = vi.fn((_input: unknown) => ({ version: 4, toldCount: 0 }));
  await open({ 'indicators.setOfYear': sent });
  await user.click(screen.getByRole('button', { name: 'Chọn, sắp xếp' }));
  expect(screen.getByText(STAYS)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Bỏ: Thu ngân sách' })).toHaveProperty('disabled', true);
  await user.selectOptions(screen.getByLabelText('Thêm từ danh mục'), 'Số phong trào (tỷ đồng)');
  await user.click(screen.getByRole('button', { name: 'Thêm vào năm' }));
  await user.click(screen.getByRole('button', { name: 'Đưa lên: Số phong trào' }));
  await user.click(screen.getByRole('checkbox', { name: 'Chỉ tiêu chính: Số phong trào' }));
  const lines = within(screen.getByRole('list', { name: 'Chỉ tiêu của năm theo thứ tự' })).getAllByRole('listitem');
  expect(lines.map((line) => line.textContent?.slice(0, 12))).toEqual(['1Thu ngân sá', '2Số phong tr', '3Vốn giải ng']);
  await user.click(screen.getByRole('button', { name: 'Bỏ: Vốn giải ngân' }));
  await user.click(screen.getByRole('button', { name: 'Lưu chỉ tiêu của năm' }));
  await waitFor(() => expect(sent).toHaveBeenCalled());
  expect(sent.mock.calls[0]![0]).toEqual({
    clusterYearId: 'cluster-year-1',
    seenVersion: 3,
    items: [
      { indicatorVersionId: 'a', isHeadline: true },
      { indicatorVersionId: 'c', isHeadline: true },
    ],
  });
});

test('a choice that is refused stays on screen with the reason', async () => {
  const user = userEvent.setup();
  const text = '“Tỷ lệ hộ nghèo” tính bình quân gia quyền theo “Số hộ”, mà “Số hộ” không có trong năm.';
  await open({
    'indicators.setOfYear': () => {
      throw refusal('UNPROCESSABLE_CONTENT', [{ code: 'indicator.weight-not-asked', text }]);
    },
  });
  await user.click(screen.getByRole('button', { name: 'Chọn, sắp xếp' }));
  await user.click(screen.getByRole('button', { name: 'Bỏ: Vốn giải ngân' }));
  await user.click(screen.getByRole('button', { name: 'Lưu chỉ tiêu của năm' }));
  expect(await screen.findByText(text)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Bỏ: Vốn giải ngân' })).toBeNull();
});

test('what holds all indicators is said once, not on every line', async () => {
  const user = userEvent.setup();
  const text = 'Giao ước đã thống nhất nội dung ngày 24/02/2023: không bỏ được chỉ tiêu nào.';
  await open({}, { lockReasons: [{ code: 'indicator.all-locked-by-pledge', text }] });
  await user.click(screen.getByRole('button', { name: 'Chọn, sắp xếp' }));
  expect(screen.getByText(text)).toBeTruthy();
  expect(screen.queryByText(STAYS)).toBeNull();
  expect(screen.getByRole('button', { name: 'Bỏ: Thu ngân sách' })).toHaveProperty('disabled', true);
});
