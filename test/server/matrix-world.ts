import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { appRouter, createCaller } from '#server/app-router.ts';
import type { RequestContext } from '#server/core/context.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { givenPrizeRules } from '#test/builders/decision.builder.ts';
import { givenIndicators, givenPledge } from '#test/builders/reports.builder.ts';
import { anActor, givenWorld } from '#test/builders/world.builder.ts';
import type { MatrixWorld, Place } from '#test/server/matrix-records.ts';

/** Whose records the calls are about: a member of cluster A, its chair, and somebody of another cluster. */
export type MatrixPlaces = { memberA: Place; chairA: Place; chairB: Place };

/** The two clusters with everything a sample of matrix-samples.ts needs. */
export async function givenMatrixWorld(db: Db): Promise<{ world: MatrixWorld; places: MatrixPlaces }> {
  const empty = await givenWorld(db);
  await givenPrizeRules(empty);
  const world = { ...empty, indicators: await givenIndicators(db, empty.yearA, empty.yearB) };
  const { SL, LS, QT } = world.units;
  await givenPledge(db, world.yearA, { [SL]: {}, [LS]: {} });
  await givenPledge(db, world.yearB, { [QT]: {} });
  return {
    world,
    places: {
      memberA: { name: 'A/SL', clusterYearId: world.yearA, unitId: SL, chairUnitId: LS },
      chairA: { name: 'A/LS', clusterYearId: world.yearA, unitId: LS, chairUnitId: LS },
      chairB: { name: 'B/QT', clusterYearId: world.yearB, unitId: QT, chairUnitId: QT },
    },
  };
}

/** Somebody of the chair whom every procedure lets in, so that a call gets as far as its input does. */
export function anybody(world: MatrixWorld): Actor {
  const { LS } = world.units;
  return anActor(
    'Người làm mọi việc',
    LS,
    'specialist',
    'approver',
    'reporter',
    { role: 'admin', unitId: null },
    { role: 'auditor', unitId: null },
  );
}

/** Stored accounts for people who only existed as requests. */
export async function givenAccounts(db: Db, actors: readonly Actor[]): Promise<void> {
  const at = '2024-01-01T00:00:00.000Z';
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('authUser')
      .values(
        actors.map(({ accountId, name }) => ({
          id: accountId,
          name,
          email: `${accountId}@luytre.test`,
          image: null,
          username: accountId,
          displayUsername: null,
          createdAt: at,
          updatedAt: at,
        })),
      )
      .execute();
    await tx
      .insertInto('accountProfile')
      .values(actors.map(({ accountId, unitId }) => ({ userId: accountId, unitId, title: null, disabledAt: null })))
      .execute();
  });
}

export function isMutation(procedure: string): boolean {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>;
  return procedures[procedure]!._def.type === 'mutation';
}

/** Calls a procedure by its path, as a request would: the input is whatever came. */
export function callProcedure(ctx: RequestContext, procedure: string, input: unknown): Promise<unknown> {
  const [feature, name] = procedure.split('.') as [string, string];
  const caller = createCaller(ctx) as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  return caller[feature]![name]!(input);
}
