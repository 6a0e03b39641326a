import { expect, test } from 'vitest';
import { unprintableIn } from '#shared/core/printable.ts';

test.each([
  'Giàng A Sùa',
  'Đoàn Thị Hường, Trưởng thôn Nà Mẫu,\nxã Khánh Mẫu',
  'Y Khơng Niê Kdăm', // Ê Đê
  'Hợp tác xã “Hồi Nà” – Tổ 2 (100% hộ nghèo)',
  'Nguye\u0302\u0303n', // taken apart
])('%j goes on paper', (text) => expect(unprintableIn(text)).toBeUndefined());

test.each([
  ['Lò Thị Mẫu 🎖', '🎖'],
  ['Lò Thị Mẫu\u0430', '\u0430'], // a Cyrillic letter that looks like a
  ['王小明', '王'],
  ['Tổ ①', '①'],
])('%j does not: %s', (text, sign) => expect(unprintableIn(text)).toBe(sign));
