import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { nominationRoutes } from '#client/nominations/nominations.routes.ts';
import type { NominationDraft } from '#shared/nominations/nominations.schema.ts';
import { aNomination, closed, NOMINATION_ID as ID, open } from '#test/client/nominations/a-nomination.ts';
import { type Answers, aSession, refusal, renderApp } from '#test/core/render-app.tsx';

async function openPage(answers: Answers, session = {}) {
  const user = userEvent.setup();
  await renderApp(
    `/de-nghi/${ID}`,
    { 'audit.ofRecord': () => [], 'accounts.me': () => aSession(session), ...answers },
    nominationRoutes,
  );
  await screen.findByRole('heading', { level: 1 });
  return user;
}

test('what is typed is saved with the version seen, shown as it will stand on paper, then sent', async () => {
  const saved: { seenVersion: number; draft: NominationDraft }[] = [];
  const sent: { seenVersion: number }[] = [];
  const user = await openPage({
    'nominations.byId': () => aNomination(),
    'nominations.save': (input) => {
      saved.push(input);
      return { id: ID, version: 4 };
    },
    'nominations.submit': (input) => {
      sent.push(input);
      return { id: ID, version: 5 };
    },
  });
  await user.selectOptions(screen.getByLabelText(/Xưng hô/), 'Bà');
  await user.type(screen.getByLabelText(/Tên in trên Bằng/), 'Lò Thị Mẫu');
  expect(screen.getByText('Bà Lò Thị Mẫu')).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Gửi hồ sơ' }));

  await waitFor(() => expect(sent).toEqual([{ id: ID, seenVersion: 4 }]));
  expect(saved).toHaveLength(1);
  expect(saved[0]).toMatchObject({
    seenVersion: 3,
    draft: {
      salutation: 'Bà',
      printedName: 'Lò Thị Mẫu',
      birthYear: 1988,
      proposalOn: '2024-01-15',
      isBorderArea: true,
    },
  });
});

test('what keeps it from being sent stands in the summary, with the focus, and beside its field', async () => {
  const user = await openPage({
    'nominations.byId': () => aNomination(),
    'nominations.submit': () => {
      throw refusal('UNPROCESSABLE_CONTENT', [
        { code: 'nomination.printed-name-missing', text: 'Nhập tên in trên Bằng.', field: 'printedName' },
        { code: 'nomination.achievement-short', text: 'Tóm tắt thành tích mới có 20 ký tự.', field: 'achievement' },
      ]);
    },
  });
  await user.click(screen.getByRole('button', { name: 'Gửi hồ sơ' }));

  const summary = await screen.findByRole('alert');
  expect(within(summary).getByText('Có 2 chỗ cần sửa')).toBeTruthy();
  await user.click(within(summary).getByRole('link', { name: 'Nhập tên in trên Bằng.' }));
  const field = screen.getByLabelText(/Tên in trên Bằng/);
  expect(document.activeElement).toBe(field);
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

test('a date that cannot be does not wipe the one saved before, is told of, and cannot be sent', async () => {
  const saved: { draft: NominationDraft }[] = [];
  let sent = 0;
  const user = await openPage({
    'nominations.byId': () => aNomination(),
    'nominations.save': (input) => {
      saved.push(input);
      return { id: ID, version: 4 };
    },
    'nominations.submit': () => {
      sent += 1;
      return { id: ID, version: 5 };
    },
  });
  const date = screen.getByLabelText(/^Ngày/);
  await user.clear(date);
  await user.type(date, '31/02/2024');
  await user.tab();
  await user.keyboard('{Control>}s{/Control}');
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.draft.proposalOn).toBe('2024-01-15');
  expect(await screen.findByText(/trừ ô chưa đúng/)).toBeTruthy();
  expect((date as HTMLInputElement).value).toBe('31/02/2024');
  expect(screen.getByText(/không có ngày 31\/02\/2024/)).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Gửi hồ sơ' }));
  expect(await screen.findByRole('link', { name: /Ngày không hợp lệ/ })).toBeTruthy();
  expect(sent).toBe(0);
});

test('somebody else was quicker: both versions field by field, and the merged one is saved over theirs', async () => {
  const saved: { seenVersion: number; draft: NominationDraft }[] = [];
  const user = await openPage({
    'nominations.byId': () =>
      aNomination(saved.length === 0 ? {} : { version: 4, field: 'Y tế', positionHeld: 'Hiệu trưởng' }),
    'nominations.save': (input) => {
      saved.push(input);
      if (saved.length > 1) return { id: ID, version: 5 };
      const facts = { who: 'Vì Văn An', changedAt: '2024-03-01T02:05:00.000Z', what: 'Lĩnh vực' };
      throw refusal('CONFLICT', [{ code: 'nomination.changed-meanwhile', text: '…', facts }]);
    },
  });
  const field = () => screen.getByLabelText('Lĩnh vực') as HTMLInputElement;
  await user.type(field(), ' mầm non');
  await user.keyboard('{Control>}s{/Control}');
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('Vì Văn An');
  expect(within(dialog).getByRole('row', { name: /^Chức vụ, nghề nghiệp chỉ người kia sửa/ })).toBeTruthy();

  // Closed without a choice, what was typed is still there, and what is typed next goes into the choice.
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(field().value).toBe('Giáo dục mầm non');
  await user.type(field(), ', tiểu học');
  await user.click(screen.getByRole('button', { name: 'Xem hai bản và chọn' }));
  await user.click(await screen.findByLabelText('Lĩnh vực: Lấy bản của tôi'));
  await user.click(screen.getByRole('button', { name: 'Lưu bản đã chọn' }));

  await waitFor(() => expect(saved).toHaveLength(2));
  expect(saved[1]).toMatchObject({
    seenVersion: 4,
    draft: { field: 'Giáo dục mầm non, tiểu học', positionHeld: 'Hiệu trưởng' },
  });
  expect((screen.getByLabelText(/Chức vụ, nghề nghiệp/) as HTMLInputElement).value).toBe('Hiệu trưởng');
  await waitFor(() => expect(screen.queryByText(/Chưa lưu: có hai bản/)).toBeNull());
});

test('a place without a name is not shown as the name', async () => {
  await openPage({ 'nominations.byId': () => aNomination({ printedPlace: 'tỉnh Sơn La' }) });
  expect(screen.getByText('(tên in trên Bằng)')).toBeTruthy();
});

test('a draft past the deadline says so', async () => {
  await openPage({ 'nominations.byId': () => aNomination() }, { today: '2024-01-24' });
  expect(screen.getByText('Quá hạn 2 ngày')).toBeTruthy();
});

test('a collective is asked for its headcount and nothing of a person', async () => {
  await openPage({
    'nominations.byId': () => aNomination({ recipientKind: 'collective', birthYear: null, sex: null }),
  });
  expect(screen.getByLabelText(/Số người/)).toBeTruthy();
  expect(screen.queryByLabelText(/Năm sinh/)).toBeNull();
  expect(screen.queryByLabelText(/Xưng hô/)).toBeNull();
});

test('the standing office reads, sees the duplicate, and asks to complete with reason and date', async () => {
  const asked: unknown[] = [];
  const user = await openPage(
    {
      'nominations.byId': () =>
        aNomination({
          status: 'submitted',
          submittedAt: '2024-01-20T03:00:00.000Z',
          printedName: 'Lò Thị Mẫu',
          salutation: 'Bà',
          duplicates: {
            awards: [
              {
                id: 'a1',
                printedName: 'Lò Thị Mẫu',
                awardName: 'Bằng khen',
                decisionNumber: '12/QĐ-UBND',
                decidedOn: '2023-12-20',
              },
            ],
            nominations: [],
          } as never,
          actions: { save: closed, submit: closed, withdraw: closed, check: open, askSupplement: open, refuse: open },
        }),
      'nominations.askSupplement': (input) => {
        asked.push(input);
        return { id: ID, version: 4 };
      },
    },
    { today: '2024-01-20' },
  );
  expect(screen.queryByRole('button', { name: 'Gửi hồ sơ' })).toBeNull();
  expect(screen.getByText(/Quyết định số 12\/QĐ-UBND, ngày 20\/12\/2023/)).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Đề nghị bổ sung' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText(/Nội dung cần bổ sung/), 'Bổ sung số liệu trẻ ra lớp');
  await user.click(within(dialog).getByRole('button', { name: 'Gửi đề nghị bổ sung' }));
  await waitFor(() =>
    expect(asked).toEqual([{ id: ID, seenVersion: 3, reason: 'Bổ sung số liệu trẻ ra lớp', dueOn: '2024-01-25' }]),
  );
});
