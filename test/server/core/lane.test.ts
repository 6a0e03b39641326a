import { expect, test } from 'vitest';
import { Lane } from '#server/core/lane.ts';

function work() {
  let finish = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { finish, done };
}

test('so many at once, the others in the order they came', async () => {
  const lane = new Lane(1);
  const begun: string[] = [];
  const first = work();
  const one = lane.run(() => {
    begun.push('one');
    return first.done;
  });
  const two = lane.run(async () => void begun.push('two'));
  const three = lane.run(async () => void begun.push('three'));
  await Promise.resolve();
  expect(begun).toEqual(['one']);
  first.finish();
  await Promise.all([one, two, three]);
  expect(begun).toEqual(['one', 'two', 'three']);
});

test('work whose asker left while it waited is not begun, and its turn goes to the next', async () => {
  const lane = new Lane(1);
  const first = work();
  const begun: string[] = [];
  const one = lane.run(() => first.done);
  const leaving = new AbortController();
  const two = lane.run(async () => void begun.push('two'), leaving.signal);
  const three = lane.run(async () => void begun.push('three'));
  leaving.abort();
  await expect(two).rejects.toMatchObject({ code: 'CLIENT_CLOSED_REQUEST' });
  first.finish();
  await Promise.all([one, three]);
  expect(begun).toEqual(['three']);
});

test('who left before is not let in, and what fails gives its place free', async () => {
  const lane = new Lane(1);
  await expect(lane.run(async () => 1, AbortSignal.abort())).rejects.toMatchObject({ code: 'CLIENT_CLOSED_REQUEST' });
  await expect(lane.run(async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await lane.run(async () => 2)).toBe(2);
});
