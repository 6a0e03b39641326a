import type { Insertable, Selectable } from 'kysely';

/** Phong trào thi đua with its own period. */
export interface MovementTable {
  id: string;
  name: string;
  launchedBy: string;
  periodFrom: string;
  periodTo: string;
  document: string | null;
  source: string | null;
}
export type MovementRow = Selectable<MovementTable>;
export type NewMovement = Insertable<MovementTable>;

/** Which movements a cluster takes up in a year. */
export interface ClusterYearMovementTable {
  clusterYearId: string;
  movementId: string;
  position: number;
}
export type ClusterYearMovementRow = Selectable<ClusterYearMovementTable>;
export type NewClusterYearMovement = Insertable<ClusterYearMovementTable>;
