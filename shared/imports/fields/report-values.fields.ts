import { optionsOf } from '#shared/imports/fields/common.fields.ts';
import type { ImportField } from '#shared/imports/fields/import-field.ts';
import { VALUE_STATUS_LABELS, type ValueStatus } from '#shared/reports/reports.schema.ts';

/** One figure a row. The value stays text in Vietnamese notation: how many decimals it may have, the indicator says. */
export const REPORT_VALUE_FIELDS: readonly ImportField[] = [
  {
    id: 'indicator',
    label: { vi: 'Chỉ tiêu', en: 'Indicator' },
    required: true,
    type: 'enumeration',
    list: 'indicators',
    aliases: ['Tên chỉ tiêu', 'Nội dung', 'Nội dung chỉ tiêu', 'Mã chỉ tiêu', 'Chỉ tiêu báo cáo', 'Indicator'],
    example: '',
  },
  {
    id: 'value',
    label: { vi: 'Kết quả thực hiện', en: 'Value' },
    required: false, // an empty figure is "not there yet"
    type: 'number',
    aliases: ['Giá trị', 'Số liệu', 'Kết quả', 'Thực hiện', 'Số thực hiện', 'Thực hiện trong kỳ', 'Số lượng', 'Value'],
    example: '29.068',
  },
  {
    id: 'valueStatus',
    label: { vi: 'Loại số liệu', en: 'Kind of figure' },
    required: false,
    type: 'enumeration',
    options: optionsOf<ValueStatus>(VALUE_STATUS_LABELS, {
      estimate: ['Ước', 'Ước TH', 'Số ước'],
      preliminary: ['Sơ bộ'],
      official: ['Chính thức'],
    }),
    aliases: ['Tình trạng số liệu', 'Trạng thái', 'Status'],
    example: 'Số chính thức',
  },
  {
    id: 'sourceOffice',
    label: { vi: 'Cơ quan cung cấp', en: 'Source office' },
    required: false,
    type: 'text',
    longest: 200,
    aliases: ['Nguồn số liệu', 'Nguồn', 'Cơ quan cung cấp số liệu', 'Đơn vị cung cấp', 'Source'],
    example: 'Cục Thống kê',
  },
  {
    id: 'note',
    label: { vi: 'Ghi chú', en: 'Note' },
    required: false,
    type: 'long-text',
    longest: 2_000,
    aliases: ['Chú thích', 'Giải trình', 'Note'],
    example: '',
  },
];
