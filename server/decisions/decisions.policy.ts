import { findHistory } from '#db/audit/audit.queries.ts';
import type { Reader } from '#db/database.ts';
import { findDecision } from '#db/decisions/decisions.queries.ts';
import type { DecisionRow } from '#db/decisions/decisions.table.ts';
import type { ActorContext } from '#server/core/context.ts';
import { currentLanguage } from '#server/core/language.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor, NO_ACCESS, type Procedure } from '#shared/accounts/permissions.ts';
import type { SubjectKind } from '#shared/audit/audit.schema.ts';
import { CERTIFICATE_FIELD_LABELS } from '#shared/certificates/certificates.labels.ts';
import type { Facts, Reason } from '#shared/core/reason.ts';
import { conflict, notFound, Refusal } from '#shared/core/refusal.ts';
import { DECISION_ACTION_LABELS, DECISION_FIELD_LABELS } from '#shared/decisions/decisions.labels.ts';

/**
 * The decision this call may change. One that the person may only read is refused with the reason; one out of sight
 * does not exist.
 */
export async function decisionToChange(ctx: ActorContext, db: Reader, id: string): Promise<DecisionRow> {
  const decision = await findDecision(db, ctx.access, id);
  if (decision && ctx.access.office.includes(decision.numberingUnitId)) return decision;
  const readable = accessFor(ctx.actor, 'decisions.byId');
  const seen = decision ?? (readable && (await findDecision(db, readable, id)));
  if (seen) throw new Refusal('forbidden', [readingOnly(ctx.actor, seen.numberingUnitId)]);
  throw notFound('decision');
}

/** As decisionToChange, and the person has seen its present version. */
export async function seenDecision(
  ctx: ActorContext,
  db: Reader,
  seen: { id: string; seenVersion: number },
): Promise<DecisionRow> {
  const decision = await decisionToChange(ctx, db, seen.id);
  if (decision.version !== seen.seenVersion) throw await changedMeanwhile(db, 'decision', decision.id);
  return decision;
}

/** The refusal for the second of two editors: who changed what, and when. */
export async function changedMeanwhile(
  db: Reader,
  subjectKind: Extract<SubjectKind, 'decision' | 'certificate'>,
  id: string,
  facts: Facts = {},
): Promise<Refusal> {
  const everything = { ...NO_ACCESS, all: true };
  const [last] = await findHistory(db, everything, subjectKind, id);
  const labels = { ...DECISION_FIELD_LABELS, ...CERTIFICATE_FIELD_LABELS };
  const fields = (last?.changes ?? []).map(({ field }) => labels[field]?.[currentLanguage()] ?? field);
  const what =
    fields.length > 0 ? fields.join(', ') : (DECISION_ACTION_LABELS[last?.action ?? '']?.[currentLanguage()] ?? '…');
  const told = { who: last?.actorName ?? 'Người khác', changedAt: last?.at ?? '…', what };
  return conflict([{ code: `${subjectKind}.changed-meanwhile`, facts: { ...facts, ...told } }]);
}

/** Why this person may not call the procedure on this office's decision; empty when the table grants it. */
export function personReasons(actor: Actor, procedure: Procedure, officeUnitId: string): Reason[] {
  const access = accessFor(actor, procedure);
  if (access?.office.includes(officeUnitId)) return [];
  const isStaff = accessFor(actor, 'decisions.save')?.office.includes(officeUnitId) ?? false;
  if (procedure === 'decisions.cancel' && isStaff) return [{ code: 'decision.not-approver' }];
  return [readingOnly(actor, officeUnitId)];
}

/** Whose own office issues the decision is told that the role does not do it, not that somebody else issues it. */
function readingOnly(actor: Actor, officeUnitId: string): Reason {
  return { code: actor.unitId === officeUnitId ? 'decision.only-reads' : 'decision.not-office' };
}
