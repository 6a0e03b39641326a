import type { PaperName } from '#shared/papers/paper-names.ts';

const word = (name: string, vi: string, en: string) => ({ name, meaning: { vi, en } });
const list = (name: string, vi: string, en: string, fields: PaperName['fields']): PaperName => ({
  ...word(name, vi, en),
  fields: fields!,
});
/** What the members' reports say to one part of the summary, a row for each of their headings. */
const PARAGRAPHS = [
  word('dong', 'Cả đoạn, có tên đơn vị ở trước', 'The paragraph with the member before it'),
  word('don_vi', 'Đơn vị', 'Member'),
  word('de_muc', 'Đề mục trong báo cáo của đơn vị', 'Heading in the member’s report'),
  word('noi_dung', 'Nội dung, không có tên đơn vị', 'The paragraph without the member'),
];
const LINE = [word('dong', 'Cả dòng', 'The line')];
const STT = word('stt', 'Số thứ tự', 'Number in the list');

/** Every name that a paper of a conference may carry, in the order they are listed; a test holds it to what is filled. */
export const PACK_NAMES: readonly PaperName[] = [
  word('cum', 'Tên Cụm, chữ in hoa', 'Name of the cluster in capitals'),
  word('ten_cum', 'Tên Cụm, chữ thường', 'Name of the cluster'),
  word('cum_khoi', '“Cụm” hoặc “Khối”', '“Cụm” (cluster) or “Khối” (bloc)'),
  word('nam', 'Năm thi đua', 'Emulation year'),
  word('nam_sau', 'Năm sau', 'The next year'),
  word('hoi_nghi', 'Tên Hội nghị', 'Title of the conference'),
  word('dia_danh_ngay', 'Địa danh, ngày … tháng … năm … của Hội nghị', 'Place and date of the conference'),
  word('chu_tri', 'Người chủ trì Hội nghị', 'Who chairs the conference'),
  word(
    'minh_hoa',
    'Dấu bản minh họa, tập huấn; để trống ở bản thật',
    'Mark of a demo or training copy; empty otherwise',
  ),
  word('so_don_vi', 'Số đơn vị thành viên', 'Number of members'),
  word('don_vi', 'Tên các đơn vị thành viên', 'Names of the members'),
  word('tinh_hinh_bao_cao', 'Số đơn vị đã gửi báo cáo năm, còn thiếu đơn vị nào', 'Reports sent, and who is missing'),
  list(
    'tinh_hinh',
    'Tình hình chung, kết quả nổi bật do các đơn vị viết trong báo cáo',
    'What the members write on the situation and results',
    PARAGRAPHS,
  ),
  list('phong_trao', 'Các phong trào thi đua', 'Emulation movements', [
    STT,
    word('ten', 'Tên phong trào', 'Name'),
    word('cap', 'Cấp phát động', 'Level that launched it'),
    word('phat_dong', 'Cấp phát động, chữ thường ở đầu', 'Level that launched it, beginning with a small letter'),
    word('thoi_gian', 'Thời gian', 'Period'),
    word('van_ban', 'Văn bản phát động', 'Document'),
  ]),
  word(
    'thieu_so_lieu',
    'Đơn vị nào chưa có trong mọi số chung; để trống khi từng chỉ tiêu nói riêng',
    'Who is in none of the totals; empty when each total says it',
  ),
  list('chi_tieu', 'Các chỉ tiêu, số chung toàn Cụm', 'Indicators with the figure of the cluster', [
    STT,
    word('ten', 'Tên chỉ tiêu', 'Name of the indicator'),
    word('ket_qua', 'Lời văn kết quả, như ở “Tổng hợp số liệu”', 'The result in words, as in the summary'),
    word(
      'ket_qua_gon',
      'Như trên, không nhắc lại đơn vị đã nêu ở “thieu_so_lieu”',
      'The same without the members told in “thieu_so_lieu”',
    ),
    word('so_vuot', 'Số đơn vị vượt giao ước', 'Members that exceeded their pledge'),
    word('so_dat', 'Số đơn vị đạt giao ước', 'Members that met their pledge'),
    word('so_khong_dat', 'Số đơn vị không đạt giao ước', 'Members that missed their pledge'),
    word('so_chua_co', 'Số đơn vị có giao ước mà chưa có số liệu', 'Members with a pledge and no figure yet'),
  ]),
  word(
    'ket_qua_giao_uoc',
    'Đối chiếu với Giao ước: bao nhiêu chỉ tiêu vượt, đạt, không đạt',
    'Against the pledge: how many exceeded, met, missed',
  ),
  {
    ...word(
      'bang_so_lieu',
      'Cả bảng số liệu của từng đơn vị, viết {@bang_so_lieu} một mình trong đoạn, trang ngang',
      'The whole table of each member’s figures: {@bang_so_lieu} alone in its paragraph, on a sheet that lies',
    ),
    isTable: true,
  },
  list('so_lieu', 'Số liệu của từng đơn vị theo từng chỉ tiêu', 'Figures of each member by indicator', [
    STT,
    word('chi_tieu', 'Chỉ tiêu (đơn vị tính); chỉ ghi ở dòng đầu', 'Indicator (unit of measure), on its first row'),
    word('don_vi', 'Đơn vị', 'Member'),
    word('ke_hoach', 'Chỉ tiêu giao ước', 'Target'),
    word('thuc_hien', 'Thực hiện', 'Result'),
    word('ty_le', 'Thực hiện so với kế hoạch, %', 'Result in percent of the target'),
  ]),
  list('dien_hinh', 'Điển hình, mô hình', 'Exemplars', [
    STT,
    word('ten', 'Tên điển hình, mô hình', 'Title'),
    word('don_vi', 'Đơn vị', 'Unit'),
    word('gioi_thieu', 'Người giới thiệu', 'Presenter'),
    word('dia_chi', 'Địa chỉ', 'Place'),
  ]),
  word('tong_khen_thuong', 'Số đề nghị khen thưởng theo đối tượng', 'Proposed awards by kind of recipient'),
  list('khen_thuong', 'Đề nghị khen thưởng đã thẩm định', 'Proposed awards that were checked', [
    STT,
    word('ten', 'Tập thể, cá nhân', 'Recipient'),
    word('loai', 'Loại: cá nhân, tập thể, hộ gia đình…', 'Kind of recipient'),
    word('don_vi', 'Nơi công tác', 'Place of work'),
    word('tinh', 'Tỉnh, đơn vị đề nghị', 'Unit that proposes'),
    word('hinh_thuc', 'Hình thức khen thưởng, danh hiệu', 'Award'),
  ]),
  list('han_che', 'Hạn chế, nguyên nhân do các đơn vị viết', 'Shortfalls and their causes, by the members', PARAGRAPHS),
  list('phuong_huong', 'Phương hướng, nhiệm vụ do các đơn vị viết', 'Direction and tasks, by the members', PARAGRAPHS),
  word(
    'giao_uoc_loi',
    'Lời dẫn Giao ước năm sau, có khi các đơn vị đã thống nhất',
    'Words before next year’s pledge, once it is agreed',
  ),
  list('giao_uoc_nam_sau', 'Nội dung Giao ước năm sau', 'Text of next year’s pledge', LINE),
  list('chi_tieu_nam_sau', 'Chỉ tiêu Giao ước năm sau, toàn Cụm', 'Next year’s targets of the cluster', [
    STT,
    word('ten', 'Tên chỉ tiêu (đơn vị tính)', 'Indicator (unit of measure)'),
    word('toan_cum', 'Toàn cụm', 'Whole cluster'),
  ]),
  list('kien_nghi', 'Ý kiến chỉ đạo, đề nghị ghi ở Hội nghị', 'Recommendations of the conference', [
    STT,
    word('noi_dung', 'Nội dung', 'Content'),
    word('nguoi_neu', 'Người nêu', 'Made by'),
    word('chu_tri', 'Cơ quan chủ trì', 'Lead office'),
    word('han', 'Thời hạn', 'Due date'),
  ]),
  list('de_xuat', 'Kiến nghị, đề xuất do các đơn vị viết', 'Proposals by the members', PARAGRAPHS),
  list('chuong_trinh', 'Chương trình Hội nghị', 'Programme', [
    word('gio', 'Giờ', 'Time'),
    word('noi_dung', 'Nội dung', 'Content'),
    word('nguoi', 'Người thực hiện', 'Speaker'),
  ]),
  word('thay_mat', 'Thay mặt ai ký', 'On whose behalf it is signed'),
  word('chuc_vu', 'Chức vụ trong Cụm của người ký', 'Office in the cluster of who signs'),
  word('chuc_danh_ky', 'Chức vụ ở cơ quan của người ký', 'Office at home of who signs'),
  word('nguoi_ky', 'Họ tên người ký', 'Name of who signs'),
  list('noi_nhan', 'Nơi nhận', 'Recipients of the paper', LINE),
];
