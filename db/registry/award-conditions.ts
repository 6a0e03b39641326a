import { type Kysely, sql } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import type { Engine } from '#db/core/schema.ts';
import type { Database } from '#db/database.ts';
import { hasWord, type Test, tried } from '#db/registry/search.queries.ts';
import type { Access } from '#shared/accounts/permissions.ts';

/** What awards are narrowed down by, with names looked up: units and forms by their ids, years as a range. */
export type AwardNarrowing = {
  years?: readonly [from: number, to: number] | undefined;
  unitIds?: readonly string[] | undefined;
  awardCodes?: readonly string[] | undefined;
  decisionId?: string | undefined;
  /** The import that wrote them last. */
  importRunId?: string | undefined;
  kind?: string | undefined;
  personClass?: string | undefined;
  sex?: string | undefined;
  areaClass?: string | undefined;
  fields?: readonly string[] | undefined;
  way?: string | undefined;
  status?: string | undefined;
  ethnicity?: string | undefined;
  /** The number at the beginning of a decision number: '123' finds '123/QĐ-UBND' and '123'. */
  decisionNumber?: string | undefined;
  words?: readonly string[] | undefined;
};

/** One way into the awards: a condition with an index of its own. */
export type Door = { column: string; value: string | number; also?: { column: string; value: string } };

/** What lets this access see awards; undefined: it sees them all. */
export async function accessDoors(db: Kysely<Database>, access: Access): Promise<Door[] | undefined> {
  if (access.all) return undefined;
  const years = await db
    .selectFrom('clusterYear')
    .select('id')
    .where(inAccess(access, { clusterYearId: 'clusterYear.id' }))
    .execute();
  return [
    ...access.own.map((value) => ({ column: 'unit_id', value })),
    ...access.office.map((value) => ({ column: 'issuing_unit_id', value })),
    ...years.map(({ id }) => ({ column: 'cluster_year_id', value: id })),
  ];
}

export const doorTest = ({ column, value, also }: Door): Test =>
  also
    ? sql`${sql.ref(`a.${column}`)} = ${value} and ${sql.ref(`a.${also.column}`)} = ${also.value}`
    : sql`${sql.ref(`a.${column}`)} = ${value}`;

/** The awards of everybody of one people (dân tộc). */
export const ofPeople = (code: string): Test =>
  sql`a.recipient_id in (select s.recipient_id from recipient_sensitive s where s.ethnicity_code = ${code})`;

/** The same as a test of each row: it belongs behind one of the doors. No door at all: nothing is seen. */
export function behindSome(engine: Engine, doors: readonly Door[]): Test {
  const columns = Map.groupBy(doors, ({ column }) => column);
  const ways = [...columns].map(
    ([column, of]) => sql`${tried(engine, column)} in (${sql.join(of.map(({ value }) => value))})`,
  );
  return ways.length === 0 ? sql`1 = 0` : sql`(${sql.join(ways, sql` or `)})`;
}

const MOST_DOORS = 64;

/** Ways into what is narrowed down that are in the order of dates each, and which parts of it they take care of. */
export function narrowingDoors({
  years,
  unitIds,
  awardCodes,
}: AwardNarrowing): { doors: Door[]; done: Part[] } | undefined {
  const each = years && Array.from({ length: years[1] - years[0] + 1 }, (_, n) => years[0] + n);
  if (each && unitIds && each.length * unitIds.length <= MOST_DOORS)
    return {
      doors: each.flatMap((value) =>
        unitIds.map((unit) => ({ column: 'year', value, also: { column: 'unit_id', value: unit } })),
      ),
      done: ['years', 'unitIds'],
    };
  if (unitIds && unitIds.length <= MOST_DOORS)
    return { doors: unitIds.map((value) => ({ column: 'unit_id', value })), done: ['unitIds'] };
  if (each && each.length <= MOST_DOORS)
    return { doors: each.map((value) => ({ column: 'year', value })), done: ['years'] };
  if (awardCodes?.length === 1)
    return { doors: [{ column: 'award_code', value: awardCodes[0]! }], done: ['awardCodes'] };
  return undefined;
}

export type Part = keyof AwardNarrowing;

/** Everything an award is narrowed down by as tests of each row, without the parts that doors or an index do already. */
export function awardTests(engine: Engine, narrowing: AwardNarrowing, without: readonly Part[] = []): Test[] {
  const is = (column: string) => (value: unknown) => sql`${tried(engine, column)} = ${value}`;
  const isOneOf = (column: string) => (values: unknown) =>
    (values as unknown[]).length === 0
      ? sql`1 = 0`
      : sql`${tried(engine, column)} in (${sql.join(values as unknown[])})`;
  const makers: Record<Exclude<Part, 'words'>, (value: never) => Test> = {
    years: ([from, to]: [number, number]) => sql`${tried(engine, 'year')} between ${from} and ${to}`,
    unitIds: isOneOf('unit_id'),
    awardCodes: isOneOf('award_code'),
    decisionId: is('decision_id'),
    importRunId: is('import_run_id'),
    kind: is('recipient_kind'),
    personClass: is('person_class'),
    sex: is('sex'),
    areaClass: is('area_class'),
    fields: isOneOf('field'),
    way: is('way'),
    status: is('status'),
    ethnicity: (code: string) => sql`exists (select 1 from recipient_sensitive s
      where s.recipient_id = a.recipient_id and s.ethnicity_code = ${code})`,
    decisionNumber: (number: string) => isNumbered(number),
  };
  const tests: Test[] = [];
  for (const [part, make] of Object.entries(makers) as [Exclude<Part, 'words'>, (value: never) => Test][]) {
    const value = narrowing[part];
    if (value !== undefined && !without.includes(part)) tests.push(make(value as never));
  }
  // Dearest last: a row that fails before is not read through.
  if (!without.includes('words')) tests.push(...(narrowing.words ?? []).map((word) => hasWord(engine, word)));
  return tests;
}

/** '5' is the number of '5/QĐ-UBND', '05/QĐ-UBND' and '5', and not of '51/QĐ-UBND' or '7/2005'. */
function isNumbered(number: string): Test {
  const bare = number.replace(/^0+(?=\d)/, '');
  const spellings = ['', '0', '00'].flatMap((zeros) => [`${zeros}${bare}/`, `${zeros}${bare}-`, `${zeros}${bare} `]);
  return sql`(${sql.join(
    spellings.map((spelling) => sql`substr(a.decision_number, 1, ${spelling.length}) = ${spelling}`),
    sql` or `,
  )} or a.decision_number in (${sql.join([bare, `0${bare}`, `00${bare}`])}))`;
}
