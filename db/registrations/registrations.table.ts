import type { Generated, Insertable, Selectable } from 'kysely';
import type { RegisteredKind, RegistrationStatus } from '#shared/registrations/registrations.schema.ts';

/** Đăng ký thi đua of one member in one year: the titles it aims at. */
export interface TitleRegistrationTable {
  id: string;
  clusterYearId: string;
  unitId: string;
  status: Generated<RegistrationStatus>;
  sentAt: string | null;
  isDemo: Generated<number>;
  version: Generated<number>;
}
export type TitleRegistrationRow = Selectable<TitleRegistrationTable>;

/** How many collectives or individuals aim at one title; `names` a JSON list, as far as they are known. */
export interface TitleRegistrationLineTable {
  registrationId: string;
  awardCode: string;
  recipientKind: RegisteredKind;
  count: number;
  names: Generated<string>;
}
export type NewTitleRegistrationLine = Insertable<TitleRegistrationLineTable>;
