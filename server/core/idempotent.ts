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

  const outcome = await commit<{ answer: Result } | { repeated: Result }>(ctx, async (tx) => {
    const first = await findAnswer(tx, ctx.actor.accountId, ctx.procedure, key);
    if (first) throw new Repeated(answerOf<Result>(first, bodyHash));
    const { result, audit } = await work(tx);
    await insertAnswer(tx, {
      actorId: ctx.actor.accountId,
      procedure: ctx.procedure,
      key,
      bodyHash,
      answer: JSON.stringify(result ?? null),
      createdAt: new Date().toISOString(),
    });
    return { result: { answer: result }, audit };
  }).catch(async (error: unknown) => {
    if (error instanceof Repeated) return { repeated: error.answer as Result };
    // On PostgreSQL this call may have waited for the rows of its twin, and failed on what the twin had done.
    const twin = await findAnswer(ctx.db.reads, ctx.actor.accountId, ctx.procedure, key);
    if (twin) return { repeated: answerOf<Result>(twin, bodyHash) };
    throw error;
  });
  return 'answer' in outcome ? outcome.answer : outcome.repeated;
}

/** Leaves the transaction without a change when the twin of this call was quicker. */
class Repeated extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super('answered before');
    this.answer = answer;
  }
}

function answerOf<Result>(row: { bodyHash: string; answer: string }, bodyHash: string): Result {
  if (row.bodyHash !== bodyHash) throw conflict([{ code: 'request.key-reused' }]);
  return JSON.parse(row.answer) as Result;
}
