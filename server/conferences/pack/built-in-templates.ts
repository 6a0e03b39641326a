import { listTable, officialHeading, paragraph as p, TEXT_WIDTH, wordFile } from '#server/papers/word-file.print.ts';
import type { PackPaper } from '#shared/conferences/packs.schema.ts';

const MARK = p('{minh_hoa}', { italic: true, size: 26, align: 'center' });
const title = (text: string) => p(text, { bold: true, align: 'center' });
const section = (text: string) => p(text, { bold: true });
const heading = (number?: string, width?: number) =>
  officialHeading({ organ: '{cum}', placeAndDate: '{dia_danh_ngay}', ...(number && { number }) }, width);
const signature = [
  p(''),
  p('TM. CỤM THI ĐUA', { bold: true, align: 'right' }),
  p('CỤM TRƯỞNG', { bold: true, align: 'right' }),
];

const report = () =>
  wordFile([
    heading('Số: …/BC'),
    MARK,
    title('BÁO CÁO'),
    title('Tổng kết công tác thi đua, khen thưởng năm {nam}, phương hướng năm {nam_sau}'),
    p(''),
    section('I. TÌNH HÌNH CHUNG'),
    p(
      'Thực hiện quy định của pháp luật về thi đua, khen thưởng và Giao ước thi đua năm {nam} của Cụm, cơ quan thường trực Cụm báo cáo như sau:',
    ),
    p('Cụm gồm {so_don_vi} đơn vị: {don_vi}. {tinh_hinh_bao_cao}'),
    section('II. PHONG TRÀO THI ĐUA'),
    p('{#phong_trao}'),
    p('{stt}. {ten} ({cap})'),
    p('{/phong_trao}'),
    section('III. KẾT QUẢ THỰC HIỆN CHỈ TIÊU'),
    p('{#chi_tieu}'),
    p('{stt}. {ten}: {ket_qua}.'),
    p('{/chi_tieu}'),
    p('(Số liệu của từng đơn vị: Phụ lục kèm theo.)', { italic: true }),
    section('IV. ĐIỂN HÌNH TIÊN TIẾN, MÔ HÌNH HAY'),
    p('{#dien_hinh}'),
    p('{stt}. {ten} ({don_vi}).'),
    p('{/dien_hinh}'),
    section('V. ĐỀ NGHỊ KHEN THƯỞNG'),
    listTable('khen_thuong', [
      ['STT', 'stt', 700],
      ['Tập thể, cá nhân', 'ten', 3400],
      ['Đơn vị', 'don_vi', 2854],
      ['Hình thức', 'hinh_thuc', 2400],
    ]),
    section('VI. Ý KIẾN CHỈ ĐẠO, ĐỀ NGHỊ'),
    p('{#kien_nghi}'),
    p('{stt}. {noi_dung} ({nguoi_neu}; chủ trì: {chu_tri})'),
    p('{/kien_nghi}'),
    ...signature,
  ]);

const figures = () =>
  wordFile([
    MARK,
    title('PHỤ LỤC'),
    title('Số liệu của từng đơn vị năm {nam}'),
    p('(Kèm theo Báo cáo tổng kết năm {nam} của {cum})', { italic: true, align: 'center' }),
    p(''),
    listTable('so_lieu', [
      ['STT', 'stt', 700],
      ['Chỉ tiêu (đơn vị tính)', 'chi_tieu', 3654],
      ['Đơn vị', 'don_vi', 1800],
      ['Kế hoạch', 'ke_hoach', 1600],
      ['Thực hiện', 'thuc_hien', 1600],
    ]),
  ]);

const awards = () =>
  wordFile(
    [
      heading(undefined, TEXT_WIDTH.lying),
      MARK,
      title('DANH SÁCH'),
      title('Tập thể, cá nhân được đề nghị khen thưởng năm {nam}'),
      p(''),
      listTable('khen_thuong', [
        ['STT', 'stt', 800],
        ['Tập thể, cá nhân', 'ten', 4000],
        ['Loại', 'loai', 1687],
        ['Nơi công tác', 'don_vi', 3400],
        ['Đơn vị đề nghị', 'tinh', 1800],
        ['Hình thức', 'hinh_thuc', 2600],
      ]),
      ...signature,
    ],
    'lying',
  );

const programme = () =>
  wordFile([
    heading(),
    MARK,
    title('CHƯƠNG TRÌNH'),
    title('{hoi_nghi}'),
    p(''),
    listTable('chuong_trinh', [
      ['Giờ', 'gio', 900],
      ['Nội dung', 'noi_dung', 5254],
      ['Người thực hiện', 'nguoi', 3200],
    ]),
  ]);

const BUILT_IN = { report, figures, awards, programme } satisfies Record<PackPaper, () => Uint8Array>;

/** A paper as the program brings it: a Word file with names in braces. */
export const builtInTemplate = (paper: PackPaper): Uint8Array => BUILT_IN[paper]();
