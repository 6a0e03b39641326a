import type { Words } from '#shared/core/wording.ts';

export const RECIPIENT_REASONS: Words = {
  'recipient.not-found': {
    vi: 'Không tìm thấy tập thể, cá nhân này, hoặc hồ sơ không thuộc phạm vi của đơn vị bạn.',
    en: 'No such recipient, or it is outside your unit’s scope.',
  },
  'recipient.not-own-unit': {
    vi: 'Hồ sơ này thuộc {unit}. Chỉ chuyên viên của đơn vị đó và quản trị hệ thống được sửa; nếu nội dung chưa đúng, hãy đề nghị {unit} sửa.',
    en: 'This recipient belongs to {unit}. Only its specialists and the administrator may change it; ask {unit} to correct it.',
  },
  'recipient.unit-not-yours': {
    vi: 'Bạn chỉ thêm được tập thể, cá nhân của đơn vị mình.',
    en: 'You can only add recipients of your own unit.',
  },
  'recipient.unit-unknown': {
    vi: 'Không có đơn vị này trong Danh mục đơn vị.',
    en: 'The register of units has no such unit.',
  },
  'recipient.merged-away': {
    vi: 'Hồ sơ này đã được ghép vào hồ sơ “{name}”. Hãy mở hồ sơ đó để sửa.',
    en: 'This record was merged into “{name}”. Open that one to make changes.',
  },
  'recipient.changed-meanwhile': {
    vi: '{who} đã thay đổi hồ sơ này lúc {changedAt}. Nội dung bạn đang nhập chưa được ghi đè; hãy so hai bản rồi chọn.',
    en: '{who} changed this record at {changedAt}. Nothing you typed was overwritten; compare the two versions and choose.',
  },
  'recipient.name-missing': {
    vi: 'Tên “{found}” chưa đủ: cần ít nhất {leastCount} chữ cái.',
    en: 'The name “{found}” is not enough; at least {leastCount|letter is|letters are} needed.',
  },
  'recipient.name-same': {
    vi: 'Tên mới giống hệt tên đang dùng. Nhập tên mới, hoặc dùng “Sửa” nếu chỉ chữa lỗi gõ.',
    en: 'The new name is the present one. Enter the new name, or use “Edit” to correct a typing mistake.',
  },
  'recipient.post-same': {
    vi: 'Đơn vị, chức vụ và nơi công tác không có gì thay đổi.',
    en: 'Unit, position and workplace are as they were.',
  },
  'recipient.text-html': {
    vi: 'Ô này chỉ nhận chữ thường, không nhận mã HTML: tìm thấy “{found}”. Hãy xóa mã này.',
    en: 'This field is plain text and takes no HTML: “{found}” was found. Delete it.',
  },
  'recipient.birth-format': {
    vi: 'Không đọc được ngày sinh “{found}”. Nhập ngày, ví dụ 12/5/1985, hoặc chỉ năm, ví dụ 1985.',
    en: 'The date of birth “{found}” cannot be read. Enter a day such as 12/5/1985, or the year alone such as 1985.',
  },
  'recipient.birth-future': {
    vi: 'Ngày sinh {found} ở sau hôm nay ({todayOn}). Kiểm tra lại năm.',
    en: 'The date of birth {found} is after today ({todayOn}). Check the year.',
  },
  'recipient.birth-too-old': {
    vi: 'Ngày sinh {found} cách nay hơn {years} năm. Kiểm tra lại năm.',
    en: 'The date of birth {found} is more than {years} years ago. Check the year.',
  },
  'recipient.founded-format': {
    vi: 'Không đọc được ngày thành lập “{found}”. Nhập ngày, tháng hoặc năm, ví dụ 12/5/1985, 5/1985, 1985.',
    en: 'The date of founding “{found}” cannot be read. Enter a day, month or year, such as 12/5/1985, 5/1985, 1985.',
  },
  'recipient.founded-future': {
    vi: 'Ngày thành lập {found} ở sau hôm nay ({todayOn}). Kiểm tra lại năm.',
    en: 'The date of founding {found} is after today ({todayOn}). Check the year.',
  },
  'recipient.change-future': {
    vi: 'Ngày thay đổi {changedOn} ở sau hôm nay ({todayOn}). Ghi khi đã có hiệu lực.',
    en: 'The day of change {changedOn} is after today ({todayOn}). Record it once it is in force.',
  },
  'recipient.change-before-last': {
    vi: 'Ngày thay đổi {changedOn} không sau lần thay đổi trước ({sinceOn}). Nhập ngày sau đó.',
    en: 'The day of change {changedOn} is not after the last change ({sinceOn}). Enter a later day.',
  },
  'recipient.change-before-beginning': {
    vi: 'Ngày thay đổi {changedOn} ở trước ngày sinh hoặc ngày thành lập ({began}).',
    en: 'The day of change {changedOn} is before birth or founding ({began}).',
  },
  'recipient.reason-short': {
    vi: 'Nêu lý do (ít nhất {leastCount} ký tự): lý do được giữ lại trong lịch sử.',
    en: 'Give the reason (at least {leastCount} characters); the history keeps it.',
  },
  'recipient.look-alikes': {
    vi: 'Đã có {foundCount} hồ sơ giống “{name}”. Xem các hồ sơ đó; nếu là đối tượng khác thì bấm “Vẫn thêm mới”.',
    en: 'Found {foundCount|record|records} like “{name}”. Look there first; if this is somebody else, press “Add anyway”.',
  },
  'recipient.not-a-person': {
    vi: 'Chỉ ghi số căn cước, dân tộc cho cá nhân.',
    en: 'Citizen number and ethnicity are recorded of individuals only.',
  },
  'recipient.secrets-closed': {
    vi: 'Vai trò của bạn không được xem dữ liệu này của hồ sơ thuộc {unit}.',
    en: 'Your role may not see this of a recipient of {unit}.',
  },
  'recipient.ethnicity-changed-meanwhile': {
    vi: 'Người khác vừa ghi dân tộc của hồ sơ này. Hãy mở lại để xem rồi ghi.',
    en: 'Somebody else has just written the ethnicity of this record. Open it again before writing.',
  },
  'cccd.missing': { vi: 'Nhập số căn cước.', en: 'Enter the citizen number.' },
  'cccd.not-digits': {
    vi: 'Số căn cước chỉ gồm chữ số: kiểm tra xem có chữ cái bị gõ lẫn (ví dụ chữ O thay số 0).',
    en: 'A citizen number consists of digits only: check for letters among them (an O in place of a 0).',
  },
  'cccd.old-number': {
    vi: 'Đây là số chứng minh nhân dân cũ (9 chữ số). Nhập số căn cước 12 chữ số; nếu chưa có thì để trống.',
    en: 'This is an old identity number (CMND, 9 digits). Enter the citizen number of 12 digits, or leave it empty.',
  },
  'cccd.length': {
    vi: 'Số căn cước phải có {neededCount} chữ số, số vừa nhập có {foundCount}.',
    en: 'A citizen number has {neededCount} digits; this one has {foundCount}.',
  },
  'cccd.clash': {
    vi: 'Số căn cước này đang ghi ở hồ sơ {who}. Có thể là cùng một người: hãy mở hồ sơ đó, hoặc kiểm tra lại số. Nếu chắc chắn đúng, bấm “Vẫn lưu” để đưa vào danh sách nghi trùng.',
    en: 'This citizen number stands on {who}. It may be the same person: open that record, or check the number. If it is right, press “Save anyway”; the two will be listed as likely duplicates.',
  },
  'cccd.unreadable': {
    vi: 'Không mở được số căn cước: khóa mã hóa của lần ghi đó không còn trên máy chủ. Hãy báo quản trị hệ thống.',
    en: 'The citizen number cannot be opened: the key it was sealed with is no longer on the server. Tell the administrator.',
  },
  'cccd.asked-too-often': {
    vi: 'Bạn đã dùng số căn cước để tra hồ sơ {mostCount} lần trong một giờ. Thử lại sau {minutesCount} phút, hoặc để trống số căn cước và ghi sau. Cần nhập nhiều người thì dùng “Nhập từ Excel”.',
    en: 'You have looked for records by citizen number {mostCount} times within an hour. Try again in {minutesCount|minute|minutes}, or leave the number empty and enter it later. To enter many people, use “Import from Excel”.',
  },
  'hold.not-found': { vi: 'Không tìm thấy lần tạm dừng này.', en: 'No such suspension.' },
  'hold.from-future': {
    vi: 'Ngày bắt đầu {fromOn} ở sau hôm nay ({todayOn}). Ghi khi việc tạm dừng bắt đầu.',
    en: 'The first day {fromOn} is after today ({todayOn}). Record it when it begins.',
  },
  'hold.ends-before': {
    vi: 'Ngày kết thúc {toOn} ở trước ngày bắt đầu {fromOn}.',
    en: 'The last day {toOn} is before the first ({fromOn}).',
  },
  'hold.lifted-before': {
    vi: 'Lần tạm dừng này đã được gỡ từ {liftedOn}.',
    en: 'This suspension was lifted on {liftedOn} already.',
  },
  'hold.lift-before': {
    vi: 'Ngày gỡ {liftedOn} ở trước ngày bắt đầu tạm dừng {fromOn}.',
    en: 'The day of lifting {liftedOn} is before the suspension began ({fromOn}).',
  },
  'hold.lift-future': {
    vi: 'Ngày gỡ {liftedOn} ở sau hôm nay ({todayOn}).',
    en: 'The day of lifting {liftedOn} is after today ({todayOn}).',
  },
  'line.not-found': { vi: 'Không tìm thấy quan hệ này giữa hai tập thể.', en: 'No such link between the two.' },
  'line.other-not-found': {
    vi: 'Không tìm thấy tập thể kia, hoặc hồ sơ không thuộc phạm vi của đơn vị bạn. Hãy tìm và chọn lại.',
    en: 'The other collective was not found, or is outside your scope. Search and choose again.',
  },
  'line.itself': {
    vi: 'Một tập thể không thể sáp nhập vào, chia tách từ chính mình. Chọn tập thể khác.',
    en: 'A collective cannot merge into, or split from, itself. Choose another one.',
  },
  'line.not-collective': {
    vi: '“{name}” không phải tập thể: chỉ tập thể mới sáp nhập, chia tách.',
    en: '“{name}” is not a collective; only collectives merge and split.',
  },
  'line.circle': {
    vi: '“{to}” đã sáp nhập vào hoặc tạo nên “{from}” (trực tiếp hoặc qua tập thể khác), nên không thể ngược lại.',
    en: '“{to}” already leads to “{from}”, directly or through others, so it cannot be the other way round.',
  },
  'line.known': {
    vi: 'Quan hệ giữa hai tập thể này đã được ghi.',
    en: 'This link between the two is recorded already.',
  },
  'line.future': {
    vi: 'Ngày {onDate} ở sau hôm nay ({todayOn}). Ghi khi đã có hiệu lực.',
    en: 'The day {onDate} is after today ({todayOn}). Record it once it is in force.',
  },
  'line.before-founding': {
    vi: 'Ngày {onDate} ở trước ngày thành lập của “{name}” ({began}).',
    en: 'The day {onDate} is before “{name}” was founded ({began}).',
  },
};
