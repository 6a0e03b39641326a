import { beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { eachRecipient } from '#server/recipients/recipient-list.service.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import type { RecipientFilters } from '#shared/recipients/recipients.schema.ts';
import { givenAwardForm } from '#test/builders/nomination.builder.ts';
import { givenAwardsOf, givenRecipients } from '#test/builders/recipients.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let db: Db;
let world: World;
let ids: string[];
const NAMES = ['Nguyễn Đức Anh', 'Trần Thị Bình', 'Hợp tác xã Mẫu', 'Lò Văn Chiến', 'Lò Văn Chiến'];

beforeAll(async () => {
  db = await testDb();
  world = await givenWorld(db);
  await givenAwardForm(db);
  const { SL, LS, QT } = world.units;
  ids = await givenRecipients(db, [
    { unitId: SL, name: NAMES[0]!, place: 'Bản Mẫu' },
    { unitId: SL, name: NAMES[1]! },
    { unitId: LS, name: NAMES[2]!, kind: 'collective' },
    { unitId: QT, name: NAMES[3]! },
    { unitId: QT, name: NAMES[4]! },
  ]);
  await givenAwardsOf(db, [
    { recipientId: ids[0]!, unitId: SL, decidedOn: '2020-01-01' },
    { recipientId: ids[0]!, unitId: SL, decidedOn: '2022-01-01', status: 'cancelled' },
    { recipientId: ids[1]!, unitId: SL, decidedOn: '2021-01-01' },
    { recipientId: ids[1]!, unitId: SL, decidedOn: '2019-01-01' },
    { recipientId: ids[2]!, unitId: QT, decidedOn: '2018-01-01' },
  ]);
});

const as = (actor: Actor) => createCaller(aContext(db, actor)).recipients;
async function found(filters: object, actor: Actor = world.actors.admin): Promise<number[]> {
  return (await as(actor).list(filters as RecipientFilters)).rows.map((row) => ids.indexOf(row.id));
}

describe('the list of recipients', () => {
  test('people by given name, with their living awards', async () => {
    const { rows } = await as(world.actors.admin).list({});
    expect(rows.slice(0, 2).map((row) => [row.name, row.awardCount, row.latestAwardOn])).toEqual([
      ['Nguyễn Đức Anh', 1, '2020-01-01'],
      ['Trần Thị Bình', 2, '2021-01-01'],
    ]);
    expect(await found({})).toEqual([0, 1, 3, 4, 2]);
    expect(await found({ sort: 'name-desc' })).toEqual([2, 4, 3, 1, 0]);
  });

  test.each([
    [{ q: 'anh duc' }, [0]],
    [{ q: 'bản' }, [0]],
    [{ q: 'mau', kind: 'individual' }, [0]],
    [{ kind: 'collective' }, [2]],
    [{ unitId: 'QT' }, [3, 4]],
    [{ unitId: 'QT', q: 'lo' }, [3, 4]],
    [{ q: '"lo" OR *' }, []],
    [{ sort: 'latest-desc' }, [1, 0, 2]],
    [{ sort: 'latest-desc', q: 'mau' }, [0, 2]],
    [{ sort: 'latest-desc', unitId: 'SL' }, [1, 0]],
  ] as [object, number[]][])('%j', async (filters, expected) => {
    expect(await found(filters)).toEqual(expected);
  });

  test('a citizen number is not searched', async () => {
    expect(await as(world.actors.admin).list({ q: '001099012345' })).toEqual({
      rows: [],
      nextCursor: null,
      note: 'id-number',
    });
  });

  test('of an own unit, or with an award one may see; and no more of their awards', async () => {
    expect(await found({}, world.actors.reporterQT)).toEqual([3, 4, 2]);
    expect(await found({ q: 'nguyen' }, world.actors.reporterQT)).toEqual([]);
    expect(await found({ sort: 'latest-desc' }, world.actors.reporterQT)).toEqual([2]);
    const { rows } = await as(world.actors.reporterLS).list({ q: 'hop tac' });
    expect(rows.map((row) => [row.name, row.awardCount])).toEqual([['Hợp tác xã Mẫu', 0]]);
  });

  test('merged ones are gone; pages and exports leave nothing out', async () => {
    const actor = world.actors.admin;
    const more = await givenRecipients(
      db,
      Array.from({ length: 110 }, () => ({ unitId: world.units.SL, name: 'Lò Thị Mẫu' })),
    );
    await inTransaction(db, (tx) =>
      tx.updateTable('recipient').set({ mergedInto: more[1]! }).where('id', '=', more[0]!).execute(),
    );
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await as(actor).list({ q: 'lo thi', ...(cursor && { cursor }) });
      seen.push(...page.rows.map((row) => row.id));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(more.slice(1).toSorted());
    const ctx = {
      ...aContext(db, actor),
      actor,
      procedure: 'recipients.list',
      access: accessFor(actor, 'recipients.list')!,
    };
    const exported: string[] = [];
    for await (const rows of eachRecipient(ctx, { q: 'lo thi' })) exported.push(...rows.map((row) => row.id));
    expect(exported).toEqual(seen);
  });
});
