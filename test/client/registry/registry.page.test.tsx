import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage, row } from '#test/client/registry/open-registry.tsx';
import { aSession, noAnswer, refusal } from '#test/core/render-app.tsx';

test('filters live in the address; changing one starts from the top', async () => {
  const { user, asked, search } = await openPage('/so-khen-thuong?yearFrom=2023&cursor=p2');
  expect(asked[0]).toEqual({ yearFrom: 2023, cursor: 'p2' });
  await user.selectOptions(screen.getByLabelText('Tỉnh, thành phố'), 'HG');
  await waitFor(() => expect(asked.at(-1)).toEqual({ yearFrom: 2023, unitId: 'HG' }));
  expect(search()).toBe('?yearFrom=2023&unitId=HG');
  // Each filter has a chip that takes it away.
  const chips = within(screen.getByRole('list', { name: 'Đang lọc' }));
  await user.click(chips.getByRole('button', { name: 'Bỏ lọc Từ năm 2023' }));
  await waitFor(() => expect(search()).toBe('?unitId=HG'));
  await user.click(chips.getByRole('button', { name: 'Xóa lọc' }));
  await waitFor(() => expect(search()).toBe(''));
  // Asked by the loader, which may be ahead of the page.
  await waitFor(() => expect(asked).toContainEqual({}));
});

test('a letter changes the rows at once, the address when the hand rests, without a step in the history', async () => {
  const { user, asked, app, search } = await openPage('/so-khen-thuong?yearFrom=2023');
  const box = screen.getByRole('searchbox');
  await user.type(box, 'hoàng');
  await waitFor(() => expect(asked.at(-1)).toEqual({ yearFrom: 2023, q: 'hoàng' }));
  // What the list asks for is ahead of the address.
  await waitFor(() => expect(new URLSearchParams(search()).get('q')).toBe('hoàng'));
  expect(app.router.state.historyAction).toBe('REPLACE');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(search()).toBe('?yearFrom=2023'));
});

test('keys of a Vietnamese keyboard that is composing are not asked for; "/" finds the box', async () => {
  const { user, asked } = await openPage('/so-khen-thuong');
  await user.keyboard('/');
  const box = screen.getByRole('searchbox');
  expect(document.activeElement).toBe(box);
  fireEvent.change(box, { target: { value: 'hoa' } });
  fireEvent.compositionStart(box);
  fireEvent.input(box, { target: { value: 'hoà' }, isComposing: true });
  fireEvent.compositionEnd(box, { target: { value: 'hoàng' } });
  await waitFor(() => expect(asked.at(-1)).toEqual({ q: 'hoàng' }));
  expect(asked.map(({ q }) => q)).not.toContain('hoà');
});

test('a citizen number is neither asked for nor put into the address, and the page says so', async () => {
  const { user, asked, app, search } = await openPage('/so-khen-thuong');
  await user.type(screen.getByRole('searchbox'), 'lan');
  await waitFor(() => expect(search()).toBe('?q=lan'));
  const box = screen.getByRole('searchbox');
  await user.clear(box);
  await user.click(box);
  await user.paste('020 085 001 234');
  expect(await screen.findByText(/Không tra cứu theo số căn cước/)).toBeTruthy();
  await waitFor(() => expect(search()).toBe(''));
  expect(asked.some(({ q }) => q?.includes('020'))).toBe(false);
  expect(app.router.state.location.search).not.toContain('020');
});

test('units and recipients are suggested; a unit becomes a filter', async () => {
  const { user, asked } = await openPage('/so-khen-thuong', {
    'awards.suggest': () => ({
      units: [{ id: 'HG', name: 'Tuyên Quang', matchedName: 'Hà Giang', validFrom: null, validTo: '2025-06-30' }],
      recipients: [{ id: 'r1', name: 'Hà Thị Giang', kind: 'individual', place: 'xã Mẫu', unitName: 'Lạng Sơn' }],
    }),
  });
  await user.type(screen.getByRole('searchbox'), 'ha giang');
  const unit = await screen.findByRole('button', { name: 'Lọc theo đơn vị Hà Giang (nay là Tuyên Quang)' });
  const recipient = screen.getByRole('link', { name: 'Mở hồ sơ Hà Thị Giang' });
  expect(recipient.getAttribute('href')).toBe('/doi-tuong/r1');
  await user.click(unit);
  await waitFor(() => expect(asked.at(-1)).toEqual({ unitId: 'HG' }));
  expect(screen.getByRole('searchbox')).toHaveProperty('value', '');
});

test('ordered by pressing a head, which says how', async () => {
  const { user, asked, search } = await openPage('/so-khen-thuong');
  const head = (name: string) => screen.getByRole('columnheader', { name: new RegExp(name) });
  expect(head('^Ngày').getAttribute('aria-sort')).toBe('descending');
  await user.click(within(head('^Tên')).getByRole('button'));
  await waitFor(() => expect(asked.at(-1)).toEqual({ sort: 'name-asc' }));
  expect(head('^Tên').getAttribute('aria-sort')).toBe('ascending');
  expect(head('^Ngày').getAttribute('aria-sort')).toBeNull();
  await user.click(within(head('^Tên')).getByRole('button'));
  await waitFor(() => expect(search()).toBe('?sort=name-desc'));
});

test('forward and back by cursor, with the number of the row going on', async () => {
  const { user } = await openPage('/so-khen-thuong');
  expect(screen.getByText('Người số 3')).toBeTruthy();
  expect(await screen.findByText(/hơn 10\.000 kết quả/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Trang trước' })).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('button', { name: 'Trang sau' }));
  const last = (await screen.findByText('Người số 51')).closest('tr')!;
  expect(within(last).getByText('51')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Trang sau' })).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('button', { name: 'Trang trước' }));
  expect(await screen.findByText('Người số 1')).toBeTruthy();
});

test('after a jump to a year, and from a bookmark of a later page, no number of a row is told', async () => {
  const { user } = await openPage('/so-khen-thuong?toYear=2022');
  const isNumbered = () => screen.queryByRole('columnheader', { name: 'STT' }) !== null;
  expect(isNumbered()).toBe(false);
  expect(await screen.findByText(/từ năm 2022, trang 1/)).toBeTruthy();
  await user.selectOptions(screen.getByLabelText('Nhảy đến năm trong danh sách'), '');
  await waitFor(() => expect(isNumbered()).toBe(true));
});

test('a bookmark of a later page does not begin with number one', async () => {
  await openPage('/so-khen-thuong?cursor=p2');
  expect(screen.queryByRole('columnheader', { name: 'STT' })).toBeNull();
  expect(screen.queryByText(/trang 1/)).toBeNull();
});

test('the field of activity is chosen from what is recorded, or typed', async () => {
  const { user, asked } = await openPage('/so-khen-thuong');
  await user.click(screen.getByRole('button', { name: 'Bộ lọc' }));
  const box = await screen.findByRole('combobox', { name: 'Lĩnh vực' });
  await user.type(box, 'giao');
  expect(screen.queryByRole('option', { name: 'Y tế' })).toBeNull();
  await user.click(screen.getByRole('option', { name: 'Giáo dục' }));
  await waitFor(() => expect(asked.at(-1)).toEqual({ field: 'Giáo dục' }));
  const again = screen.getByRole('combobox', { name: 'Lĩnh vực' });
  await user.clear(again);
  await user.type(again, 'Thủy sản{Enter}');
  await waitFor(() => expect(asked.at(-1)).toEqual({ field: 'Thủy sản' }));
});

test('what an import brought says from which file, and the filter can be taken away', async () => {
  const runId = '0193b1c0-0000-7000-8000-000000000002';
  const { user, asked } = await openPage(`/so-khen-thuong?importRunId=${runId}`, {
    'accounts.me': () => aSession({ permissions: ['awards.list', 'imports.byId'] as never }),
    'imports.byId': () => ({
      id: runId,
      fileName: 'khen-2023.xlsx',
      createdAt: '2024-02-01T02:00:00.000Z',
      appliedAt: null,
    }),
  });
  expect(asked[0]).toEqual({ importRunId: runId });
  const chip = await screen.findByRole('button', { name: 'Bỏ lọc Từ lần nhập khen-2023.xlsx, 01/02/2024 09:00' });
  await user.click(chip);
  await waitFor(() => expect(asked.at(-1)).toEqual({}));
});

test.each([
  ['reporter', ['imports.start'], false],
  ['specialist', ['imports.start', 'awards.record'], true],
])('a %s is led to the import of awards only when that is theirs', async (_, permissions, isShown) => {
  await openPage('/so-khen-thuong', { 'accounts.me': () => aSession({ permissions: permissions as never }) });
  expect(screen.queryByRole('link', { name: 'Nhập từ Excel' }) !== null).toBe(isShown);
});

test('no answer: the old rows stay, and one can try again', async () => {
  let broken = false;
  const { user } = await openPage('/so-khen-thuong', {
    'awards.list': () => {
      if (broken) throw noAnswer();
      return { rows: [row(1)], nextCursor: null };
    },
  });
  expect(screen.getByText(/1 kết quả/)).toBeTruthy();
  broken = true;
  await user.selectOptions(screen.getByLabelText('Từ năm'), '2022');
  const retry = await screen.findByRole('button', { name: /Thử lại/ }, { timeout: 4_000 });
  broken = false;
  await user.click(retry);
  expect(await screen.findByText('Người số 1')).toBeTruthy();
});

const award = (n: number) => ({
  ...row(n),
  recipientId: 'r1',
  way: 'thematic',
  sentence: '',
  achievement: '',
  prizeVnd: 2_700_000,
  prizeCertainty: 'probable',
  signatoryName: null,
  certificates: [{ id: 'c1', goldenBookNumber: 386, goldenBookYear: 2024, status: 'printed', cancelledOn: null }],
  others: [],
});

test('an award opens beside the list and says what is not known; J and K step through the list', async () => {
  const { user, search } = await openPage('/so-khen-thuong?yearFrom=2023', {
    'awards.byId': ({ id }: { id: string }) => award(Number(id.slice(1))),
  });
  await user.click(screen.getByRole('link', { name: 'Người số 1' }));
  const drawer = await screen.findByRole('dialog');
  expect(await within(drawer).findByText('2.700.000 đồng')).toBeTruthy();
  expect(within(drawer).getByText(/nhiều khả năng/)).toBeTruthy();
  expect(within(drawer).getByText(/Số sổ vàng 386\/2024/)).toBeTruthy();
  expect(within(drawer).getByRole('button', { name: /Dòng trước/ })).toHaveProperty('disabled', true);
  await user.keyboard('jj');
  expect(await within(drawer).findByRole('heading', { name: 'Người số 3' })).toBeTruthy();
  await user.keyboard('k');
  expect(await within(drawer).findByRole('heading', { name: 'Người số 2' })).toBeTruthy();
  expect(search()).toBe('?yearFrom=2023&xem=a2');
});

test('the province as it was, its name of today in the tooltip', async () => {
  const { user } = await openPage('/so-khen-thuong', {
    'awards.list': () => ({ rows: [{ ...row(1), unitId: 'HG', unitName: 'Hà Giang' }], nextCursor: null }),
    'units.today': () => ({
      sinceOn: '2025-07-01',
      units: [{ unitId: 'TQ', name: 'Tuyên Quang' }],
      of: [{ unitId: 'HG', parts: [{ unitId: 'TQ' }] }],
    }),
  });
  expect(await screen.findByTitle('Hà Giang, nay là Tuyên Quang')).toHaveProperty('textContent', 'Hà Giang');
  await user.click(screen.getByRole('radio', { name: 'Quy về đơn vị hiện nay' }));
  expect(await screen.findByTitle('Khi khen: Hà Giang')).toHaveProperty('textContent', 'Tuyên Quang');
});

test('recording a past award: the date as typed in Việt Nam, a refusal beside its field', async () => {
  const recorded: Record<string, unknown>[] = [];
  const { user } = await openPage('/so-khen-thuong', {
    'awards.record': (input) => {
      recorded.push(input);
      if (recorded.length > 1) return { id: 'a99' };
      throw refusal('UNPROCESSABLE_CONTENT', [
        { code: 'award.already-recorded', text: 'Đã có trong Sổ khen thưởng.', field: 'decisionNumber' },
      ]);
    },
  });
  await user.click(screen.getByRole('button', { name: 'Ghi bổ sung' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi vào Sổ' }));
  expect(await within(dialog).findAllByText('Chưa nhập ô này')).not.toHaveLength(0);
  expect(recorded).toHaveLength(0);

  await user.type(within(dialog).getByLabelText(/Họ và tên/), 'Hoàng Văn Slam');
  await user.selectOptions(within(dialog).getByLabelText(/Giới tính/), 'male');
  await user.selectOptions(within(dialog).getByLabelText(/Phân loại đối tượng/), 'frontline-worker');
  await user.selectOptions(within(dialog).getByLabelText(/Hình thức khen thưởng/), 'BKT');
  await user.type(within(dialog).getByLabelText(/Số, ký hiệu quyết định/), '120/QĐ-UBND');
  await user.type(within(dialog).getByLabelText(/^Ngày quyết định/), '5/3/2023');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi vào Sổ' }));
  await waitFor(() => expect(recorded).toHaveLength(1));
  expect(recorded[0]).toMatchObject({ decidedOn: '2023-03-05', year: 2023, unitId: 'LANGSON', awardCode: 'BKT' });
  expect(await within(dialog).findAllByText('Đã có trong Sổ khen thưởng.')).toHaveLength(2);
});
