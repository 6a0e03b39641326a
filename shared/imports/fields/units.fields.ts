import { optionsOf } from '#shared/imports/fields/common.fields.ts';
import { column, type ImportField } from '#shared/imports/fields/import-field.ts';
import { UNIT_KIND_LABELS, type UnitKind } from '#shared/units/units.schema.ts';

/** New units of the catalogue; merges and splits of old ones go through the page of units. */
export const UNIT_FIELDS: readonly ImportField[] = [
  column('enumeration', 'kind', 'Loại đơn vị', 'Kind of unit', {
    required: true,
    options: optionsOf<UnitKind>(UNIT_KIND_LABELS, {
      city: ['Thành phố', 'TP trực thuộc trung ương', 'TP'],
      district: ['Huyện', 'Quận', 'Thị xã', 'Thành phố thuộc tỉnh'],
      agency: ['Sở', 'Ban', 'Ngành', 'Cơ quan', 'Sở, ngành'],
      organisation: ['Tổ chức', 'Doanh nghiệp', 'Công ty', 'Đoàn thể'],
    }),
    aliases: ['Loại', 'Cấp', 'Loại hình đơn vị', 'Kind'],
    example: 'Xã',
  }),
  column('text', 'name', 'Tên đơn vị', 'Unit name', {
    required: true,
    longest: 150,
    aliases: ['Tên', 'Đơn vị', 'Tên gọi', 'Tên ngắn', 'Tên xã', 'Tên xã, phường', 'Name'],
    example: 'Mẫu Sơn Minh Họa',
  }),
  column('text', 'fullName', 'Tên đầy đủ', 'Full name', {
    longest: 200,
    aliases: ['Tên đầy đủ của đơn vị', 'Full name'],
    example: 'Xã Mẫu Sơn Minh Họa',
  }),
  column('enumeration', 'parent', 'Đơn vị cấp trên', 'Parent unit', {
    list: 'units',
    aliases: ['Trực thuộc', 'Cấp trên', 'Thuộc', 'Thuộc tỉnh', 'Tỉnh', 'Tỉnh/thành phố', 'Parent'],
  }),
  column('text', 'code', 'Mã đơn vị', 'Code', {
    longest: 10,
    aliases: ['Mã', 'Mã số', 'Mã ĐVHC', 'Mã đơn vị hành chính', 'Mã TCTK', 'Code'],
    example: '06000',
  }),
  column('date', 'effectiveOn', 'Ngày thành lập', 'Established on', {
    required: true,
    aliases: ['Có hiệu lực từ', 'Ngày hiệu lực', 'Thành lập ngày', 'Hiệu lực từ ngày', 'Established on'],
    example: '01/07/2023',
  }),
  column('text', 'document', 'Văn bản', 'Document', {
    required: true,
    longest: 300,
    aliases: ['Căn cứ', 'Nghị quyết', 'Văn bản thành lập', 'Quyết định thành lập', 'Document'],
    example: 'Nghị quyết số 00/NQ-MINHHOA',
  }),
];
