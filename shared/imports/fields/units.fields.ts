import { optionsOf } from '#shared/imports/fields/common.fields.ts';
import type { ImportField } from '#shared/imports/fields/import-field.ts';
import { UNIT_KIND_LABELS, type UnitKind } from '#shared/units/units.schema.ts';

/** New units of the catalogue; merges and splits of old ones go through the page of units. */
export const UNIT_FIELDS: readonly ImportField[] = [
  {
    id: 'kind',
    label: { vi: 'Loại đơn vị', en: 'Kind of unit' },
    required: true,
    type: 'enumeration',
    options: optionsOf<UnitKind>(UNIT_KIND_LABELS, {
      city: ['Thành phố', 'TP trực thuộc trung ương', 'TP'],
      district: ['Huyện', 'Quận', 'Thị xã', 'Thành phố thuộc tỉnh'],
      agency: ['Sở', 'Ban', 'Ngành', 'Cơ quan', 'Sở, ngành'],
      organisation: ['Tổ chức', 'Doanh nghiệp', 'Công ty', 'Đoàn thể'],
    }),
    aliases: ['Loại', 'Cấp', 'Loại hình đơn vị', 'Kind'],
    example: 'Xã',
  },
  {
    id: 'name',
    label: { vi: 'Tên đơn vị', en: 'Unit name' },
    required: true,
    type: 'text',
    longest: 150,
    aliases: ['Tên', 'Đơn vị', 'Tên gọi', 'Tên ngắn', 'Tên xã', 'Tên xã, phường', 'Name'],
    example: 'Mẫu Sơn Minh Họa',
  },
  {
    id: 'fullName',
    label: { vi: 'Tên đầy đủ', en: 'Full name' },
    required: false,
    type: 'text',
    longest: 200,
    aliases: ['Tên đầy đủ của đơn vị', 'Full name'],
    example: 'Xã Mẫu Sơn Minh Họa',
  },
  {
    id: 'parent',
    label: { vi: 'Đơn vị cấp trên', en: 'Parent unit' },
    required: false,
    type: 'enumeration',
    list: 'units',
    aliases: ['Trực thuộc', 'Cấp trên', 'Thuộc', 'Thuộc tỉnh', 'Tỉnh', 'Tỉnh/thành phố', 'Parent'],
    example: '',
  },
  {
    id: 'code',
    label: { vi: 'Mã đơn vị', en: 'Code' },
    required: false,
    type: 'text',
    longest: 10,
    aliases: ['Mã', 'Mã số', 'Mã ĐVHC', 'Mã đơn vị hành chính', 'Mã TCTK', 'Code'],
    example: '06000',
  },
  {
    id: 'effectiveOn',
    label: { vi: 'Ngày thành lập', en: 'Established on' },
    required: true,
    type: 'date',
    aliases: ['Có hiệu lực từ', 'Ngày hiệu lực', 'Thành lập ngày', 'Hiệu lực từ ngày', 'Established on'],
    example: '01/07/2023',
  },
  {
    id: 'document',
    label: { vi: 'Văn bản', en: 'Document' },
    required: true,
    type: 'text',
    longest: 300,
    aliases: ['Căn cứ', 'Nghị quyết', 'Văn bản thành lập', 'Quyết định thành lập', 'Document'],
    example: 'Nghị quyết số 00/NQ-MINHHOA',
  },
];
