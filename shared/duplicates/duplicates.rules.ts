import type { Reason } from '#shared/core/reason.ts';
import { LEAST_REASON } from '#shared/duplicates/duplicates.schema.ts';

/** Why two records become one, or are two, is kept for those who ask later. */
export function reasonReasons(reason: string): Reason[] {
  if (reason.length >= LEAST_REASON) return [];
  return [{ code: 'duplicate.needs-reason', field: 'reason', facts: { leastCount: LEAST_REASON } }];
}

type MergeState = { undoneAt: string | null; undoUntil: string };

/**
 * Why a merge cannot be taken back; empty when it can.
 * @param now instant (ISO) of the real clock: the demo's day does not shorten the time
 * @param keptWentInto name of the record that the kept one was merged into since, null when it still stands
 */
export function undoReasons(merge: MergeState, now: string, keptWentInto: string | null): Reason[] {
  if (merge.undoneAt !== null) return [{ code: 'duplicate.undone-already', facts: { undoneAt: merge.undoneAt } }];
  if (merge.undoUntil < now) return [{ code: 'duplicate.undo-too-late', facts: { undoUntilAt: merge.undoUntil } }];
  if (keptWentInto !== null) return [{ code: 'duplicate.undo-later-first', facts: { name: keptWentInto } }];
  return [];
}
