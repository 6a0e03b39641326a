import type { Words } from '#shared/core/wording.ts';

/** Looking through reports: comments beside figures, opening again, reminding. */
export const REVIEWING_REASONS: Words = {
  'notice.report-comment': {
    vi: '{office} có ý kiến về số liệu trong {title}. Bấm để xem và trả lời.',
    en: '{office} commented on figures of {title}. Open to read and answer.',
  },
  'notice.report-comment-answered': {
    vi: '{unit} đã trả lời ý kiến về số liệu trong {title}.',
    en: '{unit} answered comments on figures of {title}.',
  },
  'notice.report-supplement': {
    vi: '{title}: {office} đề nghị bổ sung, hạn {dueOn}. Bấm để xem nội dung và sửa.',
    en: '{title}: {office} asks you to complete it by {dueOn}. Open to read what and correct it.',
  },
  'notice.report-reopened': {
    vi: '{title} được mở lại cho đơn vị đến {untilAt}. Sau đó báo cáo tự khóa.',
    en: '{title} is open again for your unit until {untilAt}. Then it locks by itself.',
  },
  'notice.report-reminder': {
    vi: 'Đôn đốc (hạn {dueOn}): {message}',
    en: 'Reminder (due {dueOn}): {message}',
  },
  'report.reopen-draft': {
    vi: 'Đơn vị chưa gửi báo cáo nên vẫn nhập và gửi được, kể cả khi đã quá hạn. Không cần mở lại; có thể gửi đôn đốc.',
    en: 'The unit has not sent this report and can still do so, however late. There is nothing to open again; send a reminder instead.',
  },
  'report.reopen-supplement': {
    vi: 'Báo cáo đang được bổ sung nên đơn vị vẫn sửa được. Không cần mở lại.',
    en: 'The unit is completing this report and can change it already.',
  },
  'report.reopen-consolidated': {
    vi: 'Báo cáo đã được tổng hợp. Người duyệt của đơn vị Cụm trưởng mở lại số đã chốt ở Biểu tổng hợp trước, rồi mở lại cho đơn vị.',
    en: 'The report is consolidated. The approver of the leading unit first opens the consolidated figures again (Summary), then the report can be opened for its unit.',
  },
  'report.reopen-past': {
    vi: 'Giờ mở lại phải sau lúc này ({nowAt}). Chọn giờ hoặc ngày muộn hơn.',
    en: 'That minute is over (it is {nowAt}). Choose a later time or day.',
  },
  'report.reopen-too-long': {
    vi: 'Chỉ mở lại tối đa {dayCount} ngày (đến {latestAt}). Cần lâu hơn thì dùng Đề nghị bổ sung với hạn mới.',
    en: 'A report opens again for {dayCount} days at most (until {latestAt}). For longer, ask to complete it by a new date.',
  },
  'report.reopened-now': {
    vi: 'Báo cáo đang mở lại cho đơn vị đến {untilAt}. Chờ đơn vị gửi lại hoặc đến giờ đó; cần sớm hơn thì bấm Khóa lại ngay.',
    en: 'The report is open again for its unit until {untilAt}. Wait until it is sent or that minute comes, or lock it now.',
  },
  'report.not-reopened': {
    vi: 'Báo cáo này không còn mở lại: đơn vị đã gửi lại hoặc đã hết giờ. Tải lại trang để xem trạng thái mới.',
    en: 'The report is not open any more: it was sent again or its time is over. Load the page again.',
  },
  'report.reopened-empty': {
    vi: '{indicator}: báo cáo đã gửi và đang mở lại đến {untilAt}, nên số liệu chỉ thay được, không để trống. Nhập số mới rồi lưu.',
    en: '{indicator}: the report was sent and is open again until {untilAt}, so a figure can be replaced, not removed. Enter the new figure.',
  },
  'report.comment-not-sent': {
    vi: 'Đơn vị chưa gửi báo cáo này nên chưa nêu ý kiến về số liệu được.',
    en: 'The unit has not sent this report yet, so its figures cannot be commented on.',
  },
  'report.comment-office-first': {
    vi: 'Chưa có ý kiến nào của Cơ quan thường trực Cụm về chỉ tiêu này để trả lời. Ghi giải trình vào ô Ghi chú.',
    en: 'The standing office has not commented on this figure. Write an explanation in its note instead.',
  },
  'report.comment-not-yours': {
    vi: 'Chỉ Cơ quan thường trực Cụm và đơn vị báo cáo trao đổi về số liệu này.',
    en: 'Only the standing office and the reporting unit discuss this figure.',
  },
  'report.thread-done': {
    vi: 'Ý kiến này đã được đánh dấu xong.',
    en: 'This thread is marked as done already.',
  },
  'report.thread-not-done': {
    vi: 'Ý kiến này chưa được đánh dấu xong nên không cần mở lại.',
    en: 'This thread is not marked as done, so it need not be opened again.',
  },
  'report.thread-changed-meanwhile': {
    vi: 'Trao đổi về {indicator} vừa có thêm ý kiến. Đọc ý kiến mới rồi đánh dấu lại; chưa lưu gì.',
    en: 'Somebody has just written about {indicator}. Read it and mark again; nothing was saved.',
  },
  'report.no-thread': {
    vi: 'Chưa có ý kiến nào về chỉ tiêu này.',
    en: 'Nobody has commented on this figure.',
  },
  'report.remind-sent': {
    vi: '{unit}: đã gửi báo cáo nên không cần đôn đốc. Bỏ chọn đơn vị này.',
    en: '{unit} has sent its report and needs no reminder. Leave it out.',
  },
  'report.remind-left': {
    vi: '{unit}: không còn là thành viên của Cụm nên không gửi đôn đốc. Bỏ chọn đơn vị này.',
    en: '{unit} is no member any more. Leave it out.',
  },
  'report.reminded-lately': {
    vi: '{unit}: {who} vừa gửi đôn đốc lúc {sentAt}. Bỏ chọn đơn vị này, hoặc đánh dấu vẫn gửi nếu thật cần.',
    en: '{unit}: {who} sent a reminder at {sentAt}. Leave it out, or mark it to be sent all the same.',
  },
};
