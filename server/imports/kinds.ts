import { accounts } from '#server/imports/kinds/accounts.ts';
import { awards } from '#server/imports/kinds/awards.ts';
import type { AnyKind } from '#server/imports/kinds/kind.ts';
import { nominations } from '#server/imports/kinds/nominations.ts';
import { recipients } from '#server/imports/kinds/recipients.ts';
import { reportValues } from '#server/imports/kinds/report-values.ts';
import { units } from '#server/imports/kinds/units.ts';
import type { ImportField } from '#shared/imports/fields/import-field.ts';
import type { ImportKind } from '#shared/imports/imports.schema.ts';

export const KINDS: Readonly<Record<ImportKind, AnyKind>> = {
  recipients,
  awards,
  nominations,
  'report-values': reportValues,
  units,
  accounts,
};

/** The columns that a kind takes. */
export const fieldsOf = (kind: ImportKind): readonly ImportField[] => KINDS[kind].fields;
