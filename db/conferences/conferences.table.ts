import type { Generated, Insertable, Selectable } from 'kysely';
import type { Attendance, ConferenceStatus, DelegateRole } from '#shared/conferences/conferences.schema.ts';
import type { NextChairMethod } from '#shared/conferences/next-chair.schema.ts';
import type { TaskStatus } from '#shared/conferences/recommendations.schema.ts';

/** Hội nghị of a cluster-year. */
export interface ConferenceTable {
  id: string;
  clusterYearId: string;
  title: string;
  heldOn: string;
  place: Generated<string>;
  chairedBy: Generated<string>;
  secretary: Generated<string>;
  minutes: Generated<string>;
  status: Generated<ConferenceStatus>;
  closedAt: string | null;
  /** Who leads next year as decided here; null: not decided, or not written down. */
  nextChairUnitId: string | null;
  nextDeputyUnitId: string | null;
  nextMethod: NextChairMethod | null;
  nextPresentVotes: number | null;
  nextAgreedVotes: number | null;
  nextNote: Generated<string>;
  isDemo: Generated<number>;
  version: Generated<number>;
}
export type ConferenceRow = Selectable<ConferenceTable>;
export type NewConference = Insertable<ConferenceTable>;

/** One line of the programme (chương trình). */
export interface AgendaItemTable {
  id: string;
  conferenceId: string;
  position: number;
  /** 'HH:mm', Việt Nam time. */
  startsAt: string;
  content: string;
  speaker: Generated<string>;
  note: Generated<string>;
}
export type AgendaItemRow = Selectable<AgendaItemTable>;
export type NewAgendaItem = Insertable<AgendaItemTable>;

/** Đại biểu: a person, or so many people of a delegation. */
export interface DelegateTable {
  id: string;
  conferenceId: string;
  unitId: string | null;
  organization: Generated<string>;
  name: Generated<string>;
  positionHeld: Generated<string>;
  role: DelegateRole;
  /** People invited. */
  headcount: Generated<number>;
  attendance: Generated<Attendance>;
  /** People who came; null until the row is marked present. */
  presentCount: number | null;
  /** The day on which the Giấy mời went out, YYYY-MM-DD. */
  invitationSentOn: Generated<string | null>;
  note: Generated<string>;
  position: number;
  version: Generated<number>;
}
export type DelegateRow = Selectable<DelegateTable>;
export type NewDelegate = Insertable<DelegateTable>;

/** Ý kiến chỉ đạo, đề nghị made at a conference. */
export interface RecommendationTable {
  id: string;
  clusterYearId: string;
  conferenceId: string;
  number: number;
  content: string;
  madeBy: string;
  madeOn: string;
  /** Cơ quan chủ trì, in words ("Sở Nội vụ 7 tỉnh"); the units that answer are its tasks. */
  leadOffice: Generated<string>;
  coordinating: Generated<string>;
  measure: Generated<string>;
  dueOn: string | null;
  removedAt: string | null;
  isDemo: Generated<number>;
  version: Generated<number>;
}
export type RecommendationRow = Selectable<RecommendationTable>;
export type NewRecommendation = Insertable<RecommendationTable>;

/** What one unit does about a recommendation. */
export interface RecommendationTaskTable {
  id: string;
  recommendationId: string;
  unitId: string;
  status: Generated<TaskStatus>;
  outcome: Generated<string>;
  reportedAt: string | null;
  reportedByName: string | null;
  version: Generated<number>;
}
export type RecommendationTaskRow = Selectable<RecommendationTaskTable>;
export type NewRecommendationTask = Insertable<RecommendationTaskTable>;
