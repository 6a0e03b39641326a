import { sql, type Updateable } from 'kysely';
import { lockRows } from '#db/core/lock-rows.ts';
import { engineOf } from '#db/core/schema.ts';
import type { Writer } from '#db/database.ts';
import type {
  IndicatorVersionTable,
  NewClusterYearIndicator,
  NewIndicator,
  NewIndicatorVersion,
} from '#db/indicators/indicators.table.ts';

/** Any number that nothing else locks: the names of all indicators. */
const NAMES_LOCK = 1700;

/** Lets one transaction at a time ask whether a name is free and take it. */
export async function lockIndicatorNames(tx: Writer): Promise<void> {
  if (engineOf(tx) === 'postgres') await sql`select pg_advisory_xact_lock(${NAMES_LOCK})`.execute(tx);
}

/** Holds an indicator until the transaction ends: its versions change one after the other. */
export async function lockIndicator(tx: Writer, id: string): Promise<void> {
  await lockRows(tx, 'indicator', [id]);
}

export async function insertIndicator(tx: Writer, indicator: NewIndicator): Promise<void> {
  await tx.insertInto('indicator').values(indicator).execute();
}

export async function insertVersion(tx: Writer, version: NewIndicatorVersion): Promise<void> {
  await tx.insertInto('indicatorVersion').values(version).execute();
}

/** @returns false when somebody was quicker; nothing is written then */
export async function updateVersion(
  tx: Writer,
  { id, seenVersion }: { id: string; seenVersion: number },
  change: Updateable<IndicatorVersionTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('indicatorVersion')
    .set({ ...change, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Drafts that begin on the day of a new version or later ask the new one. Their ids. */
export async function moveDraftsTo(
  tx: Writer,
  { from, to, validFrom }: { from: string; to: string; validFrom: string },
): Promise<string[]> {
  const drafts = await tx
    .selectFrom('clusterYearIndicator as asked')
    .innerJoin('clusterYear', 'clusterYear.id', 'asked.clusterYearId')
    .where('asked.indicatorVersionId', '=', from)
    .where('clusterYear.status', '=', 'draft')
    .where('clusterYear.startsOn', '>=', validFrom)
    .select('clusterYear.id')
    .execute();
  const ids = drafts.map(({ id }) => id);
  if (ids.length > 0)
    await tx
      .updateTable('clusterYearIndicator')
      .set({ indicatorVersionId: to })
      .where('indicatorVersionId', '=', from)
      .where('clusterYearId', 'in', ids)
      .execute();
  return ids;
}

/**
 * Holds the pledge and the reports of a year until the transaction ends: nobody types a figure, freezes or sends
 * meanwhile. The pledge before the reports.
 */
export async function holdFigures(tx: Writer, clusterYearId: string): Promise<void> {
  for (const table of ['pledge', 'report'] as const) {
    const rows = await tx.selectFrom(table).where('clusterYearId', '=', clusterYearId).select('id').execute();
    await lockRows(
      tx,
      table,
      rows.map(({ id }) => id),
    );
  }
}

/** Sets the indicators of a year; empty cells and targets of those that go are cleared away with them. */
export async function replaceYearIndicators(
  tx: Writer,
  clusterYearId: string,
  rows: readonly NewClusterYearIndicator[],
  gone: readonly string[],
): Promise<void> {
  if (gone.length > 0) {
    await tx
      .deleteFrom('reportValue')
      .where('indicatorVersionId', 'in', [...gone])
      .where('reportId', 'in', (eb) =>
        eb.selectFrom('report').where('clusterYearId', '=', clusterYearId).select('report.id'),
      )
      .execute();
    await tx
      .deleteFrom('pledgeTarget')
      .where('indicatorVersionId', 'in', [...gone])
      .where('pledgeId', 'in', (eb) =>
        eb.selectFrom('pledge').where('clusterYearId', '=', clusterYearId).select('pledge.id'),
      )
      .execute();
    await tx
      .deleteFrom('priorValue')
      .where('clusterYearId', '=', clusterYearId)
      .where('indicatorVersionId', 'in', [...gone])
      .execute();
  }
  await tx.deleteFrom('clusterYearIndicator').where('clusterYearId', '=', clusterYearId).execute();
  if (rows.length > 0) await tx.insertInto('clusterYearIndicator').values(rows).execute();
}
