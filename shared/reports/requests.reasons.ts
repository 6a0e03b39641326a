import type { Words } from '#shared/core/wording.ts';

export const COLLECTING_REASONS: Words = {
  'notice.figures-asked': {
    vi: '{unit} đề nghị {office} cung cấp số, hạn {dueOn}.',
    en: '{unit} asks {office} for figures by {dueOn}.',
  },
  'notice.figures-answered': {
    vi: '{office} đã cung cấp số cho báo cáo. Bấm để so và ghép.',
    en: '{office} has answered with figures for the report. Open to compare and merge them.',
  },
  'collecting.not-found': {
    vi: 'Không tìm thấy yêu cầu cung cấp số này, hoặc yêu cầu không thuộc đơn vị của bạn.',
    en: 'No such request for figures, or it is not one of your unit.',
  },
  'collecting.due-past': {
    vi: 'Hạn trả lời đã qua (hôm nay là {todayOn}). Chọn ngày từ hôm nay trở đi.',
    en: 'The date to answer by is over (today is {todayOn}). Choose today or later.',
  },
  'collecting.link-due-past': {
    vi: 'Hạn trả lời đã qua (hôm nay là {todayOn}), liên kết sẽ không mở được. Bấm “Sửa hạn” để chọn hạn mới, rồi tạo liên kết.',
    en: 'The date to answer by is over (today is {todayOn}), so a link would not open. Press “Change the day” first, then make the link.',
  },
  'collecting.already-asked': {
    vi: '{office} đang được giao chỉ tiêu “{indicator}” và chưa trả lời. Sửa hạn hoặc thu hồi yêu cầu đó.',
    en: '{office} has already been asked for "{indicator}" and has not answered. Change that request or withdraw it.',
  },
  'collecting.already-answered': {
    vi: 'Yêu cầu này đã được trả lời. Nếu cần số khác, bấm “Đề nghị cung cấp lại”.',
    en: 'This request has been answered. To get other figures, ask again.',
  },
  'collecting.not-answered': {
    vi: 'Sở, ngành chưa trả lời yêu cầu này (hoặc đang cung cấp lại), nên chưa có số để ghép.',
    en: 'The office has not answered this request (or is answering again), so there is nothing to merge.',
  },
  'collecting.withdrawn': {
    vi: 'Yêu cầu này đã được thu hồi.',
    en: 'This request has been withdrawn.',
  },
  'collecting.changed-meanwhile': {
    vi: 'Yêu cầu vừa thay đổi trong lúc bạn xem. Tải lại để xem bản mới rồi làm lại; chưa lưu gì.',
    en: 'The request changed while you were looking at it. Load it again and repeat; nothing was saved.',
  },
  'collecting.cell-changed-meanwhile': {
    vi: 'Số liệu “{indicator}” trong báo cáo vừa được sửa trong lúc bạn xem. Tải lại, so hai số rồi chọn lại; chưa ghép gì.',
    en: 'The figure "{indicator}" of the report was changed while you were looking. Load again and choose; nothing was merged.',
  },
  'collecting.other-figures': {
    vi: 'Có chỉ tiêu không thuộc yêu cầu này. Tải lại trang rồi nhập lại.',
    en: 'Some of the figures do not belong to this request. Load the page again.',
  },
  'collecting.figure-missing': {
    vi: 'Chưa có số liệu: {indicator}. Nếu không có số, ghi lý do ở cột ghi chú.',
    en: 'Figure missing: {indicator}. If there is none, say why in the note.',
  },
  'collecting.link-closed': {
    vi: 'Liên kết này không còn dùng được: đã hết hạn, đã gửi số hoặc đã bị thu hồi. Hãy đề nghị người giao gửi liên kết mới.',
    en: 'This link no longer opens: it is over, was used or was withdrawn. Ask whoever sent it for a new one.',
  },
  'collecting.too-many': {
    vi: 'Mở liên kết quá nhiều lần từ mạng này. Chờ ít phút rồi thử lại.',
    en: 'Too many tries from this network. Wait some minutes and try again.',
  },
  'collecting.unit-not-below': {
    vi: 'Đơn vị được chọn không trực thuộc tỉnh của báo cáo. Chọn trong danh sách, hoặc ghi tên sở, ngành.',
    en: 'The chosen unit is not below the province of the report. Choose from the list or write the name of the office.',
  },
};
