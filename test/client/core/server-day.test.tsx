import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { noticeDay } from '#client/core/server-day.ts';
import { nominationRoutes } from '#client/nominations/nominations.routes.ts';
import { aNomination, NOMINATION_ID } from '#test/client/nominations/a-nomination.ts';
import { aSession, refusal, renderApp } from '#test/core/render-app.tsx';

test('the day moves past a deadline while somebody types: the page says so, the text stays, a late save is still a save', async () => {
  let today = '2024-01-22';
  let saves = 0;
  const user = userEvent.setup();
  await renderApp(
    `/de-nghi/${NOMINATION_ID}`,
    {
      'audit.ofRecord': () => [],
      'accounts.me': () => aSession({ today }),
      'nominations.byId': () => aNomination(),
      'nominations.save': () => {
        saves += 1;
        return { id: NOMINATION_ID, version: 4 };
      },
    },
    nominationRoutes,
  );
  noticeDay(today);
  const field = (await screen.findByLabelText('Lĩnh vực')) as HTMLInputElement;
  await user.type(field, ' mầm non');
  expect(screen.queryByText(/Quá hạn/)).toBeNull();
  today = '2024-01-24';
  noticeDay(today);
  expect(await screen.findByText('Quá hạn 2 ngày')).toBeTruthy();
  expect(field.value).toBe('Giáo dục mầm non');
  expect(field.isConnected).toBe(true);
  await user.keyboard('{Control>}s{/Control}');
  await waitFor(() => expect(saves).toBe(1));
});

test('what the rules refuse on the new day is refused with the reason, and the text stays', async () => {
  const user = userEvent.setup();
  await renderApp(
    `/de-nghi/${NOMINATION_ID}`,
    {
      'audit.ofRecord': () => [],
      'nominations.byId': () => aNomination(),
      'nominations.save': () => {
        throw refusal('UNPROCESSABLE_CONTENT', [
          { code: 'member.ended', text: 'Đơn vị không còn là thành viên của Cụm.' },
        ]);
      },
    },
    nominationRoutes,
  );
  const field = (await screen.findByLabelText('Lĩnh vực')) as HTMLInputElement;
  await user.type(field, ' mầm non');
  await user.keyboard('{Control>}s{/Control}');
  expect((await screen.findByRole('alert')).textContent).toContain('Đơn vị không còn là thành viên của Cụm.');
  expect(field.value).toBe('Giáo dục mầm non');
});
