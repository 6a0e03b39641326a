import { lockRows } from '#db/core/lock-rows.ts';
import type { Writer } from '#db/database.ts';
import type { NewFile } from '#db/files/files.table.ts';
import { lockPledge } from '#db/pledges/pledges.writes.ts';
import type { FileSubject, FileSubjectKind } from '#shared/files/files.schema.ts';

export async function insertFile(tx: Writer, file: NewFile): Promise<void> {
  await tx.insertInto('file').values(file).execute();
}

/** @returns false when it had been removed before */
export async function markFileRemoved(tx: Writer, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('file')
    .set({ removedAt: at })
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Where a record that carries documents is stored, when it is not called so. */
const TABLES = {
  'pledge-signature': 'pledgeSignature',
  'pledge-progress': 'pledgeQuarter',
  'recommendation-task': 'recommendationTask',
  import: 'importRun',
} as const satisfies Partial<Record<FileSubjectKind, string>>;

/**
 * Holds the record that a document belongs to until the transaction ends. A scan hangs on its signature, and
 * signatures are held by their pledge: nobody signs with a scan that is being removed. So are the quarters of its progress.
 */
export async function lockSubject(tx: Writer, { subjectKind, subjectId }: FileSubject): Promise<void> {
  if (subjectKind === 'pledge-signature' || subjectKind === 'pledge-progress') {
    const part = await tx
      .selectFrom(TABLES[subjectKind])
      .select('pledgeId')
      .where('id', '=', subjectId)
      .executeTakeFirst();
    if (part) await lockPledge(tx, part.pledgeId);
  }
  const table = subjectKind in TABLES ? TABLES[subjectKind as keyof typeof TABLES] : subjectKind;
  await lockRows(tx, table as 'nomination', [subjectId]);
}
