import type { Generated, Insertable, Selectable } from 'kysely';
import type { StageKind, YearKind, YearStatus } from '#shared/clusters/clusters.schema.ts';

/** Cụm, khối thi đua. */
export interface ClusterTable {
  id: string;
  kind: 'cluster' | 'bloc';
  name: string;
  shortName: string;
  source: string | null;
  /** The province that organises it; null: the central council. */
  organizerUnitId: string | null;
  closedOn: string | null;
  version: Generated<number>;
}
export type ClusterRow = Selectable<ClusterTable>;
export type NewCluster = Insertable<ClusterTable>;

/** Đơn vị thành viên, with dates. */
export interface ClusterMemberTable {
  id: string;
  clusterId: string;
  unitId: string;
  position: number;
  validFrom: string | null;
  validTo: string | null;
}
export type ClusterMemberRow = Selectable<ClusterMemberTable>;
export type NewClusterMember = Insertable<ClusterMemberTable>;

/** Năm thi đua of a cluster with its chair and deputy. */
export interface ClusterYearTable {
  id: string;
  clusterId: string;
  year: number;
  name: string;
  startsOn: string;
  endsOn: string;
  chairUnitId: string;
  deputyChairUnitId: string | null;
  chairPerson: string | null;
  standingOffice: string;
  /** From this day on the chair of the next year leads the cluster; null: not settled yet. */
  handOverOn: string | null;
  handOverNote: string | null;
  awardAllotment: string | null;
  /** Calendar year or school year (năm học). */
  yearKind: Generated<YearKind>;
  /** A draft is seen by those who prepare it only; an archived year is read only. */
  status: Generated<YearStatus>;
  publishedAt: string | null;
  archivedAt: string | null;
  /** The year it was opened after. */
  modelYearId: string | null;
  isDemo: Generated<number>;
  version: Generated<number>;
}
export type ClusterYearRow = Selectable<ClusterYearTable>;
export type NewClusterYear = Insertable<ClusterYearTable>;

/** Giai đoạn of the year with its dates. */
export interface StageTable {
  id: string;
  clusterYearId: string;
  kind: StageKind;
  name: string;
  opensOn: string;
  closesOn: string;
  dueNote: string | null;
  position: number;
}
export type StageRow = Selectable<StageTable>;
export type NewStage = Insertable<StageTable>;
