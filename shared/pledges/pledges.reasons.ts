import type { Words } from '#shared/core/wording.ts';

export const PLEDGE_REASONS: Words = {
  'pledge.not-found': {
    vi: 'Không tìm thấy giao ước này, hoặc giao ước thuộc cụm khác.',
    en: 'This pledge does not exist or belongs to another cluster.',
  },
  'pledge.exists': {
    vi: 'Năm thi đua này đã có giao ước. Tải lại trang để xem.',
    en: 'This emulation year already has a pledge. Reload the page to see it.',
  },
  'pledge.not-leading': {
    vi: 'Chỉ Cơ quan thường trực Cụm ({unit}) soạn nội dung và chuyển bước giao ước.',
    en: 'Only the standing office of the cluster ({unit}) writes the pledge and moves it on.',
  },
  'pledge.not-approver': {
    vi: 'Chỉ người duyệt của đơn vị Cụm trưởng ({unit}) mở lại được nội dung đã thống nhất.',
    en: 'Only the approver of the leading unit ({unit}) can reopen agreed content.',
  },
  'pledge.not-own-unit': {
    vi: 'Chỉ cán bộ tổng hợp của {unit} đăng ký chỉ tiêu và cho ý kiến thay {unit}.',
    en: 'Only the reporter of {unit} registers targets and gives its opinion.',
  },
  'pledge.not-signer': {
    vi: 'Chỉ cán bộ tổng hợp của {unit} hoặc Cơ quan thường trực Cụm ({chair}) ghi nhận chữ ký của {unit}.',
    en: 'Only the reporter of {unit} or the standing office ({chair}) records the signature of {unit}.',
  },
  'pledge.not-asked': {
    vi: '{unit} không là thành viên của Cụm trong năm này nên không có chỉ tiêu, ý kiến trong giao ước.',
    en: '{unit} is not a member of the cluster in this year and has no part in this pledge.',
  },
  'pledge.text-consulted': {
    vi: 'Đang lấy ý kiến về nội dung này. Muốn sửa, bấm “Trở lại dự thảo”, rồi lấy ý kiến lại.',
    en: 'Opinions are being collected on this text. To edit it, return it to draft, then ask again.',
  },
  'pledge.frozen': {
    vi: 'Nội dung và chỉ tiêu đã thống nhất nên không sửa được. Người duyệt của Cụm trưởng có thể mở lại nội dung; chữ ký đã có sẽ hết hiệu lực.',
    en: 'Text and targets are agreed and closed. The approver of the leading unit can reopen them; signatures given so far lose their force.',
  },
  'pledge.published': {
    vi: 'Giao ước đã phát hành, lưu nên không thay đổi được nữa.',
    en: 'The pledge is published and can no longer be changed.',
  },
  'pledge.reopen-published': {
    vi: 'Giao ước đã phát hành nên không mở lại được: mọi đơn vị đã ký và giữ bản này. Thay đổi đưa vào giao ước năm sau.',
    en: 'A published pledge cannot be reopened: every member has signed and holds it. Put the change into the next pledge.',
  },
  'pledge.letter': {
    vi: 'Nội dung giao ước có ký tự “{letter}” không in được. Thay bằng chữ hoặc dấu thường dùng.',
    en: 'The joint text has the sign “{letter}”, which cannot be printed. Replace it with plain letters.',
  },
  'pledge.letter-on-paper': {
    vi: 'Ký tự “{letter}” không in được lên bản giao ước. Thay bằng chữ hoặc dấu thường dùng.',
    en: 'The sign “{letter}” cannot be printed on the pledge. Replace it with plain letters.',
  },
  'pledge.unknown-indicator': {
    vi: 'Có chỉ tiêu không thuộc bộ chỉ tiêu của năm này. Tải lại trang rồi nhập lại.',
    en: 'One of the indicators does not belong to this year. Reload the page and enter it again.',
  },
  'pledge.target-negative': {
    vi: '{indicator}: chỉ tiêu là số âm. Nhập số từ 0 trở lên; mức giảm ghi bằng số dương.',
    en: '{indicator}: the target is negative. Enter 0 or more; a fall is written as a positive number.',
  },
  'pledge.target-changed-meanwhile': {
    vi: '{indicator}: {who} vừa lưu “{theirs}” lúc {changedAt}, khác với số bạn nhập (“{mine}”). Chọn số đúng rồi lưu lại.',
    en: '{indicator}: {who} saved "{theirs}" at {changedAt}, which is not what you typed ("{mine}"). Choose and save again.',
  },
  'pledge.signature-changed': {
    vi: 'Người khác vừa đính chính chữ ký của {unit}: {signatory}, ngày {signedOn}. Đóng, xem lại rồi đính chính nếu vẫn còn sai.',
    en: 'Somebody else has just corrected the signature of {unit}: {signatory}, on {signedOn}. Close, look at it, and correct it again if it is still wrong.',
  },
  'pledge.changed-meanwhile': {
    vi: 'Giao ước đã thay đổi trong lúc bạn xem ({who}, {changedAt}: {what}). Tải lại để xem bản mới rồi làm lại.',
    en: 'The pledge changed while you were looking at it ({who}, {changedAt}: {what}). Reload it and try again.',
  },
  'pledge.consulting': {
    vi: 'Đang lấy ý kiến về giao ước này.',
    en: 'Opinions on this pledge are already being collected.',
  },
  'pledge.due-past': {
    vi: 'Hạn cho ý kiến {found} đã qua (hôm nay là {todayOn}). Chọn ngày từ hôm nay trở đi.',
    en: 'The due date {found} is over (today is {todayOn}). Choose today or later.',
  },
  'pledge.is-draft': { vi: 'Giao ước đang là dự thảo.', en: 'The pledge is a draft already.' },
  'pledge.not-consulting': {
    vi: 'Chưa đến bước lấy ý kiến. Cơ quan thường trực Cụm gửi dự thảo khi soạn xong.',
    en: 'Opinions are not asked for yet. The standing office sends the draft round when it is ready.',
  },
  'pledge.opinion-missing': {
    vi: 'Chưa ghi nội dung đề nghị sửa đổi. Ghi rõ sửa chỗ nào, thành thế nào.',
    en: 'Say what should be changed, and to what.',
  },
  'pledge.not-consulted': {
    vi: 'Chưa lấy ý kiến các đơn vị. Bấm “Lấy ý kiến” trước khi thống nhất nội dung.',
    en: 'The members have not been asked yet. Ask for opinions before the content is agreed.',
  },
  'pledge.agreed': { vi: 'Nội dung đã được thống nhất.', en: 'The content has been agreed already.' },
  'pledge.no-targets': {
    vi: 'Chưa đơn vị nào đăng ký chỉ tiêu. Các đơn vị đăng ký trước khi thống nhất nội dung.',
    en: 'No member has registered a target yet. Targets come before the content is agreed.',
  },
  'pledge.not-agreed': {
    vi: 'Nội dung chưa thống nhất nên chưa ký kết được. Thống nhất nội dung trước.',
    en: 'The content is not agreed yet. Agree on it before it is signed.',
  },
  'pledge.signing': { vi: 'Giao ước đang ở bước ký kết.', en: 'The pledge is already open for signing.' },
  'pledge.not-frozen': {
    vi: 'Chưa ký được: nội dung chưa thống nhất nên còn thay đổi. Cơ quan thường trực Cụm thống nhất nội dung rồi mở ký kết.',
    en: 'It cannot be signed yet: the content is not frozen and may still change. The standing office agrees the content and opens signing first.',
  },
  'pledge.signing-closed': {
    vi: 'Nội dung đã thống nhất nhưng chưa mở ký kết. Cơ quan thường trực Cụm bấm “Bắt đầu ký kết”.',
    en: 'The content is agreed but signing is not open yet. The standing office opens it.',
  },
  'pledge.already-signed': {
    vi: '{unit} đã ký ngày {signedOn} ({signatory}). Nếu ghi sai, dùng “Đính chính” và nêu lý do.',
    en: '{unit} signed on {signedOn} ({signatory}). If that is wrong, correct the record with a reason.',
  },
  'pledge.not-signed': {
    vi: '{unit} chưa ký nên chưa có gì để đính chính.',
    en: '{unit} has not signed, so there is nothing to correct.',
  },
  'pledge.content-changed': {
    vi: 'Nội dung giao ước đã thay đổi sau khi bạn mở trang. Tải lại trang, đọc nội dung mới rồi ký.',
    en: 'The content changed after you opened the page. Reload, read the new content, then sign.',
  },
  'pledge.signed-before-frozen': {
    vi: 'Ngày ký {signedOn} trước ngày thống nhất nội dung ({frozenOn}). Nhập ngày từ {frozenOn}.',
    en: 'The signing date {signedOn} is before the content was agreed ({frozenOn}). Enter {frozenOn} or later.',
  },
  'pledge.signed-later': {
    vi: 'Ngày ký {signedOn} sau hôm nay ({todayOn}). Ghi nhận khi đã ký.',
    en: 'The signing date {signedOn} is after today ({todayOn}). Record it once it is signed.',
  },
  'pledge.scan-missing': {
    vi: 'Chưa đính kèm bản ký có dấu. Quét trang ký thành PDF hoặc ảnh (JPG, PNG) rồi tải lên.',
    en: 'The signed and sealed page is missing. Scan it as PDF or image (JPG, PNG) and upload it.',
  },
  'pledge.scan-unknown': {
    vi: 'Tệp quét không còn hoặc thuộc chữ ký khác. Tải tệp lên lại.',
    en: 'The scan is gone or belongs to another signature. Upload it again.',
  },
  'pledge.not-signing': {
    vi: 'Chỉ phát hành giao ước đang ở bước ký kết, khi mọi đơn vị đã ký.',
    en: 'A pledge is published from signing, once every member has signed.',
  },
  'pledge.unsigned': {
    vi: 'Chưa phát hành được: còn đơn vị chưa ký ({units}).',
    en: 'It cannot be published yet: these members have not signed: {units}.',
  },
  'pledge.published-before-signed': {
    vi: 'Ngày phát hành {publishedOn} trước chữ ký cuối cùng ({lastSignedOn}). Nhập ngày từ {lastSignedOn}.',
    en: 'The date {publishedOn} is before the last signature ({lastSignedOn}). Enter {lastSignedOn} or later.',
  },
  'pledge.published-later': {
    vi: 'Ngày phát hành {publishedOn} sau hôm nay ({todayOn}). Chọn ngày đến hôm nay.',
    en: 'The date {publishedOn} is after today ({todayOn}). Choose a date up to today.',
  },
  'pledge.not-frozen-yet': {
    vi: 'Nội dung chưa thống nhất nên không cần mở lại.',
    en: 'The content is not agreed yet, so there is nothing to reopen.',
  },
  'pledge.print-often': {
    vi: 'Bạn đã tạo nhiều tệp trong ít phút. Chờ một lát rồi thử lại.',
    en: 'Many files were made within minutes. Wait a moment and try again.',
  },
  'pledge.print-platform': {
    vi: 'Máy chủ này không tạo được PDF (cần Linux x64). Hãy báo quản trị hệ thống.',
    en: 'This server cannot make PDFs (it needs Linux x64). Tell the administrator.',
  },
  'notice.pledge-consulted': {
    vi: '{cluster}: lấy ý kiến dự thảo giao ước thi đua năm {year} đến hết ngày {dueOn}. Bấm để đăng ký chỉ tiêu và cho ý kiến.',
    en: '{cluster}: opinions are asked on the draft pledge of {year} until {dueOn}. Open it to register targets and to answer.',
  },
  'notice.pledge-amend': {
    vi: '{unit} đề nghị sửa đổi dự thảo giao ước thi đua năm {year}.',
    en: '{unit} asks for changes to the draft pledge of {year}.',
  },
  'notice.pledge-signing': {
    vi: '{cluster}: nội dung giao ước thi đua năm {year} đã thống nhất, kính mời các đơn vị ký kết.',
    en: '{cluster}: the pledge of {year} is agreed; the members are invited to sign it.',
  },
  'notice.pledge-reopened': {
    vi: '{cluster}: mở lại nội dung giao ước thi đua năm {year}; {signedCount} chữ ký hết hiệu lực. Lý do: {reason}',
    en: '{cluster}: the pledge of {year} is open again; {signedCount|signature is|signatures are} void. Reason: {reason}',
  },
  'notice.pledge-published': {
    vi: '{cluster}: giao ước thi đua năm {year} đã phát hành tại {place}, ngày {publishedOn}. Tiến độ từng quý ghi ở “Theo dõi thực hiện”.',
    en: '{cluster}: the pledge of {year} was published in {place} on {publishedOn}. Quarterly progress is entered in the ledger.',
  },
};
