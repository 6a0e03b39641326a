import type { AwardLevel } from '#shared/awards/awards.schema.ts';
import type { Localized } from '#shared/core/localized.ts';
import type { ExportList } from '#shared/exports/exports.schema.ts';

export const EXPORT_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'export.asked': { vi: 'Yêu cầu xuất danh sách', en: 'Export asked for' },
  'export.made': { vi: 'Xuất danh sách ra tệp', en: 'List exported' },
  'export.expired': { vi: 'Dọn tệp xuất đã quá hạn giữ', en: 'Old export cleared away' },
};

export const EXPORT_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  list: { vi: 'Danh sách', en: 'List' },
  filters: { vi: 'Điều kiện lọc', en: 'Filters' },
  columns: { vi: 'Các cột', en: 'Columns' },
  rowCount: { vi: 'Số dòng', en: 'Rows' },
  file: { vi: 'Tệp', en: 'File' },
};

/** Titles of the lists, as they stand above them. */
export const EXPORT_LIST_LABELS: Readonly<Record<ExportList, Localized>> = {
  awards: { vi: 'Sổ khen thưởng', en: 'Commendation register' },
  recipients: { vi: 'Tập thể và cá nhân', en: 'Collectives and individuals' },
  nominations: { vi: 'Hồ sơ đề nghị khen thưởng', en: 'Nominations' },
  decisions: { vi: 'Quyết định khen thưởng', en: 'Commendation decisions' },
  summary: { vi: 'Biểu tổng hợp', en: 'Summary of the reports' },
  ledger: { vi: 'Theo dõi thực hiện giao ước', en: 'Ledger of the pledge' },
  reports: { vi: 'Bảng theo dõi báo cáo', en: 'Reports: completeness and timeliness' },
};

export const AWARD_LEVEL_LABELS: Readonly<Record<AwardLevel, Localized>> = {
  state: { vi: 'Nhà nước', en: 'State' },
  province: { vi: 'Cấp bộ, tỉnh', en: 'Province, ministry' },
  district: { vi: 'Cấp huyện, sở', en: 'District, department' },
  commune: { vi: 'Cấp xã', en: 'Commune' },
  grassroots: { vi: 'Cấp cơ sở', en: 'Grassroots' },
  other: { vi: 'Khác', en: 'Other' },
};

/** Words of the file itself. */
export const EXPORT_WORDS = {
  'export.made-line': {
    vi: 'Người xuất: {name}. Thời điểm: {madeAt}.',
    en: 'Exported by {name} at {madeAt}.',
  },
  'export.demo-line': {
    vi: 'Dữ liệu minh họa, không có giá trị pháp lý.',
    en: 'Demonstration data without legal value.',
  },
  'export.demo-name': { vi: 'dữ liệu minh họa', en: 'demonstration' },
  'export.training-name': { vi: 'tập huấn', en: 'training' },
  'export.number': { vi: 'STT', en: 'No.' },
  'export.demo-row': { vi: 'dữ liệu minh họa', en: 'demonstration data' },
  'export.no-name': { vi: '(chưa nhập tên)', en: '(no name yet)' },
  'export.no-number': { vi: 'Chưa có số', en: 'No number yet' },
  'export.over-quota': { vi: 'Vượt phân bổ', en: 'Above the allocation' },
  'export.days-late': { vi: 'Trễ {dayCount} ngày', en: '{dayCount|day|days} late' },
  'export.unit-today': { vi: 'Tỉnh hiện nay', en: 'Province today' },
} as const satisfies Record<string, Localized>;
