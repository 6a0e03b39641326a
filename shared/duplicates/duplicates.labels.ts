import type { Localized } from '#shared/core/localized.ts';

export const DUPLICATE_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'recipient.merged': { vi: 'Ghép hồ sơ', en: 'Records merged' },
  'recipient.merged-away': { vi: 'Ghép vào hồ sơ khác', en: 'Merged into another record' },
  'recipient.merge-undone': { vi: 'Hoàn tác ghép hồ sơ', en: 'Merge undone' },
  'recipient-pair.different': { vi: 'Xác định không trùng', en: 'Found not to be a duplicate' },
  'recipient-pair.finding-ordered': { vi: 'Yêu cầu tìm hồ sơ nghi trùng', en: 'Search for duplicates ordered' },
  'recipient-pair.proposed': { vi: 'Chọn hai hồ sơ để ghép', en: 'Two records put beside each other' },
  'recipient-pair.reopened': { vi: 'Xét lại cặp nghi trùng', en: 'Pair taken up again' },
};

/** Fields of a recipient and of a pair that merging changes. */
export const DUPLICATE_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  name: { vi: 'Tên', en: 'Name' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  birth: { vi: 'Ngày sinh, năm sinh', en: 'Date or year of birth' },
  foundedOn: { vi: 'Ngày thành lập', en: 'Founded' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  place: { vi: 'Địa chỉ', en: 'Address' },
  positionHeld: { vi: 'Chức vụ', en: 'Position' },
  cccd: { vi: 'Số căn cước', en: 'Citizen number' },
  ethnicity: { vi: 'Dân tộc', en: 'Ethnicity' },
  formerName: { vi: 'Tên khác', en: 'Other name' },
  mergedInto: { vi: 'Ghép vào', en: 'Merged into' },
  mergedFrom: { vi: 'Hồ sơ được ghép vào', en: 'Record merged in' },
  movedAwards: { vi: 'Lượt khen chuyển sang', en: 'Awards moved' },
  movedNominations: { vi: 'Đề nghị chuyển sang', en: 'Nominations moved' },
  status: { vi: 'Trạng thái', en: 'State' },
};

/** State of a pair, as screens and the history show it. */
export const PAIR_STATUS_LABELS: Readonly<Record<'open' | 'merged' | 'different' | 'gone', Localized>> = {
  open: { vi: 'Nghi trùng', en: 'Likely duplicate' },
  merged: { vi: 'Đã ghép', en: 'Merged' },
  different: { vi: 'Không trùng', en: 'Not a duplicate' },
  gone: { vi: 'Không còn nghi trùng', en: 'No longer likely' },
};

/** What stands in the history for a value that is never shown there. */
export const HIDDEN_VALUE: Localized = { vi: '(có, không hiện)', en: '(given, not shown)' };
export const HIDDEN_OTHER: Localized = { vi: '(của hồ sơ kia, không hiện)', en: "(the other record's, not shown)" };
