import { sql } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import type { MainGround } from '#shared/duplicates/duplicates.schema.ts';
import type { RecipientKind } from '#shared/recipients/recipients.schema.ts';

export type PairQuery = {
  ground?: MainGround | undefined;
  kind?: RecipientKind | undefined;
  unitId?: string | undefined;
  status: 'open' | 'different';
};

/** Pairs of which at least one side is in reach. */
const pairsOf = (db: Reader, access: Access) =>
  db
    .selectFrom('recipientPair as pair')
    .innerJoin('recipient as first', 'first.id', 'pair.firstId')
    .innerJoin('recipient as second', 'second.id', 'pair.secondId')
    .where((eb) =>
      eb.or([inAccess(access, { unitId: 'first.unitId' }), inAccess(access, { unitId: 'second.unitId' })] as never),
    );

function filtered(db: Reader, access: Access, { ground, kind, unitId, status }: PairQuery) {
  let query = pairsOf(db, access).where('pair.status', '=', status);
  // The ground that brought the two together stands first.
  if (ground) query = query.where('pair.grounds', 'like', `[{"code":"${ground}"%`);
  if (kind) query = query.where('first.kind', '=', kind);
  if (unitId) query = query.where((eb) => eb.or([eb('first.unitId', '=', unitId), eb('second.unitId', '=', unitId)]));
  return query;
}

/** The queue, likeliest first, then the newest. Continues after [score, id]. */
export function listPairs(
  db: Reader,
  access: Access,
  query: PairQuery & { after: readonly [number, string] | undefined; limit: number },
) {
  let rows = filtered(db, access, query)
    .leftJoin('unit as firstUnit', 'firstUnit.id', 'first.unitId')
    .leftJoin('unit as secondUnit', 'secondUnit.id', 'second.unitId')
    .select([
      'pair.id',
      'pair.score',
      'pair.grounds',
      'pair.status',
      'pair.foundAt',
      'pair.reason',
      'pair.decidedAt',
      'first.kind',
      'first.name as firstName',
      'first.birthYear as firstBirthYear',
      'first.unitId as firstUnitId',
      'firstUnit.name as firstUnitName',
      'first.isDemo as firstIsDemo',
      'second.name as secondName',
      'second.birthYear as secondBirthYear',
      'second.unitId as secondUnitId',
      'secondUnit.name as secondUnitName',
      'second.isDemo as secondIsDemo',
    ]);
  if (query.after) rows = rows.where(sql<boolean>`(pair.score, pair.id) < (${query.after[0]}, ${query.after[1]})`);
  return rows.orderBy('pair.score', 'desc').orderBy('pair.id', 'desc').limit(query.limit).execute();
}

/** How many there are, counted no further than `most`. */
export async function countPairs(db: Reader, access: Access, query: PairQuery, most: number): Promise<number> {
  const rows = await filtered(db, access, query).select('pair.id').limit(most).execute();
  return rows.length;
}

/** Units that recipients of open pairs belong to, for the filter. */
export function listPairUnits(db: Reader, access: Access) {
  const open = pairsOf(db, access).where('pair.status', '=', 'open');
  return db
    .selectFrom('unit')
    .select(['unit.id', 'unit.name'])
    .where((eb) =>
      eb.or([
        eb('unit.id', 'in', open.select('first.unitId').where('first.unitId', 'is not', null)),
        eb('unit.id', 'in', open.select('second.unitId').where('second.unitId', 'is not', null)),
      ]),
    )
    .orderBy('unit.nameFold')
    .orderBy('unit.id')
    .execute();
}

/** The pair of two recipients in whatever state, if they ever were one; not limited to a scope. */
export function findPairOf(db: Reader, oneId: string, otherId: string) {
  const [firstId, secondId] = oneId < otherId ? [oneId, otherId] : [otherId, oneId];
  return db
    .selectFrom('recipientPair')
    .select(['id', 'status'])
    .where('firstId', '=', firstId)
    .where('secondId', '=', secondId)
    .executeTakeFirst();
}

/** One pair; only when one of its sides is in reach. */
export function findPair(db: Reader, access: Access, id: string) {
  return pairsOf(db, access)
    .leftJoin('authUser', 'authUser.id', 'pair.decidedBy')
    .selectAll('pair')
    .select(['first.unitId as firstUnitId', 'second.unitId as secondUnitId', 'authUser.name as decidedByName'])
    .where('pair.id', '=', id)
    .executeTakeFirst();
}
export type FoundPair = NonNullable<Awaited<ReturnType<typeof findPair>>>;
