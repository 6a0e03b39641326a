import { expect, test } from 'vitest';
import { localityOf, signerOf } from '#shared/conferences/signer.rules.ts';

test.each([
  ['Ông Nguyễn Văn Mẫu, Chủ tịch UBND tỉnh X, Cụm trưởng', 'CỤM TRƯỞNG', 'CHỦ TỊCH UBND TỈNH X', 'Nguyễn Văn Mẫu'],
  ['Đồng chí Lò Thị Mẫu (Giám đốc Sở Nội vụ)', 'CỤM TRƯỞNG', 'GIÁM ĐỐC SỞ NỘI VỤ', 'Lò Thị Mẫu'],
  ['Y-Ưng Niê Mẫu – Phó Chủ tịch, Cụm phó', 'KT. CỤM TRƯỞNG\nCỤM PHÓ', 'PHÓ CHỦ TỊCH', 'Y-Ưng Niê Mẫu'],
  [
    'Ông Trần Mẫu, Chủ tịch UBND tỉnh Bà Rịa - Vũng Tàu, Cụm trưởng',
    'CỤM TRƯỞNG',
    'CHỦ TỊCH UBND TỈNH BÀ RỊA - VŨNG TÀU',
    'Trần Mẫu',
  ],
  ['Bà H’Bia Niê; Ông Trần Mẫu', 'CỤM TRƯỞNG', '', 'H’Bia Niê'],
  ['Chủ tịch UBND tỉnh X', 'CỤM TRƯỞNG', '', ''],
  ['Cụm trưởng', 'CỤM TRƯỞNG', '', ''],
  ['', 'CỤM TRƯỞNG', '', ''],
])('who signs by “%s”', (chairedBy, office, homeOffice, name) => {
  expect(signerOf(chairedBy, 'cluster')).toEqual({ behalf: 'TM. CỤM THI ĐUA', office, homeOffice, name });
});

test('a bloc has a Khối trưởng', () => {
  expect(signerOf('Ông Trần Văn Mẫu, Khối phó', 'bloc')).toEqual({
    behalf: 'TM. KHỐI THI ĐUA',
    office: 'KT. KHỐI TRƯỞNG\nKHỐI PHÓ',
    homeOffice: '',
    name: 'Trần Văn Mẫu',
  });
});

test('a paper is dated at the last part of an address', () => {
  expect(localityOf('Hội trường số 1, đường Mẫu, thành phố Lạng Sơn')).toBe('thành phố Lạng Sơn');
  expect(localityOf('')).toBe('');
});
