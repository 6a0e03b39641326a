import { sql } from 'kysely';
import type { Reader } from '#db/database.ts';
import type { Likeness } from '#shared/duplicates/pair-score.rules.ts';

/** A recipient as pairs are judged, with its place in a list of names. */
export type LikenessRow = Likeness & { nameSort: string };

/** A recipient as it is judged by a name it gave up; `nameId` is that name's own id. */
export type FormerLikeness = LikenessRow & { nameId: string; todayFold: string };

const living = (db: Reader) =>
  db
    .selectFrom('recipient')
    .select([
      'id',
      'kind',
      'nameFold',
      'unitId',
      'birthYear',
      'birthOn',
      'sex',
      'cccdIndex',
      'place',
      'foundedOn',
      'nameSort',
    ])
    .where('mergedInto', 'is', null);

/** Recipients of any unit by their folded names: those of one name stand together. Continues after [nameFold, id]. */
export function pageByName(db: Reader, after: readonly [string, string], limit: number): Promise<LikenessRow[]> {
  return living(db)
    .where(sql<boolean>`(name_fold, id) > (${after[0]}, ${after[1]})`)
    .orderBy('nameFold')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** People of a unit and year of birth stand together. Continues after [unitId, birthYear, nameFold, id]. */
export function pageByBirth(
  db: Reader,
  after: readonly [string, number, string, string],
  limit: number,
): Promise<LikenessRow[]> {
  return living(db)
    .where('unitId', 'is not', null)
    .where('birthYear', 'is not', null)
    .where(sql<boolean>`(unit_id, birth_year, name_fold, id) > (${after[0]}, ${after[1]}, ${after[2]}, ${after[3]})`)
    .orderBy('unitId')
    .orderBy('birthYear')
    .orderBy('nameFold')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Recipients of a unit in the order of its list of names: people of one given name stand together. */
export function pageByList(
  db: Reader,
  unitId: string,
  after: readonly [string, string],
  limit: number,
): Promise<LikenessRow[]> {
  return living(db)
    .where('unitId', '=', unitId)
    .where(sql<boolean>`(name_sort, id) > (${after[0]}, ${after[1]})`)
    .orderBy('nameSort')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Citizen numbers (their keyed hashes) that more than one living recipient bears. */
export async function sharedNumbers(db: Reader, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('recipient')
    .select('cccdIndex')
    .where('mergedInto', 'is', null)
    .where('cccdIndex', '>', after)
    .groupBy('cccdIndex')
    .having((eb) => eb(eb.fn.countAll(), '>', 1))
    .orderBy('cccdIndex')
    .limit(limit)
    .execute();
  return rows.map(({ cccdIndex }) => cccdIndex!);
}

/** Living recipients with one of these hashes, those of one hash together. */
export function withNumbers(db: Reader, indexes: readonly string[], limit: number): Promise<LikenessRow[]> {
  return living(db).where('cccdIndex', 'in', indexes).orderBy('cccdIndex').orderBy('id').limit(limit).execute();
}

export function withIds(db: Reader, ids: readonly string[]): Promise<LikenessRow[]> {
  return living(db).where('id', 'in', ids).orderBy('id').execute();
}

export function withName(db: Reader, nameFold: string, kind: Likeness['kind'], limit: number): Promise<LikenessRow[]> {
  return living(db).where('nameFold', '=', nameFold).where('kind', '=', kind).orderBy('id').limit(limit).execute();
}

const formerly = (db: Reader) =>
  db
    .selectFrom('recipientName as former')
    .innerJoin('recipient', 'recipient.id', 'former.recipientId')
    .select([
      'recipient.id',
      'recipient.kind',
      'former.nameFold',
      'former.id as nameId',
      'recipient.nameFold as todayFold',
      'recipient.unitId',
      'recipient.birthYear',
      'recipient.birthOn',
      'recipient.sex',
      'recipient.cccdIndex',
      'recipient.place',
      'recipient.foundedOn',
      'recipient.nameSort',
    ])
    .where('recipient.mergedInto', 'is', null);

/** Names that were given up, in their order: those who bore one stand together. Continues after [nameFold, nameId]. */
export function pageByFormerName(
  db: Reader,
  after: readonly [string, string],
  limit: number,
): Promise<FormerLikeness[]> {
  return formerly(db)
    .where(sql<boolean>`(former.name_fold, former.id) > (${after[0]}, ${after[1]})`)
    .orderBy('former.nameFold')
    .orderBy('former.id')
    .limit(limit)
    .execute();
}

/** The recipient by each name it bore. */
export function formerNamesOf(db: Reader, recipientId: string): Promise<FormerLikeness[]> {
  return formerly(db).where('former.recipientId', '=', recipientId).orderBy('former.id').execute();
}

/** Living recipients that bore one of these names. */
export function withFormerNames(db: Reader, nameFolds: readonly string[], limit: number): Promise<FormerLikeness[]> {
  return formerly(db).where('former.nameFold', 'in', nameFolds).orderBy('former.id').limit(limit).execute();
}

/** Names only, of people of a unit and year of birth. */
export function namesOfBirth(db: Reader, unitId: string, birthYear: number, limit: number) {
  return db
    .selectFrom('recipient')
    .select(['id', 'nameFold'])
    .where('unitId', '=', unitId)
    .where('birthYear', '=', birthYear)
    .orderBy('nameFold')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Units that recipients belong to. */
export async function unitsWithRecipients(db: Reader): Promise<string[]> {
  const units: string[] = [];
  // From one to the next in the index: a `distinct` would read every recipient.
  for (let after = ''; ; ) {
    const next = await db
      .selectFrom('recipient')
      .select('unitId')
      .where('unitId', '>', after)
      .orderBy('unitId')
      .limit(1)
      .executeTakeFirst();
    if (!next?.unitId) return units;
    units.push(next.unitId);
    after = next.unitId;
  }
}

/** Which units came out of each other, by merger or division. */
export function listLineage(db: Reader) {
  return db.selectFrom('unitLineage').select(['ancestorId', 'descendantId']).execute();
}

export async function countLiving(db: Reader): Promise<number> {
  const { count } = await db
    .selectFrom('recipient')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('mergedInto', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Living recipients whose ids come after this one, the oldest first. */
export async function listNewcomers(db: Reader, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('recipient')
    .select('id')
    .where('mergedInto', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
