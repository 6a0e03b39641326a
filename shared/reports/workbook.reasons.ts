import type { Words } from '#shared/core/wording.ts';

/** Why a form in Excel is not taken back, and what is wrong with its cells. */
export const WORKBOOK_REASONS: Words = {
  'report.workbook-no-stamp': {
    vi: 'Tệp “{name}” không phải biểu mẫu tải từ trang báo cáo, hoặc trang ẩn giữ dấu của biểu mẫu đã bị xóa. Tải biểu mẫu Excel ở trang này rồi nhập vào đó; nếu số liệu nằm trong bảng riêng của bạn, dùng mục “Nhập từ Excel”.',
    en: '“{name}” is not a form downloaded from a report, or the hidden sheet with its stamp has been deleted. Download the Excel form on this page and fill that in; if the figures are in a table of your own, use “Import from Excel”.',
  },
  'report.workbook-stamp-changed': {
    vi: 'Dấu của biểu mẫu “{name}” đã bị sửa, hoặc biểu mẫu được tải từ một hệ thống khác (ví dụ bản tập huấn). Tải biểu mẫu mới ở trang này rồi chép số liệu sang.',
    en: 'The stamp of “{name}” has been changed, or the form comes from another system (the training copy, for example). Download a new form on this page and copy the figures over.',
  },
  'report.workbook-other-unit': {
    vi: 'Biểu mẫu này của {found}, không phải của {expected}. Chọn biểu mẫu của đơn vị mình.',
    en: 'This form belongs to {found}, not to {expected}. Choose the form of your own unit.',
  },
  'report.workbook-other-year': {
    vi: 'Biểu mẫu này của “{found}”, còn báo cáo đang mở thuộc “{expected}”. Mở báo cáo của đúng năm hoặc tải biểu mẫu mới.',
    en: 'This form is for “{found}”, but the report on screen belongs to “{expected}”. Open the report of that year or download a new form.',
  },
  'report.workbook-other-period': {
    vi: 'Biểu mẫu này của kỳ “{found}”, còn báo cáo đang mở là “{expected}”. Mở báo cáo của đúng kỳ hoặc tải biểu mẫu mới.',
    en: 'This form is for another period (“{found}”); the report on screen is “{expected}”. Open the report of that period or download a new form.',
  },
  'report.workbook-other-report': {
    vi: 'Biểu mẫu này được tải từ một báo cáo khác, nay không còn. Tải biểu mẫu mới ở trang này.',
    en: 'This form comes from another report that is no longer there. Download a new form on this page.',
  },
  'report.workbook-indicators': {
    vi: 'Các chỉ tiêu của năm đã thay đổi từ khi biểu mẫu được tải ({found}). Tải biểu mẫu mới rồi chép số liệu sang.',
    en: 'The indicators of the year have changed since the form was downloaded ({found}). Download a new form and copy the figures over.',
  },
  'report.workbook-two-forms': {
    vi: 'Tệp “{name}” có hơn một trang biểu hoặc ghép từ hai biểu mẫu. Giữ lại một trang biểu rồi nhập lại.',
    en: '“{name}” has more than one sheet of the form, or is put together from two forms. Keep one of them and try again.',
  },
  'report.workbook-no-column': {
    vi: 'Tệp “{name}” thiếu cột “{column}” hoặc dòng mã ẩn của biểu mẫu. Tải biểu mẫu mới rồi chép số liệu sang.',
    en: '“{name}” lacks the column “{column}” or the hidden row of keys. Download a new form and copy the figures over.',
  },
  'report.workbook-too-large-file': {
    vi: 'Tệp “{name}” lớn hơn {limitCount} MB; biểu mẫu thường chỉ vài chục KB. Xóa ảnh và các trang thêm vào rồi thử lại.',
    en: '“{name}” is larger than {limitCount} MB; a form takes a few dozen KB. Remove pictures and sheets that were added and try again.',
  },
  'report.workbook-often': {
    vi: 'Bạn vừa gửi nhiều tệp liên tiếp. Chờ ít phút rồi thử lại.',
    en: 'Too many files in a short time. Wait a few minutes and try again.',
  },
  'report.workbook-stale': {
    vi: 'Kết quả đọc tệp không còn dùng được (đã quá một ngày). Chọn lại tệp biểu mẫu.',
    en: 'What was read from the file can no longer be used (it is over a day old). Choose the file again.',
  },
  'report.workbook-choose': {
    vi: 'Ô {cell} ({indicator}) chưa chọn lấy số nào. Chọn rồi nhập lại.',
    en: 'Cell {cell} ({indicator}) still needs a choice. Choose and try again.',
  },
  'report.workbook-meanwhile': {
    vi: 'Chỉ tiêu “{indicator}”: {who} vừa lưu số khác trong lúc bạn xem. Chưa nhập gì; bảng so sánh đã được cập nhật, xem lại rồi chọn.',
    en: '“{indicator}”: {who} has just saved another figure. Nothing was taken over; look at the updated comparison and choose.',
  },
  'report.workbook-row-mixed': {
    vi: 'Tên chỉ tiêu ở dòng này (“{found}”) không khớp mã dòng của biểu mẫu (“{indicator}”), có thể do sắp xếp hoặc dán đè một phần dòng. Cả dòng giữ số hiện có.',
    en: 'The indicator of this row (“{found}”) does not match the row’s key (“{indicator}”); part of the row may have been sorted or pasted over. The row keeps what is saved.',
  },
  'report.workbook-row-twice': {
    vi: 'Chỉ tiêu “{indicator}” có ở hai dòng ({first} và {second}). Không lấy dòng nào; xóa dòng thừa rồi nhập lại.',
    en: 'The indicator “{indicator}” stands in two rows ({first} and {second}). Neither is taken; delete one and try again.',
  },
  'report.workbook-row-gone': {
    vi: 'Không còn dòng của chỉ tiêu “{indicator}” trong tệp; số hiện có được giữ nguyên.',
    en: 'The row of “{indicator}” is no longer in the file; what is saved stays.',
  },
  'report.workbook-row-added': {
    vi: 'Dòng này không có trong biểu mẫu (“{found}”) nên không được nhập.',
    en: 'This row is not part of the form (“{found}”) and is not taken.',
  },
  'report.workbook-locked-cell': {
    vi: 'Cột “{column}” chỉ để xem và không được nhập: trong tệp là “{found}”, trong hệ thống là {expected}.',
    en: 'The column “{column}” is only shown and is not taken: the file says “{found}”, the system {expected}.',
  },
  'report.workbook-status': {
    vi: '“{found}” không phải trạng thái số liệu. Chọn Ước thực hiện, Số sơ bộ hoặc Số chính thức.',
    en: '“{found}” is no status of a figure. Choose Ước thực hiện, Số sơ bộ or Số chính thức.',
  },
  'report.workbook-unit': {
    vi: '“{found}” có chữ không phải đơn vị tính của chỉ tiêu ({unit}). Chỉ nhập số.',
    en: '“{found}” has words that are not the unit of the indicator ({unit}). Type the number only.',
  },
  'report.workbook-too-large': {
    vi: '“{found}” lớn quá mức ghi được. Kiểm tra lại đơn vị tính.',
    en: '“{found}” is larger than can be stored. Check the unit of measure.',
  },
};
