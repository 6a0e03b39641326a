import type { Localized } from '#shared/core/localized.ts';
import { writtenWays } from '#shared/imports/everyday-names.rules.ts';
import { column, type ListOption } from '#shared/imports/fields/import-field.ts';
import {
  AREA_CLASS_LABELS,
  type AreaClass,
  PERSON_CLASS_LABELS,
  type PersonClass,
  RECIPIENT_KIND_LABELS,
  type RecipientKind,
} from '#shared/recipients/recipients.schema.ts';

/** Options of an enumeration of the code with its Vietnamese labels; `aliases` are patterns of writtenWays. */
export function optionsOf<V extends string>(
  labels: Readonly<Record<V, Localized>>,
  aliases: Partial<Readonly<Record<V, readonly string[]>>> = {},
): ListOption[] {
  return (Object.keys(labels) as V[]).map((value) => ({
    value,
    label: labels[value].vi,
    aliases: [labels[value].en, ...(aliases[value] ?? []).flatMap(writtenWays)],
  }));
}

const kinds = optionsOf<RecipientKind>(RECIPIENT_KIND_LABELS, {
  collective: ['[Là] (TT|Tập thể)', 'Đơn vị', 'Tổ chức', 'Cơ quan', 'Doanh nghiệp', 'Tập thể nhỏ', 'T.thể'],
  individual: ['[Là] (CN|Cá nhân)', 'Người', 'C.nhân', 'CBCCVC', 'Cán bộ', 'Công dân', 'Lãnh đạo'],
  household: ['Hộ', 'Gia đình', 'HGĐ', 'Hộ (GĐ|gia đình)'],
});
const personClasses = optionsOf<PersonClass>(PERSON_CLASS_LABELS, {
  'leader-province': ['Lãnh đạo cấp tỉnh', 'Lãnh đạo tỉnh'],
  'leader-department': ['Lãnh đạo cấp sở', 'Lãnh đạo sở', 'Lãnh đạo cấp vụ'],
  'leader-division': ['Lãnh đạo cấp phòng', 'Lãnh đạo phòng', 'Lãnh đạo cấp xã', 'Lãnh đạo xã'],
  'enterprise-manager': ['Doanh nhân', 'Quản lý doanh nghiệp'],
  'frontline-worker': ['Người lao động trực tiếp', 'Lao động trực tiếp', 'Công nhân, nông dân, chiến sĩ'],
});
const areaClasses = optionsOf<AreaClass>(AREA_CLASS_LABELS, {
  'region-1': ['Khu vực I', 'KV I', 'KV1', 'Khu vực 1'],
  'region-2': ['Khu vực II', 'KV II', 'KV2', 'Khu vực 2'],
  'region-3': ['Khu vực III', 'KV III', 'KV3', 'Khu vực 3'],
  none: ['Không', 'Ngoài vùng'],
});

/** Columns that several kinds of sheets have. A kind may ask for one that another leaves free. */
export const RECIPIENT_KIND = column('enumeration', 'kind', 'Loại đối tượng', 'Kind of recipient', {
  options: kinds,
  aliases: ['Đối tượng', 'Loại', 'Tập thể/cá nhân', 'Cá nhân/tập thể', 'Đối tượng khen thưởng', 'Kind'],
  example: 'Cá nhân',
});
export const NAME = column('text', 'name', 'Họ và tên, tên tập thể', 'Name', {
  required: true,
  longest: 200,
  aliases: [
    'Họ và tên',
    'Họ tên',
    'Họ & tên',
    'Tên',
    'Tên tập thể',
    'Tên đơn vị, cá nhân',
    'Tên tập thể, cá nhân',
    'Họ và tên/Tên tập thể',
    'Họ và tên cá nhân',
    'Danh sách tập thể, cá nhân',
    'Tên đối tượng',
    'Họ tên, chức danh',
    'Name',
    'Full name',
  ],
  example: 'Nguyễn Thị Minh Họa',
});
export const SEX = column('sex', 'sex', 'Giới tính', 'Sex', {
  aliases: ['Giới', 'Nam/Nữ', 'Nam, nữ', 'Phái', 'GT', 'Nữ', 'Giới tính nữ', 'Là nữ', 'Sex', 'Gender'],
  example: 'Nữ',
});
export const BIRTH_ON = column('partial-date', 'birthOn', 'Ngày sinh', 'Date of birth', {
  past: true,
  aliases: [
    'Ngày, tháng, năm sinh',
    'Ngày tháng năm sinh',
    'Ngày/tháng/năm sinh',
    'NTNS',
    'Sinh ngày',
    'Năm sinh',
    'NS',
    'Date of birth',
    'Birth date',
    'Birth year',
  ],
  example: '15/08/1980',
});
export const CCCD = column('cccd', 'cccd', 'Số CCCD', 'Citizen ID number', {
  aliases: [
    'CCCD',
    'Căn cước công dân',
    'Số căn cước công dân',
    'Căn cước',
    'Số căn cước',
    'Số định danh cá nhân',
    'Mã định danh',
    'CMND/CCCD',
    'Số CMND/CCCD',
    'CCCD/CMND',
    'Số CMND',
    'CMND',
  ],
  example: '001180000123',
});
export const ETHNICITY = column('enumeration', 'ethnicity', 'Dân tộc', 'Ethnicity', {
  list: 'ethnicities',
  aliases: ['DT', 'Thành phần dân tộc', 'Ethnicity'],
  example: 'Tày',
});
export const UNIT = column('enumeration', 'unit', 'Tỉnh, đơn vị quản lý', 'Unit', {
  list: 'units',
  aliases: ['Tỉnh', 'Tỉnh, thành phố', 'Tỉnh/thành phố', 'Đơn vị trình', 'Đơn vị quản lý', 'Địa phương', 'Unit'],
});
export const PLACE = column('text', 'place', 'Đơn vị công tác, nơi ở', 'Workplace or place', {
  longest: 300,
  aliases: [
    'Đơn vị công tác',
    'Nơi công tác',
    'Cơ quan công tác',
    'Cơ quan, đơn vị',
    'Đơn vị',
    'Địa chỉ',
    'Nơi ở',
    'Nơi cư trú',
    'Quê quán',
    'Trú quán',
    'Workplace',
    'Address',
  ],
  example: 'Trường Tiểu học Mẫu, xã Mẫu',
});
export const POSITION = column('text', 'positionHeld', 'Chức vụ', 'Position', {
  longest: 200,
  aliases: ['Chức danh', 'Chức vụ, chức danh', 'Chức danh, chức vụ', 'Chức vụ công tác', 'Nghề nghiệp', 'Position'],
  example: 'Giáo viên',
});
export const PERSON_CLASS = column('enumeration', 'personClass', 'Phân loại cá nhân', 'Class of person', {
  options: personClasses,
  aliases: ['Phân loại đối tượng', 'Phân loại', 'Nhóm đối tượng', 'Person class'],
  example: 'Người trực tiếp công tác, lao động, học tập, chiến đấu',
});
export const AREA_CLASS = column('enumeration', 'areaClass', 'Khu vực', 'Area class', {
  options: areaClasses,
  aliases: ['Xã khu vực', 'Vùng', 'Phân loại khu vực', 'Area class'],
  example: 'Xã khu vực III',
});
export const IS_BORDER_AREA = column('yes-no', 'isBorderArea', 'Vùng biên giới, hải đảo', 'Border or island', {
  aliases: ['Biên giới', 'Biên giới, hải đảo', 'Hải đảo', 'Border'],
});
export const IS_SMALL_COLLECTIVE = column('yes-no', 'isSmallCollective', 'Tập thể nhỏ', 'Small collective', {
  aliases: ['Tổ, đội, phòng', 'Small collective'],
});
export const FIELD = column('text', 'field', 'Lĩnh vực', 'Field', {
  longest: 100,
  aliases: ['Ngành, lĩnh vực', 'Ngành', 'Khối', 'Field'],
  example: 'Giáo dục',
});
export const ACHIEVEMENT = column('long-text', 'achievement', 'Tóm tắt thành tích', 'Achievement', {
  longest: 5_000,
  aliases: [
    'Thành tích',
    'Nội dung thành tích',
    'Nội dung khen',
    'Nội dung khen thưởng',
    'Lý do khen thưởng',
    'Achievement',
  ],
  example: 'Có thành tích xuất sắc trong phong trào thi đua năm 2023',
});
