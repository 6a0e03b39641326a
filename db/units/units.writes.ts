import { lockRows } from '#db/core/lock-rows.ts';
import type { Writer } from '#db/database.ts';

/**
 * Lets one transaction at a time look for and add recipients and awards of a unit, so that two people recording the
 * same one do not both find it missing.
 */
export async function lockUnit(tx: Writer, id: string): Promise<void> {
  await lockRows(tx, 'unit', [id]);
}
