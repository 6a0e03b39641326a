import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { invariants } from '#db/registry/registry.invariants.ts';
import { createCaller } from '#server/app-router.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { type AwardId, type RecordAward, recordAward } from '#shared/registry/registry.schema.ts';
import { givenAwardForm, givenAwards } from '#test/builders/nomination.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;

beforeEach(async () => {
  const db = await testDb();
  world = await givenWorld(db);
  await givenAwardForm(db);
});

const as = (actor: Actor) => createCaller(aContext(world.db, actor)).awards;
const reasonsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing was refused',
    (error) => error.cause?.reasons ?? error.cause ?? error,
  );

function anAward(change: Partial<RecordAward> = {}): RecordAward {
  return {
    ...recordAward.parse({
      idempotencyKey: randomUUID(),
      recipientKind: 'collective',
      name: 'Hợp tác xã Mẫu',
      printedPlace: 'huyện Bình Gia, tỉnh Lạng Sơn',
      sex: null,
      personClass: null,
      unitId: world.units.LS,
      awardCode: 'BKT',
      way: 'merit',
      year: 2022,
      decisionNumber: '120 / QĐ-UBND',
      decidedOn: '2023-02-20',
      sentence: '',
    }),
    ...change,
  };
}

describe('the list', () => {
  test('walks every award once, newest first, across pages and equal dates', async () => {
    const days = Array.from({ length: 120 }, (_, n) => `2023-11-${String(1 + (n % 7)).padStart(2, '0')}`);
    const ids = await givenAwards(
      world.db,
      days.map((decidedOn) => ({ unitId: world.units.SL, decidedOn })),
    );
    const expected = ids
      .map((id, n) => [days[n]!, id])
      .sort()
      .reverse()
      .map(([, id]) => id);

    const seen: string[] = [];
    const sizes: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await as(world.actors.auditor).list({ year: 2023, unitId: 'SL' as never, cursor });
      seen.push(...page.rows.map(({ id }) => id));
      sizes.push(page.rows.length);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(sizes).toEqual([50, 50, 20]);
    expect(seen).toEqual(expected);
  });

  test('filters by year and unit, alone and together, and carries the names', async () => {
    const { SL, LS } = world.units;
    const [a, b, c] = await givenAwards(world.db, [
      { unitId: SL, year: 2022, decidedOn: '2023-01-10' },
      { unitId: SL, year: 2023, decidedOn: '2023-12-20' },
      { unitId: LS, year: 2023, decidedOn: '2023-12-21' },
    ]);
    const list = async (filters: { year?: number; unitId?: string }) =>
      (await as(world.actors.admin).list(filters as never)).rows.map(({ id }) => id);
    expect(await list({})).toEqual([c, b, a]);
    expect(await list({ year: 2023 })).toEqual([c, b]);
    expect(await list({ unitId: SL })).toEqual([b, a]);
    expect(await list({ year: 2023, unitId: SL })).toEqual([b]);
    expect(await list({ year: 2021 })).toEqual([]);
    expect((await as(world.actors.admin).list({ year: 2022 })).rows[0]).toMatchObject({
      unitName: 'Sơn La',
      awardName: 'Bằng khen của Chủ tịch UBND tỉnh',
      printedName: 'Lò Thị Mẫu',
      status: 'active',
      isDemo: 0,
    });
  });

  test('shows a province its own, those it issued and those of its cluster-years; nothing of others', async () => {
    const { SL, LS, QT } = world.units;
    const [own, ofCluster, foreign] = await givenAwards(world.db, [
      { unitId: SL },
      { unitId: LS, clusterYearId: world.yearA },
      { unitId: QT, clusterYearId: world.yearB },
    ]);
    const ids = async (actor: Actor) => (await as(actor).list({})).rows.map(({ id }) => id).sort();
    expect(await ids(world.actors.specialistSL)).toEqual([own, ofCluster].sort());
    expect(await ids(world.actors.specialistQT)).toEqual([foreign]);
    expect(await reasonsOf(as(world.actors.specialistSL).byId({ id: foreign as AwardId }))).toEqual([
      { code: 'award.not-found' },
    ]);
    expect(await reasonsOf(as(world.actors.roleless).list({}))).toMatchObject([{ code: 'account.lacks-role' }]);
  });

  test('an altered cursor starts from the top instead of failing', async () => {
    const [id] = await givenAwards(world.db, [{ unitId: world.units.SL }]);
    expect((await as(world.actors.admin).list({ cursor: 'WyJ4Il0' })).rows.map((row) => row.id)).toEqual([id]);
  });
});

describe('recording a past award', () => {
  test('writes recipient, award and history, with the number tidied', async () => {
    const { id } = await as(world.actors.specialistLS).record(anAward());
    const award = await as(world.actors.specialistLS).byId({ id });
    expect(award).toMatchObject({
      printedName: 'Hợp tác xã Mẫu',
      decisionNumber: '120/QĐ-UBND',
      decidedOn: '2023-02-20',
      prizeVnd: null,
      certificates: [],
      others: [],
      unitName: 'Lạng Sơn',
    });
    expect(await world.db.reads.selectFrom('auditEntry').select(['action', 'subjectId']).execute()).toEqual([
      { action: 'award.recorded', subjectId: id },
    ]);
    for (const one of invariants) expect(await one.find(world.db.reads), one.name).toEqual([]);
  });

  test('the same collective keeps one identity, and its page tells its other awards', async () => {
    const first = await as(world.actors.specialistLS).record(anAward());
    const second = await as(world.actors.specialistLS).record(
      anAward({ name: 'HỢP TÁC XÃ MẪU', decisionNumber: '77/QĐ-UBND', decidedOn: '2024-01-05', year: 2023 }),
    );
    const { others } = await as(world.actors.specialistLS).byId({ id: second.id });
    expect(others.map(({ id }) => id)).toEqual([first.id]);
  });

  test('an award that is there already is refused, however its number is typed', async () => {
    await as(world.actors.specialistLS).record(anAward());
    expect(
      await reasonsOf(as(world.actors.specialistLS).record(anAward({ decisionNumber: '0120/qđ-ubnd' }))),
    ).toMatchObject([{ code: 'award.already-recorded', field: 'decisionNumber' }]);
    const others = anAward({ decisionNumber: '121/QĐ-UBND' });
    expect(await as(world.actors.specialistLS).record(others)).toHaveProperty('id');
  });

  test('a repeat of the same press gives the first answer', async () => {
    const award = anAward();
    const first = await as(world.actors.specialistLS).record(award);
    expect(await as(world.actors.specialistLS).record(award)).toEqual(first);
    expect((await as(world.actors.specialistLS).list({})).rows).toHaveLength(1);
  });

  test('only for the own unit, and only with dates that can be', async () => {
    expect(await reasonsOf(as(world.actors.specialistSL).record(anAward()))).toEqual([{ code: 'award.not-own-unit' }]);
    expect(await reasonsOf(as(world.actors.reporterLS).record(anAward()))).toMatchObject([
      { code: 'account.lacks-role' },
    ]);
    expect(
      await reasonsOf(as(world.actors.specialistLS).record(anAward({ decidedOn: '2024-03-02', year: 2025 }))),
    ).toMatchObject([{ code: 'award.date-future' }, { code: 'award.year-after-decision' }]);
    expect(await reasonsOf(as(world.actors.specialistLS).record(anAward({ awardCode: 'XYZ' })))).toMatchObject([
      { code: 'award.form-unknown', field: 'awardCode' },
    ]);
  });
});

test('the catalogue tells each form with the rules of today and how sure they are', async () => {
  const { db } = world;
  const rules = { coefficientHundredths: {} };
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('awardFormVersion')
      .values([
        {
          id: 'BKT-OLD',
          awardCode: 'BKT',
          validFrom: '2017-01-01',
          validTo: '2023-12-31',
          source: 'cũ',
          certainty: 'memory',
          json: '{}',
        },
        {
          id: 'BKT-2024',
          awardCode: 'BKT',
          validFrom: '2024-01-01',
          validTo: null,
          source: 'mới',
          certainty: 'probable',
          json: JSON.stringify(rules),
        },
      ])
      .execute();
  });
  expect(await as(world.actors.reporterSL).forms()).toMatchObject([
    {
      code: 'BKT',
      appliesTo: ['individual', 'collective', 'household'],
      version: { id: 'BKT-2024', certainty: 'probable' },
    },
  ]);
});
