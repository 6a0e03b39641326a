import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef, useState } from 'react';
import { expect, test } from 'vitest';
import { type Theirs, useMerge } from '#client/core/form/merge.tsx';
import type { Problem } from '#client/core/problem.ts';
import { noAnswer, refusal, renderPiece } from '#test/core/render-app.tsx';

type Values = { name: string; place: string; story: string };
const BASE: Values = { name: 'Tổ 1', place: 'Sơn La', story: 'Cũ' };
const CONFLICT: Problem = {
  kind: 'conflict',
  fields: {},
  reasons: [
    { code: 'x.changed-meanwhile', text: '…', facts: { who: 'Vì Văn An', changedAt: '2024-03-01T02:05:00.000Z' } },
  ],
};

type Office = {
  theirs: Theirs<Values>;
  /** Refuses the next save of the merged values with this. */
  saveMeets?: Error | undefined;
  saved: { values: Values; version: number }[];
};

/** A form whose save always meets somebody else, until the merged version is saved. */
function Form({ office, mine }: { office: Office; mine: Values }) {
  const [values, setValues] = useState(mine);
  const shown = useRef(values);
  shown.current = values;
  const field = (label: string) => ({ label, show: (value: string) => value });
  const merge = useMerge<Values>({
    fields: { name: field('Tên'), place: field('Nơi'), story: { ...field('Chuyện'), canJoin: true } },
    base: BASE,
    mine: () => shown.current,
    loadTheirs: async () => office.theirs,
    onMerged: async (merged, version) => {
      setValues(merged);
      const met = office.saveMeets;
      office.saveMeets = undefined;
      if (met) throw met;
      office.saved.push({ values: merged, version });
    },
  });
  return (
    <>
      {merge.dialog}
      <input aria-label="Nơi đang nhập" value={values.place} readOnly />
      <button type="button" onClick={() => merge.ask(CONFLICT)}>
        Lưu
      </button>
    </>
  );
}

async function meet(mine: Partial<Values>, theirs: Partial<Values>) {
  const office: Office = { theirs: { values: { ...BASE, ...theirs }, version: 7 }, saved: [] };
  const user = userEvent.setup();
  renderPiece(<Form office={office} mine={{ ...BASE, ...mine }} />);
  await user.click(screen.getByRole('button', { name: 'Lưu' }));
  return { office, user };
}

const rowOf = (label: string) => within(screen.getByRole('row', { name: new RegExp(`^${label}`) }));

test('who saved and when; one-sided changes are taken over; what both changed is chosen; then it is saved', async () => {
  const { office, user } = await meet({ name: 'Tổ Một', place: 'Mộc Châu' }, { place: 'Yên Châu', story: 'Mới' });
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('Vì Văn An đã lưu lúc 01/03/2024 09:05');
  expect(rowOf('Tên').getByText('chỉ bạn sửa')).toBeTruthy();
  expect(rowOf('Chuyện').getByText('chỉ người kia sửa')).toBeTruthy();
  expect(
    rowOf('Nơi')
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['Sơn La', 'Lấy bản của tôiMộc Châu', 'Lấy bản của họYên Châu']);

  await user.click(rowOf('Nơi').getByLabelText('Nơi: Lấy bản của tôi'));
  await user.click(screen.getByRole('button', { name: 'Lưu bản đã chọn' }));

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(office.saved).toEqual([{ values: { name: 'Tổ Một', place: 'Mộc Châu', story: 'Mới' }, version: 7 }]);
  expect(screen.queryByText('Chưa lưu: có hai bản khác nhau')).toBeNull();
});

test('nothing is saved before everything is chosen, and the keyboard stands where a choice is missing', async () => {
  const { office, user } = await meet({ place: 'Mộc Châu' }, { place: 'Yên Châu' });
  await screen.findByRole('dialog');
  await user.click(screen.getByRole('button', { name: 'Lưu bản đã chọn' }));
  expect(office.saved).toEqual([]);
  expect(screen.getByText('Còn 1 ô chưa chọn')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Nơi: Lấy bản của tôi'));
  await user.keyboard('{ArrowRight}');
  expect((screen.getByLabelText('Nơi: Lấy bản của họ') as HTMLInputElement).checked).toBe(true);
});

test('all of theirs at once; a text may keep both', async () => {
  const { office, user } = await meet({ place: 'Mộc Châu', story: 'Tôi' }, { place: 'Yên Châu', story: 'Họ' });
  await screen.findByRole('dialog');
  await user.click(screen.getByRole('button', { name: 'Lấy tất cả của họ' }));
  await user.click(screen.getByLabelText('Chuyện: Ghép cả hai'));
  await user.click(screen.getByRole('button', { name: 'Lưu bản đã chọn' }));
  await waitFor(() => expect(office.saved).toHaveLength(1));
  expect(office.saved[0]?.values).toEqual({ name: 'Tổ 1', place: 'Yên Châu', story: 'Tôi\nHọ' });
});

test('closed without a choice, what was typed stands there unsaved and the choice can be opened again', async () => {
  const { office, user } = await meet({ place: 'Mộc Châu' }, { place: 'Yên Châu' });
  await screen.findByRole('dialog');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect((screen.getByLabelText('Nơi đang nhập') as HTMLInputElement).value).toBe('Mộc Châu');
  expect(screen.getByText('Chưa lưu: có hai bản khác nhau')).toBeTruthy();
  expect(office.saved).toEqual([]);

  await user.click(screen.getByRole('button', { name: 'Xem hai bản và chọn' }));
  expect(await screen.findByLabelText('Nơi: Lấy bản của họ')).toBeTruthy();
});

test('a third editor in between: it asks again, from what was just merged', async () => {
  const { office, user } = await meet({ place: 'Mộc Châu' }, { place: 'Yên Châu' });
  await screen.findByRole('dialog');
  await user.click(screen.getByLabelText('Nơi: Lấy bản của tôi'));
  office.saveMeets = refusal('CONFLICT', [{ code: 'x.changed-meanwhile', text: '…' }]);
  office.theirs = { values: { ...BASE, place: 'Sốp Cộp', story: 'Thứ ba' }, version: 8, who: 'Người thứ ba' };
  await user.click(screen.getByRole('button', { name: 'Lưu bản đã chọn' }));

  expect(await screen.findByText('Người thứ ba')).toBeTruthy();
  expect(rowOf('Nơi').getAllByRole('cell')[0]?.textContent).toBe('Yên Châu');
  expect(rowOf('Chuyện').getByText('chỉ người kia sửa')).toBeTruthy();
  await user.click(screen.getByLabelText('Nơi: Lấy bản của tôi'));
  await user.click(screen.getByRole('button', { name: 'Lưu bản đã chọn' }));
  await waitFor(() =>
    expect(office.saved).toEqual([{ values: { name: 'Tổ 1', place: 'Mộc Châu', story: 'Thứ ba' }, version: 8 }]),
  );
});

test('no answer while saving: the choice stays and can be saved again', async () => {
  const { office, user } = await meet({ place: 'Mộc Châu' }, { place: 'Yên Châu' });
  await screen.findByRole('dialog');
  await user.click(screen.getByLabelText('Nơi: Lấy bản của tôi'));
  office.saveMeets = noAnswer();
  await user.click(screen.getByRole('button', { name: 'Lưu bản đã chọn' }));
  expect(await screen.findByText('Chưa lưu được bản đã chọn')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Lưu bản đã chọn' }));
  await waitFor(() => expect(office.saved[0]?.values.place).toBe('Mộc Châu'));
});

test('where they changed none of these fields there is nothing to choose: it is saved over their version', async () => {
  const { office } = await meet({ place: 'Mộc Châu' }, {});
  await waitFor(() => expect(office.saved).toEqual([{ values: { ...BASE, place: 'Mộc Châu' }, version: 7 }]));
  expect(screen.queryByRole('dialog')).toBeNull();
});
