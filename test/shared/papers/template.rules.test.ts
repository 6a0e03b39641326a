import { expect, test } from 'vitest';
import { nearestName, type TemplateParagraph, templateReasons } from '#shared/papers/template.rules.ts';

const word = (name: string) => ({ name, meaning: { vi: name, en: name } });
const NAMES = [
  word('nam'),
  word('cum'),
  { ...word('chi_tieu'), fields: [word('stt'), word('ten')] },
  word('minh_hoa'),
  { ...word('bang'), isTable: true as const },
];
const body = (...texts: string[]): TemplateParagraph[] =>
  texts.map((text, index) => ({ part: 'Thân', number: index + 1, text }));
const told = (...texts: string[]) =>
  templateReasons(body(...texts), NAMES).map(({ code, facts }) => ({ code, ...facts }));

test('a template with known names, a list and a condition can be filled', () => {
  expect(told('Năm {nam} của {cum}', '{#chi_tieu}', '{stt}. {ten}, {nam}', '{/chi_tieu}', '{#minh_hoa}x{/}')).toEqual([
    expect.objectContaining({ code: 'paper.tag-strange', tag: '{/}' }),
    expect.objectContaining({ code: 'paper.list-unclosed', name: 'minh_hoa' }),
  ]);
  expect(told(' {@bang} ', '{#minh_hoa}{minh_hoa}{/minh_hoa}{^chi_tieu}Không có{/chi_tieu} { nam }')).toEqual([]);
});

test.each([
  [['Năm {nam'], { code: 'paper.brace-unclosed', tag: '{nam', paragraph: 1, around: 'Năm {nam' }],
  [['a', 'Năm {na', 'm} x'], { code: 'paper.tag-split', tag: '{na', rest: 'm}', paragraph: 2 }],
  [['Năm nam} x'], { code: 'paper.brace-unopened', tag: '}' }],
  [['Năm {nm}'], { code: 'paper.name-misspelt', name: 'nm', nearest: 'nam' }],
  [['{Cụm}'], { code: 'paper.name-misspelt', nearest: 'cum' }],
  [['{khong_he_co_ten_nay}'], { code: 'paper.name-unknown' }],
  [['{ten}'], { code: 'paper.name-outside-list', lists: '{#chi_tieu}' }],
  [['{chi_tieu}'], { code: 'paper.list-as-word', field: 'stt' }],
  [['{#chi_tieu}', '{ten}'], { code: 'paper.list-unclosed', tag: '{#chi_tieu}', paragraph: 1 }],
  [
    ['{#chi_tieu}', '{ten}', '{/cum}'],
    { code: 'paper.list-closed-by-other', name: 'chi_tieu', other: 'cum', openedIn: 1 },
  ],
  [['{/chi_tieu}'], { code: 'paper.list-not-opened' }],
  [['{@cum}'], { code: 'paper.no-table', tag: '{@cum}' }],
  [['{bang}'], { code: 'paper.table-as-word', name: 'bang' }],
  [['Bảng: {@bang}'], { code: 'paper.table-not-alone', around: 'Bảng: {@bang}' }],
  [['{@banng}'], { code: 'paper.name-misspelt', nearest: 'bang' }],
  [['{#chi_tieu}{#chi_tieu}{ten}{/chi_tieu}{/chi_tieu}'], { code: 'paper.list-in-itself', name: 'chi_tieu' }],
  [['{>cum}'], { code: 'paper.tag-strange', tag: '{>cum}' }],
])('%j is told: %j', (texts, expected) => {
  expect(told(...texts)).toEqual([expect.objectContaining(expected)]);
});

test('a list that is closed in another part of the file is open in both', () => {
  const parts = [
    { part: 'Thân', number: 1, text: '{#chi_tieu}' },
    { part: 'Chân trang', number: 1, text: '{/chi_tieu}' },
  ];
  expect(templateReasons(parts, NAMES).map(({ code }) => code)).toEqual([
    'paper.list-unclosed',
    'paper.list-not-opened',
  ]);
});

test('every broken name is told, not only the first, with the text around it', () => {
  const long = `${'a'.repeat(60)}{x1}${'b'.repeat(60)}`;
  const reasons = told(long, '{x2', '{/x3}');
  expect(reasons.map(({ code }) => code).sort()).toEqual([
    'paper.brace-unclosed',
    'paper.list-not-opened',
    'paper.name-unknown',
  ]);
  expect(reasons.find(({ code }) => code === 'paper.name-unknown')).toMatchObject({
    around: `…${'a'.repeat(30)}{x1}${'b'.repeat(30)}…`,
  });
});

test('the nearest name is near, or none', () => {
  expect(nearestName('dia_danh_ngay_', ['dia_danh_ngay', 'don_vi'])).toBe('dia_danh_ngay');
  expect(nearestName('zzz', ['nam', 'cum'])).toBeUndefined();
});
