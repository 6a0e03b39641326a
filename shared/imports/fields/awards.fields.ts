import * as common from '#shared/imports/fields/common.fields.ts';
import { optionsOf } from '#shared/imports/fields/common.fields.ts';
import { column, type ImportField, type ListOption } from '#shared/imports/fields/import-field.ts';
import { type CommendationWay, WAY_LABELS } from '#shared/nominations/nominations.schema.ts';

export const WAYS: readonly ListOption[] = optionsOf<CommendationWay>(WAY_LABELS, {
  merit: [
    '[Khen thưởng] [theo] (công trạng|thường xuyên|hằng năm|hàng năm)',
    'Khen (thường xuyên|công trạng|hằng năm|hàng năm)',
    '[Khen thưởng] [theo] công trạng và thành tích [đạt được]',
    'Thành tích công tác',
    'Tổng kết năm',
    'TX',
  ],
  thematic: [
    '[Khen thưởng] [theo] (chuyên đề|đợt|phong trào|phong trào thi đua|đợt thi đua)',
    '[Khen thưởng] [theo] (chuyên đề, đợt|đợt, chuyên đề|đợt hoặc chuyên đề)',
    'Khen (chuyên đề|theo đợt)',
    'Sơ kết, tổng kết (chuyên đề|phong trào)',
    'CĐ',
  ],
  sudden: ['[Khen thưởng] đột xuất', 'Khen đột xuất', 'Thành tích đột xuất', 'ĐX'],
  lifelong: ['[Khen thưởng] [quá trình] cống hiến', '[Khen thưởng] [có] quá trình cống hiến', 'QTCH'],
  seniority: ['[Khen thưởng] [theo] niên hạn', 'Thâm niên'],
  foreign: ['[Khen thưởng] đối ngoại', 'Khen đối ngoại'],
  resistance: ['[Khen thưởng] [thành tích] kháng chiến', 'Khen kháng chiến'],
});

export const AWARD_FORM = column('enumeration', 'award', 'Hình thức khen thưởng', 'Award form', {
  required: true,
  list: 'award-forms',
  aliases: [
    'Hình thức khen',
    'Hình thức',
    'Danh hiệu',
    'Danh hiệu thi đua',
    'Danh hiệu thi đua, hình thức khen thưởng',
    'Danh hiệu/hình thức khen thưởng',
    'Danh hiệu, hình thức khen thưởng',
    'Khen thưởng',
    'HTKT',
    'Award',
  ],
});
export const WAY = column('enumeration', 'way', 'Loại hình khen thưởng', 'Way of commendation', {
  options: WAYS,
  aliases: ['Loại hình', 'Loại hình khen', 'Loại khen thưởng', 'Way'],
  example: 'Công trạng',
});

/** Awards given before the desk was used: lists out of the books of the office. */
export const AWARD_FIELDS: readonly ImportField[] = [
  common.RECIPIENT_KIND,
  common.NAME,
  common.SEX,
  common.BIRTH_ON,
  common.CCCD,
  common.POSITION,
  common.PLACE,
  AWARD_FORM,
  WAY,
  column('year', 'year', 'Năm khen thưởng', 'Award year', {
    required: false, // follows from the date of the decision
    least: 1945,
    most: 2199,
    aliases: ['Năm', 'Năm khen', 'Năm thành tích', 'Năm thi đua', 'Thành tích năm', 'Niên độ', 'Award year', 'Year'],
    example: '2023',
  }),
  column('text', 'decisionNumber', 'Số quyết định', 'Decision number', {
    required: true,
    longest: 60,
    aliases: [
      'Số QĐ',
      'QĐ số',
      'Quyết định số',
      'Số, ký hiệu quyết định',
      'Số quyết định khen thưởng',
      'Số quyết định khen',
      'Quyết định',
      'QĐ',
      'Decision number',
    ],
    example: '123/QĐ-UBND',
  }),
  column('date', 'decidedOn', 'Ngày quyết định', 'Decision date', {
    required: true,
    past: true,
    aliases: [
      'Ngày QĐ',
      'Ngày, tháng, năm quyết định',
      'Ngày tháng năm quyết định',
      'Ngày ký',
      'Ngày ban hành',
      'Ngày ký quyết định',
      'Quyết định ngày',
      'Decision date',
    ],
    example: '10/01/2024',
  }),
  column('enumeration', 'issuingUnit', 'Cơ quan ban hành', 'Issued by', {
    list: 'units',
    aliases: ['Cấp ban hành', 'Cơ quan quyết định', 'Cấp quyết định', 'Nơi ban hành', 'Cơ quan ban hành quyết định'],
  }),
  common.UNIT,
  common.PERSON_CLASS,
  common.AREA_CLASS,
  common.IS_BORDER_AREA,
  common.IS_SMALL_COLLECTIVE,
  common.FIELD,
  common.ACHIEVEMENT,
];
