import type { Words } from '#shared/core/wording.ts';

export const REPORT_REASONS: Words = {
  'report.not-found': {
    vi: 'Không tìm thấy báo cáo này, hoặc báo cáo thuộc cụm khác.',
    en: 'This report does not exist or belongs to another cluster.',
  },
  'report.locked': {
    vi: 'Báo cáo đã gửi nên không sửa được. Nếu cần sửa, liên hệ Cơ quan thường trực Cụm để được đề nghị bổ sung.',
    en: 'The report has been sent and stands still. To change it, ask the standing office to reopen it.',
  },
  'report.already-sent': {
    vi: 'Báo cáo này đã được gửi, không cần gửi lại.',
    en: 'This report has already been sent.',
  },
  'report.no-indicators': {
    vi: 'Năm thi đua này chưa có chỉ tiêu để báo cáo. Cơ quan thường trực Cụm cần giao chỉ tiêu trước.',
    en: 'This emulation year asks for no indicators yet.',
  },
  'report.figure-missing': {
    vi: 'Chưa nhập số liệu: {indicator}.',
    en: 'Figure missing: {indicator}.',
  },
  'report.not-sent': {
    vi: 'Đơn vị chưa gửi báo cáo này.',
    en: 'The unit has not sent this report yet.',
  },
  'report.supplement-asked': {
    vi: 'Đã đề nghị bổ sung; đang chờ đơn vị gửi lại.',
    en: 'Completion has been asked for; waiting for the unit.',
  },
  'report.supplement-open': {
    vi: 'Báo cáo đang được bổ sung; tiếp nhận sau khi đơn vị gửi lại.',
    en: 'The report is being completed; receive it once it is sent again.',
  },
  'report.supplement-due-past': {
    vi: 'Hạn bổ sung đã qua (hôm nay là {todayOn}). Chọn ngày từ hôm nay trở đi.',
    en: 'The date to complete by is over (today is {todayOn}). Choose today or later.',
  },
  'report.consolidated': {
    vi: 'Báo cáo đã được tổng hợp nên không đề nghị bổ sung được nữa.',
    en: 'The report has been consolidated and cannot be reopened.',
  },
  'report.nothing-received': {
    vi: 'Chưa có báo cáo nào đã tiếp nhận để chốt số. Tiếp nhận báo cáo ở tab Báo cáo trước.',
    en: 'No report has been received yet. Receive reports first (tab Reports).',
  },
  'report.all-consolidated': {
    vi: 'Mọi báo cáo đã tiếp nhận đều đã chốt số tổng hợp.',
    en: 'All received reports are consolidated already.',
  },
  'report.nothing-consolidated': {
    vi: 'Kỳ này chưa chốt số tổng hợp nên không có gì để mở lại.',
    en: 'Nothing of this period is consolidated.',
  },
  'report.not-approver': {
    vi: 'Mở lại số đã chốt là việc của người duyệt của đơn vị Cụm trưởng. Hãy chuyển đề nghị tới người duyệt.',
    en: 'Opening consolidated figures again is for the approver of the leading unit. Pass the request on.',
  },
  'report.list-changed-meanwhile': {
    vi: 'Danh sách báo cáo vừa thay đổi trong lúc bạn xem. Chưa chốt gì; đóng khung này, xem lại danh sách mới rồi làm lại.',
    en: 'The list of reports changed while you were looking. Nothing was done; look at the new list and repeat.',
  },
  'report.already-received': {
    vi: 'Báo cáo này đã được tiếp nhận.',
    en: 'This report has already been received.',
  },
  'report.not-chair': {
    vi: 'Chỉ Cơ quan thường trực Cụm ({chair}) tiếp nhận hoặc đề nghị bổ sung báo cáo.',
    en: 'Only the standing office of the chair ({chair}) receives reports or asks to complete them.',
  },
  'report.not-own-unit': {
    vi: 'Chỉ cán bộ tổng hợp của {unit} nhập và gửi báo cáo này.',
    en: 'Only the reporter of {unit} fills and sends this report.',
  },
  'report.unknown-indicator': {
    vi: 'Có chỉ tiêu không thuộc biểu của năm này. Tải lại trang rồi nhập lại.',
    en: 'One of the indicators does not belong to this year. Load the page again.',
  },
  'report.cell-changed-meanwhile': {
    vi: '{indicator}: {who} vừa lưu “{theirs}” lúc {changedAt}, khác với số bạn nhập (“{mine}”). Chọn số đúng rồi lưu lại.',
    en: '{indicator}: {who} saved "{theirs}" at {changedAt}, which is not what you typed ("{mine}"). Choose and save again.',
  },
  'report.changed-meanwhile': {
    vi: 'Báo cáo đã thay đổi trong lúc bạn xem ({who}, {changedAt}: {what}). Tải lại để xem bản mới rồi làm lại.',
    en: 'The report changed while you were looking at it ({who}, {changedAt}: {what}). Load it again and repeat.',
  },
  'report.unit-slip': {
    vi: 'Kiểm tra lại đơn vị tính: có phải {suggested} {unit}?',
    en: 'Check the unit of measure: did you mean {suggested} {unit}?',
  },
  'report.over-hundred': {
    vi: 'Tỷ lệ lớn hơn 100%. Kiểm tra lại số liệu.',
    en: 'The share is more than 100%. Check the figure.',
  },
  'report.large-rise': {
    vi: 'Tăng {percent}% so với năm trước ({prior} {unit}). Kiểm tra lại hoặc ghi lời giải trình.',
    en: '{percent}% more than last year ({prior} {unit}). Check it or explain in the note.',
  },
  'report.large-fall': {
    vi: 'Giảm {percent}% so với năm trước ({prior} {unit}). Kiểm tra lại hoặc ghi lời giải trình.',
    en: '{percent}% less than last year ({prior} {unit}). Check it or explain in the note.',
  },
  'report.negative': {
    vi: 'Số âm ở chỉ tiêu không thể âm: có phải {suggested} {unit}?',
    en: 'This indicator cannot be negative: did you mean {suggested} {unit}?',
  },
  'report.far-above-target': {
    vi: 'Bằng {percent}% kế hoạch ({target} {unit}). Kiểm tra lại hoặc ghi lời giải trình.',
    en: '{percent}% of the target ({target} {unit}). Check it or explain in the note.',
  },
  'report.far-below-target': {
    vi: 'Chỉ đạt {percent}% kế hoạch ({target} {unit}). Kiểm tra lại hoặc ghi lời giải trình.',
    en: 'Only {percent}% of the target ({target} {unit}). Check it or explain in the note.',
  },
  'report.unlike-peers': {
    vi: 'Khác xa các đơn vị cùng cụm: {change}% so với năm trước, {count} đơn vị đã gửi phổ biến {median}%.',
    en: 'Far from the rest of the cluster: {change}% against last year, typically {median}% in the {count} reports sent.',
  },
  'report.share-unlike-peers': {
    vi: 'Khác xa các đơn vị cùng cụm: {count} đơn vị đã gửi phổ biến {median} {unit}.',
    en: 'Far from the rest of the cluster: typically {median} {unit} in the {count} reports sent.',
  },
  'report.unknown-heading': {
    vi: 'Có đề mục thuyết minh không còn trong báo cáo của kỳ này. Tải lại trang rồi nhập lại.',
    en: 'One of the headings is no longer part of the reports of this period. Load the page again.',
  },
  'report.section-changed-meanwhile': {
    vi: 'Đề mục “{heading}”: {who} vừa lưu lúc {changedAt}. Xem hai bản rồi chọn.',
    en: 'Heading "{heading}": {who} saved it at {changedAt}. Look at both versions and choose.',
  },
  'report.heading-in-use': {
    vi: 'Không bỏ được đề mục “{heading}”: {count} báo cáo đã viết ở đó. Đổi tên hoặc giữ lại đề mục.',
    en: 'The heading "{heading}" cannot go: {count} reports have text under it. Rename it or keep it.',
  },
  'report.headings-changed-meanwhile': {
    vi: 'Danh sách đề mục vừa được người khác sửa. Đóng khung này, mở lại rồi sửa tiếp; chưa lưu gì.',
    en: 'Somebody else has just changed the headings. Close this and open it again; nothing was saved.',
  },
  'report.summary-note-changed-meanwhile': {
    vi: 'Lời ghi bên chỉ tiêu “{indicator}”: {who} vừa lưu lúc {changedAt}. Đóng khung này, xem bản mới rồi sửa tiếp; chưa lưu gì.',
    en: 'The note beside "{indicator}": {who} saved it at {changedAt}. Close this and look at it again; nothing was saved.',
  },
  'report.stock-flow-changed-meanwhile': {
    vi: 'Cặp đối chiếu của chỉ tiêu “{indicator}” vừa được người khác sửa. Đóng khung này, xem lại rồi chọn; chưa lưu gì.',
    en: 'Somebody else has just changed what "{indicator}" is checked against. Look again and choose; nothing was saved.',
  },
  'report.summary-unknown-indicator': {
    vi: 'Chỉ tiêu này không có trong biểu tổng hợp của năm. Tải lại trang rồi chọn lại.',
    en: 'This indicator is not part of the summary of the year. Load the page again and choose once more.',
  },
  'report.stock-flow-kinds': {
    vi: 'Chỉ đối chiếu số thời điểm (cuối kỳ) với số thời kỳ (trong năm): “{stock}” và “{flow}” không phải cặp như vậy. Chọn chỉ tiêu khác.',
    en: 'A stock (at a point in time) is checked against a flow (over the year): "{stock}" and "{flow}" are no such pair. Choose another.',
  },
  'report.stock-flow-units': {
    vi: 'Không đối chiếu được: “{stock}” tính bằng {stockUnit}, “{flow}” tính bằng {flowUnit}. Chọn chỉ tiêu cùng loại đơn vị tính.',
    en: 'These cannot be compared: "{stock}" is counted in {stockUnit}, "{flow}" in {flowUnit}. Choose one counted alike.',
  },
  'report.file-not-here': {
    vi: 'Tệp này không còn trong tài liệu minh chứng của báo cáo. Tải lại trang rồi chọn lại.',
    en: 'This file is no longer among the documents of the report. Load the page again and choose once more.',
  },
};
