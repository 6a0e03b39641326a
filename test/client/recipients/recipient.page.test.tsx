import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { recipientRoutes } from '#client/recipients/recipients.routes.ts';
import { type Answers, aSession, refusal, renderApp } from '#test/core/render-app.tsx';

const ID = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e43';
const aRecipient = {
  id: ID,
  kind: 'individual',
  name: 'Lò Thị Mẫu',
  sex: 'female',
  birthYear: 1985,
  birthOn: '1985-05-12',
  foundedOn: null,
  positionHeld: 'Giáo viên',
  place: 'Trường Mẫu',
  unitId: 'LS',
  unitName: 'Lạng Sơn',
  isDemo: 0,
  version: 3,
  isWhole: true,
  asked: null as object | null,
  formerNames: [] as object[],
  posts: [] as object[],
  lines: [] as object[],
  titles: [2021, 2022].map((year) => ({ year, awardCode: 'LDTT', awardName: 'Lao động tiên tiến' })),
  counts: { active: 1, cancelled: 1 },
  holds: [] as object[],
  files: [],
  cccd: { isKnown: true, masked: '•••••••••234' },
  ethnicity: null,
  actions: { save: { allowed: true, reasons: [] as object[] } },
};
const anAward = {
  id: 'a1',
  recipientId: ID,
  year: 2022,
  decidedOn: '2023-01-15',
  decisionNumber: '12/QĐ-UBND',
  status: 'active',
  printedName: 'Lò Thị Mẫu',
  printedPlace: '',
  awardName: 'Bằng khen',
  awardKind: 'merit-certificate',
  decisionId: 'd1' as string | null,
  ofName: null as string | null,
  certificate: { id: 'c1', awardId: 'a1', goldenBookNumber: 7, goldenBookYear: 2023, status: 'handed' } as
    | object
    | null,
};

async function openPage(about: Partial<typeof aRecipient> = {}, answers: Answers = {}) {
  const user = vi.isFakeTimers() ? userEvent.setup({ advanceTimers: vi.advanceTimersByTime }) : userEvent.setup();
  await renderApp(
    `/doi-tuong/${ID}`,
    {
      'accounts.me': () => aSession({ permissions: ['recipients.list', 'recipients.save'] as never }),
      'recipients.byId': () => ({ ...aRecipient, ...about }),
      'recipients.awards': () => ({ rows: [anAward], nextCursor: null }),
      'audit.ofRecord': () => [],
      ...answers,
    },
    recipientRoutes,
  );
  await screen.findByRole('heading', { level: 1, name: aRecipient.name });
  return user;
}

afterEach(() => vi.useRealTimers());

test('every award stands by its year with decision and papers; what was cancelled and whose it was is told', async () => {
  await openPage(
    {},
    {
      'recipients.awards': () => ({
        rows: [
          anAward,
          { ...anAward, id: 'a2', status: 'cancelled', decisionId: null, certificate: null, ofName: 'Phòng Cũ' },
        ],
        nextCursor: null,
      }),
    },
  );
  const table = screen.getByRole('table', { name: 'Quá trình khen thưởng' });
  expect(within(table).getByRole('rowheader', { name: '2023' })).toBeTruthy();
  expect(within(table).getByRole('link', { name: '12/QĐ-UBND' }).getAttribute('href')).toBe('/quyet-dinh/d1');
  expect(within(table).getByRole('link', { name: '7/2023' }).getAttribute('href')).toBe('/bang/c1');
  expect(within(table).getByText('Đã hủy bỏ')).toBeTruthy();
  expect(within(table).getByText(/của Phòng Cũ \(trước khi sáp nhập/)).toBeTruthy();
  expect(screen.getByText('2 năm; dài nhất 2 năm liền (2021–2022)')).toBeTruthy();
});

test('the citizen number is opened with a reason and hides itself after a minute', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const reasons: string[] = [];
  const user = await openPage(
    {},
    {
      'recipients.revealCccd': ({ reason }: { reason: string }) => {
        reasons.push(reason);
        return { cccd: '014085001234' };
      },
    },
  );
  expect(screen.getByText('•••••••••234')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Xem số' }));
  const dialog = await screen.findByRole('dialog', { name: 'Xem số căn cước' });
  await user.click(within(dialog).getByRole('button', { name: 'Xem số' }));
  expect(reasons).toEqual([]);
  await user.type(within(dialog).getByLabelText(/Lý do xem/), 'Đối chiếu');
  await user.click(within(dialog).getByRole('button', { name: 'Xem số' }));
  expect(await screen.findByText('014 085 001 234')).toBeTruthy();
  expect(reasons).toEqual(['Đối chiếu']);
  act(() => void vi.advanceTimersByTime(60_000));
  await waitFor(() => expect(screen.queryByText('014 085 001 234')).toBeNull());
});

test('a number of another record is written only after it was told', async () => {
  const sent: boolean[] = [];
  const user = await openPage(
    {},
    {
      'recipients.setCccd': ({ anyway }: { anyway: boolean }) => {
        sent.push(anyway);
        if (!anyway)
          throw refusal('UNPROCESSABLE_CONTENT', [
            { code: 'cccd.clash', text: 'Đang ghi ở hồ sơ khác.', field: 'cccd' },
          ]);
        return { id: ID, version: 4 };
      },
    },
  );
  await user.click(screen.getByRole('button', { name: 'Sửa số' }));
  const dialog = await screen.findByRole('dialog', { name: 'Ghi số căn cước' });
  await user.type(within(dialog).getByLabelText('Số căn cước'), '014085001234');
  await user.click(within(dialog).getByRole('button', { name: 'Lưu' }));
  await user.click(await within(dialog).findByRole('button', { name: 'Vẫn lưu' }));
  await waitFor(() => expect(sent).toEqual([false, true]));
});

test('who reads it for an award only sees neither holds nor documents, and no buttons', async () => {
  const reasons = [{ code: 'recipient.not-own-unit', text: 'Hồ sơ này thuộc Sơn La.' }];
  await openPage({ isWhole: false, cccd: null as never, actions: { save: { allowed: false, reasons } } });
  expect(screen.getByText('Hồ sơ này thuộc Sơn La.')).toBeTruthy();
  for (const name of ['Tài liệu', 'Tạm dừng xét khen thưởng'])
    expect(screen.queryByRole('heading', { name })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Sửa' })).toBeNull();
});

test('a record that was merged says where one is', async () => {
  await openPage({ asked: { id: 'x', name: 'Lò Thị Mâu' } });
  expect(screen.getByText(/Hồ sơ “Lò Thị Mâu” đã được ghép vào hồ sơ “Lò Thị Mẫu”/)).toBeTruthy();
});

test('another record is chosen by name, and the two are put beside each other', async () => {
  const other = { ...aRecipient, id: '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e99', name: 'Lò Mẫu', birthYear: 1985 };
  const asked: object[] = [];
  const sent: object[] = [];
  const user = await openPage(
    {},
    {
      'accounts.me': () => aSession({ permissions: ['recipients.list', 'duplicates.propose'] as never }),
      'recipients.list': (input) => {
        asked.push(input);
        return { rows: [aRecipient, other], nextCursor: null };
      },
      'duplicates.propose': (input) => {
        sent.push(input);
        throw refusal('UNPROCESSABLE_CONTENT', [
          { code: 'duplicate.other-kind', text: 'Hai hồ sơ khác loại: Cá nhân và Tập thể.' },
        ]);
      },
    },
  );
  await user.click(screen.getByRole('button', { name: 'Ghép với hồ sơ khác…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Ghép với hồ sơ khác' });
  await user.click(within(dialog).getByRole('button', { name: 'So hai hồ sơ' }));
  expect(await within(dialog).findByText('Tìm rồi chọn một hồ sơ')).toBeTruthy();
  expect(sent).toEqual([]);
  await user.type(within(dialog).getByRole('searchbox'), '014085001234');
  expect(await within(dialog).findByText(/Không tìm theo số căn cước/)).toBeTruthy();
  expect(asked).toEqual([]);
  await user.clear(within(dialog).getByRole('searchbox'));
  await user.type(within(dialog).getByRole('searchbox'), 'lo mau');
  const choice = await within(dialog).findByRole('radio', { name: /^Lò Mẫu/ });
  expect(within(dialog).queryByRole('radio', { name: /^Lò Thị Mẫu/ })).toBeNull();
  expect(asked.at(-1)).toEqual({ q: 'lo mau', kind: 'individual' });
  await user.click(choice);
  await user.click(within(dialog).getByRole('button', { name: 'So hai hồ sơ' }));
  expect(await within(dialog).findByText(/Hai hồ sơ khác loại/)).toBeTruthy();
  expect(sent).toMatchObject([{ recipientId: ID, otherId: other.id }]);
});
