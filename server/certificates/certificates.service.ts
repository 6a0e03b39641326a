import {
  type CertificateWithAward,
  findCertificate,
  findCertificatesByIds,
  findCertificatesOfDecision,
} from '#db/certificates/certificates.queries.ts';
import { countPrints, updateCertificate } from '#db/certificates/certificates.writes.ts';
import type { Reader } from '#db/database.ts';
import { findDecision } from '#db/decisions/decisions.queries.ts';
import { printAvailable } from '#server/certificates/certificate.print.ts';
import { viewCertificate } from '#server/certificates/certificate-view.ts';
import { qrSvg } from '#server/certificates/print/qr-svg.ts';
import { printTicket } from '#server/certificates/print-ticket.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { worded } from '#server/core/worded.ts';
import { changedMeanwhile, decisionToChange, personReasons } from '#server/decisions/decisions.policy.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import type { AuditEvent, FieldChange } from '#shared/audit/audit.schema.ts';
import { advanceReasons, nextStep } from '#shared/certificates/certificates.rules.ts';
import { type AdvanceCertificates, CERTIFICATE_STATUS_LABELS } from '#shared/certificates/certificates.schema.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import type { DecisionStatus } from '#shared/decisions/decisions.schema.ts';

export type PrintTarget = { decisionId: string } | { certificateId: string };

/** The certificates of a decision in the order of the golden book; none before it is issued. */
export async function certificatesOfDecision(ctx: ActorContext, decisionId: string) {
  const decision = await findDecision(ctx.db.reads, ctx.access, decisionId);
  if (!decision) throw notFound('decision');
  const rows = await findCertificatesOfDecision(ctx.db.reads, decisionId);
  return rows.map((row) => viewCertificate(row, ctx.publicUrl));
}

/** One certificate with its QR picture and what may be done with it. */
export async function certificateById(ctx: ActorContext, id: string) {
  const row = await findCertificate(ctx.db.reads, ctx.access, id);
  if (!row) throw notFound('certificate');
  const view = viewCertificate(row, ctx.publicUrl);
  const person = personReasons(ctx.actor, 'certificates.advance', row.issuingUnitId);
  const reasons = worded(person.length > 0 ? [{ code: 'certificate.not-office' }] : printReasons(row.decisionStatus));
  return {
    ...view,
    qrSvg: qrSvg(view.verifyUrl).svg,
    nextStep: nextStep(row.status) ?? null,
    print: { allowed: reasons.length === 0, reasons },
    today: vietnamDate(ctx.now()),
  };
}

const STEP_TIME = { printed: 'printedAt', signed: 'signedAt', sealed: 'sealedAt' } as const;

/** Moves papers one step on in their life: all of them, or none and the reasons of each. */
export function advanceCertificates(ctx: ActorContext, input: AdvanceCertificates) {
  return commit(ctx, async (tx) => {
    const seen = new Map(input.items.map(({ id, seenVersion }) => [id as string, seenVersion]));
    const rows = await findCertificatesByIds(tx, ctx.access, [...seen.keys()]);
    if (rows.length < seen.size) throw await outOfReach(ctx, tx, [...seen.keys()]);
    const [first] = rows;
    if (!first) throw notFound('certificate');
    refuseIf(
      rows.some(({ decisionId }) => decisionId !== first.decisionId) ? [{ code: 'certificate.several-decisions' }] : [],
    );
    for (const row of rows) if (row.version !== seen.get(row.id)) throw await meanwhile(tx, row);
    refuseIf(reasonsOfStep(rows, input, vietnamDate(ctx.now())));

    const events: AuditEvent[] = [];
    for (const row of rows) {
      const patch =
        input.to === 'handed'
          ? { handedOn: input.handedOn, handedTo: input.handedTo || row.printedName }
          : { [STEP_TIME[input.to]]: ctx.now().toISOString() };
      if (!(await updateCertificate(tx, row.id, row.version, { ...patch, status: input.to })))
        throw await meanwhile(tx, row);
      events.push(eventOf(row, `certificate.${input.to}`, stepChanges(row, input)));
    }
    const [head, ...tail] = events;
    return { result: { count: rows.length }, audit: [head!, ...tail] };
  });
}

/** Each reason once: fourteen papers without a date are one mistake. */
function reasonsOfStep(rows: readonly CertificateWithAward[], input: AdvanceCertificates, today: string): Reason[] {
  const reasons = rows.flatMap((row) =>
    advanceReasons(
      { ...row, name: row.printedName },
      input.to,
      { handedOn: input.handedOn, decidedOn: row.decidedOn },
      today,
    ),
  );
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}

function stepChanges(row: CertificateWithAward, { to, handedOn, handedTo }: AdvanceCertificates): FieldChange[] {
  const status = {
    field: 'status',
    from: CERTIFICATE_STATUS_LABELS[row.status].vi,
    to: CERTIFICATE_STATUS_LABELS[to].vi,
  };
  if (to !== 'handed') return [status];
  return [
    status,
    { field: 'handedOn', from: null, to: handedOn && formatDate(handedOn) },
    { field: 'handedTo', from: null, to: handedTo || row.printedName },
  ];
}

/**
 * Records that a print was made and gives the address of the PDF, good for five minutes and this person only.
 * Recording stands here and not in the GET, which must change nothing: browsers fetch twice and ahead.
 */
export async function printCertificates(ctx: ActorContext, target: PrintTarget): Promise<{ url: string }> {
  refuseIf(printAvailable());
  await commit(ctx, async (tx) => {
    const rows =
      'decisionId' in target ? await ofDecision(ctx, tx, target.decisionId) : await one(ctx, tx, target.certificateId);
    refuseIf(rows.flatMap(({ decisionStatus }) => printReasons(decisionStatus)).slice(0, 1));
    await countPrints(
      tx,
      rows.map(({ id }) => id),
    );
    const events = rows.map((row) =>
      eventOf(row, 'certificate.print-made', [
        { field: 'printCount', from: String(row.printCount), to: String(row.printCount + 1) },
      ]),
    );
    const [head, ...tail] = events;
    if (!head) throw notFound('certificate');
    return { result: undefined, audit: [head, ...tail] };
  });
  return { url: printTicket(ctx.keys, target, ctx.actor.accountId, new Date()) };
}

/** Only certificates of a decision in force are printed. */
export function printReasons(status: DecisionStatus): Reason[] {
  if (status === 'issued') return [];
  return [{ code: status === 'cancelled' ? 'certificate.decision-cancelled' : 'certificate.decision-not-issued' }];
}

async function ofDecision(ctx: ActorContext, tx: Reader, decisionId: string): Promise<CertificateWithAward[]> {
  const decision = await decisionToChange(ctx, tx, decisionId);
  refuseIf(printReasons(decision.status));
  return findCertificatesOfDecision(tx, decisionId);
}

async function one(ctx: ActorContext, tx: Reader, id: string): Promise<CertificateWithAward[]> {
  const row = await findCertificate(tx, ctx.access, id);
  if (!row) throw await outOfReach(ctx, tx, [id]);
  return [row];
}

/** Why some certificates cannot be changed: of another office, or not there for this person at all. */
async function outOfReach(ctx: ActorContext, db: Reader, ids: readonly string[]): Promise<Refusal> {
  const readable = accessFor(ctx.actor, 'certificates.byId');
  const seen = readable ? await findCertificatesByIds(db, readable, ids) : [];
  return seen.length === ids.length
    ? new Refusal('forbidden', [{ code: 'certificate.not-office' }])
    : notFound('certificate');
}

function meanwhile(tx: Reader, { id, goldenBookNumber, printedName }: CertificateWithAward): Promise<Refusal> {
  return changedMeanwhile(tx, 'certificate', id, { goldenBookNumber, name: printedName });
}

function eventOf(row: CertificateWithAward, action: string, changes: readonly FieldChange[]): AuditEvent {
  return {
    action,
    subjectKind: 'certificate',
    subjectId: row.id,
    subjectLabel: row.printedName,
    clusterYearId: row.clusterYearId,
    unitId: row.unitId,
    changes,
  };
}
