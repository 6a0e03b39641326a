import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { conferenceRoutes } from '#client/conferences/conferences.routes.ts';
import { renderApp } from '#test/core/render-app.tsx';

const YEAR = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e42';
const aPack = {
  id: '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e50',
  version: 2,
  number: 3,
  sha256: 'a'.repeat(64),
  sizeBytes: 67_000,
  madeAt: '2024-03-01T03:00:00.000Z',
  madeByName: 'Thường trực Cụm',
  contents: { papers: [{ file: '1. Báo cáo tổng kết.docx', template: null }], missing: [] },
  sent: { at: '2024-03-04T03:00:00.000Z', byName: 'Thường trực Cụm', to: 'các tỉnh thành viên', note: '' },
};

test('who was chair reads and takes what was sent; nothing is offered that only today’s chair does', async () => {
  const templates = vi.fn();
  await renderApp(
    `/cum/${YEAR}/hoi-nghi/tai-lieu?muc=mau`,
    {
      'conferencePacks.ofYear': () => ({
        mayMake: false,
        clusterYear: { id: YEAR, year: 2023, name: 'Năm thi đua 2023', clusterName: 'Cụm A' },
        packs: [aPack],
        job: null,
        unsentKept: 5,
      }),
      'conferencePacks.templates': templates,
    },
    conferenceRoutes,
  );
  const file = await screen.findByRole('link', { name: 'Tải về bản số 3' });
  expect(file.getAttribute('href')).toBe(`/print/conference-packs/${aPack.id}.zip`);
  expect(screen.getByText(/Lập bản mới là việc của đơn vị đang phụ trách Cụm/)).toBeTruthy();
  expect(screen.getByText('Đến: các tỉnh thành viên')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Lập/ })).toBeNull();
  expect(screen.queryByRole('tab', { name: 'Mẫu văn bản' })).toBeNull();
  expect(templates).not.toHaveBeenCalled();
});
