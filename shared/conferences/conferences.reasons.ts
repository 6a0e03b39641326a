import type { Words } from '#shared/core/wording.ts';

export const CONFERENCE_REASONS: Words = {
  'conference.not-found': {
    vi: 'Không có Hội nghị này, hoặc Hội nghị thuộc Cụm khác.',
    en: 'There is no such conference, or it belongs to another cluster.',
  },
  'conference.not-chair': {
    vi: 'Hội nghị do cơ quan thường trực của Cụm trưởng đương nhiệm ({unit}) chuẩn bị: bạn xem được nhưng không thay đổi được.',
    en: 'The standing office of the present chair ({unit}) prepares the conference: you can read it but not change it.',
  },
  'conference.not-approver': {
    vi: 'Đính chính biên bản đã chốt là việc của Trưởng phòng (người duyệt). Hãy chuyển đề nghị tới người duyệt.',
    en: 'Correcting closed minutes is for the head of the desk (approver). Pass the request on.',
  },
  'conference.exists': {
    vi: 'Năm thi đua này đã có Hội nghị ngày {heldOn}: “{title}”. Mỗi năm một Hội nghị tổng kết; hãy sửa Hội nghị đã có.',
    en: 'This emulation year already has a conference on {heldOn}: “{title}”. There is one closing conference a year; change the one there.',
  },
  'conference.before-year': {
    vi: 'Ngày tổ chức {heldOn} trước ngày bắt đầu năm thi đua ({yearStartsOn}). Xem lại ngày.',
    en: 'The day {heldOn} is before the emulation year began ({yearStartsOn}). Check the date.',
  },
  'conference.after-recommendations': {
    vi: 'Ngày tổ chức {heldOn} sau ngày ghi nhận ({madeOn}) của ý kiến số {numbers}. Sửa ngày ghi nhận của ý kiến trước, hoặc xem lại ngày tổ chức.',
    en: 'The day {heldOn} is after recommendation {numbers} was made ({madeOn}). Change the date of the recommendation first, or check the day.',
  },
  'conference.changed-meanwhile': {
    vi: '{who} đã thay đổi Hội nghị này lúc {changedAt} ({what}). Chưa ghi gì; xem bản mới rồi chọn nội dung giữ lại.',
    en: '{who} changed this conference at {changedAt} ({what}). Nothing was saved; look at the new version and choose what to keep.',
  },
  'conference.closed': {
    vi: 'Hội nghị đã tổ chức và biên bản đã chốt nên không sửa được nữa. Sai sót trong biên bản do người duyệt đính chính, có lý do.',
    en: 'The conference was held and its minutes are closed. An error in the minutes is corrected by the approver, with a reason.',
  },
  'conference.already-closed': { vi: 'Biên bản đã chốt.', en: 'The minutes are closed.' },
  'conference.still-open': {
    vi: 'Biên bản chưa chốt: cứ sửa trực tiếp, không cần đính chính.',
    en: 'The minutes are still open: simply change them.',
  },
  'conference.not-yet-held': {
    vi: 'Hội nghị tổ chức ngày {heldOn}, hôm nay mới {todayOn}. Chốt biên bản từ ngày tổ chức.',
    en: 'The conference is on {heldOn}, today is {todayOn}. Close the minutes from that day on.',
  },
  'conference.no-minutes': {
    vi: 'Biên bản còn trống. Bấm “Soạn từ chương trình” rồi xem lại trước khi chốt.',
    en: 'The minutes are empty. Press “Draft from the programme” and read them before closing.',
  },
  'agenda.time': {
    vi: 'Dòng {position}: không đọc được giờ “{typed}”. Nhập giờ và phút, ví dụ 08:15 hoặc 8h15.',
    en: 'Line {position}: “{typed}” is not a time. Type hours and minutes, for example 08:15.',
  },
  'agenda.no-content': { vi: 'Dòng {position}: chưa có nội dung.', en: 'Line {position} has no content.' },
  'agenda.out-of-order': {
    vi: 'Dòng {position} “{content}” lúc {time} lại đứng sau “{before}” lúc {beforeTime}. Sửa giờ hoặc đổi chỗ hai dòng.',
    en: 'Line {position} “{content}” at {time} stands after “{before}” at {beforeTime}. Change the time or the order.',
  },
  'delegate.not-found': {
    vi: 'Đại biểu này không còn trong danh sách. Hãy tải lại trang.',
    en: 'This delegate is no longer on the list. Reload the page.',
  },
  'delegate.not-own': {
    vi: 'Chỉ đơn vị được mời trả lời giấy mời của mình.',
    en: 'Only the invited unit answers its own invitation.',
  },
  'delegate.not-member': {
    vi: 'Đơn vị được chọn không là thành viên của Cụm trong năm này. Chọn một thành viên, hoặc ghi tên cơ quan ở ô Cơ quan, tổ chức.',
    en: 'The chosen unit is not a member of the cluster in this year. Choose a member, or write the organisation instead.',
  },
  'delegate.no-unit': {
    vi: 'Chưa chọn đơn vị thành viên của đoàn, cũng chưa ghi cơ quan, tổ chức.',
    en: 'Neither a member unit nor an organisation is given for this delegation.',
  },
  'delegate.nobody': {
    vi: 'Chưa có họ tên, đơn vị hoặc cơ quan: cần ít nhất một trong ba.',
    en: 'Give at least a name, a unit or an organisation.',
  },
  'delegate.changed-meanwhile': {
    vi: '{who} đã thay đổi dòng đại biểu này lúc {changedAt} ({what}). Chưa ghi gì; hãy tải lại để xem bản mới.',
    en: '{who} changed this delegate at {changedAt} ({what}). Nothing was saved; reload to see the new version.',
  },
  'delegate.answer-too-late': {
    vi: 'Hội nghị đã diễn ra ngày {heldOn}: không trả lời giấy mời được nữa, Cơ quan thường trực Cụm điểm danh.',
    en: 'The conference took place on {heldOn}: invitations can no longer be answered, the standing office marks who came.',
  },
  'delegate.already-present': {
    vi: 'Cơ quan thường trực Cụm đã điểm danh có mặt, không cần trả lời giấy mời nữa.',
    en: 'The standing office has marked you present; no answer is needed.',
  },
  'invitation.nobody': {
    vi: 'Chưa có ai để mời: danh sách đại biểu còn trống hoặc mọi người đã báo vắng. Thêm đại biểu rồi tải giấy mời.',
    en: 'There is nobody to invite: the list of delegates is empty, or everybody has declined. Add delegates first.',
  },
  'delegate.present-before-day': {
    vi: 'Hội nghị tổ chức ngày {heldOn}, hôm nay mới {todayOn}. Điểm danh có mặt từ ngày tổ chức.',
    en: 'The conference is on {heldOn}, today is {todayOn}. Presence is marked from that day on.',
  },
  'recommendation.not-found': {
    vi: 'Không có ý kiến này, ý kiến đã bị bỏ, hoặc thuộc Cụm khác.',
    en: 'There is no such recommendation, it was removed, or it belongs to another cluster.',
  },
  'recommendation.number-taken': {
    vi: 'Số {number} đã có: “{content}”. Số tiếp theo còn trống là {next}.',
    en: 'Number {number} is taken: “{content}”. The next free number is {next}.',
  },
  'recommendation.no-lead': {
    vi: 'Chưa chọn đơn vị thực hiện nào. Mỗi ý kiến phải có ít nhất một đơn vị chịu trách nhiệm.',
    en: 'No lead unit is chosen. Every recommendation needs at least one unit that answers for it.',
  },
  'recommendation.lead-not-member': {
    vi: 'Có đơn vị được chọn không là thành viên của Cụm trong năm này. Bỏ chọn đơn vị đó; cơ quan ngoài Cụm ghi ở ô Cơ quan phối hợp.',
    en: 'A chosen unit is not a member of the cluster in this year. Take it out; others go to the coordinating field.',
  },
  'recommendation.before-conference': {
    vi: 'Ngày ghi nhận {madeOn} trước ngày Hội nghị {heldOn}. Ý kiến nêu tại Hội nghị thì ghi từ ngày tổ chức.',
    en: 'Made on {madeOn}, before the conference of {heldOn}. What is said at the conference bears its day or a later one.',
  },
  'recommendation.due-before-made': {
    vi: 'Thời hạn {dueOn} trước ngày nêu ý kiến {madeOn}. Chọn thời hạn từ ngày {madeOn} trở đi, hoặc để trống.',
    en: 'Due on {dueOn}, before it was made on {madeOn}. Choose a due date from {madeOn} on, or leave it empty.',
  },
  'recommendation.made-after-report': {
    vi: 'Ngày ghi nhận {madeOn} sau ngày {unit} đã báo kết quả ({reportedOn}). Giữ ngày cũ, hoặc chọn ngày không sau {reportedOn}.',
    en: 'Made on {madeOn}, after {unit} reported on it ({reportedOn}). Keep the old date, or choose one not after {reportedOn}.',
  },
  'recommendation.lead-has-reported': {
    vi: '{units} đã báo tình trạng thực hiện nên không bỏ khỏi danh sách được. Giữ lại đơn vị này.',
    en: '{units} has reported already and cannot be taken off the list. Keep this unit.',
  },
  'recommendation.lead-has-documents': {
    vi: '{units} đã đính kèm tài liệu (có thể đã gỡ) nên không bỏ khỏi danh sách được. Giữ lại đơn vị này.',
    en: '{units} has attached documents (perhaps removed since) and cannot be taken off the list. Keep this unit.',
  },
  'recommendation.has-results': {
    vi: 'Không bỏ được: {units} đã báo tình trạng thực hiện. Kết quả đã báo phải được giữ lại; nếu ghi sai thì sửa nội dung.',
    en: 'It cannot be removed: {units} has reported. Reported results are kept; correct the text instead.',
  },
  'recommendation.changed-meanwhile': {
    vi: '{who} đã thay đổi ý kiến này lúc {changedAt} ({what}). Chưa ghi gì; xem bản mới rồi chọn nội dung giữ lại.',
    en: '{who} changed this recommendation at {changedAt} ({what}). Nothing was saved; look at the new version and choose what to keep.',
  },
  'recommendation.not-made-yet': {
    vi: 'Ý kiến số {number} được ghi nhận ngày {madeOn}, hôm nay mới {todayOn}. Báo kết quả từ ngày đó.',
    en: 'Recommendation {number} is of {madeOn}, today is {todayOn}. Report from that day on.',
  },
  'recommendation.no-outcome': {
    vi: 'Chưa ghi kết quả thực hiện. Việc đã hoàn thành phải nói rõ làm được gì.',
    en: 'The outcome is missing. A task that is done must say what was achieved.',
  },
  'recommendation-task.not-found': {
    vi: 'Không có việc này, hoặc việc thuộc Cụm khác. Hãy tải lại trang.',
    en: 'There is no such task, or it belongs to another cluster. Reload the page.',
  },
  'recommendation-task.not-own': {
    vi: 'Mỗi đơn vị tự báo kết quả thực hiện của mình.',
    en: 'Every unit reports on its own task.',
  },
  'recommendation-task.changed-meanwhile': {
    vi: '{who} đã cập nhật việc này lúc {changedAt} ({what}). Chưa ghi gì; xem bản mới rồi chọn nội dung giữ lại.',
    en: '{who} updated this task at {changedAt} ({what}). Nothing was saved; look at the new version and choose what to keep.',
  },
};
