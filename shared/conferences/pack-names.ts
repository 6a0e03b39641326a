import type { PaperName } from '#shared/papers/paper-names.ts';

const word = (name: string, vi: string, en: string) => ({ name, meaning: { vi, en } });
const list = (name: string, vi: string, en: string, fields: PaperName['fields']): PaperName => ({
  ...word(name, vi, en),
  fields: fields!,
});
const STT = word('stt', 'Số thứ tự', 'Number in the list');

/** Every name that a paper of a conference may carry, in the order they are listed; a test holds it to what is filled. */
export const PACK_NAMES: readonly PaperName[] = [
  word('cum', 'Tên Cụm, chữ in hoa', 'Name of the cluster in capitals'),
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
  list('phong_trao', 'Các phong trào thi đua', 'Emulation movements', [
    STT,
    word('ten', 'Tên phong trào', 'Name'),
    word('cap', 'Cấp phát động', 'Level that launched it'),
    word('thoi_gian', 'Thời gian', 'Period'),
    word('van_ban', 'Văn bản phát động', 'Document'),
  ]),
  list('chi_tieu', 'Các chỉ tiêu, số chung toàn Cụm', 'Indicators with the figure of the cluster', [
    STT,
    word('ten', 'Tên chỉ tiêu', 'Name of the indicator'),
    word('ket_qua', 'Lời văn kết quả, như ở “Tổng hợp số liệu”', 'The result in words, as in the summary'),
  ]),
  list('so_lieu', 'Số liệu của từng đơn vị theo từng chỉ tiêu', 'Figures of each member by indicator', [
    STT,
    word('chi_tieu', 'Chỉ tiêu (đơn vị tính); chỉ ghi ở dòng đầu', 'Indicator (unit of measure), on its first row'),
    word('don_vi', 'Đơn vị', 'Member'),
    word('ke_hoach', 'Chỉ tiêu giao ước', 'Target'),
    word('thuc_hien', 'Thực hiện', 'Result'),
  ]),
  list('dien_hinh', 'Điển hình, mô hình', 'Exemplars', [
    STT,
    word('ten', 'Tên điển hình, mô hình', 'Title'),
    word('don_vi', 'Đơn vị', 'Unit'),
    word('gioi_thieu', 'Người giới thiệu', 'Presenter'),
    word('dia_chi', 'Địa chỉ', 'Place'),
  ]),
  list('khen_thuong', 'Đề nghị khen thưởng đã thẩm định', 'Proposed awards that were checked', [
    STT,
    word('ten', 'Tập thể, cá nhân', 'Recipient'),
    word('loai', 'Loại: cá nhân, tập thể, hộ gia đình…', 'Kind of recipient'),
    word('don_vi', 'Nơi công tác', 'Place of work'),
    word('tinh', 'Tỉnh, đơn vị đề nghị', 'Unit that proposes'),
    word('hinh_thuc', 'Hình thức khen thưởng, danh hiệu', 'Award'),
  ]),
  list('kien_nghi', 'Ý kiến chỉ đạo, đề nghị ghi ở Hội nghị', 'Recommendations of the conference', [
    STT,
    word('noi_dung', 'Nội dung', 'Content'),
    word('nguoi_neu', 'Người nêu', 'Made by'),
    word('chu_tri', 'Cơ quan chủ trì', 'Lead office'),
    word('han', 'Thời hạn', 'Due date'),
  ]),
  list('chuong_trinh', 'Chương trình Hội nghị', 'Programme', [
    word('gio', 'Giờ', 'Time'),
    word('noi_dung', 'Nội dung', 'Content'),
    word('nguoi', 'Người thực hiện', 'Speaker'),
  ]),
];
