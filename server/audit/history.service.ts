import { findHistory } from '#db/audit/audit.queries.ts';
import { findCertificate } from '#db/certificates/certificates.queries.ts';
import type { Reader } from '#db/database.ts';
import { findDecision } from '#db/decisions/decisions.queries.ts';
import { findNomination } from '#db/nominations/nominations.queries.ts';
import { findAward } from '#db/registry/registry.queries.ts';
import { findReport } from '#db/reports/reports.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { type Access, accessFor, NO_ACCESS, type Procedure } from '#shared/accounts/permissions.ts';
import type { SubjectKind } from '#shared/audit/audit.schema.ts';
import { readerOf } from '#shared/reports/reports.policy.ts';
import { isContentOpen } from '#shared/reports/reports.rules.ts';

type Finder = (db: Reader, access: Access, id: string, actor: Actor) => Promise<object | undefined>;

/** The figures of a draft stay in its unit, so the history that tells them does too. */
async function findOpenReport(db: Reader, access: Access, id: string, actor: Actor): Promise<object | undefined> {
  const report = await findReport(db, access, id);
  return report && isContentOpen(report.status, readerOf(actor, report)) ? report : undefined;
}

/** Records whose readers are not simply the members of the cluster: who may open the record may read its history. */
const READ_BY: Partial<Record<SubjectKind, readonly [Procedure, Finder]>> = {
  decision: ['decisions.byId', findDecision],
  certificate: ['certificates.byId', findCertificate],
  award: ['awards.byId', findAward],
  nomination: ['nominations.byId', findNomination],
  report: ['reports.byId', findOpenReport],
};
const EVERYTHING = { ...NO_ACCESS, all: true };

/**
 * The history of one record, newest first; empty for a record out of sight, as for one that does not exist.
 * A draft decision, for one, goes no further than its office, and so does what is told about it.
 */
export async function historyOf(ctx: ActorContext, subjectKind: SubjectKind, subjectId: string) {
  const db = ctx.db.reads;
  const [byId, find] = READ_BY[subjectKind] ?? [];
  if (!byId || !find) return findHistory(db, ctx.access, subjectKind, subjectId);
  const readable = accessFor(ctx.actor, byId);
  const record = readable && (await find(db, readable, subjectId, ctx.actor));
  return record ? findHistory(db, EVERYTHING, subjectKind, subjectId) : [];
}
