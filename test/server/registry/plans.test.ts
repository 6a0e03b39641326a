import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Db } from '#db/core/connect.ts';
import { type AwardNarrowing, accessDoors } from '#db/registry/award-conditions.ts';
import type { ActorContext } from '#server/core/context.ts';
import { huntOf, orderOf } from '#server/registry/award-hunt.ts';
import { type Forced, find } from '#server/registry/find.service.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { givenAwardForm, givenAwards } from '#test/builders/nomination.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const FAMILIES = ['Nguyễn', 'Trần', 'Lò', 'Lê'];
const GIVEN = ['An', 'Anh', 'Bình', 'Lan', 'Lâm'];

let db: Db;
let world: World;
let rows: { id: string; name: string; unitId: string; year: number; decidedOn: string; sex: 'male' | 'female' }[];

beforeAll(async () => {
  db = await testDb();
  world = await givenWorld(db);
  await givenAwardForm(db);
  const { SL, LS, QT } = world.units;
  const facts = Array.from({ length: 240 }, (_, n) => ({
    name: `${FAMILIES[n % 4]} Văn ${GIVEN[(n * 7) % 5]}`,
    unitId: [SL, LS, QT][n % 3]!,
    year: 2018 + (n % 5),
    decidedOn: `${2018 + (n % 5)}-0${1 + (n % 3)}-15`,
    sex: n % 7 === 0 ? ('female' as const) : ('male' as const),
  }));
  const ids = await givenAwards(db, facts);
  rows = facts.map((fact, at) => ({ ...fact, id: ids[at]! }));
});

const narrowing = fc.record(
  {
    years: fc
      .tuple(fc.integer({ min: 2018, max: 2020 }), fc.integer({ min: 2019, max: 2022 }))
      .filter(([a, b]) => a <= b),
    unitIds: fc.subarray(['SL', 'LS', 'QT'], { minLength: 1 }),
    sex: fc.constantFrom('male', 'female'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<AwardNarrowing>;
const words = fc.uniqueArray(fc.constantFrom('nguyen', 'tr', 'lo', 'van', 'an', 'la', 'binh', 'qd', 'xyz'), {
  maxLength: 3,
});
const sort = fc.constantFrom('date-desc', 'date-asc', 'name-asc', 'name-desc') as fc.Arbitrary<'date-desc'>;
/** None, some and all frequencies that a count could have given. */
const share = fc.constantFrom(0.00001, 0.05, 1);

/** What is right, without any index: by the rows themselves. */
function expected(
  { years, unitIds, sex: wanted }: AwardNarrowing,
  beginnings: readonly string[],
  seen: readonly string[],
) {
  const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return rows
    .filter(
      (row) =>
        seen.includes(row.unitId) &&
        (!years || (row.year >= years[0] && row.year <= years[1])) &&
        (!unitIds || unitIds.includes(row.unitId)) &&
        (!wanted || row.sex === wanted) &&
        beginnings.every((word) => `${fold(row.name)} 12 qd ubnd`.split(' ').some((one) => one.startsWith(word))),
    )
    .map(({ id }) => id);
}

test('every plan gives the same rows in the same order, and the right ones', async () => {
  const actors = [world.actors.admin, world.actors.reporterQT, world.actors.reporterSL];
  const places = { [actors[0]!.name]: ['SL', 'LS', 'QT'], [actors[1]!.name]: ['QT'], [actors[2]!.name]: ['SL'] };
  await fc.assert(
    fc.asyncProperty(narrowing, words, sort, share, fc.constantFrom(...actors), async (some, of, by, known, actor) => {
      const access = accessFor(actor, 'awards.list')!;
      const ctx: ActorContext = { ...aContext(db, actor), actor, procedure: 'awards.list', access };
      const doors = await accessDoors(db.reads, access);
      const order = orderOf(by);
      const frequencies = { rows: 1_000_000, shareOf: () => known };
      const run = (limit: number, forced?: Forced) =>
        find(
          db,
          huntOf(ctx, { ...some, words: of }, { order, after: undefined, limit, doors }),
          frequencies,
          undefined,
          forced,
        );
      const all = await run(500);
      expect(all.map(({ id }) => id).toSorted()).toEqual(expected(some, of, places[actor.name]!).toSorted());
      expect(all).toEqual(
        all.toSorted((a, b) => (order.descending ? -1 : 1) * (`${a.sort} ${a.id}` < `${b.sort} ${b.id}` ? -1 : 1)),
      );
      const plans: Forced[] = ['walk', 'gather', undefined, ...(of.length > 0 ? ['words' as const] : [])];
      for (const forced of plans) expect([forced, await run(11, forced)]).toEqual([forced, all.slice(0, 11)]);
    }),
    { numRuns: 60 },
  );
});
