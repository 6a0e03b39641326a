import { findCertificate } from '#db/certificates/certificates.queries.ts';
import { findCluster } from '#db/clusters/catalogue.queries.ts';
import { findPlanYear } from '#db/clusters/years.queries.ts';
import { findConference } from '#db/conferences/conferences.queries.ts';
import { findRecommendation, findTask } from '#db/conferences/recommendations.queries.ts';
import type { Reader } from '#db/database.ts';
import { findDecision } from '#db/decisions/decisions.queries.ts';
import { findSharedExemplar } from '#db/exemplars/bank.queries.ts';
import { findExemplar } from '#db/exemplars/exemplars.queries.ts';
import { findRun } from '#db/imports/imports.queries.ts';
import { findConfirmationInReach } from '#db/movements/confirm.queries.ts';
import { findReadableMovement } from '#db/movements/movements.queries.ts';
import { findNomination } from '#db/nominations/nominations.queries.ts';
import { findPledgeById, findSignatureInReach } from '#db/pledges/pledges.queries.ts';
import { findQuarterInReach } from '#db/pledges/progress.queries.ts';
import { findOwnRecipient } from '#db/recipients/recipient-page.queries.ts';
import { findOwnRegistration } from '#db/registrations/registrations.queries.ts';
import { findAward } from '#db/registry/registry.queries.ts';
import { findReplication } from '#db/replications/replications.queries.ts';
import { findReport } from '#db/reports/reports.queries.ts';
import { findOwnRequest } from '#db/reports/requests.queries.ts';
import { findUnit } from '#db/units/units.queries.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { type Access, accessFor, NO_ACCESS, type Procedure } from '#shared/accounts/permissions.ts';
import type { SubjectKind } from '#shared/audit/audit.schema.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { readsReason } from '#shared/exemplars/sharing.policy.ts';
import { readsComments } from '#shared/reports/comments.rules.ts';
import { readerOf } from '#shared/reports/reports.policy.ts';
import { isContentOpen } from '#shared/reports/reports.rules.ts';

type Finder = (db: Reader, access: Access, id: string, actor: Actor) => Promise<object | undefined>;

/** The figures of a draft stay in its unit, so what hangs on it (history, documents) does too. */
async function findOpenReport(db: Reader, access: Access, id: string, actor: Actor): Promise<object | undefined> {
  const report = await findReport(db, access, id);
  if (!report) return undefined;
  // Open again for its unit: closed to peers, to the end of that day, for there is no hour here.
  const opened = report.reopenedUntil !== null && vietnamDate(new Date(report.reopenedUntil)) >= actor.today;
  const status = opened ? 'supplement' : report.status;
  return isContentOpen(status, readerOf(actor, report)) ? report : undefined;
}

/** What passes between the chair's office and the unit is read by those two, and by who watches over all. */
async function findReviewedReport(db: Reader, access: Access, id: string, actor: Actor): Promise<object | undefined> {
  const report = await findReport(db, access, id);
  return report && readsComments(report.sentAt ?? '', readerOf(actor, report)) ? report : undefined;
}

/** Records whose readers are not simply the members of the cluster. */
const READ_BY: Partial<Record<SubjectKind, readonly [Procedure, Finder]>> = {
  cluster: ['clusters.byId', findCluster],
  // A draft's is read by those who prepare it.
  'cluster-year': ['clusters.yearPlan', findPlanYear],
  decision: ['decisions.byId', findDecision],
  certificate: ['certificates.byId', findCertificate],
  award: ['awards.byId', findAward],
  // Its page opens wider, for an award; its history and documents are its unit's.
  recipient: ['recipients.byId', findOwnRecipient],
  nomination: ['nominations.byId', findNomination],
  exemplar: ['exemplars.byId', findExemplar],
  movement: ['movements.ofYear', findReadableMovement],
  'movement-confirmation': ['movements.ofYear', findConfirmationInReach],
  replication: ['replications.byId', findReplication],
  // Names of people stand in it: it is its unit's.
  'title-registration': ['registrations.save', findOwnRegistration],
  report: ['reports.byId', findOpenReport],
  'report-review': ['reports.byId', findReviewedReport],
  // What a province asks of its offices stays there.
  'report-request': ['collecting.ofReport', findOwnRequest],
  // The catalogue is open to everybody who signs in.
  unit: ['units.byId', (db, _access, id) => findUnit(db, id)],
  pledge: ['pledges.ofYear', findPledgeById],
  'pledge-signature': ['pledges.ofYear', findSignatureInReach],
  'pledge-progress': ['pledges.ledger', findQuarterInReach],
  conference: ['conferences.ofYear', findConference],
  recommendation: ['recommendations.ofYear', findRecommendation],
  'recommendation-task': ['recommendations.ofYear', findTask],
  import: ['imports.byId', findRun],
};

/**
 * Whether this person may open the record with its content; who may, may read its history and its documents.
 * Undefined for kinds of record that nobody opens.
 */
export async function isReadable(
  db: Reader,
  actor: Actor,
  kind: SubjectKind,
  id: string,
): Promise<boolean | undefined> {
  const [byId, find] = READ_BY[kind] ?? [];
  if (!byId || !find) return undefined;
  const access = accessFor(actor, byId);
  return access !== undefined && (await find(db, access, id, actor)) !== undefined;
}

/** Whether this person is on one of the two sides of a report or exemplar that they may read, or watches over all. */
export async function readsReasons(db: Reader, actor: Actor, kind: SubjectKind, id: string): Promise<boolean> {
  if (kind === 'report') return (await isReadable(db, actor, 'report-review', id)) ?? false;
  const exemplar = await findExemplar(db, accessFor(actor, 'exemplars.byId') ?? NO_ACCESS, id);
  return exemplar !== undefined && readsReason(actor, exemplar);
}

/**
 * Whether this person may open the documents of a record: as its history, and of an exemplar also where it is shared
 * beyond its cluster, whose readers are not told what it said before it was approved.
 */
export async function areFilesReadable(
  db: Reader,
  actor: Actor,
  kind: SubjectKind,
  id: string,
): Promise<boolean | undefined> {
  if (await isReadable(db, actor, kind, id)) return true;
  const access = kind === 'exemplar' ? accessFor(actor, 'exemplars.bank') : undefined;
  return access !== undefined && (await findSharedExemplar(db, access, id)) !== undefined;
}
