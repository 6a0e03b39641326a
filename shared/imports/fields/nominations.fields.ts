import { AWARD_FORM, WAY } from '#shared/imports/fields/awards.fields.ts';
import * as common from '#shared/imports/fields/common.fields.ts';
import { column, type ImportField } from '#shared/imports/fields/import-field.ts';

/** A list of those put forward, as it comes with the submission (tờ trình). Gaps are filled in the drafts later. */
export const NOMINATION_FIELDS: readonly ImportField[] = [
  common.RECIPIENT_KIND,
  common.NAME,
  column('text', 'printedName', 'Tên in trên bằng', 'Name as printed', {
    longest: 200,
    aliases: ['Tên trên bằng', 'Tên ghi trên bằng', 'Tên in bằng'],
  }),
  column('text', 'printedPlace', 'Đơn vị in trên bằng', 'Place as printed', {
    longest: 300,
    aliases: ['Đơn vị trên bằng', 'Đơn vị ghi trên bằng', 'Địa chỉ in trên bằng'],
  }),
  column('enumeration', 'salutation', 'Ông/Bà', 'Salutation', {
    options: [
      { value: 'Ông', label: 'Ông', aliases: ['Mr'] },
      { value: 'Bà', label: 'Bà', aliases: ['Mrs', 'Ms'] },
    ],
    aliases: ['Ông, bà', 'Danh xưng', 'Salutation'],
    example: 'Bà',
  }),
  common.SEX,
  column('year', 'birthYear', 'Năm sinh', 'Birth year', {
    past: true,
    least: 1900,
    most: 2100,
    aliases: ['Ngày sinh', 'Ngày, tháng, năm sinh', 'Ngày tháng năm sinh', 'Sinh năm', 'NS', 'Birth year'],
    example: '1980',
  }),
  common.ETHNICITY,
  common.POSITION,
  { ...common.PLACE, id: 'workplace', label: { vi: 'Đơn vị công tác', en: 'Workplace' } },
  { ...AWARD_FORM, required: false },
  WAY,
  common.PERSON_CLASS,
  common.AREA_CLASS,
  common.IS_BORDER_AREA,
  common.IS_SMALL_COLLECTIVE,
  column('integer', 'headcount', 'Số người trong tập thể', 'Headcount', {
    least: 1,
    most: 1_000_000,
    aliases: ['Số người', 'Quân số', 'Tổng số người', 'Headcount'],
  }),
  common.FIELD,
  common.ACHIEVEMENT,
  column('text', 'proposalNumber', 'Số tờ trình', 'Proposal number', {
    longest: 60,
    aliases: ['Tờ trình số', 'Số TTr', 'Tờ trình', 'Proposal number'],
    example: '45/TTr-UBND',
  }),
  column('date', 'proposalOn', 'Ngày tờ trình', 'Proposal date', {
    past: true,
    aliases: ['Tờ trình ngày', 'Ngày trình', 'Proposal date'],
    example: '20/12/2023',
  }),
];
