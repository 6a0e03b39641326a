import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { noAnswer, refusal, renderPiece } from '#test/core/render-app.tsx';

let keys: string[] = [];
let answer: () => Promise<string>;

beforeEach(() => {
  keys = [];
});

function Issue() {
  const issue = useAction((_input: { number: string }, key) => {
    keys.push(key);
    return answer();
  });
  return (
    <>
      <ProblemAlert problem={issue.problem} title="Chưa ban hành được" onRetry={issue.retry} />
      <button type="button" onClick={() => issue.run({ number: '372' })}>
        Ban hành
      </button>
    </>
  );
}

test('a double click does it once', async () => {
  let finish: (value: string) => void = () => undefined;
  answer = () => new Promise((resolve) => (finish = resolve));
  renderPiece(<Issue />);
  const user = userEvent.setup();

  await user.dblClick(screen.getByRole('button', { name: 'Ban hành' }));

  expect(keys).toHaveLength(1);
  finish('done');
});

test('after a lost connection the same intent is tried again under the same key', async () => {
  answer = () => Promise.reject(noAnswer());
  renderPiece(<Issue />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Ban hành' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Chưa kết nối được máy chủ');
  answer = () => Promise.resolve('done');

  await user.click(screen.getByRole('button', { name: 'Thử lại' }));

  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
});

test('a refusal shows every ground; pressing again is a new intent', async () => {
  answer = () =>
    Promise.reject(
      refusal('UNPROCESSABLE_CONTENT', [
        { code: 'a.b', text: 'Số quyết định đã dùng' },
        { code: 'c.d', text: 'Ngày sau hôm nay' },
      ]),
    );
  renderPiece(<Issue />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Ban hành' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Số quyết định đã dùng');
  expect(alert.textContent).toContain('Ngày sau hôm nay');

  await user.click(screen.getByRole('button', { name: 'Ban hành' }));
  expect(keys[0]).not.toBe(keys[1]);
});

test('an unexpected error shows its number and nothing of the program', async () => {
  answer = () => Promise.reject(refusal('INTERNAL_SERVER_ERROR', [], { errorId: 'A7K2' }));
  renderPiece(<Issue />);
  await userEvent.setup().click(screen.getByRole('button', { name: 'Ban hành' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('A7K2');
  expect(alert.textContent).not.toContain('INTERNAL');
});
