import { beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { scanForPairs } from '#server/duplicates/find.job.ts';
import { findPairsFor } from '#server/duplicates/find.service.ts';
import { findPairsOfNewcomers, orderNightlyFinding } from '#server/duplicates/order-finding.service.ts';
import { COMMON_FROM } from '#server/duplicates/pair-collector.ts';
import { fold } from '#shared/core/fold.ts';
import { givenRecipient } from '#test/builders/duplicates.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;

beforeEach(async () => {
  world = await givenWorld(await testDb());
});

const app = () => aContext(world.db, null);
const scan = async () => {
  const lines: string[] = [];
  const answer = await scanForPairs(app(), {
    progress: () => {},
    throwIfCancelled: () => {},
    log: async (code) => void lines.push(code),
  });
  return { ...answer, lines };
};
const queue = async () => {
  const rows = await world.db.reads
    .selectFrom('recipientPair')
    .innerJoin('recipient as a', 'a.id', 'firstId')
    .innerJoin('recipient as b', 'b.id', 'secondId')
    .select(['a.name as first', 'b.name as second', 'grounds', 'status'])
    .orderBy('recipientPair.score', 'desc')
    .orderBy('a.name')
    .execute();
  return rows.map(({ first, second, grounds, status }) => {
    const [{ code }] = JSON.parse(grounds) as [{ code: string }];
    return `${[first, second].sort().join(' | ')}: ${code} ${status}`;
  });
};

async function givenAlikes() {
  const { SL, LS } = world.units;
  const born = { birthYear: 1970, birthOn: '1970-05-02' };
  const { db } = world;
  const ids = [
    await givenRecipient(db, SL, 'Lò Văn Hoà', born),
    await givenRecipient(db, LS, 'Lò Văn Hòa', born),
    await givenRecipient(db, SL, 'Vàng Seo Sín', { birthYear: 1981 }),
    await givenRecipient(db, SL, 'Vàng Xeo Sín', { birthYear: 1981 }),
    await givenRecipient(db, SL, 'Hoàng Thị Mẫu'),
    await givenRecipient(db, SL, 'Hoàng Mẫu', { birthYear: 1990 }),
    await givenRecipient(db, SL, 'UBND huyện Mẫu Sơn', { kind: 'collective' }),
    await givenRecipient(db, SL, 'Ủy ban nhân dân huyện Mẫu Sơn', { kind: 'collective' }),
    await givenRecipient(db, SL, 'Nông Mẫu Một', { cccdCipher: 'c', cccdIndex: 'same' }),
    await givenRecipient(db, LS, 'Nông Mẫu Hai', { cccdCipher: 'd', cccdIndex: 'same' }),
    await givenRecipient(db, SL, 'Không Giống Ai'),
  ];
  return ids;
}

const ALIKES = [
  'Nông Mẫu Hai | Nông Mẫu Một: same-cccd open',
  'Lò Văn Hoà | Lò Văn Hòa: same-name-birth-date open',
  'UBND huyện Mẫu Sơn | Ủy ban nhân dân huyện Mẫu Sơn: collective-name open',
  'Vàng Seo Sín | Vàng Xeo Sín: name-one-letter open',
  'Hoàng Mẫu | Hoàng Thị Mẫu: name-missing-word open',
];

test('a look at all finds every kind once; a second changes nothing; what is no longer alike goes', async () => {
  const ids = await givenAlikes();
  expect(await scan()).toMatchObject({ pairCount: 5, goneCount: 0 });
  expect(await queue()).toEqual(ALIKES);
  expect(await scan()).toMatchObject({ pairCount: 5, goneCount: 0 });
  expect(await queue()).toEqual(ALIKES);
  await inTransaction(world.db, (tx) =>
    tx.updateTable('recipient').set({ birthYear: 1955, birthOn: '1955-01-01' }).where('id', '=', ids[0]!).execute(),
  );
  expect(await scan()).toMatchObject({ pairCount: 4, goneCount: 1 });
  expect(await queue()).toContain('Lò Văn Hoà | Lò Văn Hòa: same-name-birth-date gone');
});

test('a look at one recipient finds what a look at all finds', async () => {
  const ids = await givenAlikes();
  await findPairsFor(app(), ids);
  expect(await queue()).toEqual(ALIKES);
});

test('units that came out of each other are looked through together', async () => {
  const { SL, LS } = world.units;
  await inTransaction(world.db, (tx) =>
    tx
      .insertInto('unitLineage')
      .values({ id: 'l', ancestorId: LS, descendantId: SL, fromOn: '2025-07-01', sharePermille: 1000 })
      .execute(),
  );
  await givenRecipient(world.db, SL, 'Ban TĐKT tỉnh', { kind: 'collective' });
  const id = await givenRecipient(world.db, LS, 'Ban Thi đua - Khen thưởng', { kind: 'collective' });
  await givenRecipient(world.db, world.units.QT, 'Ban Thi đua, Khen thưởng', { kind: 'collective' });
  await findPairsFor(app(), [id]);
  const once = await queue();
  expect(once).toEqual(['Ban Thi đua - Khen thưởng | Ban TĐKT tỉnh: collective-name open']);
  await scan();
  expect(await queue()).toEqual(once);
});

test('a name that one of the two gave up brings them together, in both ways of looking', async () => {
  const { SL, LS } = world.units;
  const { db } = world;
  const renamed = await givenRecipient(db, SL, 'Phòng Lao động Mẫu', { kind: 'collective' });
  await givenRecipient(db, SL, 'Phòng Thương binh Mẫu', { kind: 'collective' });
  const both = await givenRecipient(db, SL, 'Lò Thị Nay', { birthYear: 1980 });
  const other = await givenRecipient(db, LS, 'Lò Thị Khác', { birthYear: 1980 });
  const formerly = (recipientId: string, name: string) => ({
    ...{ id: app().newId(), recipientId, name, nameFold: fold(name), validFrom: null, validTo: '2020-01-01' },
  });
  await inTransaction(db, (tx) =>
    tx
      .insertInto('recipientName')
      .values([formerly(renamed, 'Phòng Thương binh Mẫu'), formerly(both, 'Lò Thị Xưa'), formerly(other, 'Lò Thị Xưa')])
      .execute(),
  );
  const found = [
    'Lò Thị Khác | Lò Thị Nay: same-name-birth-year open',
    'Phòng Lao động Mẫu | Phòng Thương binh Mẫu: same-name-unit open',
  ];
  await findPairsFor(app(), [renamed, both]);
  expect(await queue()).toEqual(found);
  const { rows } = await createCaller(aContext(db, world.actors.admin)).duplicates.list({ kind: 'collective' });
  expect(rows[0]!.grounds).toEqual([{ code: 'same-name-unit' }, { code: 'former-name' }]);
  expect(await scan()).toMatchObject({ pairCount: 2, goneCount: 0 });
  expect(await queue()).toEqual(found);
});

test('what somebody found to be two does not come back', async () => {
  const ids = await givenAlikes();
  await scan();
  const caller = createCaller(aContext(world.db, world.actors.admin)).duplicates;
  const { rows } = await caller.list({ ground: 'name-one-letter' });
  await caller.dismiss({ id: rows[0]!.id as never, seenVersion: 1, reason: 'Hai anh em.' });
  await scan();
  await findPairsFor(app(), ids);
  expect(await queue()).toContain('Vàng Seo Sín | Vàng Xeo Sín: name-one-letter different');
  expect((await caller.list({ ground: 'name-one-letter' })).rows).toEqual([]);
  expect((await caller.list({ status: 'different' })).rows).toHaveLength(1);
});

test('a very common name does not fill the queue: it takes a second ground', async () => {
  const { db, units } = world;
  for (let n = 0; n < COMMON_FROM * 2; n++) await givenRecipient(db, units.SL, 'Nguyễn Văn Mẫu');
  const ids = [
    await givenRecipient(db, units.SL, 'Nguyễn Văn Mẫu', { place: 'Bản Mẫu' }),
    await givenRecipient(db, units.SL, 'Nguyễn Văn Mẫu', { place: 'Bản Mẫu' }),
  ];
  const { pairCount, lines } = await scan();
  expect(lines).toContain('duplicate.common-names');
  expect(pairCount).toBe(1);
  await findPairsFor(app(), ids);
  expect(await queue()).toEqual(['Nguyễn Văn Mẫu | Nguyễn Văn Mẫu: same-name-unit open']);
});

test('a search stopped in the middle leaves the queue as far as it came', async () => {
  await givenAlikes();
  const stopped = scanForPairs(app(), {
    progress: () => {},
    log: async () => {},
    throwIfCancelled: () => {
      throw new Error('stopped');
    },
  });
  await expect(stopped).rejects.toThrow('stopped');
  expect(await scan()).toMatchObject({ pairCount: 5 });
  expect(await queue()).toEqual(ALIKES);
});

test('newcomers are looked at from the second call on, and the nightly search is ordered once', async () => {
  const ctx = app();
  await givenRecipient(world.db, world.units.SL, 'Lò Văn Mẫu');
  await findPairsOfNewcomers(ctx);
  await givenRecipient(world.db, world.units.SL, 'Lò Văn Mẫu');
  await findPairsOfNewcomers(ctx);
  expect(await queue()).toEqual(['Lò Văn Mẫu | Lò Văn Mẫu: same-name-unit open']);
  const jobs = async () => (await world.db.reads.selectFrom('job').select(['kind', 'status']).execute()).length;
  await orderNightlyFinding(ctx);
  await orderNightlyFinding(ctx);
  expect(await jobs()).toBe(1);
  const next = new Date(Date.now() + 24 * 3_600_000);
  await inTransaction(world.db, (tx) => tx.updateTable('job').set({ status: 'done', dedupeKey: null }).execute());
  await orderNightlyFinding(ctx, next);
  expect(await jobs()).toBe(2);
});
