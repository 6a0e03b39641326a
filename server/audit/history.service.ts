import { findHistory } from '#db/audit/audit.queries.ts';
import { isReadable, readsReasons } from '#server/audit/readable.policy.ts';
import type { ActorContext } from '#server/core/context.ts';
import { NO_ACCESS } from '#shared/accounts/permissions.ts';
import type { SubjectKind } from '#shared/audit/audit.schema.ts';

const EVERYTHING = { ...NO_ACCESS, all: true };

/**
 * The history of one record, newest first; empty for a record out of sight, as for one that does not exist.
 * A draft decision, for one, goes no further than its office, and so does what is told about it.
 */
export async function historyOf(ctx: ActorContext, subjectKind: SubjectKind, subjectId: string) {
  const db = ctx.db.reads;
  const readable = await isReadable(db, ctx.actor, subjectKind, subjectId);
  if (readable === undefined) return findHistory(db, ctx.access, subjectKind, subjectId);
  if (!readable) return [];
  const history = await findHistory(db, EVERYTHING, subjectKind, subjectId);
  const between = BETWEEN_TWO[subjectKind];
  if (!between || (await readsReasons(db, ctx.actor, subjectKind, subjectId))) return history;
  return history.map((entry) => (between.includes(entry.action) ? { ...entry, reason: null } : entry));
}

/** Why the chair's office opened a report again or did not share an exemplar is said to its unit, not to the others. */
const BETWEEN_TWO: Partial<Record<SubjectKind, readonly string[]>> = {
  report: ['report.supplement-asked', 'report.reopened'],
  exemplar: ['exemplar.sharing-decided'],
};
