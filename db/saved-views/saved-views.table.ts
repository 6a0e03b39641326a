import type { Generated, Insertable, Selectable } from 'kysely';

/** Chế độ xem of a list, under a name. */
export interface SavedViewTable {
  id: string;
  list: string;
  name: string;
  ownerId: string;
  audience: 'mine' | 'unit' | 'role';
  unitId: string | null;
  role: string | null;
  query: string;
  layout: string;
  createdAt: string;
  version: Generated<number>;
}
export type SavedViewRow = Selectable<SavedViewTable>;
export type NewSavedView = Insertable<SavedViewTable>;

/** How somebody last left the columns of a list. */
export interface ListLayoutTable {
  accountId: string;
  list: string;
  layout: string;
}
