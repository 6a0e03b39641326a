import { type Random, weighted } from '#bench/data/random.ts';
import { fold } from '#shared/core/fold.ts';

/** A word of a name with its folded form: folding a million names would take longer than storing them. */
type Word = { text: string; folded: string };
export type Name = { text: string; folded: string };

const word = (text: string): Word => ({ text, folded: fold(text) });
const join = (words: readonly Word[]): Name => ({
  text: words.map(({ text }) => text).join(' '),
  folded: words.map(({ folded }) => folded).join(' '),
});

/**
 * Family names (họ) in parts of a thousand, rounded: Nguyễn is about a third of all people, so a search for it is
 * the hard case; the last lines are names of the mountain provinces.
 */
const FAMILY = weighted(
  (
    [
      ['Nguyễn', 320],
      ['Trần', 110],
      ['Lê', 92],
      ['Phạm', 67],
      ['Hoàng', 36],
      ['Huỳnh', 16],
      ['Phan', 43],
      ['Vũ', 24],
      ['Võ', 18],
      ['Đặng', 21],
      ['Bùi', 21],
      ['Đỗ', 16],
      ['Hồ', 14],
      ['Ngô', 14],
      ['Dương', 11],
      ['Lý', 9],
      ['Đinh', 10],
      ['Đoàn', 8],
      ['Trương', 12],
      ['Lương', 8],
      ['Mai', 7],
      ['Hà', 9],
      ['Nông', 12],
      ['Lò', 14],
      ['Vi', 6],
      ['Triệu', 9],
      ['Giàng', 7],
      ['Vàng', 6],
      ['Sùng', 5],
      ['Quàng', 5],
      ['Cầm', 4],
      ['Lường', 5],
      ['Ma', 4],
      ['Bế', 3],
      ['Chu', 3],
      ['Tẩn', 2],
      ['Thào', 3],
    ] as const
  ).map(([text, weight]) => [word(text), weight] as const),
);
const words = (text: string) => text.split(' ').map((one) => [word(one), 1] as const);
const MIDDLE = {
  male: weighted([
    [word('Văn'), 45],
    [word('Đức'), 12],
    [word('Hữu'), 9],
    ...words('Quang Minh Xuân Ngọc Thanh Công Đình Trọng Quốc Tuấn Anh'),
  ]),
  female: weighted([[word('Thị'), 60], ...words('Ngọc Thu Thanh Minh Phương Kim Bích Hồng Mai Thúy Khánh')]),
};
const GIVEN = {
  male: weighted(
    words(
      'Hùng Dũng Cường Sơn Tuấn Hải Nam Long Thắng Minh Quân Đức Hiếu Trung Kiên Việt Anh Bình Chiến Đạt Giang Hưng Khánh Lâm Mạnh Phong Phúc Quang Tâm Thành Thịnh Toàn Trường Tú Vinh Vượng Bảo Duy Hòa Khoa',
    ),
  ),
  female: weighted(
    words(
      'Lan Hương Hoa Mai Thủy Hà Linh Trang Nga Hạnh Hằng Yến Thảo Phương Loan Dung Hiền Ngọc Oanh Quỳnh Tuyết Vân Xuân Ánh Bích Chi Diệp Đào Giang Huệ Lệ Liên My Nhung Phượng Sen Thơm Thu Trâm Uyên',
    ),
  ),
};

export function personName(random: Random, sex: 'female' | 'male'): Name {
  return join([FAMILY(random), MIDDLE[sex](random), GIVEN[sex](random)]);
}

const BODY = weighted(
  [
    'Sở Giáo dục và Đào tạo',
    'Sở Y tế',
    'Sở Nội vụ',
    'Sở Tài chính',
    'Chi cục Kiểm lâm',
    'Ban Dân tộc',
    'Hội Nông dân',
    'Hội Liên hiệp Phụ nữ',
    'Trường Trung học phổ thông',
    'Trường Tiểu học',
    'Bệnh viện Đa khoa',
    'Công an xã',
    'Đồn Biên phòng',
    'Hợp tác xã nông nghiệp',
    'Nhân dân và cán bộ xã',
    'Công ty cổ phần Xây dựng',
  ].map((text) => [word(text), 1] as const),
);
const PLACE_NAME = weighted(
  words('Tân Bình Yên Phú An Vĩnh Hòa Long Đông Tây Nam Bắc Sơn Thủy Minh Quang Trung Thành Xuân Mỹ Hưng Thịnh'),
);

/** A commune-like name of two words: "Yên Sơn". */
export function placeName(random: Random): Name {
  return join([PLACE_NAME(random), PLACE_NAME(random)]);
}

export function collectiveName(random: Random): Name {
  const { text, folded } = placeName(random);
  return join([BODY(random), { text, folded }]);
}

const HOUSEHOLD_OF = { male: word('Hộ gia đình ông'), female: word('Hộ gia đình bà') };

export function householdName(random: Random): Name {
  const sex = random.below(4) === 0 ? 'female' : 'male';
  return join([HOUSEHOLD_OF[sex], personName(random, sex)]);
}
