import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { duplicateRoutes } from '#client/duplicates/duplicates.routes.ts';
import type { MergeInput } from '#shared/duplicates/duplicates.schema.ts';
import { type Answers, aSession, refusal, renderApp } from '#test/core/render-app.tsx';

const ID = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e43';
const FIRST = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e44';
const SECOND = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e45';

const aSide = {
  id: FIRST,
  kind: 'individual',
  name: 'Lò Văn Mẫu',
  sex: 'male',
  birthYear: null,
  birthOn: null,
  foundedOn: null,
  unitId: 'SL',
  unitName: 'Sơn La',
  place: 'Bản Mẫu',
  positionHeld: '',
  hasNumber: true,
  hasEthnicity: false,
  intoName: null,
  isDemo: 1,
  version: 3,
  isInReach: true,
  otherNames: [],
  counts: { awards: 2, nominations: 0, certificates: 1, holds: 0, documents: 0 },
  awards: [],
};
const ALLOWED = { allowed: true, reasons: [] };
const aPair = {
  id: ID,
  status: 'open',
  score: 78,
  grounds: [{ code: 'name-missing-word' }, { code: 'different-sex' }],
  reason: null,
  decidedAt: null,
  decidedByName: null,
  version: 1,
  sides: [
    aSide,
    {
      ...aSide,
      id: SECOND,
      name: 'Lò Mẫu',
      birthYear: 1970,
      birthOn: '1970-05-02',
      hasNumber: false,
      version: 5,
      counts: { ...aSide.counts, awards: 1 },
    },
  ],
  differs: ['name', 'birth', 'cccd'],
  merge: null,
  actions: { merge: ALLOWED, dismiss: ALLOWED, reopen: ALLOWED },
};

async function openPage(pair: object = aPair, answers: Answers = {}) {
  const sent: MergeInput[] = [];
  const user = userEvent.setup();
  const app = await renderApp(
    `/nghi-trung/${ID}`,
    {
      'accounts.me': () => aSession({ permissions: ['duplicates.list', 'duplicates.merge'] as never }),
      'audit.ofRecord': () => [],
      'duplicates.byId': () => pair,
      'duplicates.list': () => ({ rows: [], nextCursor: null }),
      'duplicates.overview': () => ({ count: 0, isMore: false, units: [] }),
      'duplicates.merge': (input: MergeInput) => {
        sent.push(input);
        return { id: ID, keptId: input.keptId };
      },
      ...answers,
    },
    duplicateRoutes,
  );
  await screen.findByRole('heading', { name: 'So sánh hai hồ sơ' });
  return { user, sent, router: app.router };
}

test('only what differs is asked; the richer record stays and takes what it lacks', async () => {
  const { user, sent, router } = await openPage();
  const keep = screen.getAllByRole('radio', { name: 'Giữ hồ sơ này' }) as HTMLInputElement[];
  expect(keep.map(({ checked }) => checked)).toEqual([true, false]);
  expect((screen.getByRole('radio', { name: 'Ngày sinh, năm sinh: 02/05/1970' }) as HTMLInputElement).checked).toBe(
    true,
  );
  expect(screen.queryByRole('radio', { name: /^Địa chỉ/ })).toBeNull();
  await user.type(screen.getByRole('textbox', { name: /Lý do/ }), 'Cùng một người.');
  await user.click(screen.getByRole('button', { name: 'Ghép hai hồ sơ' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/nghi-trung'));
  expect(screen.getByText(/trong 30 ngày hoàn tác được ở mục “Đã ghép”/)).toBeTruthy();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    keptId: FIRST,
    keptSeenVersion: 3,
    mergedSeenVersion: 5,
    keepOtherName: true,
    choices: { name: 'kept', birth: 'merged', cccd: 'kept', place: 'kept' },
  });
});

test('the other record stays when chosen, and arrows move through a row', async () => {
  const { user, sent } = await openPage();
  await user.click(screen.getAllByRole('radio', { name: 'Giữ hồ sơ này' })[1]!);
  const name = screen.getByRole('radio', { name: 'Tên: Lò Mẫu' }) as HTMLInputElement;
  expect(name.checked).toBe(true);
  name.focus();
  await user.keyboard('{ArrowUp}');
  expect((screen.getByRole('radio', { name: 'Tên: Lò Văn Mẫu' }) as HTMLInputElement).checked).toBe(true);
  await user.click(screen.getByRole('checkbox', { name: /Giữ cả hai tên/ }));
  await user.type(screen.getByRole('textbox', { name: /Lý do/ }), 'Cùng một người.');
  await user.click(screen.getByRole('button', { name: 'Ghép hai hồ sơ' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    keptId: SECOND,
    keptSeenVersion: 5,
    mergedSeenVersion: 3,
    keepOtherName: false,
    choices: { name: 'merged', birth: 'kept', cccd: 'merged' },
  });
});

test('without a reason nothing is sent', async () => {
  const { user, sent } = await openPage();
  await user.click(screen.getByRole('button', { name: 'Ghép hai hồ sơ' }));
  expect(await screen.findByText('Nhập lý do, ít nhất 5 ký tự')).toBeTruthy();
  expect(sent).toEqual([]);
});

test('“không trùng” sends the reason; who was too late is told', async () => {
  const { user } = await openPage(aPair, {
    'duplicates.dismiss': (input: { reason: string }) => {
      expect(input).toMatchObject({ seenVersion: 1, reason: 'Hai anh em.' });
      throw refusal('CONFLICT', [{ code: 'duplicate.decided-meanwhile', text: 'Vừa được người khác xử lý: Đã ghép.' }]);
    },
  });
  await user.type(screen.getByRole('textbox', { name: /Lý do/ }), 'Hai anh em.');
  await user.click(screen.getByRole('button', { name: 'Không trùng' }));
  expect(await screen.findByText('Vừa được người khác xử lý: Đã ghép.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Tải lại trang' })).toBeTruthy();
});

test('a record of another unit: nothing to choose, and it says who can', async () => {
  const text = 'Hồ sơ “Lò Mẫu” thuộc Lạng Sơn: Quản trị hệ thống ghép.';
  const closed = { allowed: false, reasons: [{ code: 'duplicate.other-unit', text }] };
  await openPage({ ...aPair, actions: { ...aPair.actions, merge: closed } });
  expect(screen.getByText(text)).toBeTruthy();
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Ghép hai hồ sơ' })).toBeNull();
});

test('a merge is undone with a reason and what becomes of the suspicion', async () => {
  const merge = {
    id: SECOND,
    version: 1,
    keptName: 'Lò Văn Mẫu',
    mergedName: 'Lò Mẫu',
    actions: { undo: ALLOWED },
  };
  const sent: object[] = [];
  const { user } = await openPage(
    {
      ...aPair,
      status: 'merged',
      reason: 'Cùng người.',
      decidedByName: 'Lệ',
      decidedAt: '2024-03-01T05:00:00.000Z',
      merge,
    },
    {
      'duplicates.undo': (input: object) => {
        sent.push(input);
        return { id: SECOND, changedSince: ['place'], elsewhereCount: 0 };
      },
    },
  );
  await user.click(screen.getByRole('button', { name: 'Hoàn tác' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('radio', { name: /Đưa lại vào danh sách/ }));
  await user.type(within(dialog).getByRole('textbox', { name: /Lý do/ }), 'Hai người.');
  await user.click(within(dialog).getByRole('button', { name: 'Hoàn tác ghép' }));
  expect(await screen.findByText(/Giữ nguyên nội dung người khác sửa sau khi ghép: Địa chỉ/)).toBeTruthy();
  expect(sent).toEqual([{ id: SECOND, seenVersion: 1, reason: 'Hai người.', remember: 'open' }]);
});
