import { findCandidates, findClusterName, findDecisionYear, findItems } from '#db/decisions/decisions.queries.ts';
import type { DecisionRow } from '#db/decisions/decisions.table.ts';
import { insertDecision, replaceItems, updateDecision } from '#db/decisions/decisions.writes.ts';
import { lockNominations } from '#db/nominations/nominations.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { changedMeanwhile, seenDecision } from '#server/decisions/decisions.policy.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import type { AuditEvent, FieldChange } from '#shared/audit/audit.schema.ts';
import { handedOverReasons } from '#shared/clusters/hand-over.rules.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import {
  decisionTemplate,
  firstArticle,
  isTemplateArticle,
  type RecipientCounts,
} from '#shared/decisions/decision-template.ts';
import { editReasons, returnReasons, signReasons, submitReasons } from '#shared/decisions/decisions.rules.ts';
import {
  DECISION_STATUS_LABELS,
  type DecisionDraft,
  type DecisionStatus,
  signatoryCapacity,
} from '#shared/decisions/decisions.schema.ts';
import { trainingDocumentType } from '#shared/training/training-series.ts';

/** What the demo and most provinces give through a cluster: Bằng khen of the Chairman of the People's Committee. */
const CLUSTER_AWARD = 'BKT';

type Seen = { id: string; seenVersion: number };
type Saved = { id: string; version: number };

/** A draft in the words of such decisions, filled from the cluster-year; without number, date or list. */
export function createDecision(
  ctx: ActorContext,
  input: { clusterYearId: string; idempotencyKey: string },
): Promise<Saved> {
  return commitOnce(ctx, input, async (tx) => {
    const year = await findDecisionYear(tx, ctx.access, input.clusterYearId);
    if (!year) {
      const readable = accessFor(ctx.actor, 'clusters.workspace');
      const read = readable && (await findDecisionYear(tx, readable, input.clusterYearId));
      if (read) throw new Refusal('forbidden', notLeading(ctx, read));
      throw notFound('cluster-year');
    }
    const id = ctx.newId();
    const draft = decisionTemplate({ ...year, today: vietnamDate(ctx.now()) });
    await insertDecision(tx, {
      id,
      clusterYearId: year.id,
      numberingUnitId: year.chairUnitId,
      achievementYear: year.year,
      awardCode: CLUSTER_AWARD,
      isDemo: year.isDemo,
      ...(ctx.training ? { documentType: trainingDocumentType('QĐ-UBND') } : {}),
      ...columnsOf(draft),
    });
    const created: AuditEvent = {
      action: 'decision.created',
      subjectKind: 'decision',
      subjectId: id,
      subjectLabel: draft.subject,
      clusterYearId: year.id,
      unitId: year.chairUnitId,
    };
    return { result: { id, version: 1 }, audit: [created] };
  });
}

/** Why the decision of the cluster is not this office's to make; the former chair is told since when. */
function notLeading(ctx: ActorContext, year: NonNullable<Awaited<ReturnType<typeof findDecisionYear>>>): Reason[] {
  const led = { ...year, chairName: year.unitName };
  const handedOver = handedOverReasons(ctx.access.chair, led, ctx.actor.today);
  return handedOver.length > 0 ? handedOver : [{ code: 'decision.not-chair' }];
}

/** Saves the text of a draft. */
export function saveDecision(ctx: ActorContext, { draft, ...seen }: Seen & { draft: DecisionDraft }): Promise<Saved> {
  return commit(ctx, async (tx) => {
    const decision = await seenDecision(ctx, tx, seen);
    refuseIf(editReasons(decision.status));
    const changes = changesOf(draftOf(decision), draft);
    if (!(await updateDecision(tx, decision.id, seen.seenVersion, columnsOf(draft))))
      throw await changedMeanwhile(tx, 'decision', decision.id);
    return { result: next(seen), audit: [eventOf(decision, 'decision.saved', changes)] };
  });
}

/**
 * Puts checked nominations on the draft: exactly these, collectives first, each in the order of the members.
 * The counts in Điều 1 follow the list as long as nobody has written that article by hand.
 */
export function setItems(
  ctx: ActorContext,
  { nominationIds, ...seen }: Seen & { nominationIds: readonly string[] },
): Promise<Saved> {
  return commit(ctx, async (tx) => {
    const decision = await seenDecision(ctx, tx, seen);
    refuseIf(editReasons(decision.status));
    const before = await findItems(tx, decision.id);
    // First of all: what is chosen here must neither go back nor onto another decision meanwhile.
    await lockNominations(tx, nominationIds);
    const candidates = uniqueById(await findCandidates(tx, decision));
    const wanted = new Set(nominationIds);
    const chosen = candidates.filter(({ id }) => wanted.has(id));
    const known = new Map(before.map(({ id, name }) => [id, name]));
    refuseIf(
      [...wanted]
        .filter((id) => !chosen.some((candidate) => candidate.id === id))
        .map((id) => ({ code: 'decision.item-not-available', facts: { name: known.get(id) ?? '…' } })),
    );
    // Two people filling the decision at once must not both succeed.
    const articles = await recounted(tx, decision, chosen);
    if (!(await updateDecision(tx, decision.id, seen.seenVersion, { articles: JSON.stringify(articles) })))
      throw await changedMeanwhile(tx, 'decision', decision.id);
    await replaceItems(
      tx,
      decision.id,
      chosen.map(({ id }, index) => ({
        id: ctx.newId(),
        decisionId: decision.id,
        nominationId: id,
        position: index + 1,
        sentenceOverride: before.find((item) => item.id === id)?.sentenceOverride ?? null,
      })),
    );
    const changes = [
      { field: 'items', from: namesOf(before), to: namesOf(chosen) },
      { field: 'articles', from: textOf(draftOf(decision).articles), to: textOf(articles) },
    ].filter(({ from, to }) => from !== to);
    return { result: next(seen), audit: [eventOf(decision, 'decision.items-set', changes)] };
  });
}

/** Dự thảo → Trình ký. */
export function submitDecision(ctx: ActorContext, seen: Seen): Promise<Saved> {
  return step(ctx, seen, 'submitted', async (decision, tx) => {
    const items = await findItems(tx, decision.id);
    return {
      reasons: submitReasons(decision.status, draftOf(decision), items.length),
      patch: { submittedAt: ctx.now().toISOString() },
    };
  });
}

/** Trình ký, Đã ký → Dự thảo, with the reason. */
export function returnToDraft(ctx: ActorContext, { reason, ...seen }: Seen & { reason: string }): Promise<Saved> {
  return step(ctx, seen, 'draft', async (decision) => ({
    reasons: returnReasons(decision.status),
    patch: { submittedAt: null, signedOn: null },
    changes: decision.signedOn ? [{ field: 'signedOn', from: formatDate(decision.signedOn), to: null }] : [],
    reason,
  }));
}

/** Trình ký → Đã ký, chờ số. */
export function recordSigned(ctx: ActorContext, { signedOn, ...seen }: Seen & { signedOn: string }): Promise<Saved> {
  return step(ctx, seen, 'signed', async (decision) => ({
    reasons: signReasons(decision.status, signedOn, vietnamDate(ctx.now())),
    patch: { signedOn },
    changes: [{ field: 'signedOn', from: null, to: formatDate(signedOn) }],
  }));
}

type Step = {
  reasons: Parameters<typeof refuseIf>[0];
  patch: Partial<Pick<DecisionRow, 'submittedAt' | 'signedOn'>>;
  changes?: readonly FieldChange[];
  reason?: string;
};
const STEP_ACTIONS = {
  submitted: 'decision.submitted',
  draft: 'decision.returned',
  signed: 'decision.signed',
} as const;

function step(
  ctx: ActorContext,
  seen: Seen,
  to: keyof typeof STEP_ACTIONS,
  decide: (decision: DecisionRow, tx: Parameters<typeof findItems>[0]) => Promise<Step>,
): Promise<Saved> {
  return commit(ctx, async (tx) => {
    const decision = await seenDecision(ctx, tx, seen);
    const { reasons, patch, changes = [], reason } = await decide(decision, tx);
    refuseIf(reasons);
    if (!(await updateDecision(tx, decision.id, seen.seenVersion, { ...patch, status: to })))
      throw await changedMeanwhile(tx, 'decision', decision.id);
    const event = eventOf(decision, STEP_ACTIONS[to], [statusChange(decision.status, to), ...changes]);
    return { result: next(seen), audit: [{ ...event, reason: reason ?? null }] };
  });
}

/** An event of a decision, under the name people know it by. */
export function eventOf(decision: DecisionRow, action: string, changes: readonly FieldChange[]): AuditEvent {
  return {
    action,
    subjectKind: 'decision',
    subjectId: decision.id,
    subjectLabel: decision.subject,
    clusterYearId: decision.clusterYearId,
    unitId: decision.numberingUnitId,
    changes,
  };
}

export function statusChange(from: DecisionStatus, to: DecisionStatus): FieldChange {
  return { field: 'status', from: DECISION_STATUS_LABELS[from].vi, to: DECISION_STATUS_LABELS[to].vi };
}

/** The editable part of a stored decision. */
export function draftOf(decision: DecisionRow): DecisionDraft {
  const capacity = signatoryCapacity.safeParse(decision.signatoryCapacity);
  return {
    subject: decision.subject,
    issuerLine: decision.issuerLine,
    headerOrg: decision.headerOrg,
    place: decision.place,
    way: decision.way,
    commonSentence: decision.commonSentence,
    signatoryCapacity: capacity.success ? capacity.data : 'CHỦ TỊCH',
    signatoryName: decision.signatoryName,
    legalBases: JSON.parse(decision.legalBases) as string[],
    articles: JSON.parse(decision.articles) as string[],
    submissionLetter: decision.submissionLetter,
    qrOnCertificates: decision.qrOnCertificates === 1,
  };
}

function columnsOf({ legalBases, articles, qrOnCertificates, ...texts }: DecisionDraft) {
  const normalized = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.normalize('NFC')]));
  return {
    ...(normalized as typeof texts),
    legalBases: JSON.stringify(kept(legalBases)),
    articles: JSON.stringify(kept(articles)),
    qrOnCertificates: qrOnCertificates ? 1 : 0,
  };
}

const kept = (lines: readonly string[]) => lines.map((line) => line.normalize('NFC')).filter((line) => line !== '');

function changesOf(before: DecisionDraft, after: DecisionDraft): FieldChange[] {
  return (Object.keys(after) as (keyof DecisionDraft)[])
    .map((field) => ({ field, from: textOf(before[field]), to: textOf(after[field]) }))
    .filter(({ from, to }) => from !== to);
}

function textOf(value: DecisionDraft[keyof DecisionDraft]): string {
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  return typeof value === 'string' ? value : kept(value).join('\n');
}

async function recounted(
  tx: Parameters<typeof findClusterName>[0],
  decision: DecisionRow,
  after: readonly { recipientKind: string }[],
): Promise<string[]> {
  const { articles } = draftOf(decision);
  const [first] = articles;
  const cluster = await findClusterName(tx, decision.clusterYearId);
  if (!cluster || !first || !isTemplateArticle(first, cluster, decision.achievementYear)) return articles;
  return [firstArticle(countsOf(after), cluster, decision.achievementYear), ...articles.slice(1)];
}

/** How many of each kind a list holds. */
export function countsOf(items: readonly { recipientKind: string }[]): RecipientCounts {
  const count = (kind: string) => items.filter(({ recipientKind }) => recipientKind === kind).length;
  return {
    collectiveCount: count('collective'),
    individualCount: count('individual'),
    householdCount: count('household'),
  };
}

/** A unit that left and came back is a member twice. */
export function uniqueById<Row extends { id: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

const namesOf = (items: readonly { name: string }[]) => items.map(({ name }) => name).join('; ') || null;
const next = ({ id, seenVersion }: Seen): Saved => ({ id, version: seenVersion + 1 });
