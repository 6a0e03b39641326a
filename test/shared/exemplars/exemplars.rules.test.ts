import { expect, test } from 'vitest';
import { htmlSignIn } from '#shared/core/plain-text.ts';
import {
  exemplarFold,
  exemplarReasons,
  paragraphsOf,
  removalReasons,
  searchWords,
} from '#shared/exemplars/exemplars.rules.ts';
import { AN_EXEMPLAR } from '#test/builders/exemplars.builder.ts';

const said = (draft: Partial<typeof AN_EXEMPLAR>) =>
  exemplarReasons({ ...AN_EXEMPLAR, ...draft }).map(({ code, field, facts }) => [code, field, facts?.found]);

test.each([
  ['Bản <b>sáng</b>', '<b>'],
  ['<script>alert(1)</script>', '<script>'],
  ['xem <SCRIPT src=//x', '<SCRIPT src=//x'],
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['đoạn một</p>', '</p>'],
  ['xuống dòng<br/>', '<br/>'],
  ['<!-- ghi chú -->', '<!--'],
  ['hai&nbsp;từ', '&nbsp;'],
  ['chữ &#60;b', '&#60;'],
])('%s is told by its first sign', (text, sign) => {
  expect(htmlSignIn(text)).toBe(sign);
});

test.each(['giảm < 5%', 'a<b', '2 < 3 > 1', 'R&D; nghiên cứu', 'Cụm <3', 'vui & khỏe', ''])(
  '%s is plain text',
  (text) => {
    expect(htmlSignIn(text)).toBeUndefined();
  },
);

test('a long sign is cut where it is shown', () => {
  expect([...htmlSignIn(`<a title="${'ế'.repeat(90)}">`)!]).toHaveLength(41);
});

test('a whole exemplar is taken', () => {
  expect(said({})).toEqual([]);
});

test('HTML is refused in the story by its own words, in every other text too, each at its field', () => {
  expect(said({ story: 'Bản <b>sáng</b>', place: '<i>bản</i>' })).toEqual([
    ['exemplar.text-html', 'place', '<i>'],
    ['exemplar.story-html', 'story', '<b>'],
  ]);
});

test('a title has to name something', () => {
  expect(said({ title: '' })).toEqual([['exemplar.title-missing', 'title', undefined]]);
  expect(said({ title: 'Đèn' })).toEqual([['exemplar.title-short', 'title', 'Đèn']]);
});

test('a removal says why', () => {
  expect(removalReasons('')).toMatchObject([{ code: 'exemplar.removal-needs-reason', field: 'reason' }]);
  expect(removalReasons('Ghi trùng')).toEqual([]);
});

test('words are looked for without accents, each once, wherever they stand', () => {
  expect(searchWords('  Hảng A  Xà, a ')).toEqual(['hang', 'a', 'xa']);
  expect(searchWords(undefined)).toEqual([]);
  const folded = exemplarFold(AN_EXEMPLAR);
  for (const word of searchWords('ĐƯỜNG quê mẫu SƠN LA 40 bóng nông thôn')) expect(folded).toContain(word);
});

test('paragraphs are divided by empty lines only', () => {
  expect(paragraphsOf('Một\nvẫn một\n\n \nHai\n')).toEqual(['Một\nvẫn một', 'Hai']);
  expect(paragraphsOf('')).toEqual([]);
});
