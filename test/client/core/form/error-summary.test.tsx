import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormDate, FormText } from '#client/core/form/form-fields.tsx';
import type { Problem } from '#client/core/problem.ts';
import { isoDate } from '#shared/core/dates.ts';
import { renderPiece } from '#test/core/render-app.tsx';

const schema = z.object({ name: z.string().check(z.minLength(1)), signedOn: isoDate });
let submitted: unknown[] = [];

function Harness({ problem }: { problem?: Problem }) {
  const form = useCheckedForm(schema, { name: '', signedOn: '' });
  return (
    <CheckedForm form={form} problem={problem} onSubmit={(values) => submitted.push(values)}>
      <FormText name="name" label="Họ và tên" required />
      <FormDate name="signedOn" label="Ngày ký" required />
      <button type="submit">Gửi</button>
    </CheckedForm>
  );
}

test('what is missing takes the focus, links to its field, and is said beside it too', async () => {
  submitted = [];
  const user = userEvent.setup();
  document.title = 'Đề nghị · Lũy Tre';
  renderPiece(<Harness />);

  await user.click(screen.getByRole('button', { name: 'Gửi' }));

  const summary = await screen.findByRole('alert');
  expect(submitted).toEqual([]);
  expect(summary.textContent).toContain('Có 2 chỗ cần sửa');
  expect(document.activeElement).toBe(summary);
  expect(document.title).toBe('Lỗi: Đề nghị · Lũy Tre');

  // Two empty fields are told apart by their labels.
  const links = within(summary)
    .getAllByRole('link')
    .map(({ textContent }) => textContent);
  expect(links[0]).toBe('Họ và tên: Chưa nhập ô này');
  expect(links[1]).toBe('Ngày ký: Chưa nhập ô này');
  await user.click(within(summary).getAllByText('Chưa nhập ô này')[0]!);
  expect(document.activeElement).toBe(screen.getByLabelText(/Họ và tên/));
});

test('a form without faults is sent with checked values, and the summary goes', async () => {
  submitted = [];
  const user = userEvent.setup();
  renderPiece(<Harness />);
  await user.click(screen.getByRole('button', { name: 'Gửi' }));
  await user.type(screen.getByLabelText(/Họ và tên/), 'Hoàng Thị Lệ');
  await user.type(screen.getByLabelText(/^Ngày ký/), '5/3/2024');
  expect(screen.queryByRole('alert')).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Gửi' }));

  expect(submitted).toEqual([{ name: 'Hoàng Thị Lệ', signedOn: '2024-03-05' }]);
});

test('what the server found lands on the field it names', async () => {
  const problem: Problem = {
    kind: 'refused',
    reasons: [{ code: 'decision.date-after-today', text: 'Ngày ký sau hôm nay', field: 'signedOn' }],
    fields: {},
  };
  renderPiece(<Harness problem={problem} />);
  const field = screen.getByLabelText(/^Ngày ký/);
  expect(await screen.findAllByText('Ngày ký sau hôm nay')).not.toHaveLength(0);
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

const rows = z.object({ rows: z.array(z.object({ name: z.string().check(z.minLength(1)), signedOn: isoDate })) });
const STAGES = ['Sơ kết', 'Tổng kết'];

function Rows() {
  const form = useCheckedForm(rows, { rows: STAGES.map(() => ({ name: '', signedOn: '' })) });
  return (
    <CheckedForm form={form} onSubmit={() => undefined}>
      {STAGES.map((stage, index) => (
        <div key={stage} data-row={stage}>
          <FormText name={`rows.${index}.name`} label={stage} required />
          <FormDate name={`rows.${index}.signedOn`} label="Đến ngày" required />
        </div>
      ))}
      <button type="submit">Gửi</button>
    </CheckedForm>
  );
}

test('of rows that are alike it says which; a field that bears the name of its row says it once', async () => {
  const user = userEvent.setup();
  renderPiece(<Rows />);
  await user.click(screen.getByRole('button', { name: 'Gửi' }));
  const links = within(await screen.findByRole('alert'))
    .getAllByRole('link')
    .map(({ textContent }) => textContent!.replace(/: .*$/, ''));
  expect(links).toEqual(['Sơ kết', 'Sơ kết, Đến ngày', 'Tổng kết', 'Tổng kết, Đến ngày']);
});
