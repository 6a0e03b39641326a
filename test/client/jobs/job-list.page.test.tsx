import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { isUnderWay, type JobStatus } from '#shared/jobs/jobs.schema.ts';
import { aSession, refusal, renderApp } from '#test/core/render-app.tsx';

const aJob = (about: { status?: JobStatus; [field: string]: unknown } = {}) => ({
  id: 'j1',
  kind: 'export.list',
  kindName: 'Xuất danh sách',
  status: 'running' as JobStatus,
  attempt: 1,
  maxAttempts: 5,
  progress: 1_200,
  progressTotal: 6_000,
  cancelAsked: 0,
  isCancelAsked: false,
  isMine: true,
  unitId: 'LS',
  unitName: 'Lạng Sơn',
  subjectId: null,
  fileId: null,
  createdBy: 'a',
  createdByName: 'Hoàng Thị Lệ',
  createdAt: '2024-03-01T03:05:00.000Z',
  startedAt: null,
  finishedAt: null,
  reasons: [],
  ...about,
});

async function openJobs(jobs: ReturnType<typeof aJob>[], answers: object = {}) {
  const cancelled: unknown[] = [];
  const app = await renderApp('/cong-viec', {
    'accounts.me': () => aSession({ permissions: ['jobs.list'] }),
    'notices.unread': () => ({ unread: 2 }),
    'jobs.list': () => ({
      underWay: jobs.filter(({ status }) => isUnderWay(status)),
      hasMoreUnderWay: false,
      rows: jobs.filter(({ status }) => !isUnderWay(status)),
      nextCursor: null,
    }),
    'jobs.cancel': (input: unknown) => {
      cancelled.push(input);
      return { status: 'running' };
    },
    ...answers,
  });
  return { ...app, cancelled };
}

test('a running job shows who, when, how far, and can be cancelled', async () => {
  const { cancelled } = await openJobs([aJob()]);
  const row = within(screen.getByRole('table')).getAllByRole('row')[1]!;
  expect(row.textContent).toContain('Hoàng Thị Lệ, Lạng Sơn');
  expect(row.textContent).toContain('01/03/2024 10:05');
  expect(within(row).getByRole('progressbar').getAttribute('aria-label')).toBe('Tiến độ: 1.200 trên 6.000');
  expect(within(row).queryByRole('button', { name: 'Chạy lại' })).toBeNull();
  await userEvent.click(within(row).getByRole('button', { name: 'Hủy' }));
  expect(cancelled).toEqual([{ id: 'j1' }]);
  expect(await screen.findByText('Đã yêu cầu dừng công việc')).toBeTruthy();
});

test('what runs stands first, under its own heading', async () => {
  await openJobs([aJob({ id: 'j5', status: 'done' }), aJob(), aJob({ id: 'j6', status: 'queued' })]);
  const tables = screen.getAllByRole('table');
  const states = tables.map((table) => within(table).getAllByText(/^(Đang chạy|Đang chờ|Đã xong)$/).length);
  expect(states).toEqual([2, 1]);
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    'Đang chạy, đang chờ',
    'Đã kết thúc',
  ]);
});

test('a job that failed says why and can be run again; one that made a file offers it to its maker only', async () => {
  const failed = aJob({
    id: 'j2',
    status: 'failed',
    reasons: [{ code: 'export.nothing', text: 'Không có dòng nào theo bộ lọc.' }],
  });
  const mine = aJob({ id: 'j3', status: 'done', fileId: 'f3' });
  const others = aJob({ id: 'j4', status: 'done', fileId: 'f4', isMine: false });
  await openJobs([failed, mine, others], {
    'jobs.byId': () => ({ ...failed, lines: [{ position: 0, at: '2024-03-01T03:06:00.000Z', text: 'Đã đọc tệp.' }] }),
  });
  const [, first, second, third] = within(screen.getByRole('table')).getAllByRole('row');
  expect(within(first!).getByRole('button', { name: 'Chạy lại' })).toBeTruthy();
  expect(within(second!).getByRole('link', { name: 'Tải tệp' }).getAttribute('href')).toBe('/files/f3');
  expect(within(third!).queryByRole('link', { name: 'Tải tệp' })).toBeNull();

  await userEvent.click(within(first!).getByRole('link', { name: 'Xuất danh sách' }));
  const drawer = await screen.findByRole('dialog');
  expect(await within(drawer).findByText('Không có dòng nào theo bộ lọc.')).toBeTruthy();
  expect(drawer.textContent).toContain('01/03/2024 10:06: Đã đọc tệp.');
});

test('a job that ended meanwhile is not cancelled, and the page says so', async () => {
  await openJobs([aJob({ status: 'queued', progress: 0, progressTotal: null })], {
    'jobs.cancel': () => {
      throw refusal('CONFLICT', [{ code: 'job.ended', text: 'Công việc đã kết thúc nên không hủy được nữa.' }]);
    },
  });
  await userEvent.click(screen.getByRole('button', { name: 'Hủy' }));
  expect(await screen.findByText(/đã kết thúc nên không hủy được nữa/)).toBeTruthy();
});

test('the bell tells how many are unread, opens them, and leads to the job', async () => {
  await openJobs([], {
    'notices.list': () => ({
      unread: 2,
      rows: [
        {
          id: 'n1',
          at: '2024-03-01T03:05:00.000Z',
          isRead: false,
          text: 'Đã xong: Xuất danh sách.',
          link: null,
          kind: 'export.list',
          jobId: 'j1',
          subjectId: null,
          fileId: 'f1',
        },
      ],
    }),
  });
  expect(screen.getByText(/Chưa có công việc nào/)).toBeTruthy();
  await userEvent.click(await screen.findByRole('button', { name: 'Thông báo: 2 chưa đọc' }));
  const link = await screen.findByRole('link', { name: /Đã xong: Xuất danh sách/ });
  expect(link.getAttribute('href')).toBe('/cong-viec?mo=j1');
});
