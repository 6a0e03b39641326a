import type { CompiledQuery, Kysely } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import { leadingUnit } from '#db/clusters/leading-unit.ts';
import type { Database, Reader } from '#db/database.ts';
import type { Relation, Role } from '#shared/accounts/accounts.schema.ts';
import type { Access } from '#shared/accounts/permissions.ts';

/** One row per role held (one row with `role` null when none is). Instants are ISO UTC text. */
export type SessionRow = {
  sessionId: string;
  createdAt: string;
  updatedAt: string;
  userId: string;
  name: string;
  unitId: string | null;
  isDemo: number;
  lang: string;
  role: Role | null;
  roleUnitId: string | null;
};

const TOKEN = 'the token';
const TODAY = 'the day';

/**
 * Prepares the one read behind every request: session, person, unit and the roles of the day. Building the
 * query costs more than running it, so it is built once.
 *
 * The result finds nothing for an unknown token and for a disabled account.
 */
export function prepareSessionQuery(reads: Kysely<Database>) {
  const compiled = reads
    .selectFrom('authSession as s')
    .innerJoin('authUser as u', 'u.id', 's.userId')
    .innerJoin('accountProfile as p', 'p.userId', 's.userId')
    .leftJoin('accountRole as r', (join) =>
      join
        .onRef('r.userId', '=', 's.userId')
        .on((eb) => eb.or([eb('r.validFrom', 'is', null), eb('r.validFrom', '<=', TODAY)]))
        .on((eb) => eb.or([eb('r.validTo', 'is', null), eb('r.validTo', '>=', TODAY)])),
    )
    .select([
      's.id as sessionId',
      's.createdAt',
      's.updatedAt',
      'u.id as userId',
      'u.name',
      'p.unitId',
      'p.isDemo',
      'p.lang',
      'r.role',
      'r.unitId as roleUnitId',
    ])
    .where('s.token', '=', TOKEN)
    .where('p.disabledAt', 'is', null)
    .compile();
  return async (token: string, today: string): Promise<SessionRow[]> => {
    const parameters = compiled.parameters.map((value) => (value === TOKEN ? token : value === TODAY ? today : value));
    const query: CompiledQuery<SessionRow> = { ...compiled, parameters };
    return (await reads.executeQuery(query)).rows;
  };
}

/** Who a username belongs to; usernames are stored in lower case. */
export function findAccountByUsername(db: Reader, username: string) {
  return db
    .selectFrom('authUser')
    .innerJoin('accountProfile', 'accountProfile.userId', 'authUser.id')
    .select(['authUser.id', 'authUser.name', 'accountProfile.unitId'])
    .where('authUser.username', '=', username)
    .executeTakeFirst();
}

/** The account as its owner sees it, or undefined. */
export function findAccount(db: Reader, userId: string) {
  return db
    .selectFrom('authUser')
    .innerJoin('accountProfile', 'accountProfile.userId', 'authUser.id')
    .leftJoin('unit', 'unit.id', 'accountProfile.unitId')
    .select([
      'authUser.id',
      'authUser.username',
      'authUser.name',
      'accountProfile.unitId',
      'accountProfile.title',
      'accountProfile.lang',
      'accountProfile.disabledAt',
      'accountProfile.version',
      'unit.name as unitName',
    ])
    .where('authUser.id', '=', userId)
    .executeTakeFirst();
}

/** Who somebody is on a day ('YYYY-MM-DD'), with the roles of that day; undefined for a closed or unknown account. */
export async function findActor(db: Reader, accountId: string, today: string) {
  const account = await db
    .selectFrom('authUser')
    .innerJoin('accountProfile', 'accountProfile.userId', 'authUser.id')
    .select(['authUser.name', 'accountProfile.unitId', 'accountProfile.lang'])
    .where('authUser.id', '=', accountId)
    .where('accountProfile.disabledAt', 'is', null)
    .executeTakeFirst();
  if (!account) return undefined;
  const roles = await db
    .selectFrom('accountRole')
    .select(['role', 'unitId'])
    .where('userId', '=', accountId)
    .where((eb) => eb.or([eb('validFrom', 'is', null), eb('validFrom', '<=', today)]))
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', today)]))
    .execute();
  return { ...account, roles };
}

/** The accounts that come with the demo year, by unit and name. */
export function findDemoAccounts(db: Reader) {
  return db
    .selectFrom('authUser')
    .innerJoin('accountProfile', 'accountProfile.userId', 'authUser.id')
    .leftJoin('unit', 'unit.id', 'accountProfile.unitId')
    .select(['authUser.username', 'authUser.name', 'accountProfile.title', 'unit.name as unitName'])
    .where('accountProfile.isDemo', '=', 1)
    .where('accountProfile.disabledAt', 'is', null)
    .where('authUser.username', 'is not', null)
    .orderBy('authUser.id')
    .execute();
}

/** Sessions whose beginning the log does not know: the server died between the session and its entry. */
export function findUnrecordedSessions(db: Reader) {
  return db
    .selectFrom('authSession')
    .innerJoin('authUser', 'authUser.id', 'authSession.userId')
    .select(['authSession.id', 'authSession.userId', 'authSession.createdAt', 'authUser.name'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('auditEntry')
            .innerJoin('auditChange', 'auditChange.entryId', 'auditEntry.id')
            .select('auditEntry.id')
            .where('auditEntry.subjectKind', '=', 'account')
            .whereRef('auditEntry.subjectId', '=', 'authSession.userId')
            .where('auditEntry.action', '=', 'account.signed-in')
            .where('auditChange.field', '=', 'session')
            .whereRef('auditChange.newValue', '=', 'authSession.id'),
        ),
      ),
    )
    .execute();
}

/** Limits among `keys` that are full and still run at `at` (ISO instant). */
export function findFullLimits(db: Reader, limits: readonly { key: string; limit: number }[], at: string) {
  return db
    .selectFrom('rateLimit')
    .select(['key', 'windowEndsAt'])
    .where((eb) => eb.or(limits.map(({ key, limit }) => eb.and([eb('key', '=', key), eb('count', '>=', limit)]))))
    .where('windowEndsAt', '>', at)
    .execute();
}

/**
 * The cluster-years (cụm, năm thi đua) in reach, newest first, each with how the person's unit stands to it:
 * chair and deputy follow from the year, member from the dates of membership; null for an outside view. `leads`: the
 * unit leads the cluster today, whichever year it chairs.
 */
export async function findClusterYearsOf(db: Reader, access: Access, unitId: string | null) {
  const rows = await db
    .selectFrom('clusterYear')
    .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
    .innerJoin('unit as leader', (join) =>
      join.on('leader.id', '=', leadingUnit('clusterYear.clusterId', access.today)),
    )
    .select((eb) => [
      'clusterYear.id',
      'cluster.name as clusterName',
      'cluster.shortName',
      'clusterYear.year',
      'clusterYear.yearKind',
      'clusterYear.status',
      'clusterYear.startsOn',
      'clusterYear.endsOn',
      'clusterYear.chairUnitId',
      'clusterYear.handOverOn',
      'leader.id as leaderUnitId',
      'leader.name as leaderName',
      'clusterYear.deputyChairUnitId',
      eb
        .selectFrom('clusterMember')
        .select((sub) => sub.fn.countAll<number>().as('n'))
        .whereRef('clusterMember.clusterId', '=', 'clusterYear.clusterId')
        .where('clusterMember.unitId', '=', unitId ?? '')
        .where((sub) =>
          sub.or([
            sub('clusterMember.validFrom', 'is', null),
            sub('clusterMember.validFrom', '<=', sub.ref('clusterYear.endsOn')),
          ]),
        )
        .where((sub) =>
          sub.or([
            sub('clusterMember.validTo', 'is', null),
            sub('clusterMember.validTo', '>=', sub.ref('clusterYear.startsOn')),
          ]),
        )
        .as('memberships'),
    ])
    .where(inAccess(access, { clusterYearId: 'clusterYear.id' }))
    .where('clusterYear.status', '<>', 'draft')
    .orderBy('clusterYear.year', 'desc')
    .orderBy('clusterYear.id')
    .limit(200)
    .execute();
  return rows.map(({ chairUnitId, deputyChairUnitId, memberships, leaderUnitId, ...year }) => {
    const myRole: Relation | null =
      unitId === null
        ? null
        : unitId === chairUnitId
          ? 'chair'
          : unitId === deputyChairUnitId
            ? 'deputy-chair'
            : memberships
              ? 'member'
              : null;
    return { ...year, myRole, leads: unitId !== null && unitId === leaderUnitId };
  });
}

/** Whether anybody can sign in at all. */
export async function hasAccounts(db: Reader): Promise<boolean> {
  return (await db.selectFrom('authUser').select('id').limit(1).executeTakeFirst()) !== undefined;
}
