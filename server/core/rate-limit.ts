import { findFullLimits } from '#db/accounts/accounts.queries.ts';
import { countTry, deleteLimit, uncountTry } from '#db/accounts/accounts.writes.ts';
import type { Db } from '#db/core/connect.ts';
import { housekeeping } from '#server/core/housekeeping.ts';

/** At most `limit` tries within `windowMs` from the first one. */
export type Limit = { key: string; limit: number; windowMs: number };

export type TryResult = { ok: true } | { ok: false; retryAfterMs: number };

/**
 * Counts one try against every limit, or refuses without counting when one of them is full. Kept in the
 * database: it holds over restarts and for several servers.
 *
 * @param now the real time, not the stopped clock of the demo
 */
export async function takeTry(db: Db, limits: readonly Limit[], now: Date): Promise<TryResult> {
  const at = now.toISOString();
  // Mostly answers a flood, so it must not cost a write.
  const full = await findFullLimits(db.reads, limits, at);
  if (full.length > 0) return refused(full, now);
  try {
    await housekeeping(db, async (tx) => {
      for (const { key, limit, windowMs } of limits) {
        const windowEndsAt = new Date(now.getTime() + windowMs).toISOString();
        const row = await countTry(tx, key, at, windowEndsAt);
        if (row.count > limit) throw new Full(row.windowEndsAt);
      }
    });
    return { ok: true };
  } catch (error) {
    if (error instanceof Full) return refused([error], now);
    throw error;
  }
}

/** After success: forgets the tries of `forget` and takes one try back from each of `giveBack`. */
export async function forgiveTries(db: Db, forget: readonly string[], giveBack: readonly string[]): Promise<void> {
  await housekeeping(db, async (tx) => {
    for (const key of forget) await deleteLimit(tx, key);
    for (const key of giveBack) await uncountTry(tx, key);
  });
}

/** Somebody else took the last try a moment ago: rolls back what this one had counted. */
class Full extends Error {
  readonly windowEndsAt: string;
  constructor(windowEndsAt: string) {
    super('rate limit');
    this.windowEndsAt = windowEndsAt;
  }
}

function refused(full: readonly { windowEndsAt: string }[], now: Date): TryResult {
  const ends = Math.max(...full.map(({ windowEndsAt }) => Date.parse(windowEndsAt)));
  return { ok: false, retryAfterMs: Math.max(1000, ends - now.getTime()) };
}
