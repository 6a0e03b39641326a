import { invitationTemplate } from '#server/conferences/invitation-template.ts';
import {
  ending,
  listTable,
  officeLine,
  officialHeading,
  paragraph as p,
  recipientLine,
  sectionTitle,
  TEXT_WIDTH,
  titleBlock,
} from '#server/papers/word-blocks.print.ts';
import { wordFile } from '#server/papers/word-file.print.ts';
import type { TemplatePaper } from '#shared/conferences/packs.schema.ts';

const MARK = p('{minh_hoa}', { italic: true, size: 26, align: 'center', before: 160 });
const NOTHING = '… (cơ quan thường trực bổ sung)';
const mark = '{minh_hoa}';

const heading = (number?: string, width?: number) =>
  officialHeading({ organ: '{cum}', placeAndDate: '{dia_danh_ngay}', ...(number && { number }) }, width);

/** Paragraphs of a list, or of a word when it says something. */
const each = (list: string, ...inside: readonly string[]) => [p(`{#${list}}`), ...inside, p(`{/${list}}`)];
/** What stands where the database has none of these: a line for the office to write on. */
const orOpen = (...lists: readonly string[]) => [
  ...lists.map((list) => p(`{^${list}}`)),
  p(NOTHING, { italic: true }),
  ...lists.toReversed().map((list) => p(`{/${list}}`)),
];
const lead = (text: string) => p(text, { keepNext: true });
const AIR = p('', { size: 12, indent: false });

/** The last words of a paper, which hold who signs to the page of what was said, and the block of who signs. */
const signedBy = (lastWords: string, width?: number) => [
  p(lastWords, { keepNext: true, before: 120, after: 240 }),
  ending(
    {
      to: [...each('noi_nhan', recipientLine('{dong}'))],
      offices: ['{thay_mat}', '{chuc_vu}', '{chuc_danh_ky}'].map(officeLine),
      name: '{nguoi_ky}',
    },
    width,
  ),
];

const report = () =>
  wordFile(
    [
      heading('Số: …/BC'),
      MARK,
      titleBlock('BÁO CÁO', [
        'Tổng kết công tác thi đua, khen thưởng năm {nam},',
        'phương hướng, nhiệm vụ năm {nam_sau}',
      ]),
      p(
        'Thực hiện quy định của pháp luật về thi đua, khen thưởng và Giao ước thi đua năm {nam} của {cum_khoi}, cơ quan thường trực {cum_khoi} báo cáo như sau:',
      ),
      sectionTitle('I. TÌNH HÌNH CHUNG'),
      p('{cum_khoi} gồm {so_don_vi} đơn vị: {don_vi}. {tinh_hinh_bao_cao}'),
      ...each('tinh_hinh', p('{dong}')),
      ...orOpen('tinh_hinh'),
      sectionTitle('II. PHONG TRÀO THI ĐUA'),
      ...each('phong_trao', p('{stt}. {ten} ({phat_dong}).')),
      ...orOpen('phong_trao'),
      sectionTitle('III. KẾT QUẢ THỰC HIỆN CHỈ TIÊU THI ĐUA'),
      ...each('thieu_so_lieu', p('{thieu_so_lieu}')),
      ...each('chi_tieu', p('{stt}. {ten}: {ket_qua_gon}.')),
      ...each(
        'ket_qua_giao_uoc',
        lead('{ket_qua_giao_uoc} Số đơn vị theo từng chỉ tiêu:'),
        listTable('chi_tieu', [
          ['STT', 'stt', 640, 'center'],
          ['Chỉ tiêu', 'ten', 4714],
          ['Vượt', 'so_vuot', 900, 'right'],
          ['Đạt', 'so_dat', 900, 'right'],
          ['Không đạt', 'so_khong_dat', 1000, 'right'],
          ['Chưa có số', 'so_chua_co', 1200, 'right'],
        ]),
        AIR,
      ),
      p('(Số liệu của từng đơn vị: Phụ lục kèm theo.)', { italic: true }),
      sectionTitle('IV. CÔNG TÁC KHEN THƯỞNG'),
      ...each(
        'tong_khen_thuong',
        lead('{tong_khen_thuong}'),
        listTable('khen_thuong', [
          ['STT', 'stt', 640, 'center'],
          ['Tập thể, cá nhân', 'ten', 3014],
          ['Đơn vị', 'don_vi', 2600],
          ['Hình thức', 'hinh_thuc', 3100],
        ]),
        AIR,
      ),
      ...orOpen('tong_khen_thuong'),
      sectionTitle('V. ĐIỂN HÌNH TIÊN TIẾN, MÔ HÌNH HAY'),
      ...each('dien_hinh', p('{stt}. {ten} ({don_vi}).')),
      ...orOpen('dien_hinh'),
      sectionTitle('VI. HẠN CHẾ, NGUYÊN NHÂN'),
      ...each('han_che', p('{dong}')),
      ...orOpen('han_che'),
      sectionTitle('VII. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM {nam_sau}'),
      ...each('giao_uoc_loi', lead('{giao_uoc_loi}')),
      ...each('giao_uoc_nam_sau', p('{dong}')),
      ...each(
        'giao_uoc_loi',
        lead('Chỉ tiêu chung của {cum_khoi} năm {nam_sau}:'),
        listTable('chi_tieu_nam_sau', [
          ['STT', 'stt', 640, 'center'],
          ['Chỉ tiêu (đơn vị tính)', 'ten', 6514],
          ['Toàn {cum_khoi}', 'toan_cum', 2200, 'right'],
        ]),
        AIR,
      ),
      ...each('phuong_huong', p('{dong}')),
      ...orOpen('giao_uoc_loi', 'phuong_huong'),
      sectionTitle('VIII. Ý KIẾN CHỈ ĐẠO, KIẾN NGHỊ'),
      ...each('kien_nghi', p('{stt}. {noi_dung} ({nguoi_neu}; chủ trì: {chu_tri}).')),
      ...each('de_xuat', p('{dong}')),
      ...orOpen('kien_nghi', 'de_xuat'),
      ...signedBy('Trên đây là Báo cáo tổng kết công tác thi đua, khen thưởng năm {nam} của {ten_cum}./.'),
    ],
    { mark },
  );

const figures = () =>
  wordFile(
    [
      titleBlock('PHỤ LỤC', ['Số liệu của từng đơn vị năm {nam}'], TEXT_WIDTH.lying),
      p('(Kèm theo Báo cáo tổng kết năm {nam} của {ten_cum})', { italic: true, align: 'center', after: 120 }),
      ...each('minh_hoa', p('{minh_hoa}', { italic: true, size: 26, align: 'center', after: 120 })),
      p('{@bang_so_lieu}'),
      p(
        'Ghi chú: dấu “–” là không giao chỉ tiêu, không cộng chung, hoặc chưa đủ số của mọi đơn vị để tính tỷ lệ. Tỷ lệ là Thực hiện so với Kế hoạch.',
        { italic: true, size: 22, indent: false, before: 80 },
      ),
    ],
    { sheet: 'lying', mark },
  );

const awards = () =>
  wordFile(
    [
      heading(undefined, TEXT_WIDTH.lying),
      MARK,
      titleBlock('DANH SÁCH', ['Tập thể, cá nhân được đề nghị khen thưởng năm {nam}'], TEXT_WIDTH.lying),
      listTable('khen_thuong', [
        ['STT', 'stt', 700, 'center'],
        ['Tập thể, cá nhân', 'ten', 3900],
        ['Loại', 'loai', 1400],
        ['Nơi công tác', 'don_vi', 2987],
        ['Đơn vị đề nghị', 'tinh', 1700],
        ['Hình thức', 'hinh_thuc', 3600],
      ]),
      p('{^khen_thuong}'),
      p('(Chưa có đề nghị khen thưởng nào được thẩm định.)', { italic: true, align: 'center', before: 80 }),
      p('{/khen_thuong}'),
      ...signedBy(
        'Danh sách này kèm theo đề nghị khen thưởng năm {nam} của {ten_cum}. {tong_khen_thuong}',
        TEXT_WIDTH.lying,
      ),
    ],
    { sheet: 'lying', mark },
  );

const programme = () =>
  wordFile(
    [
      heading(),
      MARK,
      titleBlock('CHƯƠNG TRÌNH', ['{hoi_nghi}']),
      listTable('chuong_trinh', [
        ['Giờ', 'gio', 900, 'center'],
        ['Nội dung', 'noi_dung', 5054],
        ['Người thực hiện', 'nguoi', 3400],
      ]),
    ],
    { mark },
  );

const BUILT_IN = { report, figures, awards, programme, invitation: invitationTemplate } satisfies Record<
  TemplatePaper,
  () => Uint8Array
>;

/** A paper as the program brings it: a Word file with names in braces. */
export const builtInTemplate = (paper: TemplatePaper): Uint8Array => BUILT_IN[paper]();
