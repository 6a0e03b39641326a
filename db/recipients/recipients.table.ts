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
  /** Words it is found by (recipientSearchText). */
  searchText: Generated<string>;
  /** Its place in a list of names (nameSortKey). */
  nameSort: Generated<string>;
  /** Of a collective, 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY'. */
  foundedOn: string | null;
  positionHeld: Generated<string>;
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
  /** By which document it ended. */
  document: Generated<string>;
}
export type RecipientNameRow = Selectable<RecipientNameTable>;
export type NewRecipientName = Insertable<RecipientNameTable>;

/** Quá trình công tác: a place where the recipient was until a day; the present one stands in its own row. */
export interface RecipientPostTable {
  id: string;
  recipientId: string;
  unitId: string | null;
  place: Generated<string>;
  positionHeld: Generated<string>;
  validFrom: string | null;
  validTo: string;
  document: Generated<string>;
}
export type RecipientPostRow = Selectable<RecipientPostTable>;
export type NewRecipientPost = Insertable<RecipientPostTable>;

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

/** Sáp nhập, chia tách of collectives: the awards of `from` count in the history of `to`. */
export interface RecipientLineTable {
  id: string;
  fromRecipientId: string;
  toRecipientId: string;
  kind: 'merged' | 'split';
  onDate: string;
  document: Generated<string>;
  isDemo: Generated<number>;
  version: Generated<number>;
}
export type RecipientLineRow = Selectable<RecipientLineTable>;
export type NewRecipientLine = Insertable<RecipientLineTable>;

/** Tạm dừng xét khen thưởng. */
export interface RecipientHoldTable {
  id: string;
  recipientId: string;
  kind: 'discipline' | 'inspection' | 'complaint' | 'other';
  fromOn: string;
  toOn: string | null;
  document: Generated<string>;
  reason: string;
  liftedOn: string | null;
  liftReason: string | null;
  isDemo: Generated<number>;
  version: Generated<number>;
}
export type RecipientHoldRow = Selectable<RecipientHoldTable>;
export type NewRecipientHold = Insertable<RecipientHoldTable>;

/** Nghi trùng: two recipients that may be one; firstId < secondId. */
export interface RecipientPairTable {
  id: string;
  firstId: string;
  secondId: string;
  /** JSON: [{code, facts}], the grounds of the suspicion. */
  grounds: string;
  score: number;
  status: Generated<'open' | 'merged' | 'different' | 'gone'>;
  foundAt: string;
  decidedAt: string | null;
  decidedBy: string | null;
  reason: string | null;
  version: Generated<number>;
}
export type RecipientPairRow = Selectable<RecipientPairTable>;
export type NewRecipientPair = Insertable<RecipientPairTable>;

/** A merge with all that is needed to take it back. */
export interface RecipientMergeTable {
  id: string;
  keptId: string;
  mergedId: string;
  reason: Generated<string>;
  mergedAt: string;
  mergedBy: string;
  undoUntil: string;
  undoneAt: string | null;
  undoneBy: string | null;
  snapshot: string;
  version: Generated<number>;
}
export type RecipientMergeRow = Selectable<RecipientMergeTable>;
export type NewRecipientMerge = Insertable<RecipientMergeTable>;
