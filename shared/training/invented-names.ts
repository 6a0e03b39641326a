import { fold } from '#shared/core/fold.ts';

/** A keyed digest (32 bytes): without its key nobody can find out which name an invented one stands for. */
export type Digest = (text: string) => Uint8Array;
type Sex = 'male' | 'female';

const words = (text: string): readonly string[] => text.split(' ');

/** Họ; the commoner ones stand several times, as in life. */
const FAMILY_NAMES = words(
  'Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Phạm Hoàng Hoàng Vũ Vũ Phan Đặng Đặng Bùi Bùi Đỗ Đỗ Hồ Ngô Dương ' +
    'Lý Đinh Mai Trịnh Đào Đoàn Lương Tạ Chu Hà Nông Nông Vi Triệu Hứa Lộc Lành Lò Quàng Cà Hoàng Lường Tòng Vàng Giàng ' +
    'Thào Mùa Sùng Bàn Đàm Ma Bế La Tô Cao Châu Quách Khổng Thái',
);
const MIDDLE_NAMES: Readonly<Record<Sex, readonly string[]>> = {
  male: words('Văn Văn Văn Đức Hữu Quang Minh Xuân Công Đình Thành Ngọc Tiến Trọng Anh Duy Quốc Thế Bá Khắc Mạnh Việt'),
  female: words('Thị Thị Thị Thị Thu Thanh Ngọc Minh Kim Hồng Phương Bích Thùy Mai Khánh Hải Diệu Tuyết Ánh Như'),
};
const SECOND_MIDDLE_NAMES: Readonly<Record<Sex, readonly string[]>> = {
  male: words('Gia Hoàng Tuấn Trường Nhật Bảo Đăng Phúc Chí Hồng Thanh Tùng'),
  female: words('Hoài Lan Vân Quỳnh Bảo Hương Cẩm Trúc Thúy Hà Linh Yến'),
};
const GIVEN_NAMES: Readonly<Record<Sex, readonly string[]>> = {
  male: words(
    'An Anh Bách Bằng Bình Chiến Chung Cường Dũng Duy Đạt Định Đông Đức Giang Hải Hào Hậu Hiếu Hiển Hòa Hoan Hoàng Hùng ' +
      'Huy Hưng Khải Khang Khánh Khoa Khôi Kiên Lâm Lập Linh Long Lộc Luân Mạnh Minh Nam Nghĩa Nhân Ninh Phong Phú Phúc ' +
      'Phương Quân Quang Quý Sáng Sơn Sỹ Tài Tâm Tân Thái Thắng Thành Thiện Thịnh Thọ Thông Thuận Tiến Tín Toàn Trí Trung ' +
      'Trường Tú Tuấn Tùng Uy Vinh Vĩnh Vũ Vượng Xuân Yên',
  ),
  female: words(
    'An Anh Ánh Bích Chi Châu Cúc Diễm Diệp Dung Duyên Đào Đoan Giang Hà Hạnh Hằng Hiền Hiệp Hoa Hoài Hồng Huệ Huyền ' +
      'Hương Hường Khánh Khuyên Lan Lê Liên Linh Loan Luyến Ly Mai Minh My Mỹ Na Nga Ngà Ngân Ngọc Nguyệt Nhàn Nhi Nhung ' +
      'Như Nương Oanh Phương Phượng Quyên Quỳnh Sen Tâm Thanh Thảo Thắm Thoa Thơm Thu Thủy Thúy Thư Thương Tiên Trà Trang ' +
      'Trâm Trinh Tuyết Tươi Uyên Vân Vy Xuân Xuyến Yên Yến',
  ),
};

/** Ông, Bà and the like, as they stand before a name on paper. */
const SALUTATION = /^((?:ông|bà|anh|chị|cô|chú|đồng chí|đ\/c|cụ)\.?\s+)(.+)$/iu;
const TRIES = 8;

/** What a name says of the sex of its bearer: "Thị" and "Văn"; undefined when it says nothing. */
export function sexOfName(name: string): Sex | undefined {
  const middle = name.normalize('NFC').toLowerCase().trim().split(/\s+/u).slice(1, -1);
  if (middle.includes('thị')) return 'female';
  return middle.includes('văn') ? 'male' : undefined;
}

/**
 * An invented Vietnamese name for a real one. The same name gives the same invented name, whatever its case, spaces or
 * form of address, so that one person stays one person; never the real name. Ông, Bà and capitals stay as they were.
 *
 * @param sex undefined where nobody wrote it down: read from the name, else drawn
 */
export function inventName(real: string, sex: Sex | undefined, digest: Digest): string {
  const text = real.normalize('NFC').trim();
  if (text === '') return '';
  const [, salutation = '', bare = text] = SALUTATION.exec(text) ?? [];
  const known = fold(bare);
  for (let attempt = 0; ; attempt += 1) {
    const bytes = digest(`name ${attempt} ${known}`);
    const invented = nameFrom(
      bytes,
      sex ?? sexOf(salutation) ?? sexOfName(bare) ?? (bytes[31]! % 2 ? 'male' : 'female'),
    );
    if (fold(invented) === known && attempt < TRIES) continue;
    return salutation + (isCapitals(bare) ? invented.toLocaleUpperCase('vi') : invented);
  }
}

function nameFrom(bytes: Uint8Array, sex: Sex): string {
  const pick = (from: readonly string[], at: number) => from[((bytes[at]! << 8) | bytes[at + 1]!) % from.length]!;
  const middle = pick(MIDDLE_NAMES[sex], 2);
  const second = pick(SECOND_MIDDLE_NAMES[sex], 4);
  // Three quarters have two middle names: a registry holds more people than three words tell apart.
  const middles = bytes[8]! % 4 === 0 || second === middle ? [middle] : [middle, second];
  return [pick(FAMILY_NAMES, 0), ...middles, pick(GIVEN_NAMES[sex], 6)].join(' ');
}

function sexOf(salutation: string): Sex | undefined {
  const word = fold(salutation);
  if (word === 'ong' || word === 'anh' || word === 'chu') return 'male';
  return word === 'ba' || word === 'chi' || word === 'co' ? 'female' : undefined;
}

/** A name without Ông, Bà and the like before it. */
export const bareName = (name: string): string => SALUTATION.exec(name.normalize('NFC').trim())?.[2] ?? name;

const isCapitals = (text: string): boolean =>
  text === text.toLocaleUpperCase('vi') && text !== text.toLocaleLowerCase('vi');

/** Words behind which a text names a person; spelled small, with a capital, and in capitals. */
const MARKERS = [
  'ông', 'bà', 'anh', 'chị', 'cô', 'chú', 'cụ', 'đồng chí', 'đ/c', 'hộ', 'gia đình', 'hộ kinh doanh', 'hộ gia đình',
  'doanh nghiệp tư nhân', 'dntn', 'trang trại', 'cửa hàng', 'cơ sở', 'nhà thuốc', 'phòng khám', 'xưởng', 'nghệ nhân',
] as const; // biome-ignore format: a list
const spelled = MARKERS.flatMap((word) => [
  word,
  word[0]!.toLocaleUpperCase('vi') + word.slice(1),
  word.toLocaleUpperCase('vi'),
]);
const NAMED = new RegExp(
  `(?<![\\p{L}\\p{N}])(${spelled.toSorted((a, b) => b.length - a.length).join('|')})(\\.?\\s+)(\\p{Lu}[\\p{L}’']*(?:\\s+\\p{Lu}[\\p{L}’']*){1,5})`,
  'gu',
);

/**
 * Names of people inside the name of a collective or a place ("Doanh nghiệp tư nhân Nguyễn Thị Hoa", "nhà ông Lò Văn
 * An") invented anew; the rest, which names public bodies and places, stays.
 */
export function inventNamesIn(text: string, digest: Digest): string {
  return text.normalize('NFC').replace(NAMED, (_all, marker: string, space: string, name: string) => {
    return `${marker}${space}${inventName(name, sexOf(marker), digest)}`;
  });
}

/** A household: whose it is, invented; a name that says nothing of a household gets the word before it. */
export function inventHousehold(real: string, digest: Digest): string {
  const scrubbed = inventNamesIn(real, digest);
  return scrubbed === real.normalize('NFC') ? `Hộ gia đình ${inventName(real, undefined, digest)}` : scrubbed;
}
