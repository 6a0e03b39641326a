import type { Generated, Insertable, Selectable } from 'kysely';
import type { ReviewKind } from '#shared/movements/confirm.schema.ts';
import type { MovementKind, MovementLevel } from '#shared/movements/movements.schema.ts';

/** Phong trào thi đua with its own period. */
export interface MovementTable {
  id: string;
  name: string;
  level: Generated<MovementLevel>;
  kind: Generated<MovementKind>;
  /** Who launched it, in words. */
  launchedBy: string;
  /** The province of a provincial movement. */
  unitId: string | null;
  /** The cluster of a cluster's movement. */
  clusterId: string | null;
  goal: Generated<string>;
  periodFrom: string;
  periodTo: string;
  document: string | null;
  source: string | null;
  isDemo: Generated<number>;
  version: Generated<number>;
}
export type MovementRow = Selectable<MovementTable>;
export type NewMovement = Insertable<MovementTable>;

/** Which movements a cluster takes up in a year. */
export interface ClusterYearMovementTable {
  clusterYearId: string;
  movementId: string;
  position: number;
  /** The day it was sent to the members for their confirmation, and until when they are asked; null: not sent. */
  sentOn: string | null;
  confirmBy: string | null;
}
export type ClusterYearMovementRow = Selectable<ClusterYearMovementTable>;
export type NewClusterYearMovement = Insertable<ClusterYearMovementTable>;

/** Phát động of a cluster-year. */
export interface LaunchTable {
  clusterYearId: string;
  launchedOn: string;
  place: Generated<string>;
  launchedBy: Generated<string>;
  isDemo: Generated<number>;
  version: Generated<number>;
}
export type LaunchRow = Selectable<LaunchTable>;
export type NewLaunch = Insertable<LaunchTable>;

/** Nội dung phát động, in order. */
export interface LaunchContentTable {
  clusterYearId: string;
  position: number;
  content: string;
}
export type LaunchContentRow = Selectable<LaunchContentTable>;
export type NewLaunchContent = Insertable<LaunchContentTable>;

/** Xác nhận tham gia: a member takes part in a movement of the year. */
export interface MovementConfirmationTable {
  id: string;
  clusterYearId: string;
  movementId: string;
  unitId: string;
  confirmedOn: string;
  person: string;
  document: Generated<string>;
  note: Generated<string>;
  isDemo: Generated<number>;
  version: Generated<number>;
}
export type MovementConfirmationRow = Selectable<MovementConfirmationTable>;

/** Sơ kết or tổng kết of a movement in a year. */
export interface MovementReviewTable {
  clusterYearId: string;
  movementId: string;
  kind: ReviewKind;
  heldOn: string;
  content: string;
  version: Generated<number>;
}
export type MovementReviewRow = Selectable<MovementReviewTable>;
