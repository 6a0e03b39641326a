import { beforeEach, expect, test, vi } from 'vitest';
import { type Autosave, createAutosave } from '#client/core/form/autosave.ts';
import { noAnswer, refusal } from '#test/core/render-app.tsx';

const AT = new Date('2024-03-01T03:32:00Z');

let sent: string[] = [];
let answers: (() => Promise<unknown>)[] = [];
let autosave: Autosave<string>;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  answers = [];
  autosave = createAutosave<string>({
    now: () => AT,
    save: (value) => {
      sent.push(value);
      return answers.shift()?.() ?? Promise.resolve();
    },
  });
});

const closing = () => {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
};

test('saves once, two seconds after the last change', async () => {
  autosave.change('a');
  await vi.advanceTimersByTimeAsync(1500);
  autosave.change('ab');
  await vi.advanceTimersByTimeAsync(1900);
  expect(sent).toEqual([]);

  await vi.advanceTimersByTimeAsync(100);

  expect(sent).toEqual(['ab']);
  expect(autosave.state()).toEqual({ kind: 'saved', at: AT });
});

test('tries again within ten seconds, with the newest value, until it is saved', async () => {
  answers = Array.from({ length: 7 }, () => () => Promise.reject(noAnswer()));
  autosave.change('a');
  await vi.advanceTimersByTimeAsync(2000);
  expect(autosave.state()).toEqual({ kind: 'failed' });
  autosave.change('ab');
  await vi.advanceTimersByTimeAsync(40_000);
  expect(sent.length).toBe(7);

  await vi.advanceTimersByTimeAsync(10_000);

  expect(sent.at(-1)).toBe('ab');
  expect(autosave.state()).toEqual({ kind: 'saved', at: AT });
});

test('saves as soon as the network is back', async () => {
  answers = [() => Promise.reject(noAnswer())];
  autosave.change('a');
  await vi.advanceTimersByTimeAsync(2000);

  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);

  expect(sent).toEqual(['a', 'a']);
  expect(autosave.state().kind).toBe('saved');
});

test('a change during a save is saved after it, never lost', async () => {
  let finish: () => void = () => undefined;
  answers = [() => new Promise<void>((resolve) => (finish = resolve))];
  autosave.change('a');
  await vi.advanceTimersByTimeAsync(2000);
  autosave.change('ab');
  finish();
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent).toEqual(['a', 'ab']);
  expect(autosave.state().kind).toBe('saved');
});

test('a refusal stops until the next change and tells the grounds', async () => {
  answers = [() => Promise.reject(refusal('CONFLICT', [{ code: 'report.changed', text: 'Người khác vừa sửa' }]))];
  autosave.change('a');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toEqual(['a']);
  expect(autosave.state()).toMatchObject({ kind: 'refused', problem: { kind: 'conflict' } });

  autosave.change('ab');
  await vi.advanceTimersByTimeAsync(2000);
  expect(autosave.state().kind).toBe('saved');
});

test('closing the tab is asked about only while something is unsaved', async () => {
  expect(closing()).toBe(false);
  autosave.change('a');
  expect(closing()).toBe(true);
  await vi.advanceTimersByTimeAsync(2000);
  expect(closing()).toBe(false);
});

test('flush saves at once and says whether everything is saved', async () => {
  autosave.change('a');
  await expect(autosave.flush()).resolves.toBe(true);
  expect(sent).toEqual(['a']);

  answers = [() => Promise.reject(noAnswer())];
  autosave.change('b');
  await expect(autosave.flush()).resolves.toBe(false);
});
