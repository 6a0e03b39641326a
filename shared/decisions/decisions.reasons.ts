import { PRIZE_WORDS } from '#shared/awards/awards.labels.ts';
import type { Words } from '#shared/core/wording.ts';

export const DECISION_REASONS: Words = {
  ...PRIZE_WORDS,
  'decision.not-found': {
    vi: 'Không có quyết định này, hoặc quyết định không thuộc phạm vi của bạn.',
    en: 'There is no such decision, or it is outside your scope.',
  },
  'decision.not-office': {
    vi: 'Quyết định do cơ quan khác ban hành: bạn xem được nhưng không thay đổi được.',
    en: 'Another office issues this decision: you can read it but not change it.',
  },
  'decision.only-reads': {
    vi: 'Vai trò của bạn xem được quyết định này nhưng không thay đổi được. Việc này do chuyên viên và người duyệt của cơ quan thường trực làm.',
    en: 'Your role can read this decision but not change it. Its officers and approvers do this.',
  },
  'decision.not-chair': {
    vi: 'Chỉ cơ quan thường trực của Cụm trưởng năm này lập quyết định khen thưởng của Cụm.',
    en: 'Only the standing office of the chair of this year drafts the decision of the cluster.',
  },
  'decision.not-approver': {
    vi: 'Hủy bỏ quyết định là việc của Trưởng phòng (người duyệt). Hãy chuyển đề nghị tới người duyệt.',
    en: 'Cancelling a decision is for the head of the desk. Pass the request on.',
  },
  'decision.changed-meanwhile': {
    vi: '{who} đã thay đổi quyết định này lúc {changedAt} ({what}). Chưa ghi gì; hãy tải lại để xem bản mới rồi làm lại.',
    en: '{who} changed this decision at {changedAt} ({what}). Nothing was saved; reload to see the new version.',
  },
  'decision.item-not-listed': {
    vi: 'Không còn tên này trong danh sách của quyết định. Hãy tải lại để xem danh sách mới.',
    en: 'This name is no longer on the list of the decision. Reload to see the new list.',
  },
  'decision.sentence-long': {
    vi: 'Câu ghi riêng dài {letterCount} ký tự, in trên Bằng tối đa {mostCount} ký tự. Hãy rút gọn.',
    en: 'The sentence has {letterCount} characters; the certificate takes {mostCount} at most. Shorten it.',
  },
  'decision.is-draft': { vi: 'Quyết định đang là dự thảo.', en: 'The decision is a draft already.' },
  'decision.being-signed': {
    vi: 'Quyết định đang trình ký. Muốn sửa, hãy chuyển về dự thảo trước.',
    en: 'The decision is out for signature. Return it to draft first.',
  },
  'decision.already-signed': {
    vi: 'Quyết định đã ký, đang chờ số. Muốn sửa, hãy chuyển về dự thảo trước.',
    en: 'The decision is signed and awaits its number. Return it to draft first.',
  },
  'decision.already-issued': {
    vi: 'Quyết định đã ban hành nên không sửa được nữa. Sai sót thì đính chính hoặc hủy bỏ bằng quyết định khác.',
    en: 'The decision is issued and cannot be changed. Errors are corrected or cancelled by another decision.',
  },
  'decision.already-cancelled': { vi: 'Quyết định đã bị hủy bỏ.', en: 'The decision is cancelled.' },
  'decision.not-submitted': {
    vi: 'Quyết định còn là dự thảo. Hãy bấm Trình ký trước khi ghi nhận đã ký.',
    en: 'The decision is still a draft. Submit it for signature first.',
  },
  'decision.not-signed': {
    vi: 'Số và ngày do văn thư cấp sau khi ký. Hãy ghi nhận đã ký trước.',
    en: 'The clerk gives number and date after signing. Record the signing first.',
  },
  'decision.not-issued': {
    vi: 'Chỉ hủy bỏ được quyết định đã ban hành. Dự thảo thì sửa hoặc chuyển về dự thảo.',
    en: 'Only an issued decision can be cancelled. A draft is simply changed.',
  },
  'decision.missing-subject': { vi: 'Chưa có trích yếu.', en: 'The subject is missing.' },
  'decision.missing-issuer-line': { vi: 'Chưa có dòng thẩm quyền ban hành.', en: 'The issuer line is missing.' },
  'decision.missing-header-org': { vi: 'Chưa có tên cơ quan ban hành.', en: 'The issuing body is missing.' },
  'decision.missing-place': { vi: 'Chưa có địa danh.', en: 'The place is missing.' },
  'decision.missing-common-sentence': {
    vi: 'Chưa có câu ghi trên bằng.',
    en: 'The sentence on the certificates is missing.',
  },
  'decision.missing-signatory-name': { vi: 'Chưa có người ký.', en: 'The signatory is missing.' },
  'decision.missing-legal-bases': { vi: 'Chưa có căn cứ ban hành nào.', en: 'There is no legal basis.' },
  'decision.missing-articles': { vi: 'Chưa có điều khoản nào.', en: 'There is no article.' },
  'decision.sign-unprintable': {
    vi: 'Ký tự “{sign}” không in được trên bằng. Hãy sửa lại.',
    en: 'The sign “{sign}” cannot be printed on a certificate. Please correct it.',
  },
  'decision.no-items': {
    vi: 'Danh sách kèm theo còn trống. Hãy chọn ít nhất một đề nghị đã thẩm định.',
    en: 'The annexed list is empty. Choose at least one checked nomination.',
  },
  'decision.item-not-available': {
    vi: '“{name}” không chọn được: đề nghị chưa thẩm định xong, thuộc cụm hoặc hình thức khác, hoặc đã ở quyết định khác. Hãy tải lại danh sách.',
    en: '“{name}” cannot be chosen: not checked yet, of another cluster or award, or on another decision. Reload.',
  },
  'decision.signed-in-future': {
    vi: 'Ngày ký {signedOn} sau hôm nay ({todayOn}). Hãy ghi ngày trên bản đã ký.',
    en: 'The signing date {signedOn} is after today ({todayOn}). Use the date on the signed paper.',
  },
  'decision.number-missing': { vi: 'Chưa ghi số văn thư đã cấp.', en: 'The number given by the clerk is missing.' },
  'decision.number-format': {
    vi: 'Số quyết định chỉ gồm chữ số, có thể thêm chữ cái, ví dụ 372 hoặc 12a.',
    en: 'A number has digits and possibly a letter, for example 372 or 12a.',
  },
  'decision.number-symbol': {
    vi: 'Ký hiệu sau dấu gạch chéo phải là {symbol}. Hãy xem lại văn bản hoặc chỉ ghi phần số.',
    en: 'The symbol after the slash must be {symbol}. Check the paper or type the number only.',
  },
  'decision.number-taken': {
    vi: 'Số {number} năm {year} đã ghi cho “{subject}”, ngày {takenOn}. Mỗi số chỉ cấp một lần trong năm: xem lại số trên bản giấy, hoặc mở quyết định kia nếu số ở đó ghi nhầm.',
    en: 'Number {number} of {year} belongs to “{subject}” of {takenOn}. A number is given once a year: check the paper, or open that decision if its number is the wrong one.',
  },
  'decision.date-in-future': {
    vi: 'Ngày ban hành {decidedOn} sau hôm nay ({todayOn}). Hãy ghi ngày trên bản giấy.',
    en: 'The date of issue {decidedOn} is after today ({todayOn}). Use the date on the paper.',
  },
  'decision.date-before-signing': {
    vi: 'Ngày ban hành {decidedOn} trước ngày ký {signedOn}. Xem lại hai ngày; ngày ký sai thì chuyển về dự thảo và ghi lại.',
    en: 'The date of issue {decidedOn} is before the signing on {signedOn}. Check both dates.',
  },
  'decision.item-changed': {
    vi: 'Đề nghị của “{name}” không còn ở trạng thái đã thẩm định. Hãy chuyển quyết định về dự thảo và xem lại danh sách.',
    en: 'The nomination of “{name}” is no longer checked. Return the decision to draft and review the list.',
  },
  'decision.rule-version-missing': {
    vi: 'Danh mục khen thưởng chưa có quy định về {awardCode} có hiệu lực ngày {decidedOn}. Quản trị viên cần bổ sung phiên bản quy định cho ngày này, rồi ghi số lại; dự thảo vẫn giữ nguyên.',
    en: 'The catalogue has no rule for {awardCode} in force on {decidedOn}. The administrator adds that version, then record the number again; the draft is kept.',
  },
  'decision.cancel-number-missing': {
    vi: 'Chưa ghi số của quyết định hủy bỏ.',
    en: 'The number of the cancelling decision is missing.',
  },
  'decision.cancel-in-future': {
    vi: 'Ngày hủy bỏ {cancelledOn} sau hôm nay ({todayOn}).',
    en: 'The cancelling date {cancelledOn} is after today ({todayOn}).',
  },
  'decision.cancel-before-issue': {
    vi: 'Ngày hủy bỏ {cancelledOn} trước ngày ban hành {decidedOn}.',
    en: 'The cancelling date {cancelledOn} is before the issue on {decidedOn}.',
  },
  'decision.warn-duplicate': {
    vi: '“{name}”: Sổ khen thưởng đã có {award} cho thành tích năm {year} (Quyết định số {number}). Mỗi thành tích chỉ khen một lần; hãy xem lại trước khi trình.',
    en: '“{name}”: the register already has {award} for {year} (Decision No. {number}). One achievement is commended once; check before submitting.',
  },
  'decision.warn-counts': {
    vi: 'Điều 1 ghi số lượng khác danh sách kèm theo: danh sách có {collectiveCount} tập thể, {individualCount} cá nhân. Hãy sửa Điều 1 hoặc danh sách.',
    en: 'Article 1 counts differently from the list: {collectiveCount|collective|collectives}, {individualCount|individual|individuals}.',
  },
  'decision.warn-counts-households': {
    vi: 'Điều 1 ghi số lượng khác danh sách kèm theo: danh sách có {collectiveCount} tập thể, {individualCount} cá nhân, {householdCount} hộ gia đình. Hãy sửa Điều 1 hoặc danh sách.',
    en: 'Article 1 counts differently from the list: {collectiveCount|collective|collectives}, {individualCount|individual|individuals}, {householdCount|household|households}.',
  },
  'decision.warn-note': { vi: '“{name}”: {note}', en: '“{name}”: {note}' },
  'decision.warn-long-name': {
    vi: '“{name}” dài {letterCount} ký tự: xem kỹ bản in, chữ sẽ nhỏ hoặc xuống dòng.',
    en: '“{name}” has {letterCount} letters: check the print, it will be small or wrapped.',
  },
  'decision.warn-no-printed-name': {
    vi: '“{name}” chưa có tên in trên bằng; sẽ in tên trong đề nghị.',
    en: '“{name}” has no printed name; the name of the nomination will be printed.',
  },
};
