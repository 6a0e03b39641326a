import * as common from '#shared/imports/fields/common.fields.ts';
import { column, type ImportField } from '#shared/imports/fields/import-field.ts';

/** Lists of people and collectives. Without a column `kind` a row with sex, birth date or CCCD is a person. */
export const RECIPIENT_FIELDS: readonly ImportField[] = [
  common.RECIPIENT_KIND,
  common.NAME,
  common.SEX,
  common.BIRTH_ON,
  column('partial-date', 'foundedOn', 'Ngày thành lập', 'Founded on', {
    past: true,
    aliases: ['Năm thành lập', 'Thành lập ngày', 'Founded'],
  }),
  common.CCCD,
  common.ETHNICITY,
  common.UNIT,
  common.PLACE,
  common.POSITION,
];
