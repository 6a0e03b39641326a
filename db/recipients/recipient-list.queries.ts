import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Engine } from '#db/core/schema.ts';
import type { Database } from '#db/database.ts';
import type { Door } from '#db/registry/award-conditions.ts';
import { type Found, idsByWords, inWordIndex, type Key, type Test } from '#db/registry/search.queries.ts';
import type { RecipientListRow } from '#shared/recipients/recipients.schema.ts';

export type RecipientNarrowing = {
  kind?: string | undefined;
  unitIds?: readonly string[] | undefined;
  words: readonly string[];
  /** What the reader may see awards by (accessDoors); undefined: everything. */
  doors: readonly Door[] | undefined;
};

/** Awards that the doors open, as a condition over a table of that name. */
function opened(doors: readonly Door[], table: string): Test {
  const columns = Map.groupBy(doors, ({ column }) => column);
  const ways = [...columns].map(
    ([column, of]) => sql`${sql.ref(`${table}.${column}`)} in (${sql.join(of.map(({ value }) => value))})`,
  );
  return ways.length === 0 ? sql`1 = 0` : sql`(${sql.join(ways, sql` or `)})`;
}

/**
 * The conditions of a list of recipients over a table of that name. The plus of SQLite keeps its planner to the index
 * of the order. Which words are asked of the index of words is left to the caller.
 */
export function recipientTests(
  engine: Engine,
  { kind, unitIds, words, doors }: RecipientNarrowing,
  table = 'a',
): Test[] {
  const column = (name: string): RawBuilder<unknown> =>
    engine === 'sqlite' ? sql`+${sql.ref(`${table}.${name}`)}` : sql.ref(`${table}.${name}`);
  const tests: Test[] = [sql`${column('merged_into')} is null`];
  if (kind) tests.push(sql`${column('kind')} = ${kind}`);
  if (unitIds) tests.push(sql`${column('unit_id')} in (${sql.join(unitIds.length > 0 ? unitIds : [''])})`);
  const find = engine === 'sqlite' ? sql`instr` : sql`strpos`;
  for (const word of words) tests.push(sql`${find}(' ' || ${sql.ref(`${table}.search_text`)}, ${` ${word}`}) > 0`);
  if (doors) {
    const own = doors.filter((door) => door.column === 'unit_id').map(({ value }) => value);
    const isOwn = own.length === 0 ? sql`1 = 0` : sql`${column('unit_id')} in (${sql.join(own)})`;
    tests.push(sql`(${isOwn} or exists (select 1 from award scope_a
      where scope_a.recipient_id = ${sql.ref(`${table}.id`)} and ${opened(doors, 'scope_a')}))`);
  }
  return tests;
}

/** Over the awards as `a`: this is the newest living award of its recipient that the reader may see. */
export function isLatestSeen({ doors }: RecipientNarrowing): Test[] {
  const seen = (table: string) => (doors ? sql` and ${opened(doors, table)}` : sql``);
  return [
    sql`a.status = 'active'${seen('a')}`,
    sql`not exists (select 1 from award later where later.recipient_id = a.recipient_id and later.status = 'active'
      and (later.decided_on, later.id) > (a.decided_on, a.id)${seen('later')})`,
  ];
}

/** Over the awards as `a`: the recipient passes these conditions. */
export function ofRecipient(engine: Engine, narrowing: RecipientNarrowing): Test {
  const tests = [sql`r.id = a.recipient_id`, ...recipientTests(engine, narrowing, 'r')];
  return sql`exists (select 1 from recipient r where ${sql.join(tests, sql` and `)})`;
}

/** Recipients by the index of words, the one with the newest award first. Gives the award that stands for each. */
export async function latestByWords(
  db: Kysely<Database>,
  engine: Engine,
  narrowing: RecipientNarrowing,
  indexed: readonly string[],
  after: Key | undefined,
  limit: number,
): Promise<Found[]> {
  const tests = recipientTests(engine, narrowing, 'r');
  const recipients =
    engine === 'postgres'
      ? sql`select r.id from recipient r where ${sql.join([inWordIndex(indexed, 'r'), ...tests], sql` and `)}`
      : sql`select r.id from (${idsByWords('recipient', indexed)}) as by_words cross join recipient r on r.id = by_words.id
          where ${sql.join(tests, sql` and `)}`;
  const beyond = after ? sql`and (a.decided_on, a.id) < (${after[0]}, ${after[1]})` : sql``;
  const { rows } = await sql<Found>`with found as materialized (${recipients})
    select a.id, a.decided_on as sort from found join award a on a.recipient_id = found.id
    where ${sql.join(isLatestSeen(narrowing), sql` and `)} ${beyond}
    order by a.decided_on desc, a.id desc limit ${limit}`.execute(db);
  return rows;
}

/** Whose awards these are, by the id of the award. */
export async function recipientsOfAwards(
  db: Kysely<Database>,
  awardIds: readonly string[],
): Promise<Map<string, string>> {
  if (awardIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('award')
    .select(['id', 'recipientId'])
    .where('id', 'in', [...awardIds])
    .execute();
  return new Map(rows.map(({ id, recipientId }) => [id, recipientId]));
}

/** Lines of the list by their ids, in that order, with the living awards the reader may see. */
export async function listRecipientsById(
  db: Kysely<Database>,
  ids: readonly string[],
  doors: readonly Door[] | undefined,
): Promise<RecipientListRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('recipient')
    .leftJoin('unit', 'unit.id', 'recipient.unitId')
    .select([
      'recipient.id',
      'recipient.kind',
      'recipient.name',
      'recipient.sex',
      'recipient.birthYear',
      'recipient.foundedOn',
      'recipient.unitId',
      'unit.name as unitName',
      'recipient.place',
      'recipient.isDemo',
    ])
    .where('recipient.id', 'in', [...ids])
    .execute();
  const { rows: awards } = await sql<{ recipientId: string; awardName: string; decidedOn: string; awards: number }>`
    select recipient_id, award_name, decided_on, awards from (
      select a.recipient_id, f.name as award_name, a.decided_on, count(*) over (partition by a.recipient_id) as awards,
        row_number() over (partition by a.recipient_id order by a.decided_on desc, a.id desc) as place
      from award a join award_form f on f.code = a.award_code
      where a.recipient_id in (${sql.join(ids)}) and a.status = 'active'
        ${doors ? sql`and ${opened(doors, 'a')}` : sql``}) as ranked where place = 1`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const awardsOf = new Map(awards.map((row) => [row.recipientId, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    const of = awardsOf.get(id);
    return row
      ? {
          ...row,
          awardCount: of?.awards ?? 0,
          latestAwardOn: of?.decidedOn ?? null,
          latestAwardName: of?.awardName ?? null,
        }
      : [];
  });
}
