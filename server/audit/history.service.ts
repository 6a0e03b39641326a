import { findHistory } from '#db/audit/audit.queries.ts';
import { isReadable } from '#server/audit/readable.policy.ts';
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
  return readable ? findHistory(db, EVERYTHING, subjectKind, subjectId) : [];
}
