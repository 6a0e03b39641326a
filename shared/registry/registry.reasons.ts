import type { Words } from '#shared/core/wording.ts';

export const REGISTRY_REASONS: Words = {
  'award.not-found': {
    vi: 'Không tìm thấy khen thưởng này trong Sổ, hoặc không thuộc phạm vi của đơn vị.',
    en: 'No such award in the register, or it is outside your unit.',
  },
  'award.not-own-unit': {
    vi: 'Chỉ ghi bổ sung được khen thưởng của đơn vị mình.',
    en: 'Only awards of your own unit can be recorded.',
  },
  'award.form-unknown': {
    vi: 'Hình thức khen thưởng không có trong danh mục.',
    en: 'This award is not in the catalogue.',
  },
  'award.form-not-for-kind': {
    vi: '“{award}” không dành cho loại đối tượng đã chọn.',
    en: '“{award}” is not given to this kind of recipient.',
  },
  'award.date-future': {
    vi: 'Ngày quyết định {decidedOn} sau ngày hôm nay {todayOn}.',
    en: 'The decision is dated {decidedOn}, after today {todayOn}.',
  },
  'award.year-after-decision': {
    vi: 'Năm thành tích {year} sau năm của quyết định ({decidedOn}).',
    en: 'The year of achievement {year} is after the decision ({decidedOn}).',
  },
  'award.person-details-missing': {
    vi: 'Chọn giới tính và phân loại đối tượng của cá nhân (cần cho biểu thống kê).',
    en: 'Choose sex and class of the person (for statistics).',
  },
  'award.recipient-other-kind': {
    vi: 'Hồ sơ “{name}” đã chọn thuộc loại đối tượng khác. Chọn lại đối tượng hoặc hồ sơ.',
    en: 'The chosen record “{name}” is of another kind. Choose the kind or the record again.',
  },
  'award.already-recorded': {
    vi: '“{name}” đã có trong Sổ khen thưởng theo Quyết định số {number} ngày {decidedOn}.',
    en: '“{name}” is already in the register with decision {number} of {decidedOn}.',
  },
  'award.cursor-of-other-order': {
    vi: 'Đường dẫn này là một trang của thứ tự sắp xếp khác. Mở lại danh sách từ trang đầu.',
    en: 'This link is a page of another order. Open the list from its first page again.',
  },
  'award.ethnicity-not-allowed': {
    vi: 'Dân tộc là dữ liệu cá nhân nhạy cảm: bạn không có quyền lọc theo dân tộc. Bỏ điều kiện này để xem danh sách.',
    en: 'Ethnicity is sensitive personal data: you may not filter by it. Remove this filter to see the list.',
  },
};
