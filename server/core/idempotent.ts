import { createHash } from 'node:crypto';
import type { Writer } from '#db/database.ts';
import { findAnswer } from '#db/idempotency/idempotency.queries.ts';
import { insertAnswer } from '#db/idempotency/idempotency.writes.ts';
import { commit, type Outcome } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { conflict } from '#shared/core/refusal.ts';

/**
 * A commit that has its effect once for each key of the caller: a double click or a repeat after a lost answer
 * gets the first answer again (kept 24 h, in the same transaction as the change). The same key with another
 * body is refused. `Result` must survive JSON.
 */
export async function commitOnce<Result>(
  ctx: ActorContext,
  input: { idempotencyKey: string },
  work: (tx: Writer) => Promise<Outcome<Result>>,
): Promise<Result> {
  const key = input.idempotencyKey;
  const bodyHash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  const known = await findAnswer(ctx.db.reads, ctx.actor.accountId, ctx.procedure, key);
  if (known) return answerOf<Result>(known, bodyHash);

  try {
    return await commit(ctx, async (tx) => {
      const { result, audit } = await work(tx);
      await insertAnswer(tx, {
        actorId: ctx.actor.accountId,
        procedure: ctx.procedure,
        key,
        bodyHash,
        answer: JSON.stringify(result ?? null),
        createdAt: new Date().toISOString(),
      });
      return { result, audit };
    });
  } catch (error) {
    // A twin was quicker: this call failed on what the twin had done, or at the latest on its answer, and left nothing.
    const twin = await findAnswer(ctx.db.reads, ctx.actor.accountId, ctx.procedure, key);
    if (twin) return answerOf<Result>(twin, bodyHash);
    throw error;
  }
}

function answerOf<Result>(row: { bodyHash: string; answer: string }, bodyHash: string): Result {
  if (row.bodyHash !== bodyHash) throw conflict([{ code: 'request.key-reused' }]);
  return JSON.parse(row.answer) as Result;
}
