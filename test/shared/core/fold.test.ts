import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareGivenName, compareVi, fold, nfc } from '#shared/core/fold.ts';

describe('fold', () => {
  test.each([
    ['Nguyễn  Đức Cường', 'nguyen duc cuong'],
    ['Nguyễn Đức Cường'.normalize('NFD'), 'nguyen duc cuong'],
    ['ĐẮK LẮK', 'dak lak'],
    ['Ðiện Biên', 'dien bien'], // U+00D0, the Icelandic letter some keyboards give
    ['Ɖiện Biên', 'dien bien'], // U+0189, the African one
    ['Hoà / Hòa', 'hoa / hoa'],
    ['Thừa Thiên\u00A0Huế', 'thua thien hue'],
    ['  Sìn\tHồ\n', 'sin ho'],
    ['Tẩn\u00AD Mẩy\u200B Sểnh', 'tan may senh'],
    ['', ''],
  ])('%j is found as %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('folding twice changes nothing, and normal forms do not matter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(fold(text.normalize('NFD'))).toBe(fold(text));
      }),
    );
  });
});

test('text is stored composed', () => {
  expect(nfc('Lạng Sơn'.normalize('NFD'))).toBe('Lạng Sơn');
});

describe('order', () => {
  test('follows the Vietnamese alphabet', () => {
    const provinces = [
      'Đồng Nai',
      'Sơn La',
      'Điện Biên',
      'Cao Bằng',
      'Ân Thi',
      'An Giang',
      'Ăn',
      'Lào Cai',
      'Lai Châu',
      'Hà Giang',
      'Cần Thơ',
    ];
    expect(provinces.toSorted(compareVi)).toEqual([
      'An Giang',
      'Ăn',
      'Ân Thi',
      'Cao Bằng',
      'Cần Thơ',
      'Điện Biên',
      'Đồng Nai',
      'Hà Giang',
      'Lai Châu',
      'Lào Cai',
      'Sơn La',
    ]);
  });

  test('keeps the order of the tones: ngang, huyền, hỏi, ngã, sắc, nặng', () => {
    expect(['mạ', 'má', 'mã', 'mả', 'mà', 'ma'].toSorted(compareVi)).toEqual(['ma', 'mà', 'mả', 'mã', 'má', 'mạ']);
  });

  test('counts numbers in names as numbers', () => {
    expect(['Khối 10', 'Khối 2'].toSorted(compareVi)).toEqual(['Khối 2', 'Khối 10']);
  });

  test('lists people by given name, then family name, then what stands between', () => {
    const people = [
      'Nguyễn Văn Đạt',
      'Lê Thị Bình',
      'Trần Văn An',
      'Nguyễn Đức An',
      'Nguyễn An',
      'Lê Văn An',
      'Nguyễn Văn An',
      'Dũng',
    ];
    expect(people.toSorted(compareGivenName)).toEqual([
      'Lê Văn An',
      'Nguyễn An',
      'Nguyễn Đức An',
      'Nguyễn Văn An',
      'Trần Văn An',
      'Lê Thị Bình',
      'Dũng',
      'Nguyễn Văn Đạt',
    ]);
  });

  test('does not mind spaces or an empty name', () => {
    expect(compareGivenName('  Lê  Văn   An ', 'Lê Văn An')).toBe(0);
    expect(compareGivenName('', 'An')).toBeLessThan(0);
  });
});
