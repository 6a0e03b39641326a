import type { Writer } from '#db/database.ts';

/**
 * Adds what lined up in `award_count_delta` to the kept counts and to those of all units, in one statement: a line is
 * either still there or counted, never both. Only PostgreSQL lines anything up.
 */
export async function foldAwardCounts(tx: Writer): Promise<void> {
  await tx
    .with('gone', (db) => db.deleteFrom('awardCountDelta').returningAll())
    .insertInto('awardCount')
    .columns(['unitId', 'year', 'dimension', 'value', 'awards'])
    .expression((eb) =>
      eb
        .selectFrom('gone')
        .select(({ fn, ref }) => [
          'gone.unitId',
          'gone.year',
          'gone.dimension',
          'gone.value',
          fn.sum<number>(ref('gone.awards')).as('awards'),
        ])
        .groupBy(['gone.unitId', 'gone.year', 'gone.dimension', 'gone.value'])
        .unionAll(
          eb
            .selectFrom('gone')
            .select(({ fn, ref, val }) => [
              val('').as('unitId'),
              'gone.year',
              'gone.dimension',
              'gone.value',
              fn.sum<number>(ref('gone.awards')).as('awards'),
            ])
            .groupBy(['gone.year', 'gone.dimension', 'gone.value']),
        ),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['unitId', 'year', 'dimension', 'value'])
        .doUpdateSet((eb) => ({ awards: eb('awardCount.awards', '+', eb.ref('excluded.awards')) })),
    )
    .execute();
}
