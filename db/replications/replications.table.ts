import type { Generated, Insertable, Selectable } from 'kysely';
import type { ReplicationStatus } from '#shared/replications/replications.schema.ts';

/** Nhân rộng: a unit takes up the model of another. */
export interface ReplicationTable {
  id: string;
  exemplarId: string;
  /** Who adopts. */
  unitId: string;
  /** The year of the adopter's cluster in which it began. */
  clusterYearId: string;
  place: string;
  startedOn: string;
  leader: string;
  steps: Generated<string>;
  status: Generated<ReplicationStatus>;
  stopReason: string | null;
  isDemo: Generated<number>;
  version: Generated<number>;
}
export type ReplicationRow = Selectable<ReplicationTable>;
export type NewReplication = Insertable<ReplicationTable>;

/** Tiến độ: what happened on a day. */
export interface ReplicationEntryTable {
  id: string;
  replicationId: string;
  onDate: string;
  content: string;
  /** Name of whoever wrote it. */
  enteredBy: string;
}
export type ReplicationEntryRow = Selectable<ReplicationEntryTable>;
