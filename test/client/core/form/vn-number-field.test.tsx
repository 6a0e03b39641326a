import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { VnNumberField, type VnNumberValue } from '#client/core/form/vn-number-field.tsx';
import { renderPiece } from '#test/core/render-app.tsx';

let heard: VnNumberValue[] = [];

function Harness({ decimals }: { decimals: number }) {
  const [value, setValue] = useState<VnNumberValue>(null);
  return (
    <VnNumberField
      label="Thu ngân sách"
      unit="tỷ đồng"
      decimals={decimals}
      value={value}
      onChange={(next) => {
        heard.push(next);
        setValue(next);
      }}
    />
  );
}

const input = () => screen.getByLabelText<HTMLInputElement>('Thu ngân sách');

function show(decimals: number) {
  heard = [];
  renderPiece(<Harness decimals={decimals} />);
  return userEvent.setup();
}

test('a Vietnamese number becomes a scaled integer and is written the same way again', async () => {
  const user = show(1);
  await user.type(input(), '29068,5');
  expect(heard.at(-1)).toBe(290_685);
  expect(input().value).toBe('29068,5');

  await user.tab();

  expect(input().value).toBe('29.068,5');
});

test('"1.500" in a field of tỷ is asked about, and the choice counts', async () => {
  const user = show(1);
  await user.type(input(), '1.500');
  expect(heard.at(-1)).toBe('1.500');

  await user.tab();
  expect(screen.getByText('“1.500” là hàng nghìn hay số thập phân? Chọn một cách hiểu:')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /1,5/ }));

  expect(heard.at(-1)).toBe(15);
  expect(input().value).toBe('1,5');
  expect(screen.queryByText(/hàng nghìn hay/)).toBeNull();
});

test('"1.500" in a field of whole numbers is one thousand five hundred', async () => {
  const user = show(0);
  await user.type(input(), '1.500');
  await user.tab();
  expect(heard.at(-1)).toBe(1500);
  expect(screen.queryByRole('group')).toBeNull();
});

test('what is no number stays as typed and says what would be right', async () => {
  const user = show(1);
  await user.type(input(), 'khoảng 29 nghìn');
  await user.tab();
  expect(heard.at(-1)).toBe('khoảng 29 nghìn');
  expect(screen.getByText('Số không hợp lệ, ví dụ đúng: 1.234,5')).toBeTruthy();
});

test('emptied is missing, not nought', async () => {
  const user = show(1);
  await user.type(input(), '5');
  await user.clear(input());
  expect(heard.at(-1)).toBeNull();
});
