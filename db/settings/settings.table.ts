import type { Generated, Insertable, Selectable } from 'kysely';

/** A value set by the administrator. */
export interface SettingTable {
  key: string;
  value: string;
  version: Generated<number>;
}
export type SettingRow = Selectable<SettingTable>;
export type NewSetting = Insertable<SettingTable>;
