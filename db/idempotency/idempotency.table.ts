import type { Insertable, Selectable } from 'kysely';

/** The answer given to a mutation, so that the same key gets the same answer for 24 h. */
export interface IdempotencyTable {
  actorId: string;
  procedure: string;
  key: string;
  bodyHash: string;
  answer: string;
  createdAt: string;
}
export type IdempotencyRow = Selectable<IdempotencyTable>;
export type NewIdempotency = Insertable<IdempotencyTable>;
