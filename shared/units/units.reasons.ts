import type { Words } from '#shared/core/wording.ts';

export const UNIT_REASONS: Words = {
  'unit.not-found': { vi: 'Không tìm thấy đơn vị này trong danh mục.', en: 'There is no such unit in the catalogue.' },
  'unit.document-missing': {
    vi: 'Chưa nhập văn bản. Mỗi thay đổi cần số, ngày và cơ quan ban hành văn bản (ví dụ: Nghị quyết 202/2025/QH15 ngày 12/06/2025).',
    en: 'The legal document is missing. Every change needs its number, date and issuing body (e.g. Nghị quyết 202/2025/QH15).',
  },
  'unit.name-missing': { vi: 'Chưa nhập tên đơn vị.', en: 'Enter the name of the unit.' },
  'unit.full-name-missing': {
    vi: 'Chưa nhập tên đầy đủ (ví dụ: Tỉnh Sơn La).',
    en: 'Enter the full name (e.g. Tỉnh Sơn La).',
  },
  'unit.name-same': {
    vi: 'Tên mới trùng với tên đang dùng “{name}”. Hãy nhập tên khác.',
    en: 'The new name is the one already in use, “{name}”. Enter another one.',
  },
  'unit.same-name': {
    vi: 'Đã có {other} cùng tên và cùng đơn vị cấp trên vào thời gian này, nên không đặt được tên “{name}”. Hãy kiểm tra lại tên, đơn vị cấp trên và ngày hiệu lực.',
    en: '{other} already bears this name under the same parent at that time, so “{name}” cannot be used. Check name, parent and date.',
  },
  'unit.parent-missing': {
    vi: 'Loại đơn vị này phải có đơn vị cấp trên. Hãy chọn tỉnh, thành phố (hoặc huyện) quản lý.',
    en: 'A unit of this kind needs a parent. Choose the province, city or district above it.',
  },
  'unit.parent-not-wanted': {
    vi: 'Tỉnh, thành phố trực thuộc trung ương không có đơn vị cấp trên. Hãy bỏ trống ô này.',
    en: 'Provinces and centrally run cities have no parent. Leave this field empty.',
  },
  'unit.parent-ends': {
    vi: '{parent} kết thúc trong chính thay đổi này nên không làm đơn vị cấp trên được.',
    en: '{parent} ends with this very change and cannot be the parent.',
  },
  'unit.child-outlives-parent': {
    vi: '{parent} kết thúc ngày {validToOn} và không có một đơn vị nào tiếp nhận toàn bộ, nên {child} không thể tồn tại lâu hơn đơn vị cấp trên. Hãy chọn đơn vị cấp trên khác.',
    en: '{parent} ends on {validToOn} and no single unit takes it over, so {child} would outlive its parent. Choose another parent.',
  },
  'unit.parent-cycle': {
    vi: '{unit} sẽ trở thành đơn vị cấp dưới của chính mình. Hãy chọn đơn vị tiếp nhận khác.',
    en: '{unit} would come to stand below itself. Choose another receiving unit.',
  },
  'unit.not-yet': {
    vi: '{unit} mới có từ ngày {validFromOn}, nên không thể thay đổi từ ngày {effectiveOn}. Hãy nhập ngày hiệu lực sau ngày {validFromOn}.',
    en: '{unit} exists only since {validFromOn}, so it cannot change from {effectiveOn}. Enter a date after {validFromOn}.',
  },
  'unit.ended-before': {
    vi: '{unit} đã kết thúc ngày {validToOn}, trước ngày hiệu lực {effectiveOn}. Hãy chọn đơn vị còn tồn tại hoặc sửa ngày.',
    en: '{unit} ended on {validToOn}, before {effectiveOn}. Choose a unit that still exists or correct the date.',
  },
  'unit.ends-later': {
    vi: 'Danh mục đã ghi {unit} tồn tại đến hết ngày {fromOn}; không thể cho kết thúc lần nữa từ ngày {effectiveOn}. Hãy chọn đơn vị kế tiếp hoặc ngày sau đó.',
    en: 'The catalogue already has {unit} ending on {fromOn}; it cannot end again from {effectiveOn}. Choose the unit that follows it, or a later date.',
  },
  'unit.renamed-later': {
    vi: '{unit} đã có tên ghi nhận từ ngày {fromOn}, sau hoặc trùng ngày hiệu lực {effectiveOn}. Hãy nhập ngày hiệu lực sau ngày {fromOn}.',
    en: '{unit} has a name recorded from {fromOn}, not before {effectiveOn}. Enter a date after {fromOn}.',
  },
  'unit.changed-later': {
    vi: '{unit} đã có thay đổi ghi nhận ngày {fromOn}, sau hoặc trùng ngày hiệu lực {effectiveOn}. Hãy nhập ngày hiệu lực sau ngày {fromOn}.',
    en: '{unit} has a change recorded on {fromOn}, not before {effectiveOn}. Enter a date after {fromOn}.',
  },
  'unit.merged-into-itself': {
    vi: '{unit} không thể sáp nhập vào chính mình. Hãy bỏ đơn vị này khỏi danh sách sáp nhập hoặc chọn đơn vị tiếp nhận khác.',
    en: '{unit} cannot be merged into itself. Take it off the list, or choose another receiving unit.',
  },
  'unit.source-twice': {
    vi: 'Một đơn vị được chọn hai lần trong danh sách sáp nhập.',
    en: 'A unit stands twice in the list of units to merge.',
  },
  'unit.merge-needs-two': {
    vi: 'Thành lập đơn vị mới do sáp nhập cần ít nhất hai đơn vị cũ. Một đơn vị đổi tên thì dùng “Đổi tên”.',
    en: 'Forming a new unit takes at least two old ones. For one unit under a new name use “Rename”.',
  },
  'unit.level-mixed': {
    vi: 'Các đơn vị phải cùng cấp (cấp tỉnh, cấp huyện, cấp xã hoặc cơ quan, tổ chức).',
    en: 'The units must be of one level (province, district, commune, or offices).',
  },
  'unit.split-needs-two': {
    vi: 'Chia tách cần ít nhất hai phần.',
    en: 'A split needs at least two parts.',
  },
  'unit.shares-sum': {
    vi: 'Tổng tỷ lệ các phần là {sum}, phải đúng 100 %. Hãy sửa lại tỷ lệ.',
    en: 'The shares add up to {sum}; they must make exactly 100 %. Correct them.',
  },
  'unit.share-missing': { vi: 'Mỗi phần phải có tỷ lệ lớn hơn 0 %.', en: 'Every part needs a share above 0 %.' },
  'unit.part-twice': {
    vi: 'Một đơn vị tiếp nhận được chọn ở hai phần. Hãy gộp tỷ lệ vào một phần.',
    en: 'A receiving unit stands in two parts. Put its shares into one.',
  },
  'unit.not-a-child': {
    vi: 'Có đơn vị được phân về mà không trực thuộc {unit} vào ngày này, hoặc phân về phần không có.',
    en: 'A unit was assigned that is not below {unit} on that day, or to a part that does not exist.',
  },
  'unit.child-unassigned': {
    vi: 'Còn {childCount} đơn vị cấp dưới của {unit} chưa được phân về phần nào: {names}. Hãy chọn đơn vị tiếp nhận cho từng đơn vị.',
    en: '{childCount|unit|units} below {unit} without a part yet: {names}. Choose where each of them goes.',
  },
  'unit.children-left': {
    vi: '{unit} còn {childCount} đơn vị cấp dưới: {names}. Đơn vị cấp dưới không thể tồn tại lâu hơn đơn vị cấp trên; hãy sáp nhập hoặc kết thúc các đơn vị đó trước.',
    en: '{unit} still has {childCount|unit|units} below it: {names}. They cannot outlive their parent; merge or close them first.',
  },
  'unit.code-format': {
    vi: 'Mã “{code}” không đúng: mã của Tổng cục Thống kê gồm 2 đến 5 chữ số.',
    en: 'The code “{code}” is not valid: codes of the statistics office have 2 to 5 digits.',
  },
  'unit.code-taken': {
    vi: 'Mã {code} đang là mã của {unit} vào ngày {effectiveOn}. Hãy kiểm tra lại mã hoặc ngày hiệu lực.',
    en: 'On {effectiveOn} the code {code} belongs to {unit}. Check the code or the date.',
  },
  'unit.code-twice': {
    vi: 'Mã {code} được nhập cho hai đơn vị mới.',
    en: 'The code {code} was entered for two new units.',
  },
  'unit.changed-meanwhile': {
    vi: 'Danh mục đơn vị vừa được {who} thay đổi lúc {changedAt} ({what}). Hãy xem lại phần “Sẽ ảnh hưởng” rồi xác nhận; nội dung đã nhập vẫn còn.',
    en: '{who} changed the catalogue at {changedAt} ({what}). Look at what it will touch again and confirm; what you entered is still there.',
  },
};
