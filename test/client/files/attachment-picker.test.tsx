import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { Attachments } from '#client/files/attachment-picker.tsx';
import type { FileInfo } from '#shared/files/files.schema.ts';
import { renderPiece } from '#test/core/render-app.tsx';

const scan: FileInfo = {
  id: 'f1',
  name: 'Báo cáo thành tích.pdf',
  mediaType: 'application/pdf',
  sizeBytes: 2_621_440,
  createdAt: '2024-01-20T03:00:00.000Z',
  createdByName: 'An',
};
let calls: { url: string; method: string | undefined; headers: Record<string, string> }[];
let answer: () => Response;

beforeEach(() => {
  calls = [];
  answer = () => new Response('{}', { status: 201 });
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    calls.push({ url, method: init.method, headers: init.headers as Record<string, string> });
    return answer();
  });
});

const show = (editable: boolean, files: FileInfo[] = [scan]) =>
  renderPiece(<Attachments subjectKind="nomination" subjectId="n1" files={files} editable={editable} />);

test('a reader downloads and changes nothing', () => {
  show(false);
  const link = screen.getByRole('link', { name: 'Báo cáo thành tích.pdf' });
  expect(link.getAttribute('href')).toBe('/files/f1');
  expect(screen.getByText('2,5 MB · 20/01/2024 10:00')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('a document goes up raw, with its name in a header', async () => {
  show(true, []);
  await userEvent.upload(
    screen.getByLabelText('Chọn tệp để tải lên'),
    new File(['%PDF-'], 'Tờ trình.pdf', { type: 'application/pdf' }),
  );
  await waitFor(() => expect(calls).toHaveLength(1));
  expect(calls[0]).toMatchObject({
    url: '/files/nomination/n1',
    method: 'PUT',
    headers: { 'x-file-name': encodeURIComponent('Tờ trình.pdf'), 'x-luytre': '1' },
  });
});

test('a refusal is told in the words of the server', async () => {
  answer = () =>
    Response.json(
      { reasons: [{ code: 'file.kind-not-allowed', text: 'Tệp “a.pdf” không phải PDF.' }] },
      { status: 422 },
    );
  show(true, []);
  await userEvent.upload(
    screen.getByLabelText('Chọn tệp để tải lên'),
    new File(['MZ'], 'a.pdf', { type: 'application/pdf' }),
  );
  expect((await screen.findByRole('alert')).textContent).toContain('Tệp “a.pdf” không phải PDF.');
});

test('a file that is too large is not sent, and one is told what to do', async () => {
  show(true, []);
  const large = new File([new Uint8Array(21 * 1024 * 1024)], 'quét.pdf', { type: 'application/pdf' });
  await userEvent.upload(screen.getByLabelText('Chọn tệp để tải lên'), large);
  expect((await screen.findByRole('alert')).textContent).toMatch(/“quét.pdf” lớn hơn 20 MB.*chia thành nhiều tệp/);
  expect(calls).toEqual([]);
});

test('taking one off is asked about first', async () => {
  answer = () => new Response(null, { status: 204 });
  show(true);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Gỡ Báo cáo thành tích.pdf' }));
  expect(calls).toHaveLength(0);
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Gỡ tài liệu' }));
  await waitFor(() => expect(calls).toMatchObject([{ url: '/files/f1', method: 'DELETE' }]));
});
