import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { fold } from '#shared/core/fold.ts';
import { inventHousehold, inventName, inventNamesIn } from '#shared/training/invented-names.ts';

const digest = (text: string) => createHmac('sha256', 'key').update(text).digest();
const name = (real: string, sex?: 'male' | 'female') => inventName(real, sex, digest);

test('one name is always the same invented name, however it is written, and never itself', () => {
  const one = name('Nguyễn Thị Hoa');
  expect(one).not.toBe('Nguyễn Thị Hoa');
  expect(name('  nguyễn  thị  hoa ').toLowerCase()).toBe(one.toLowerCase());
  expect(name('Nguyễn Thị Hoa'.normalize('NFD'))).toBe(one);
  expect(name('Bà Nguyễn Thị Hoa')).toBe(`Bà ${one}`);
  expect(name('NGUYỄN THỊ HOA')).toBe(one.toLocaleUpperCase('vi'));
  expect(name('')).toBe('');
});

test('a name follows the sex that is known, else what the name or the form of address says', () => {
  const women = /\s(Thị|Thu|Thanh|Ngọc|Minh|Kim|Hồng|Phương|Bích|Thùy|Mai|Khánh|Hải|Diệu|Tuyết|Ánh|Như)\s/u;
  for (let n = 0; n < 200; n += 1) expect(name(`Hoàng Minh An ${'x'.repeat(n)}`, 'female')).toMatch(women);
  expect(name('Lò Thị An')).toMatch(women);
  expect(name('Bà Lò An')).toMatch(women);
});

test('names look like names: two to four words with capitals and marks; a registry finds enough of them', () => {
  const many = Array.from({ length: 20_000 }, (_, n) => name(`Nguyễn Văn ${n}`));
  for (const one of many) expect(one).toMatch(/^(\p{Lu}\p{Ll}*)( \p{Lu}\p{Ll}*){2,3}$/u);
  expect(new Set(many).size).toBeGreaterThan(17_000);
  expect(many.filter((one) => fold(one) !== one.toLowerCase()).length).toBeGreaterThan(15_000);
});

test('people inside the name of a collective or a place are invented; schools, streets and offices stay', () => {
  const scrub = (text: string) => inventNamesIn(text, digest);
  expect(scrub('Doanh nghiệp tư nhân Nguyễn Thị Hoa')).toMatch(/^Doanh nghiệp tư nhân (?!Nguyễn Thị Hoa)\p{Lu}/u);
  expect(scrub('Nhà ông Lò Văn An, xã Chiềng Xôm')).toMatch(/^Nhà ông .+, xã Chiềng Xôm$/u);
  expect(scrub('Nhà ông Lò Văn An, xã Chiềng Xôm')).not.toContain('Lò Văn An');
  expect(scrub('HỘ ÔNG NGUYỄN VĂN BA')).not.toContain('NGUYỄN VĂN BA');
  for (const kept of ['Trường THPT Chu Văn An', 'Phòng Khám bệnh, Sở Y tế Sơn La', 'Thôn Hà Lung, xã Bà Điểm'])
    expect(scrub(kept)).toBe(kept);
  expect(inventHousehold('Nguyễn Văn Ba', digest)).toMatch(/^Hộ gia đình (?!Nguyễn Văn Ba)/u);
  expect(inventHousehold('Hộ ông Nguyễn Văn Ba', digest)).toMatch(/^Hộ ông (?!Nguyễn Văn Ba)/u);
});
