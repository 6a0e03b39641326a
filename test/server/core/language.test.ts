import type { Request } from 'express';
import { expect, test } from 'vitest';
import { currentLanguage, inLanguage, languageOf } from '#server/core/language.ts';
import { worded } from '#server/core/worded.ts';

const asking = (lang: string | undefined) => ({ get: () => lang }) as unknown as Request;

test.each([
  ['en', 'vi', 'en'],
  [undefined, 'en', 'en'],
  ['fr', 'en', 'vi'],
  [undefined, undefined, 'vi'],
])('the screen speaks %s, the account keeps %s: answered in %s', (screen, account, expected) => {
  expect(languageOf(asking(screen), account)).toBe(expected);
});

test('a closed button is explained in the language of the request, anything else in Vietnamese', async () => {
  const reasons = [{ code: 'demo.only' }];
  expect(worded(reasons)[0]?.text).toBe('Chỉ làm được trên dữ liệu minh họa.');
  const inside = await inLanguage('en', async () => {
    await Promise.resolve();
    return [currentLanguage(), worded(reasons)[0]?.text];
  });
  expect(inside).toEqual(['en', 'Only in the demonstration.']);
  expect(currentLanguage()).toBe('vi');
});

test('two requests at once keep their languages apart', async () => {
  const speak = (lang: 'vi' | 'en') =>
    inLanguage(lang, async () => {
      await new Promise((done) => setImmediate(done));
      return worded([{ code: 'demo.only' }])[0]?.text;
    });
  expect(await Promise.all([speak('en'), speak('vi')])).toEqual([
    'Only in the demonstration.',
    'Chỉ làm được trên dữ liệu minh họa.',
  ]);
});
