import { expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import { DEMO_ACTORS, DEMO_UNITS, givenDemo } from '#test/builders/demo.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { givenAccounts } from '#test/server/matrix-world.ts';
import { together } from '#test/server/together.ts';

const db = await testDb();
const { contextOf } = await givenDemo(db);
await givenAccounts(db, Object.values(DEMO_ACTORS));
const as = (who: keyof typeof DEMO_ACTORS) => createCaller(contextOf(DEMO_ACTORS[who]));
const yearOf = async (year: number) =>
  (await db.reads.selectFrom('clusterYear').select('id').where('year', '=', year).executeTakeFirstOrThrow())
    .id as never;

test('a movement of the Prime Minister that was rewritten in the demo reads as in the catalogue again', async () => {
  const pm = () =>
    db.reads.selectFrom('movement').selectAll().where('level', '=', 'prime-minister').orderBy('id').execute();
  const before = await pm();
  const clusterYearId = await yearOf(2023);
  const { movements } = await as('admin').movements.ofYear({ clusterYearId });
  const { id, version, name, kind, launchedBy, periodFrom, periodTo } = movements.find(
    ({ level }) => level === 'prime-minister',
  )!;
  const draft = { name: `${name} (thử)`, kind, launchedBy, goal: 'Thử', periodFrom, periodTo, document: '' };
  await as('admin').movements.save({ clusterYearId, id, seenVersion: version, draft } as never);
  await as('admin').demo.reset();
  expect(await pm()).toEqual(before);
});

test('no dân tộc and no reading of one is left after a new beginning', async () => {
  const clusterYearId = await yearOf(2023);
  await as('chair').care.minorityRows({
    clusterYearId,
    basis: 'nominations',
    reason: 'Đối chiếu cơ cấu trước khi trình.',
  });
  const tables = ['nominationSensitive', 'recipientSensitive', 'sensitiveRead'] as const;
  const rows = async () => {
    const found = [];
    for (const table of tables) found.push(await db.reads.selectFrom(table).selectAll().execute());
    return found;
  };
  const [stated] = await rows();
  await as('admin').demo.reset();
  const [now, known, read] = await rows();
  expect(known).toEqual([]);
  expect(read).toEqual([]);
  expect(now).toHaveLength(stated!.length);
});

test.each([1, 2, 3, 4, 5, 6])('the demo begins again while people save: nobody meets a defect (%i)', async () => {
  const clusterYearId = await yearOf(2023);
  const next = await yearOf(2024);
  const { conference } = await as('chair').conferences.ofYear({ clusterYearId });
  const { pledge } = await as('sonla').pledges.ofYear({ clusterYearId: next });
  const indicator = pledge!.indicators[0]!;
  const { version } = indicator.cells.find(({ unitId }) => unitId === DEMO_UNITS['Sơn La'])!;
  const [reset] = await together(
    as('admin').demo.reset(),
    as('chair').conferences.saveMinutes({ id: conference!.id, seenVersion: conference!.version, minutes: 'BIÊN BẢN' }),
    as('chair').conferences.addDelegate({
      conferenceId: conference!.id,
      draft: {
        role: 'guest',
        unitId: null,
        organization: 'Ban Mẫu',
        name: '',
        positionHeld: '',
        headcount: 1,
        note: '',
      },
      idempotencyKey: crypto.randomUUID(),
    }),
    as('sonla').pledges.saveTargets({
      id: pledge!.id,
      unitId: DEMO_UNITS['Sơn La'] as never,
      targets: [{ indicatorVersionId: indicator.id as never, value: 1, note: '', seenVersion: version }],
    }),
    as('sonla').exemplars.create({
      clusterYearId,
      unitId: DEMO_UNITS['Sơn La'] as never,
      draft: {
        kind: 'model',
        title: 'Mô hình thử',
        presenter: 'Bà Mẫu',
        place: '',
        field: '',
        story: 'Thử.',
        source: '',
      },
      idempotencyKey: crypto.randomUUID(),
    }),
  );
  expect(reset).toBe('done');
});
