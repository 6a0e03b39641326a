import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { VnDateField } from '#client/core/form/vn-date-field.tsx';
import { renderPiece } from '#test/core/render-app.tsx';

let heard: string[] = [];

function Harness({ initial = '' }: { initial?: string }) {
  const [value, setValue] = useState(initial);
  return (
    <>
      <VnDateField
        label="Ngày ban hành"
        value={value}
        onChange={(next) => {
          heard.push(next);
          setValue(next);
        }}
      />
      <button type="button" onClick={() => setValue('2024-02-27')}>
        Từ ngoài
      </button>
    </>
  );
}

const input = () => screen.getByLabelText<HTMLInputElement>('Ngày ban hành');

function show(initial?: string) {
  heard = [];
  renderPiece(initial === undefined ? <Harness /> : <Harness initial={initial} />);
  return userEvent.setup();
}

test('05/03/2024 is the fifth of March, never the third of May', async () => {
  const user = show();
  await user.type(input(), '05/03/2024');
  expect(heard.at(-1)).toBe('2024-03-05');
});

test('an impossible date stays as typed and says why', async () => {
  const user = show('2024-01-15');
  await user.clear(input());
  await user.type(input(), '31/02/2024');
  expect(screen.queryByText(/Ngày không hợp lệ/)).toBeNull();

  await user.tab();

  expect(screen.getByText('Ngày không hợp lệ: không có ngày 31/02/2024')).toBeTruthy();
  expect(input().value).toBe('31/02/2024');
  expect(input().getAttribute('aria-invalid')).toBe('true');
  expect(heard.at(-1)).toBe('31/02/2024');
});

test('the text is not rewritten while typing, only on leaving', async () => {
  const user = show();
  await user.type(input(), '5/3/2024');
  expect(input().value).toBe('5/3/2024');

  await user.tab();

  expect(input().value).toBe('05/03/2024');
});

test('a Vietnamese keyboard may compose in the field', () => {
  show();
  fireEvent.compositionStart(input());
  fireEvent.change(input(), { target: { value: 'ngày 5' } });
  expect(input().value).toBe('ngày 5');
  fireEvent.change(input(), { target: { value: '5/3/2024' } });
  fireEvent.compositionEnd(input());
  expect(heard.at(-1)).toBe('2024-03-05');
});

test('emptied is empty, without an error of its own', async () => {
  const user = show('2024-01-15');
  await user.clear(input());
  await user.tab();
  expect(heard.at(-1)).toBe('');
  expect(input().getAttribute('aria-invalid')).not.toBe('true');
});

test('a value from outside replaces the text', async () => {
  const user = show();
  await user.type(input(), 'abc');
  await user.click(screen.getByRole('button', { name: 'Từ ngoài' }));
  expect(input().value).toBe('27/02/2024');
});
