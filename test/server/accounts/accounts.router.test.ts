import { beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { accountsRouter } from '#server/accounts/accounts.router.ts';
import { createCallerFactory, router } from '#server/core/trpc.ts';
import { DEMO_PASSWORD } from '#shared/accounts/password.rules.ts';
import { aContext, anActor, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { anApp, givenAccount } from '#test/server/accounts/sign-in.server.ts';

// The path of a procedure is what the permission table knows it by.
const createCaller = createCallerFactory(router({ accounts: accountsRouter }));
let world: World;
let reporterId: string;

beforeAll(async () => {
  world = await givenWorld(await testDb());
  const app = anApp(world.db);
  reporterId = await givenAccount(app, {
    username: 'sl.bao-cao',
    displayName: 'Lò Văn Pản',
    unitId: world.units.SL,
    title: 'Cán bộ tổng hợp',
    roles: [{ role: 'reporter', unitId: world.units.SL }],
    isDemo: true,
    password: DEMO_PASSWORD,
  });
  await givenAccount(app, { username: 'khong.demo' });
});

const asReporter = (unitId: string | null = world.units.SL) =>
  createCaller(
    aContext(world.db, { ...anActor('Lò Văn Pản', unitId, 'reporter'), accountId: reporterId }, { demo: true }),
  );

test('me: the account, what its roles open, and its cluster-years', async () => {
  const me = await asReporter().accounts.me();

  expect(me).toMatchObject({
    account: {
      id: reporterId,
      username: 'sl.bao-cao',
      displayName: 'Lò Văn Pản',
      title: 'Cán bộ tổng hợp',
      unitId: 'SL',
      unitName: 'Sơn La',
      roles: ['reporter'],
      lang: 'vi',
    },
    today: '2024-03-01',
    demo: true,
    clusterYears: [
      { id: world.yearA, clusterName: 'Cụm thi đua A', year: 2023, startsOn: '2023-01-01', myRole: 'member' },
    ],
  });
  expect(me.permissions).toContain('reports.send');
  expect(me.permissions).not.toContain('reports.receive');
});

test('me: chair, deputy and outside view follow from the year', async () => {
  expect((await asReporter(world.units.LS).accounts.me()).clusterYears).toMatchObject([{ myRole: 'chair' }]);

  await inTransaction(world.db, (tx) =>
    tx.updateTable('clusterYear').set({ deputyChairUnitId: world.units.SL }).where('id', '=', world.yearA).execute(),
  );
  expect((await asReporter().accounts.me()).clusterYears).toMatchObject([{ myRole: 'deputy-chair' }]);

  const admin = { ...anActor('Quản trị', null, 'admin'), accountId: reporterId };
  const { clusterYears } = await createCaller(aContext(world.db, admin)).accounts.me();
  expect(clusterYears.map(({ id, myRole }) => ({ id, myRole }))).toEqual(
    [world.yearA, world.yearB].sort().map((id) => ({ id, myRole: null })),
  );
});

test('me: nobody signed in is told so', async () => {
  await expect(createCaller(aContext(world.db, null)).accounts.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
});

test('demo: the demo accounts for anybody, in the demo only', async () => {
  expect(await createCaller(aContext(world.db, null, { demo: true })).accounts.demo()).toEqual({
    demo: true,
    password: 'luytre-demo-2024',
    accounts: [{ username: 'sl.bao-cao', displayName: 'Lò Văn Pản', description: 'Cán bộ tổng hợp · Sơn La' }],
  });
  expect(await createCaller(aContext(world.db, null)).accounts.demo()).toEqual({
    demo: false,
    password: null,
    accounts: [],
  });
});

test('setLanguage: changes the own account and says so in the log', async () => {
  await asReporter().accounts.setLanguage({ lang: 'en' });

  expect((await asReporter().accounts.me()).account.lang).toBe('en');
  const changes = await world.db.reads
    .selectFrom('auditEntry')
    .innerJoin('auditChange', 'auditChange.entryId', 'auditEntry.id')
    .select(['subjectId', 'field', 'oldValue', 'newValue'])
    .where('action', '=', 'account.language-set')
    .execute();
  expect(changes).toEqual([{ subjectId: reporterId, field: 'lang', oldValue: 'Tiếng Việt', newValue: 'English' }]);
  await expect(asReporter().accounts.setLanguage({ lang: 'fr' as 'en' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});
