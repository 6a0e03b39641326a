import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aView, heads, NO_VIEWS, openPage } from '#test/client/registry/open-registry.tsx';
import { refusal } from '#test/core/render-app.tsx';

test('columns are hidden, moved and widened, and the server keeps how', async () => {
  const kept: { layout: { columns: { id: string; hidden?: boolean; width?: number }[] } }[] = [];
  const { user } = await openPage('/so-khen-thuong', {
    'savedViews.saveLayout': (input) => {
      kept.push(input);
      return null;
    },
  });
  expect(heads().slice(0, 3)).toEqual(['Tên tập thể, cá nhân', 'Chức vụ, đơn vị, địa chỉ', 'Tỉnh']);
  await user.click(screen.getByRole('button', { name: 'Cột' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Chức vụ, đơn vị, địa chỉ' }));
  await user.click(screen.getByRole('checkbox', { name: 'Loại hình' }));
  expect(heads()).toContain('Loại hình');
  await user.click(screen.getByRole('button', { name: 'Đưa cột Tỉnh lên trước' }));
  await user.click(screen.getByRole('button', { name: 'Đưa cột Tỉnh lên trước' }));
  await waitFor(() => expect(heads().slice(0, 3)).toEqual(['Tỉnh', 'Tên tập thể, cá nhân', 'Đối tượng']));
  await user.keyboard('{Escape}');
  const edge = screen.getByRole('separator', { name: 'Độ rộng cột Tỉnh' });
  fireEvent.keyDown(edge, { key: 'ArrowRight', shiftKey: true });
  await waitFor(() => expect(kept.at(-1)?.layout.columns[0]).toMatchObject({ id: 'unit', width: 48 }));
  const before = kept.length;
  // One after the other without a breath: however slow the machine, they are kept once.
  const edges = screen.getAllByRole('separator');
  for (const one of edges) fireEvent.keyDown(one, { key: 'ArrowRight', shiftKey: true });
  const widened = () => kept.at(-1)?.layout.columns.filter(({ width }) => width !== undefined).length;
  await waitFor(() => expect(widened()).toBe(edges.length));
  expect(kept).toHaveLength(before + 1);
  expect(kept.at(-1)?.layout.columns.find(({ id }) => id === 'place')?.hidden).toBe(true);
});

test('a view brings its filters, order and columns; what one changes can be put into it', async () => {
  const saved: object[] = [];
  const { user, asked, search } = await openPage('/so-khen-thuong', {
    'savedViews.list': () => ({ ...NO_VIEWS, views: [aView()] }),
    'savedViews.save': (input) => {
      saved.push(input);
      return { id: aView().id, version: 2 };
    },
  });
  await user.click(screen.getByRole('button', { name: 'Chế độ xem' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Khen năm 2022' }));
  await waitFor(() => expect(asked.at(-1)).toEqual({ yearFrom: 2022, sort: 'name-asc' }));
  expect(search()).toBe(`?yearFrom=2022&sort=name-asc&che-do=${aView().id}`);
  expect(heads()).not.toContain('Chức vụ, đơn vị, địa chỉ');
  await user.selectOptions(screen.getByLabelText('Đến năm'), '2023');
  await user.click(await screen.findByRole('button', { name: 'Khen năm 2022 (đã đổi)' }));
  await user.click(await screen.findByRole('menuitem', { name: /^Cập nhật/ }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]).toMatchObject({
    seenVersion: 1,
    name: 'Khen năm 2022',
    query: 'yearFrom=2022&yearTo=2023&sort=name-asc',
  });
});

test('what stands on the screen is saved under a name; a name that is taken is said beside the field', async () => {
  const made: object[] = [];
  const { user } = await openPage('/so-khen-thuong?yearFrom=2023&cursor=p2', {
    'savedViews.create': (input) => {
      made.push(input);
      throw refusal('UNPROCESSABLE_CONTENT', [
        { code: 'saved-view.name-taken', text: 'Bạn đã có chế độ xem này.', field: 'name' },
      ]);
    },
  });
  await user.click(screen.getByRole('button', { name: 'Chế độ xem' }));
  await user.click(await screen.findByRole('menuitem', { name: /Lưu thành chế độ xem mới/ }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText(/Tên chế độ xem/), 'Khen năm 2023');
  await user.selectOptions(within(dialog).getByLabelText(/Ai dùng/), 'unit');
  await user.click(within(dialog).getByRole('button', { name: 'Lưu chế độ xem' }));
  expect(await within(dialog).findAllByText('Bạn đã có chế độ xem này.')).toHaveLength(2);
  expect(made[0]).toMatchObject({ list: 'awards', name: 'Khen năm 2023', query: 'yearFrom=2023', audience: 'unit' });
});

test('a bare address opens with the view of the role; "Toàn bộ danh sách" leaves it', async () => {
  const view = aView({ audience: 'role', role: 'specialist', isMine: false, mayChange: false });
  const { user, asked, search } = await openPage('/so-khen-thuong', {
    'savedViews.list': () => ({ ...NO_VIEWS, views: [view], defaultId: view.id }),
  });
  expect(search()).toContain(`che-do=${view.id}`);
  expect(asked.at(-1)).toEqual({ yearFrom: 2022, sort: 'name-asc' });
  await user.click(screen.getByRole('button', { name: 'Khen năm 2022' }));
  expect(await screen.findByRole('menuitem', { name: /Toàn bộ danh sách/ })).toBeTruthy();
  expect(screen.queryByRole('menuitem', { name: /^Cập nhật/ })).toBeNull();
  await user.click(screen.getByRole('menuitem', { name: /Toàn bộ danh sách/ }));
  await waitFor(() => expect(search()).toBe('?che-do=khong'));
  await waitFor(() => expect(heads()).toContain('Chức vụ, đơn vị, địa chỉ'));
});
