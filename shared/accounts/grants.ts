import type { Role } from '#shared/accounts/accounts.schema.ts';

/**
 * On whose records a role works:
 * - `system`   every record, for a role held for the whole system and not for a unit
 * - `cluster`  records of cluster-years in which the person's unit is a member, and of clusters it organises
 * - `chair`    records of clusters that the person's unit leads on that day (hand-over moves it, all years with it)
 * - `own`      records of the person's unit
 * - `office`   decisions, awards and certificates that the person's unit issues
 * - `self`     nothing but the person's own account
 */
export type Scope = 'system' | 'cluster' | 'chair' | 'own' | 'office' | 'self';
export type Grant = { roles: readonly Role[]; scope: Scope };
export type Rule = 'public' | 'signed-in' | readonly Grant[];

export const READERS: readonly Grant[] = [
  { roles: ['admin', 'auditor'], scope: 'system' },
  { roles: ['specialist', 'approver', 'reporter', 'council', 'leader'], scope: 'cluster' },
];
export const CLUSTER_READERS: readonly Grant[] = [
  ...READERS,
  { roles: ['specialist', 'approver', 'leader', 'council'], scope: 'own' },
];
/** Clusters that the person's unit organises; the national ones are the administrator's. */
export const CLUSTER_ORGANIZERS: readonly Grant[] = [
  { roles: ['admin'], scope: 'system' },
  { roles: ['specialist', 'approver'], scope: 'own' },
];
export const AWARD_READERS: readonly Grant[] = [
  { roles: ['admin', 'auditor'], scope: 'system' },
  { roles: ['specialist', 'approver', 'reporter', 'council', 'leader'], scope: 'cluster' },
  { roles: ['specialist', 'approver', 'reporter', 'council', 'leader'], scope: 'own' },
  { roles: ['specialist', 'approver', 'reporter', 'council', 'leader'], scope: 'office' },
];
export const DECISION_READERS: readonly Grant[] = [
  { roles: ['admin', 'auditor'], scope: 'system' },
  { roles: ['specialist', 'approver', 'leader', 'council'], scope: 'office' },
  { roles: ['specialist', 'approver', 'reporter', 'leader'], scope: 'cluster' },
];
/** A draft goes no further than the office that issues it. */
export const OFFICE_STAFF: readonly Grant[] = [{ roles: ['specialist', 'approver'], scope: 'office' }];
export const OWN_STAFF: readonly Grant[] = [{ roles: ['reporter'], scope: 'own' }];
export const CHAIR_STAFF: readonly Grant[] = [{ roles: ['specialist', 'approver'], scope: 'chair' }];
/** Once its chair: a unit reads on what it sent out in the years that it led, whoever leads today. */
export const ONCE_CHAIR: readonly Grant[] = [{ roles: ['specialist', 'approver'], scope: 'own' }];
/** Cụm trưởng prepares the year, as does whoever organises the cluster. */
export const YEAR_PREPARERS: readonly Grant[] = [...CLUSTER_ORGANIZERS, ...CHAIR_STAFF];
/** Dân tộc is sensitive: those who judge the cluster's list, and those who watch over the system. */
export const SENSITIVE_READERS: readonly Grant[] = [{ roles: ['admin', 'auditor'], scope: 'system' }, ...CHAIR_STAFF];
/** A member records its own signature; the leading unit may record those given on paper at the conference. */
export const PLEDGE_SIGNERS: readonly Grant[] = [...OWN_STAFF, ...CHAIR_STAFF];

/** What a unit says and does for itself, by the desk that works with its records. */
export const UNIT_DESK: readonly Grant[] = [{ roles: ['reporter', 'specialist'], scope: 'own' }];
/** An adoption is between two units; the unit that leads a cluster follows those of its members. */
export const REPLICATION_READERS: readonly Grant[] = [
  { roles: ['admin', 'auditor'], scope: 'system' },
  { roles: ['specialist', 'approver', 'reporter', 'leader'], scope: 'own' },
  ...CHAIR_STAFF,
];
/** A unit presents its own exemplars; the leading unit presents those of every member. */
export const EXEMPLAR_EDITORS: readonly Grant[] = [...OWN_STAFF, ...CHAIR_STAFF];
/** The leading unit keeps the movements of the year, a province its own among them. */
export const MOVEMENT_KEEPERS: readonly Grant[] = [...CHAIR_STAFF, { roles: ['specialist', 'reporter'], scope: 'own' }];
/** The Prime Minister's movements are one catalogue for all clusters, so the administrator writes them. */
export const MOVEMENT_WRITERS: readonly Grant[] = [{ roles: ['admin'], scope: 'system' }, ...MOVEMENT_KEEPERS];
/** The desk of a unit keeps the records of its own collectives and people. */
export const RECIPIENT_EDITORS: readonly Grant[] = [
  { roles: ['admin'], scope: 'system' },
  { roles: ['specialist'], scope: 'own' },
];
/** Citizen number and dân tộc: those who work with the record, those who check them, those who watch over both. */
export const RECIPIENT_SECRETS: readonly Grant[] = [
  { roles: ['admin', 'auditor'], scope: 'system' },
  { roles: ['specialist', 'approver'], scope: 'own' },
];
/** Which kinds, and for which units, is asked of the procedure that writes one such record by hand. */
export const IMPORTERS: readonly Grant[] = [
  { roles: ['admin'], scope: 'system' },
  { roles: ['specialist', 'reporter'], scope: 'own' },
];
export const IMPORT_READERS: readonly Grant[] = [
  { roles: ['admin', 'auditor'], scope: 'system' },
  { roles: ['specialist', 'approver', 'reporter'], scope: 'own' },
];

/** Work behind the scenes is its maker's; the administrator sees and stops everybody's. */
export const JOB_KEEPERS: readonly Grant[] = [
  { roles: ['admin'], scope: 'system' },
  { roles: ['specialist', 'approver', 'reporter', 'council', 'leader', 'auditor'], scope: 'self' },
];

/** Two records of one's own unit are put together; of two units, by the administrator. */
export const MERGERS: readonly Grant[] = [
  { roles: ['admin'], scope: 'system' },
  { roles: ['specialist', 'approver'], scope: 'own' },
];
export const MERGE_READERS: readonly Grant[] = [...MERGERS, { roles: ['auditor'], scope: 'system' }];
