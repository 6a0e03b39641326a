import type { Words } from '#shared/core/wording.ts';

export const INDICATOR_REASONS: Words = {
  'indicator.not-found': {
    vi: 'Không tìm thấy chỉ tiêu này. Tải lại danh mục để xem các chỉ tiêu hiện có.',
    en: 'No such indicator. Reload the catalogue to see those there are.',
  },
  'indicator.not-keeper': {
    vi: 'Chỉ quản trị hệ thống sửa chỉ tiêu chung; chuyên viên, người duyệt sửa chỉ tiêu do đơn vị mình quản lý.',
    en: 'Common indicators are changed by the administrator; a unit’s specialists change its own.',
  },
  'indicator.not-year-keeper': {
    vi: 'Chỉ tiêu của năm do cơ quan thường trực của {chair} (đang phụ trách Cụm), cơ quan tổ chức cụm, khối hoặc quản trị hệ thống chọn.',
    en: 'The indicators of the year are chosen by the standing office of {chair}, which leads the cluster, by its organiser or by the administrator.',
  },
  'indicator.changed-meanwhile': {
    vi: '{who} đã thay đổi chỉ tiêu này lúc {changedAt} ({what}). Tải lại để xem bản mới rồi làm lại.',
    en: '{who} changed this indicator at {changedAt} ({what}). Reload to see the new version and repeat.',
  },
  'indicator.name-taken': {
    vi: 'Đã có chỉ tiêu “{name}” đang dùng. Chọn chỉ tiêu đó, hoặc đặt tên khác.',
    en: 'There is an indicator “{name}” in use already. Choose that one or another name.',
  },
  'indicator.share-summed': {
    vi: 'Tỷ lệ (%) của các đơn vị không cộng lại được. Chọn bình quân hoặc không cộng gộp.',
    en: 'Shares of several units cannot be added up. Choose a mean, or no aggregation.',
  },
  'indicator.weight-missing': {
    vi: 'Bình quân gia quyền cần chỉ tiêu làm quyền số (ví dụ số hộ). Chọn ở ô “Gia quyền theo”.',
    en: 'A weighted mean needs an indicator to weigh by (such as the number of households). Choose one.',
  },
  'indicator.weight-itself': {
    vi: 'Chỉ tiêu không thể gia quyền theo chính nó. Chọn chỉ tiêu khác.',
    en: 'An indicator cannot be weighted by itself. Choose another.',
  },
  'indicator.weight-unused': {
    vi: 'Cách tổng hợp này không dùng quyền số. Để trống ô “Gia quyền theo”, hoặc chọn bình quân gia quyền.',
    en: 'This aggregation uses no weights. Leave the weight empty or choose the weighted mean.',
  },
  'indicator.weight-not-asked': {
    vi: '“{indicator}” tính bình quân gia quyền theo “{weight}”, mà “{weight}” không có trong năm. Chọn thêm “{weight}”, hoặc bỏ “{indicator}”.',
    en: '“{indicator}” is weighted by “{weight}”, which is not asked for in the year. Choose it too, or leave “{indicator}” out.',
  },
  'indicator.wording-tag': {
    vi: 'Không hiểu “{found}” trong cách ghi. Dùng {value}, {floor:1000} hoặc {priorYear}.',
    en: 'The wording has “{found}”, which means nothing here. Use {value}, {floor:1000} or {priorYear}.',
  },
  'indicator.wording-without-figure': {
    vi: 'Cách ghi trong báo cáo chưa có chỗ cho số. Thêm {value} hoặc {floor:1000}.',
    en: 'The wording has no place for the figure. Add {value} or {floor:1000}.',
  },
  'indicator.wording-other-unit': {
    vi: 'Cách ghi nhắc “{found}” nhưng đơn vị tính là “{unitOfMeasure}”. Sửa cách ghi cho khớp, hoặc để trống.',
    en: 'The wording says “{found}” but the unit of measure is “{unitOfMeasure}”. Make them agree, or leave it empty.',
  },
  'indicator.fixed-by-years': {
    vi: '{field} đã dùng cho {years}, không sửa được ở đó (hiện: {found}). Lập phiên bản mới từ một ngày sau; năm cũ giữ số và cách tính cũ.',
    en: '{fieldEn} is used by {years} and cannot be changed there (now: {found}). Make a new version from a later day; the old years keep theirs.',
  },
  'indicator.version-too-early': {
    vi: 'Phiên bản hiện nay dùng từ {validFromOn} và đã dùng cho năm bắt đầu {usedOn}. Phiên bản mới phải từ sau ngày {usedOn}.',
    en: 'The present version holds from {validFromOn} and is used by a year beginning {usedOn}. The new one must begin after {usedOn}.',
  },
  'indicator.nothing-changed': {
    vi: 'Phiên bản mới giống hệt phiên bản hiện nay. Sửa đơn vị tính, số lẻ, tên… trước khi lưu, hoặc đóng lại.',
    en: 'The new version is the same as the present one. Change something, or close the form.',
  },
  'indicator.closed': {
    vi: 'Chỉ tiêu đã ngừng dùng từ sau ngày {validToOn}. Dùng lại chỉ tiêu trước khi lập phiên bản mới.',
    en: 'The indicator has not been asked since {validToOn}. Take it up again before making a new version.',
  },
  'indicator.closed-before-use': {
    vi: 'Năm bắt đầu {usedOn} đang dùng chỉ tiêu này; ngày ngừng dùng phải từ ngày đó trở đi.',
    en: 'A year that begins on {usedOn} asks for it; the last day must be then or later.',
  },
  'indicator.predecessor-later': {
    vi: 'Chỉ tiêu năm trước phải dùng từ trước ngày {validFromOn}; “{predecessor}” dùng từ {predecessorOn}.',
    en: 'The predecessor must have been in use before {validFromOn}; “{predecessor}” begins on {predecessorOn}.',
  },
  'indicator.predecessor-loop': {
    vi: '“{predecessor}” đã nối với chính chỉ tiêu này. Chọn chỉ tiêu khác.',
    en: '“{predecessor}” itself continues this indicator. Choose another.',
  },
  'indicator.predecessor-taken': {
    vi: 'Số liệu của “{predecessor}” đã nối tiếp vào “{other}”. Một chuỗi số chỉ nối tiếp vào một chỉ tiêu.',
    en: 'The series of “{predecessor}” already goes on in “{other}”. A series has one continuation.',
  },
  'indicator.factor-needless': {
    vi: 'Hai bên cùng đơn vị tính “{unitOfMeasure}” nên hệ số phải là 1/1 (đang ghi {num}/{den}).',
    en: 'Both sides are in “{unitOfMeasure}”, so the factor must be 1/1 (found {num}/{den}).',
  },
  'indicator.factor-missing': {
    vi: 'Đơn vị tính đổi từ “{from}” sang “{to}”. Ghi hệ số quy đổi khác 1/1 (ví dụ triệu đồng sang tỷ đồng: 1/1000), hoặc không nối số liệu.',
    en: 'The unit of measure changes from “{from}” to “{to}”. Enter a factor other than 1/1 (triệu to tỷ: 1/1000), or do not continue the series.',
  },

  'indicator.twice': {
    vi: 'Chỉ tiêu “{indicator}” được chọn hai lần. Bỏ bớt một dòng.',
    en: '“{indicator}” is chosen twice. Remove one of them.',
  },
  'indicator.not-valid-in-year': {
    vi: '“{indicator}” không dùng trong năm này ({startsOn} - {endsOn}). Chọn phiên bản đang dùng.',
    en: '“{indicator}” is not in use in this year ({startsOn} - {endsOn}). Choose a version that is.',
  },
  'indicator.other-owner': {
    vi: '“{indicator}” do đơn vị khác quản lý, không dùng cho cụm, khối này được. Lập chỉ tiêu riêng, hoặc chọn chỉ tiêu chung.',
    en: '“{indicator}” is kept by another unit and cannot be used in this cluster. Make one of your own or choose a common one.',
  },
  'indicator.locked-by-pledge': {
    vi: 'Giao ước đã thống nhất nội dung ngày {frozenOn} nên không bỏ “{indicator}” được; chỉ thêm được chỉ tiêu. Mở lại nội dung giao ước trước nếu cần bỏ.',
    en: 'The pledge was settled on {frozenOn}, so “{indicator}” cannot be removed; indicators can only be added. Reopen the pledge first if it must go.',
  },
  'indicator.locked-by-report': {
    vi: '{unit} đã gửi báo cáo ngày {sentOn} nên không bỏ “{indicator}” được; chỉ thêm được chỉ tiêu.',
    en: '{unit} sent its report on {sentOn}, so “{indicator}” cannot be removed; indicators can only be added.',
  },
  'indicator.all-locked-by-pledge': {
    vi: 'Giao ước đã thống nhất nội dung ngày {frozenOn}: thêm, sắp xếp được, không bỏ được chỉ tiêu nào. Cần bỏ thì mở lại nội dung giao ước trước.',
    en: 'The pledge was settled on {frozenOn}: indicators can be added and put in order, none can be removed. To remove one, reopen the pledge first.',
  },
  'indicator.all-locked-by-report': {
    vi: '{unit} đã gửi báo cáo ngày {sentOn}: thêm, sắp xếp được, không bỏ được chỉ tiêu nào.',
    en: '{unit} sent its report on {sentOn}: indicators can be added and put in order, none can be removed.',
  },
  'indicator.has-figures': {
    vi: '“{indicator}” đã có số của {units}. Đề nghị các đơn vị xóa số đã nhập trước khi bỏ chỉ tiêu.',
    en: '“{indicator}” already has figures of {units}. Ask them to clear those before it is removed.',
  },

  'aggregate.no-figures': {
    vi: 'Không tính được: chưa đơn vị nào có số.',
    en: 'Cannot be computed: no member has a figure.',
  },
  'aggregate.no-weights': {
    vi: 'Không tính được: chưa đơn vị nào có số làm quyền số ({weight}).',
    en: 'Cannot be computed: no member has a figure to weigh by ({weight}).',
  },
  'aggregate.zero-weights': {
    vi: 'Không tính được: tổng quyền số ({weight}) bằng 0.',
    en: 'Cannot be computed: the weights ({weight}) add up to 0.',
  },
};
