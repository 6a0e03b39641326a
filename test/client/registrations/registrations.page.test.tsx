import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { registrationRoutes } from '#client/registrations/registrations.routes.ts';
import { registrationsText } from '#client/registrations/registrations-text.ts';
import { type Answers, aSession, refusal, renderApp } from '#test/core/render-app.tsx';

const YEAR = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e42';
const member = (unitId: string, name: string, about: object = {}) => ({
  unitId,
  name,
  isMine: false,
  id: null,
  status: null,
  version: null,
  sentAt: null,
  isDemo: false,
  isLate: false,
  isOverdue: false,
  lines: [] as object[],
  ...about,
});
const LINE = { awardCode: 'LDTT', kind: 'individual', count: 1_200, names: ['Lò Thị Mẫu'] };
const data = {
  year: { id: YEAR, year: 2024, clusterName: 'Cụm A', startsOn: '2024-01-01', endsOn: '2024-12-31' },
  today: '2024-03-01',
  dueOn: '2024-02-15',
  forms: [
    { code: 'LDTT', name: 'Lao động tiên tiến', nameEn: null, kind: 'title', appliesTo: ['individual'] },
    { code: 'TTLDXS', name: 'Tập thể lao động xuất sắc', nameEn: null, kind: 'title', appliesTo: ['collective'] },
  ],
  members: [
    member('SL', 'Sơn La', { isMine: true, id: 'r1', status: 'draft', version: 2, isOverdue: true, lines: [LINE] }),
    member('LS', 'Lạng Sơn', {
      id: 'r2',
      status: 'sent',
      version: 1,
      sentAt: '2024-02-20T03:00:00.000Z',
      isLate: true,
      lines: [LINE],
    }),
  ],
  achieved: [{ unitId: 'LS', awardCode: 'LDTT', kind: 'individual', count: 7 }],
  fromBelow: { SL: [{ awardCode: 'LDTT', kind: 'individual', count: 31 }] },
};

async function openPage(answers: Answers = {}) {
  const user = userEvent.setup();
  await renderApp(
    `/cum/${YEAR}/dang-ky`,
    {
      'accounts.me': () => aSession({ permissions: ['registrations.save', 'awards.list'] as never }),
      'registrations.ofYear': () => data,
      'audit.ofRecord': () => [],
      ...answers,
    },
    registrationRoutes,
  );
  await screen.findByRole('heading', { level: 1, name: 'Đăng ký thi đua năm 2024' });
  return user;
}

test('only what was sent is added up, late is marked, and a count given opens its rows', async () => {
  await openPage();
  const given = screen.getByRole('link', { name: '7 khen thưởng: Lao động tiên tiến' });
  expect(within(given.closest('tr')!).getByText('1.200')).toBeTruthy();
  expect(given.getAttribute('href')).toBe('/so-khen-thuong?year=2024&awardCode=LDTT&kind=individual');
  expect(screen.getByText('Gửi muộn')).toBeTruthy();
  expect(screen.getByText('Quá hạn')).toBeTruthy();
});

test('a member that has sent nothing and was given nothing is told of by itself', async () => {
  const user = await openPage();
  await user.click(screen.getByRole('button', { name: 'Sơn La' }));
  expect(screen.getByText(/^Đơn vị này chưa gửi đăng ký/)).toBeTruthy();
});

test('a refused count is told at its field and nothing typed is lost', async () => {
  const sent: unknown[] = [];
  const user = await openPage({
    'registrations.save': (input) => {
      sent.push(input);
      throw refusal('UNPROCESSABLE_CONTENT', [
        {
          code: 'registration.more-names',
          field: 'lines.0.count',
          text: 'Lao động tiên tiến: danh sách có 1 tên, nhiều hơn số đăng ký 0.',
        },
      ]);
    },
  });
  await user.click(screen.getByRole('button', { name: 'Sửa đăng ký' }));
  expect(screen.getByText('Các đơn vị của tỉnh đã đăng ký: 31')).toBeTruthy();
  const count = screen.getByLabelText('Số lượng: Lao động tiên tiến, Cá nhân');
  await user.clear(count);
  await user.click(screen.getByRole('button', { name: 'Lưu nháp' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    seenVersion: 2,
    lines: [
      { awardCode: 'LDTT', count: 0, names: ['Lò Thị Mẫu'] },
      { awardCode: 'TTLDXS', count: 0 },
    ],
  });
  expect(await screen.findAllByText(/nhiều hơn số đăng ký 0/)).not.toHaveLength(0);
  expect(screen.getByLabelText('Tên: Lao động tiên tiến, Cá nhân')).toHaveProperty('value', 'Lò Thị Mẫu');
});

test('as text it says who has not sent', () => {
  expect(registrationsText(data as never)).toBe(
    'Đăng ký thi đua năm 2024 - Cụm A\nĐã gửi 1/2 đơn vị.\n- Lao động tiên tiến: 1.200 cá nhân\nChưa gửi: Sơn La.',
  );
});
