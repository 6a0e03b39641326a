import { TRPCError } from '@trpc/server';
import { checkDatabase } from '#db/core/check.ts';
import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import type { Refusal } from '#shared/core/refusal.ts';
import type { PledgeStatus } from '#shared/pledges/pledges.schema.ts';
import { givenPledgeIn, givenScan } from '#test/builders/pledge.builder.ts';
import { givenIndicators } from '#test/builders/reports.builder.ts';
import { aContext, givenWorld, type WorldActors } from '#test/builders/world.builder.ts';

/** The two clusters of the tests and what the tests of pledges do in them; once for each database. */
export async function givenPledgeWorld(db: Db) {
  const world = await givenWorld(db);
  const indicators = await givenIndicators(db, world.yearA, world.yearB);
  const as = (who: keyof WorldActors, now?: string) =>
    createCaller(aContext(db, world.actors[who], now ? { now } : {})).pledges;
  const view = async (who: keyof WorldActors = 'reporterSL') => as(who).ofYear({ clusterYearId: world.yearA });
  return {
    world,
    indicators,
    as,
    view,
    /** The pledge of cluster A's year as this person sees it. */
    pledge: async (who?: keyof WorldActors) => (await view(who)).pledge!,
    /** Puts the pledge of that year into a state. */
    aPledge: (status: PledgeStatus, signed: string[] = []) =>
      givenPledgeIn(db, {
        clusterYearId: world.yearA,
        status,
        unitIds: ['SL', 'LS'],
        indicatorVersionId: indicators.budget,
        signed,
      }),
    /** A complete record of a signature, with its scan. */
    aSignature: async (signatureId: string, about: object = {}) => ({
      signatoryName: 'Nguyễn Văn Mẫu',
      capacity: 'KT. CHỦ TỊCH, PHÓ CHỦ TỊCH',
      signedOn: '2024-03-01',
      fileId: (await givenScan(db, signatureId)) as never,
      ...about,
    }),
    /** What the checks of the database find wrong with pledges. */
    brokenPledges: async () =>
      (await checkDatabase(db)).filter(({ name, broken }) => name.startsWith('pledge-') && broken.length > 0),
    /** Back to a year that has no pledge. */
    reset: () =>
      inTransaction(db, async (tx) => {
        const tables = [
          'pledgeProgress',
          'pledgeQuarter',
          'pledgeOpinion',
          'pledgeVoidedSignature',
          'pledgeSignature',
          'pledgeTarget',
          'pledge',
        ] as const;
        await tx.deleteFrom('pledgeRule').execute();
        await tx.deleteFrom('notice').execute();
        for (const table of [...tables, 'reportValue', 'report', 'file', 'auditChange', 'auditEntry'] as const)
          await tx.deleteFrom(table).execute();
        const extra = tx.selectFrom('clusterYear').select('id').where('year', '>', 2023);
        await tx.deleteFrom('clusterYearIndicator').where('clusterYearId', 'in', extra).execute();
        await tx.deleteFrom('clusterYear').where('year', '>', 2023).execute();
        await tx.updateTable('clusterMember').set({ validTo: null }).execute();
      }),
  };
}

/** Codes of the refusal. */
export async function refused(call: Promise<unknown>): Promise<string[]> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TRPCError)) throw error ?? new Error('it was not refused');
  return ((error.cause as Refusal | undefined)?.reasons ?? []).map(({ code }) => code);
}
