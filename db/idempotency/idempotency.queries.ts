import type { Reader } from '#db/database.ts';
import type { IdempotencyRow } from '#db/idempotency/idempotency.table.ts';

export function findAnswer(
  db: Reader,
  actorId: string,
  procedure: string,
  key: string,
): Promise<IdempotencyRow | undefined> {
  return db
    .selectFrom('idempotency')
    .selectAll()
    .where('actorId', '=', actorId)
    .where('procedure', '=', procedure)
    .where('key', '=', key)
    .executeTakeFirst();
}
