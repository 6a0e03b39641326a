import type { Updateable } from 'kysely';
import type { CertificateTable } from '#db/certificates/certificates.table.ts';
import type { Writer } from '#db/database.ts';

/** Saves only if nobody saved since `seenVersion`; tells whether it did. */
export async function updateCertificate(
  tx: Writer,
  id: string,
  seenVersion: number,
  patch: Omit<Updateable<CertificateTable>, 'version'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('certificate')
    .set((eb) => ({ ...patch, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** One more print made. Not an edit of the record: the version somebody has on screen stays good. */
export async function countPrints(tx: Writer, ids: readonly string[]): Promise<void> {
  await tx
    .updateTable('certificate')
    .set((eb) => ({ printCount: eb('printCount', '+', 1) }))
    .where('id', 'in', [...ids])
    .execute();
}
