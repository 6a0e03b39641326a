import type { NewCertificate } from '#db/certificates/certificates.table.ts';
import type { Writer } from '#db/database.ts';

/** Rows per statement: both databases take at most some 32.000 parameters. */
const AT_ONCE = 500;

/**
 * Takes the next `count` numbers of the golden book (sổ vàng) of an office and year, and gives the first.
 * The row stays locked until the transaction ends, and goes back with it: numbers have no gaps and no doubles.
 */
export async function takeGoldenNumbers(tx: Writer, unitId: string, year: number, count: number): Promise<number> {
  const { nextNumber } = await tx
    .insertInto('goldenBook')
    .values({ unitId, year, nextNumber: 1 + count })
    .onConflict((conflict) =>
      conflict
        .columns(['unitId', 'year'])
        .doUpdateSet((eb) => ({ nextNumber: eb('goldenBook.nextNumber', '+', count) })),
    )
    .returning('nextNumber')
    .executeTakeFirstOrThrow();
  return Number(nextNumber) - count;
}

export async function insertCertificates(tx: Writer, certificates: readonly NewCertificate[]): Promise<void> {
  for (const part of parts(certificates)) await tx.insertInto('certificate').values(part).execute();
}

/** Marks the awards of a decision cancelled; gives their ids. They stay in the registry for ever. */
export async function cancelAwards(tx: Writer, decisionId: string) {
  return tx
    .updateTable('award')
    .set((eb) => ({ status: 'cancelled' as const, version: eb('version', '+', 1) }))
    .where('decisionId', '=', decisionId)
    .where('status', '=', 'active')
    .returning(['id', 'printedName', 'recipientId', 'unitId', 'decidedOn'])
    .execute();
}

export async function cancelCertificates(tx: Writer, decisionId: string, cancelledOn: string) {
  return tx
    .updateTable('certificate')
    .set((eb) => ({ cancelledOn, version: eb('version', '+', 1) }))
    .where('decisionId', '=', decisionId)
    .where('cancelledOn', 'is', null)
    .returning(['id', 'goldenBookNumber'])
    .execute();
}

function parts<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, part) =>
    rows.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
}
