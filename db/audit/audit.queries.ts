import { inAccess } from '#db/accounts/scope.ts';
import type { AuditEntryRow } from '#db/audit/audit.table.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import type { FieldChange } from '#shared/audit/audit.schema.ts';

/** An entry as people read it, without the hash that seals it. */
export type HistoryEntry = Omit<AuditEntryRow, 'salt' | 'leafHash' | 'requestId'> & { changes: FieldChange[] };

const ENTRY = [
  'id',
  'at',
  'actorId',
  'actorName',
  'actorUnitId',
  'action',
  'subjectKind',
  'subjectId',
  'subjectLabel',
  'clusterYearId',
  'unitId',
  'reason',
] as const;
const PAGE_SIZE = 50;
const LONGEST_HISTORY = 500;

/** Everything that happened to one record, newest first, as far as it lies within reach. */
export async function findHistory(
  db: Reader,
  access: Access,
  subjectKind: string,
  subjectId: string,
): Promise<HistoryEntry[]> {
  const entries = await db
    .selectFrom('auditEntry')
    .where('subjectKind', '=', subjectKind)
    .where('subjectId', '=', subjectId)
    .where(inAccess(access, { clusterYearId: 'auditEntry.clusterYearId', unitId: 'auditEntry.unitId' }))
    .select(ENTRY)
    .orderBy('id', 'desc')
    .limit(LONGEST_HISTORY)
    .execute();
  return withChanges(db, entries);
}

export type AuditFilter = {
  actorId?: string | undefined;
  subjectKind?: string | undefined;
  /** Instants, UTC. */
  fromAt?: string | undefined;
  beforeAt?: string | undefined;
  /** Id of the last entry of the page before. */
  afterId?: string | undefined;
};

/** One page of the whole log, newest first; ids grow with time, so the id is the key of the page. */
export async function findAuditPage(db: Reader, filter: AuditFilter) {
  const found = await db
    .selectFrom('auditEntry')
    .$if(filter.actorId !== undefined, (qb) => qb.where('actorId', '=', filter.actorId!))
    .$if(filter.subjectKind !== undefined, (qb) => qb.where('subjectKind', '=', filter.subjectKind!))
    .$if(filter.fromAt !== undefined, (qb) => qb.where('at', '>=', filter.fromAt!))
    .$if(filter.beforeAt !== undefined, (qb) => qb.where('at', '<', filter.beforeAt!))
    .$if(filter.afterId !== undefined, (qb) => qb.where('id', '<', filter.afterId!))
    .select(ENTRY)
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  const entries = await withChanges(db, found.slice(0, PAGE_SIZE));
  return { entries, hasMore: found.length > PAGE_SIZE };
}

async function withChanges(db: Reader, entries: Omit<HistoryEntry, 'changes'>[]): Promise<HistoryEntry[]> {
  if (entries.length === 0) return [];
  const ids = entries.map(({ id }) => id);
  const rows = await db
    .selectFrom('auditChange')
    .where('entryId', 'in', ids)
    .selectAll()
    .orderBy('entryId')
    .orderBy('position')
    .execute();
  const byEntry = Map.groupBy(rows, ({ entryId }) => entryId);
  return entries.map((entry) => ({
    ...entry,
    changes: (byEntry.get(entry.id) ?? []).map(({ field, oldValue, newValue }) => ({
      field,
      from: oldValue,
      to: newValue,
    })),
  }));
}

/**
 * Whom the log can be asked about: the accounts. Asking the log itself who stands in it would read all of it.
 * Work nobody clicked for is the account 'system', failed sign-ins 'anonymous' (see server/core/context.ts).
 */
export function findAuditActors(db: Reader) {
  return db
    .selectFrom('authUser')
    .select(['authUser.id as actorId', 'authUser.name as actorName'])
    .orderBy('authUser.name')
    .limit(1_000)
    .execute();
}
