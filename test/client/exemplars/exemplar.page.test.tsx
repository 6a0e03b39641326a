import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { exemplarText } from '#client/exemplars/exemplar-text.ts';
import { exemplarRoutes } from '#client/exemplars/exemplars.routes.ts';
import { type Answers, aSession, refusal, renderApp } from '#test/core/render-app.tsx';

const ID = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e43';
const NOT_NOW = { allowed: false, reasons: [] };
const ALLOWED = { allowed: true, reasons: [] };
const anExemplar = {
  id: ID,
  kind: 'model' as const,
  title: 'Lũy tre biên giới Việt',
  presenter: '',
  place: 'tỉnh Lạng Sơn',
  field: 'Biên giới',
  story: 'Đoạn một <b>như đã gõ</b>.\n\nĐoạn hai.',
  source: 'Báo Tin tức',
  isDemo: 1,
  version: 3,
  unitId: 'LS',
  unitName: 'Lạng Sơn',
  chairUnitName: 'Lạng Sơn',
  year: 2023,
  yearName: 'Năm thi đua 2023',
  clusterName: 'Cụm A',
  files: [] as object[],
  effects: [] as never[],
  adopters: [] as object[],
  mayAdoptFor: [] as string[],
  isInCluster: true,
  sharing: 'own',
  sharingReason: null as string | null,
  actions: { save: ALLOWED, remove: ALLOWED, askSharing: ALLOWED, decideSharing: NOT_NOW },
};
const photo = {
  id: 'f1',
  name: 'Lễ ra mắt.jpg',
  mediaType: 'image/jpeg',
  sizeBytes: 20_000,
  createdAt: '2024-03-01T05:00:00.000Z',
  createdByName: 'Ai đó',
};

async function openPage(about: Partial<typeof anExemplar> = {}, answers: Answers = {}) {
  const user = userEvent.setup();
  await renderApp(
    `/dien-hinh/${ID}`,
    {
      'accounts.me': () => aSession({ permissions: ['exemplars.list', 'exemplars.save'] as never }),
      'exemplars.byId': () => ({ ...anExemplar, ...about }),
      'audit.ofRecord': () => [],
      ...answers,
    },
    exemplarRoutes,
  );
  await screen.findByRole('heading', { name: anExemplar.title });
  return user;
}

test('the story is shown as text, paragraph by paragraph, whatever stands in it', async () => {
  await openPage();
  const story = screen.getByRole('region', { name: 'Câu chuyện' });
  expect([...story.querySelectorAll('p')].map((p) => p.textContent)).toEqual([
    'Đoạn một <b>như đã gõ</b>.',
    'Đoạn hai.',
  ]);
  expect(story.querySelector('b')).toBeNull();
});

test('pictures among the documents are shown, other documents are not', async () => {
  await openPage({ files: [photo, { ...photo, id: 'f2', name: 'Báo cáo.pdf', mediaType: 'application/pdf' }] });
  expect(screen.getAllByRole('img').map((img) => [img.getAttribute('src'), img.getAttribute('alt')])).toEqual([
    ['/files/f1', 'Lễ ra mắt'],
  ]);
});

test('who may not change it reads why, and has no buttons', async () => {
  const closed = { allowed: false, reasons: [{ code: 'exemplar.not-editor', text: 'Chỉ cán bộ của Lạng Sơn.' }] };
  await openPage({ actions: { ...anExemplar.actions, save: closed as never, remove: closed as never } });
  expect(screen.getByText('Chỉ cán bộ của Lạng Sơn.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Sửa' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Gỡ' })).toBeNull();
});

test('the second of two editors chooses field by field and saves over the newer version', async () => {
  const sent: { seenVersion: number; draft: { field: string; story: string } }[] = [];
  let stored: Partial<typeof anExemplar> = {};
  const user = await openPage(
    {},
    {
      'exemplars.byId': () => ({ ...anExemplar, ...stored }),
      'exemplars.save': (input: (typeof sent)[number]) => {
        sent.push(input);
        if (input.seenVersion === 3) {
          stored = { version: 4, field: 'Văn hóa', story: 'Của người kia.' };
          throw refusal('CONFLICT', [{ code: 'exemplar.changed-meanwhile', text: 'Người khác đã sửa.' }]);
        }
        return { id: ID, version: 5 };
      },
    },
  );
  await user.click(screen.getByRole('button', { name: 'Sửa' }));
  const story = await screen.findByRole('textbox', { name: /Câu chuyện/ });
  await user.clear(story);
  await user.type(story, 'Của tôi.');
  await user.click(screen.getByRole('button', { name: 'Lưu' }));
  const dialog = await screen.findByRole('dialog', { name: /Hai người cùng sửa/ });
  await user.click(within(dialog).getByRole('radio', { name: /Lấy bản của tôi/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Lưu bản đã chọn' }));
  await waitFor(() =>
    expect(sent.at(-1)).toMatchObject({ seenVersion: 4, draft: { field: 'Văn hóa', story: 'Của tôi.' } }),
  );
  await waitFor(() => expect(screen.queryByRole('textbox', { name: /Câu chuyện/ })).toBeNull());
});

test('as text it says what and where from, and marks what is invented', () => {
  expect(exemplarText(anExemplar)).toBe(
    [
      'Lũy tre biên giới Việt',
      'Mô hình hay',
      'Địa chỉ: tỉnh Lạng Sơn',
      'Lĩnh vực: Biên giới',
      'Đơn vị: Lạng Sơn, năm 2023 (Cụm A)',
      '',
      anExemplar.story,
      '',
      'Nguồn: Báo Tin tức',
    ].join('\n'),
  );
  expect(exemplarText({ ...anExemplar, source: null })).toMatch(/\(dữ liệu minh họa\)$/);
});
