import type { Generated, Insertable, Selectable } from 'kysely';
import type { RecipientKind, Sex } from '#shared/recipients/recipients.schema.ts';

/** Tập thể, cá nhân, hộ gia đình: one identity. */
export interface RecipientTable {
  id: string;
  kind: RecipientKind;
  name: string;
  nameFold: string;
  sex: Sex | null;
  birthYear: number | null;
  birthOn: string | null;
  unitId: string | null;
  place: Generated<string>;
  cccdCipher: string | null;
  cccdIndex: string | null;
  mergedInto: string | null;
  isDemo: Generated<number>;
  version: Generated<number>;
}
export type RecipientRow = Selectable<RecipientTable>;
export type NewRecipient = Insertable<RecipientTable>;

/** A name the recipient bore, with dates. */
export interface RecipientNameTable {
  id: string;
  recipientId: string;
  name: string;
  nameFold: string;
  validFrom: string | null;
  validTo: string | null;
}
export type RecipientNameRow = Selectable<RecipientNameTable>;
export type NewRecipientName = Insertable<RecipientNameTable>;

/** Sensitive data by law; own permission. */
export interface RecipientSensitiveTable {
  recipientId: string;
  ethnicityCode: string | null;
}
export type RecipientSensitiveRow = Selectable<RecipientSensitiveTable>;
export type NewRecipientSensitive = Insertable<RecipientSensitiveTable>;

/** The same as a nomination states it, before the recipient is a known one; frozen once the award is given. */
export interface NominationSensitiveTable {
  nominationId: string;
  ethnicityCode: string | null;
  version: Generated<number>;
}
export type NominationSensitiveRow = Selectable<NominationSensitiveTable>;

/** Who looked at which sensitive field: of a recipient, or (field `nomination-ethnicity`) of a nomination. */
export interface SensitiveReadTable {
  id: string;
  at: string;
  actorId: string;
  recipientId: string;
  field: string;
  reason: string | null;
}
export type SensitiveReadRow = Selectable<SensitiveReadTable>;
export type NewSensitiveRead = Insertable<SensitiveReadTable>;
