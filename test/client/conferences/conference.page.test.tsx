import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { conferenceRoutes } from '#client/conferences/conferences.routes.ts';
import { type Answers, aSession, refusal, renderApp } from '#test/core/render-app.tsx';

const YEAR = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e42';
const ID = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e43';
const DELEGATE = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e44';
const HEAD = {
  title: 'Hội nghị tổng kết năm 2023',
  heldOn: '2024-03-05',
  place: 'thành phố Lạng Sơn',
  chairedBy: 'Ông Mẫu',
  secretary: '',
};
const YES = { allowed: true, reasons: [], offered: true };
const NO = { allowed: false, offered: false, reasons: [{ code: 'conference.not-chair', text: 'Bạn chỉ xem được.' }] };

const aDelegate = {
  id: DELEGATE,
  version: 1,
  role: 'delegate',
  unitId: 'SL',
  unitName: 'Sơn La',
  organization: '',
  name: '',
  positionHeld: '',
  headcount: 8,
  attendance: 'invited',
  presentCount: null,
  note: '',
  answer: { isMine: false, allowed: false, reasons: [] },
};

function aConference(about: object = {}) {
  return {
    id: ID,
    version: 3,
    status: 'planned',
    head: HEAD,
    minutes: '',
    closedAt: null,
    isDemo: false,
    agenda: [
      { startsAt: '07:30', content: 'Đón tiếp', speaker: 'Ban Tổ chức', note: '' },
      { startsAt: '08:00', content: 'Khai mạc', speaker: '', note: '' },
    ],
    delegates: [aDelegate],
    totals: { invitedCount: 8, confirmedCount: 0, presentCount: 0, absentCount: 0, openRows: 1 },
    files: [],
    mayAttach: true,
    actions: { save: YES, close: YES, correct: NO, mark: YES },
    ...about,
  };
}

const CLUSTER_YEAR = { id: YEAR, year: 2023, name: 'Năm thi đua 2023', clusterName: 'Cụm A' };
const MEMBERS = [{ unitId: 'SL', name: 'Sơn La' }];

async function openPage(conference: object | null, query = '', answers: Answers = {}, create = YES as object) {
  const user = userEvent.setup();
  await renderApp(
    `/cum/${YEAR}/hoi-nghi${query}`,
    {
      'accounts.me': () => aSession({ today: '2024-03-05' }),
      'conferences.ofYear': () => ({
        clusterYear: CLUSTER_YEAR,
        leadingUnitName: 'Lạng Sơn',
        members: MEMBERS,
        create,
        conference,
      }),
      'recommendations.ofYear': () => ({
        clusterYear: CLUSTER_YEAR,
        members: MEMBERS,
        today: '2024-03-05',
        conference: { id: ID, title: HEAD.title, heldOn: HEAD.heldOn },
        mayWrite: false,
        rows: [],
      }),
      'audit.ofRecord': () => [],
      ...answers,
    },
    conferenceRoutes,
  );
  await screen.findByRole('heading', { level: 1 });
  return user;
}

describe('before there is a conference', () => {
  test('the chair is told what to do, a member who does it', async () => {
    await openPage(null);
    expect(screen.getByRole('button', { name: 'Lập Hội nghị' })).toBeTruthy();
  });

  test('a member is told who sets it up', async () => {
    await openPage(null, '', {}, NO);
    expect(screen.getByText(/Cơ quan thường trực của Cụm trưởng \(Lạng Sơn\) lập Hội nghị/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Lập Hội nghị' })).toBeNull();
  });
});

describe('the programme', () => {
  test('a time out of order is shown at its line and nothing is sent', async () => {
    const sent: unknown[] = [];
    const user = await openPage(aConference(), '', { 'conferences.saveAgenda': (input) => sent.push(input) });
    await user.click(screen.getByRole('button', { name: 'Sửa chương trình' }));
    const time = screen.getByLabelText('Giờ, dòng 2');
    await user.clear(time);
    await user.type(time, '7h15');
    await user.click(screen.getByRole('button', { name: 'Lưu chương trình' }));
    expect(screen.getByText(/^Dòng 2 “Khai mạc” lúc 07:15 lại đứng sau “Đón tiếp” lúc 07:30/)).toBeTruthy();
    expect(sent).toEqual([]);
  });

  test('a line moves, hours stay, and the whole is sent with the version seen', async () => {
    const sent: unknown[] = [];
    const user = await openPage(aConference(), '', {
      'conferences.saveAgenda': (input) => {
        sent.push(input);
        return { id: ID, version: 4 };
      },
    });
    await user.click(screen.getByRole('button', { name: 'Sửa chương trình' }));
    screen.getByRole('button', { name: 'Chuyển dòng 2 lên' }).focus();
    await user.keyboard('{Enter}');
    // The line is the first now; whoever moved it by keyboard is still with it.
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Chuyển dòng 1 lên' }));
    await user.keyboard('{Enter}');
    await user.click(screen.getByRole('button', { name: 'Thêm dòng cuối' }));
    await user.type(screen.getByLabelText('Giờ, dòng 3'), '11h');
    await user.type(screen.getByLabelText('Nội dung, dòng 3'), 'Bế mạc');
    await user.click(screen.getByRole('button', { name: 'Lưu chương trình' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual({
      id: ID,
      seenVersion: 3,
      items: [
        { startsAt: '07:30', content: 'Khai mạc', speaker: '', note: '' },
        { startsAt: '08:00', content: 'Đón tiếp', speaker: 'Ban Tổ chức', note: '' },
        { startsAt: '11:00', content: 'Bế mạc', speaker: '', note: '' },
      ],
    });
  });
});

describe('something typed and not saved', () => {
  const LEAVE = 'Có thay đổi chưa lưu';

  test('the programme asks before it is left, and stays as it is when told to', async () => {
    const user = await openPage(aConference());
    await user.click(screen.getByRole('button', { name: 'Sửa chương trình' }));
    await user.type(screen.getByLabelText('Nội dung, dòng 1'), ' đại biểu');
    await user.click(screen.getByRole('tab', { name: 'Biên bản' }));
    const dialog = within(await screen.findByRole('dialog', { name: LEAVE }));
    await user.click(dialog.getByText('Đóng'));
    expect(screen.getByLabelText<HTMLInputElement>('Nội dung, dòng 1').value).toBe('Đón tiếp đại biểu');
    await user.click(screen.getByRole('tab', { name: 'Biên bản' }));
    await user.click(await screen.findByRole('button', { name: 'Rời trang, bỏ thay đổi' }));
    expect(await screen.findByLabelText('Nội dung biên bản')).toBeTruthy();
  });

  test('the minutes ask too; untouched they are left at once', async () => {
    const user = await openPage(aConference(), '?muc=bien-ban');
    await user.type(await screen.findByLabelText('Nội dung biên bản'), 'Biên bản');
    await user.click(screen.getByRole('tab', { name: /^Chương trình/ }));
    expect(await screen.findByRole('dialog', { name: LEAVE })).toBeTruthy();
    await user.keyboard('{Escape}');
    await user.clear(screen.getByLabelText('Nội dung biên bản'));
    await user.click(screen.getByRole('tab', { name: /^Chương trình/ }));
    expect(await screen.findByRole('button', { name: 'Sửa chương trình' })).toBeTruthy();
  });
});

describe('delegates', () => {
  test('a member answers its own invitation and no other', async () => {
    const sent: unknown[] = [];
    const mine = { ...aDelegate, answer: { isMine: true, allowed: true, reasons: [] } };
    const other = { ...aDelegate, id: ID, unitId: 'LC', unitName: 'Lai Châu' };
    const user = await openPage(
      aConference({ delegates: [mine, other], actions: { save: NO, close: NO, correct: NO, mark: NO } }),
      '?muc=dai-bieu',
      {
        'conferences.confirmDelegate': (input) => {
          sent.push(input);
          return { id: DELEGATE, version: 2 };
        },
      },
    );
    expect(screen.getAllByRole('button', { name: /^Trả lời giấy mời/ })).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Trả lời giấy mời: Sơn La' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('radio', { name: 'Báo vắng' }));
    await user.click(dialog.getByRole('button', { name: 'Gửi trả lời' }));
    await waitFor(() =>
      expect(sent).toEqual([
        {
          id: DELEGATE,
          seenVersion: 1,
          answer: { coming: false, name: '', positionHeld: '', headcount: 8, note: '' },
        },
      ]),
    );
  });

  test('one delegation is asked how many came', async () => {
    const sent: unknown[] = [];
    const user = await openPage(aConference(), '?muc=dai-bieu', {
      'conferences.markAttendance': (input) => {
        sent.push(input);
        return { marked: 1 };
      },
    });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Có mặt' }).disabled).toBe(true);
    await user.click(screen.getByRole('checkbox', { name: 'Chọn Sơn La' }));
    await user.click(screen.getByRole('button', { name: 'Có mặt' }));
    const dialog = within(await screen.findByRole('dialog'));
    const count = dialog.getByLabelText(/^Số người có mặt/);
    await user.clear(count);
    await user.type(count, '7');
    await user.click(dialog.getByRole('button', { name: 'Ghi có mặt' }));
    await waitFor(() =>
      expect(sent).toEqual([
        { conferenceId: ID, items: [{ id: DELEGATE, seenVersion: 1, presentCount: 7 }], attendance: 'present' },
      ]),
    );
  });
});

describe('the minutes', () => {
  test('are composed in one press, saved, and closed only as saved', async () => {
    const sent: { minutes: string }[] = [];
    const user = await openPage(aConference(), '?muc=bien-ban', {
      'conferences.saveMinutes': (input: { minutes: string }) => {
        sent.push(input);
        return { id: ID, version: 4 };
      },
    });
    await user.click(screen.getByRole('button', { name: 'Soạn từ chương trình' }));
    const box = screen.getByLabelText<HTMLTextAreaElement>('Nội dung biên bản');
    expect(box.value).toContain('1. 07:30 Đón tiếp (Ban Tổ chức).');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Chốt biên bản' }).disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Lưu biên bản' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ id: ID, seenVersion: 3 });
  });

  test.each([
    ['IV. KẾT LUẬN\n…', 1],
    ['IV. KẾT LUẬN\nNhất trí.', 0],
  ])('closing %j warns of blanks %i times', async (minutes, count) => {
    const user = await openPage(aConference({ minutes }), '?muc=bien-ban');
    await user.click(await screen.findByRole('button', { name: 'Chốt biên bản' }));
    await screen.findByRole('dialog', { name: 'Chốt biên bản' });
    expect(screen.queryAllByText(/còn chỗ để trống/)).toHaveLength(count);
  });

  test('written by two: both versions, a choice, saved over the newer one; nothing typed is lost', async () => {
    let saved = aConference({ minutes: 'Bản đầu' });
    const sent: { minutes: string; seenVersion: number }[] = [];
    const user = await openPage(saved, '?muc=bien-ban', {
      'conferences.ofYear': () => ({
        clusterYear: CLUSTER_YEAR,
        leadingUnitName: 'Lạng Sơn',
        members: MEMBERS,
        create: YES,
        conference: saved,
      }),
      'conferences.saveMinutes': (input: { minutes: string; seenVersion: number }) => {
        sent.push(input);
        if (input.seenVersion === 3) {
          saved = aConference({ minutes: 'Bản của người khác', version: 4 });
          throw refusal('CONFLICT', [{ code: 'conference.changed-meanwhile', text: 'Người khác đã sửa.' }]);
        }
        saved = aConference({ minutes: input.minutes, version: 5 });
        return { id: ID, version: 5 };
      },
    });
    const box = screen.getByLabelText<HTMLTextAreaElement>('Nội dung biên bản');
    await user.clear(box);
    await user.type(box, 'Bản của tôi');
    await user.click(screen.getByRole('button', { name: 'Lưu biên bản' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('Bản của người khác')).toBeTruthy();
    expect(dialog.getByText('Bản của tôi')).toBeTruthy();
    expect(box.value).toBe('Bản của tôi');
    await user.click(dialog.getByLabelText('Biên bản: Ghép cả hai'));
    await user.click(dialog.getByRole('button', { name: 'Lưu bản đã chọn' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent.map(({ minutes, seenVersion }) => [minutes, seenVersion])).toEqual([
      ['Bản của tôi', 3],
      ['Bản của tôi\nBản của người khác', 4],
    ]);
  });

  test('closed ones are read by everybody, corrected by the approver with a reason', async () => {
    const sent: unknown[] = [];
    const closed = aConference({
      status: 'held',
      minutes: 'BIÊN BẢN',
      closedAt: '2024-03-06T03:00:00.000Z',
      actions: { save: NO, close: NO, correct: YES, mark: NO },
    });
    const user = await openPage(closed, '?muc=bien-ban', {
      'conferences.correctMinutes': (input) => {
        sent.push(input);
        return { id: ID, version: 4 };
      },
    });
    expect(screen.getByText('Đã chốt lúc 06/03/2024 10:00')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Đính chính' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText(/^Nội dung biên bản/), ' (sửa)');
    await user.click(dialog.getByRole('button', { name: 'Đính chính' }));
    expect(dialog.getByText('Cần ít nhất 10 ký tự')).toBeTruthy();
    await user.type(dialog.getByLabelText(/^Lý do đính chính/), 'Ghi thiếu một chữ.');
    await user.click(dialog.getByRole('button', { name: 'Đính chính' }));
    await waitFor(() =>
      expect(sent).toEqual([{ id: ID, seenVersion: 3, minutes: 'BIÊN BẢN (sửa)', reason: 'Ghi thiếu một chữ.' }]),
    );
  });
});
