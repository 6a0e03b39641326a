import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TCVN3, VNI_LETTERS, VNI_MARKS } from '#shared/imports/legacy-codes.ts';
import {
  detectCell,
  detectColumn,
  fontEncoding,
  fromTcvn3,
  fromUtf8AsLatin1,
  fromVni,
  toUnicode,
} from '#shared/imports/legacy-text.ts';

const FAMILY = 'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lò Vừ Giàng Triệu'.split(' ');
const MIDDLE = 'Văn Thị Đức Minh Ngọc Thanh Xuân Hữu Quang Thùy Mỹ Bảo Đình Công Kim Phương Ánh Hồng'.split(' ');
const GIVEN =
  'An Ân Bình Cường Dũng Đạt Hạnh Hương Khánh Lan Liễu Mẫn Nghĩa Oanh Phượng Quý Sơn Trường Tuyết Uyên Việt Yến Ý Ẩn Ưng Ổn'.split(
    ' ',
  );
const name = fc
  .tuple(fc.constantFrom(...FAMILY), fc.constantFrom(...MIDDLE), fc.constantFrom(...GIVEN))
  .map((parts) => parts.join(' '));
const RUNS = { numRuns: 500, seed: 4 };

const toByte = new Map([...TCVN3].map(([byte, letter]) => [letter, String.fromCharCode(byte)]));
/** As a typist of the nineties: toned capitals do not exist, so the small ones are written. */
const inTcvn3 = (text: string) =>
  [...text].map((letter) => toByte.get(letter) ?? toByte.get(letter.toLowerCase()) ?? letter).join('');

const signOf = new Map([...VNI_MARKS].map(([sign, marks]) => [marks, sign]));
const ownLetter = new Map([...VNI_LETTERS].map(([stored, letter]) => [letter, stored]));
function inVni(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      if (ownLetter.has(letter)) return ownLetter.get(letter);
      if (/[íìÍÌ]/.test(letter)) return letter;
      const [base = '', ...marks] = letter.normalize('NFD');
      const horn = marks.includes('\u031B');
      const stored = horn ? ownLetter.get(`${base}\u031B`.normalize('NFC'))! : base;
      const vowel = marks.filter((mark) => mark === '\u0302' || mark === '\u0306');
      const tone = marks.filter((mark) => !['\u0302', '\u0306', '\u031B'].includes(mark));
      const sign = signOf.get([...vowel, ...tone].join('')) ?? '';
      return stored + (base === base.toUpperCase() ? sign.toUpperCase() : sign);
    })
    .join('');
}
const misread = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

describe('what was written is read again', () => {
  test('TCVN3 has 74 letters', () => expect([TCVN3.size, new Set(TCVN3.values()).size]).toEqual([74, 74]));

  test('TCVN3, names with their capitals', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(fromTcvn3(inTcvn3(text))).toBe(text);
      }),
      RUNS,
    );
  });

  test('TCVN3 in a font of capitals', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(fromTcvn3(inTcvn3(text), true)).toBe(text.toUpperCase());
      }),
      RUNS,
    );
  });

  test.each([
    ['Số CCCD', 'Số CCCD'],
    ['Số CMND/CCCD', 'Số CMND/CCCD'],
    ['Mã số BHXH', 'Mã số BHXH'],
    ['TRầN THị Hà', 'TRẦN THỊ HÀ'],
    ['TỉNH LạNG SƠN', 'TỈNH LẠNG SƠN'],
  ])('an abbreviation is no word in capitals: %s in TCVN3', (typed, text) =>
    expect(fromTcvn3(inTcvn3(typed))).toBe(text),
  );

  test('VNI, also in capitals', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(fromVni(inVni(text))).toBe(text);
        expect(fromVni(inVni(text.toUpperCase()))).toBe(text.toUpperCase());
      }),
      RUNS,
    );
  });

  test('UTF-8 that was opened as Latin-1', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(fromUtf8AsLatin1(misread(text))).toBe(text);
      }),
      RUNS,
    );
  });

  test('any text is read without an error and stays free of marks apart', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('unicode', 'tcvn3', 'vni', 'utf8-as-latin1', 'mixed'),
        (text, encoding) => {
          const read = toUnicode({ text, font: null }, encoding);
          expect(read).toBe(read.normalize('NFC'));
        },
      ),
      RUNS,
    );
  });
});

describe('how a text is stored is found out', () => {
  const stored = { unicode: (text: string) => text, tcvn3: inTcvn3, vni: inVni, 'utf8-as-latin1': misread };

  test.each(Object.entries(stored))('%s: nearly every name alone', (encoding, store) => {
    const names = fc.sample(name, RUNS).filter((text) => /[^\p{ASCII}]/u.test(text));
    const right = names.filter((text) => detectCell({ text: store(text), font: null }).encoding === encoding);
    expect(right.length / names.length).toBeGreaterThan(0.97);
  });

  test.each(Object.entries(stored))('%s: every column of five', (encoding, store) => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 5, maxLength: 20 }), (names) => {
        const found = detectColumn(names.map((text) => ({ text: store(text), font: null })));
        expect([encoding, 'mixed']).toContain(found.encoding);
      }),
      { ...RUNS, numRuns: 200 },
    );
  });

  test('NFD is Unicode', () => {
    const text = 'Nguyễn Thị Hương'.normalize('NFD');
    expect(detectCell({ text, font: null })).toMatchObject({ encoding: 'unicode', sure: true });
    expect(toUnicode({ text, font: null }, 'mixed')).toBe('Nguyễn Thị Hương');
  });

  test.each([
    'Café crème',
    'Zürich',
    'Señor Müller',
    'Łódź',
    '«Hòa Bình»',
    '50 m² × 3',
    'Đăk Lăk',
    "H'Bia Niê",
    '© 2024',
  ])('what is fine or foreign is left alone: %s', (text) => {
    expect(toUnicode({ text, font: null }, 'mixed')).toBe(text);
  });

  test('a clean cell in a column of TCVN3 stays clean', () => {
    expect(toUnicode({ text: 'Nguyễn Thị Hương', font: null }, 'tcvn3')).toBe('Nguyễn Thị Hương');
    expect(toUnicode({ text: 'Trương Đăng', font: null }, 'tcvn3')).toBe('Trương Đăng');
  });

  test('the font speaks first, but not for a text that was typed anew', () => {
    expect(detectCell({ text: 'NguyÔn V¨n An', font: '.VnTime' })).toMatchObject({ encoding: 'tcvn3', byFont: true });
    expect(detectCell({ text: 'Nguyễn Văn An', font: '.VnTime' })).toMatchObject({ encoding: 'unicode' });
    expect(toUnicode({ text: 'nguyÔn thÞ lan', font: '.VnTimeH' }, 'tcvn3')).toBe('NGUYỄN THỊ LAN');
  });

  test.each([
    ['.VnTime', { encoding: 'tcvn3', capitals: false }],
    ['.VnArialH', { encoding: 'tcvn3', capitals: true }],
    ['VNI-Times', { encoding: 'vni', capitals: false }],
    ['Times New Roman', null],
    [null, null],
  ])('font %s', (font, expected) => expect(fontEncoding(font)).toEqual(expected));

  test('"ư" of TCVN3 is the soft hyphen and survives; in Unicode it is dropped', () => {
    expect(toUnicode({ text: 'D\u00AD¬ng', font: '.VnTime' }, 'tcvn3')).toBe('Dương');
    expect(toUnicode({ text: 'Dương\u00AD', font: null }, 'unicode')).toBe('Dương');
  });

  test('letters that went through Windows-1258 on their way', () => {
    // D0 (é) came as Đ, D2 (ề) as U+0309, FD (ý) as ư
    expect(fromTcvn3('LĐ Thi\u0309n')).toBe('Lé Thiền'.replace('Lé', 'Lé'));
    expect(fromTcvn3('Lư')).toBe('Lý');
  });

  test('three ways in one column: told as mixed, each cell by itself, riddles by their row', () => {
    const cells = [inTcvn3('Nguyễn Thị Hương'), inVni('Trần Văn Trường'), 'Phạm Đức Cường'].map((text) => ({
      text,
      font: null,
    }));
    expect(detectColumn(cells)).toEqual({ encoding: 'mixed', by: 'letters' });
    expect(cells.map((cell) => toUnicode(cell, 'mixed'))).toEqual([
      'Nguyễn Thị Hương',
      'Trần Văn Trường',
      'Phạm Đức Cường',
    ]);
    expect(toUnicode({ text: 'Vò', font: null }, 'mixed', 'tcvn3')).toBe('Vũ');
    expect(toUnicode({ text: 'Vò', font: null }, 'mixed')).toBe('Vò');
    expect(toUnicode({ text: 'Giáo viên', font: null }, 'mixed', 'tcvn3')).toBe('Giáo viên');
    expect(toUnicode({ text: '150/QĐ-UBND', font: null }, 'mixed', 'tcvn3')).toBe('150/QĐ-UBND');
  });
});
