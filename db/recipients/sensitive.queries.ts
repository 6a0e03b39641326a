import type { Reader } from '#db/database.ts';
import type { NominationSensitiveRow } from '#db/recipients/recipients.table.ts';

/** The dân tộc that a nomination states; undefined when nothing was ever written. */
export function findStatedEthnicity(db: Reader, nominationId: string): Promise<NominationSensitiveRow | undefined> {
  return db.selectFrom('nominationSensitive').selectAll().where('nominationId', '=', nominationId).executeTakeFirst();
}
