import { ACCOUNT_FIELDS } from '#shared/imports/fields/accounts.fields.ts';
import { AWARD_FIELDS } from '#shared/imports/fields/awards.fields.ts';
import type { ImportField } from '#shared/imports/fields/import-field.ts';
import { NOMINATION_FIELDS } from '#shared/imports/fields/nominations.fields.ts';
import { RECIPIENT_FIELDS } from '#shared/imports/fields/recipients.fields.ts';
import { REPORT_VALUE_FIELDS } from '#shared/imports/fields/report-values.fields.ts';
import { UNIT_FIELDS } from '#shared/imports/fields/units.fields.ts';
import type { ImportKind } from '#shared/imports/imports.schema.ts';

/** What each kind of sheet can hold, in the order of the template. */
export const FIELDS_OF_KIND: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  recipients: RECIPIENT_FIELDS,
  awards: AWARD_FIELDS,
  nominations: NOMINATION_FIELDS,
  'report-values': REPORT_VALUE_FIELDS,
  units: UNIT_FIELDS,
  accounts: ACCOUNT_FIELDS,
};
