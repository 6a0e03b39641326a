import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText, plainOf, readText, withoutLineSign } from '#shared/reports/rich-text.rules.ts';

const words = (text: string) => ({ text, bold: false, italic: false });

test('headings, lists, bold and italic are read; everything else is text', () => {
  expect(readText('## Kết quả\n\nVượt **100%** *kế hoạch*\n- một\n- hai\n1. đầu\n2) sau')).toEqual([
    { kind: 'heading', content: [words('Kết quả')] },
    {
      kind: 'paragraph',
      content: [
        words('Vượt '),
        { text: '100%', bold: true, italic: false },
        words(' '),
        { text: 'kế hoạch', bold: false, italic: true },
      ],
    },
    { kind: 'dashes', items: [[words('một')], [words('hai')]] },
    { kind: 'numbers', items: [[words('đầu')], [words('sau')]] },
  ]);
  expect(readText('**đậm *cả hai* đậm**')).toEqual([
    {
      kind: 'paragraph',
      content: [
        { text: 'đậm ', bold: true, italic: false },
        { text: 'cả hai', bold: true, italic: true },
        { text: ' đậm', bold: true, italic: false },
      ],
    },
  ]);
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '2 * 3 * 4',
  '**',
  '* *',
])('%s is text', (text) => {
  expect(readText(text)).toEqual([{ kind: 'paragraph', content: [words(text)] }]);
});

test('a list copied from Word is a list; a word that only begins like a bullet is text', () => {
  const pasted = '·         Ý một\n\uf0b7\tÝ hai\no   Ý nhỏ\n§  Ý ba\n▪ Ý bốn\n1.      Một';
  expect(canonicalText(pasted)).toBe('- Ý một\n- Ý hai\n- Ý nhỏ\n- Ý ba\n- Ý bốn\n1. Một');
  expect(canonicalText('o một chữ o\n§ 5 của Luật\n·liền')).toBe('o một chữ o\n§ 5 của Luật\n·liền');
  expect(pasted.split('\n').map(withoutLineSign)).toEqual(['Ý một', 'Ý hai', 'Ý nhỏ', 'Ý ba', 'Ý bốn', 'Một']);
  expect(withoutLineSign('## Đề mục')).toBe('Đề mục');
});

test('two lists parted by an empty line are two', () => {
  expect(readText('- a\n\n- b')).toHaveLength(2);
});

test('a text is stored one way, keeps its words, and is not changed again', () => {
  expect(canonicalText('  \n## Đề mục \n\n\n\n• một\n3) hai\n7. ba\n')).toBe('## Đề mục\n\n- một\n1. hai\n2. ba');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      const once = canonicalText(text);
      expect(canonicalText(once)).toBe(once);
      expect(plainOf(once).replace(/\s/gu, '').length).toBeLessThanOrEqual(once.length);
    }),
  );
});
