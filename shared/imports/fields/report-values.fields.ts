import { optionsOf } from '#shared/imports/fields/common.fields.ts';
import { column, type ImportField } from '#shared/imports/fields/import-field.ts';
import { VALUE_STATUS_LABELS, type ValueStatus } from '#shared/reports/reports.schema.ts';

/** One figure a row. The value stays text in Vietnamese notation: how many decimals it may have, the indicator says. */
export const REPORT_VALUE_FIELDS: readonly ImportField[] = [
  column('enumeration', 'indicator', 'Chỉ tiêu', 'Indicator', {
    required: true,
    list: 'indicators',
    aliases: ['Tên chỉ tiêu', 'Nội dung', 'Nội dung chỉ tiêu', 'Mã chỉ tiêu', 'Chỉ tiêu báo cáo', 'Indicator'],
  }),
  column('number', 'value', 'Kết quả thực hiện', 'Value', {
    required: false, // an empty figure is "not there yet"
    aliases: ['Giá trị', 'Số liệu', 'Kết quả', 'Thực hiện', 'Số thực hiện', 'Thực hiện trong kỳ', 'Số lượng', 'Value'],
    example: '29.068',
  }),
  column('enumeration', 'valueStatus', 'Loại số liệu', 'Kind of figure', {
    options: optionsOf<ValueStatus>(VALUE_STATUS_LABELS, {
      estimate: ['Ước', 'Ước TH', 'Số ước'],
      preliminary: ['Sơ bộ'],
      official: ['Chính thức'],
    }),
    aliases: ['Tình trạng số liệu', 'Trạng thái', 'Status'],
    example: 'Số chính thức',
  }),
  column('text', 'sourceOffice', 'Cơ quan cung cấp', 'Source office', {
    longest: 200,
    aliases: ['Nguồn số liệu', 'Nguồn', 'Cơ quan cung cấp số liệu', 'Đơn vị cung cấp', 'Source'],
    example: 'Cục Thống kê',
  }),
  column('long-text', 'note', 'Ghi chú', 'Note', {
    longest: 2_000,
    aliases: ['Chú thích', 'Giải trình', 'Note'],
  }),
];
