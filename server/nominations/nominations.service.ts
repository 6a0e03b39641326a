import type { UpdateObject } from 'kysely';
import type * as z from 'zod/mini';
import { findLastChange } from '#db/audit/last-change.queries.ts';
import type { Database, Reader, Writer } from '#db/database.ts';
import { findDecisionOf, membersAmong } from '#db/nominations/nominations.queries.ts';
import type { NominationRow } from '#db/nominations/nominations.table.ts';
import { insertNomination, lockNominations, updateNomination } from '#db/nominations/nominations.writes.ts';
import { matchOrInsertRecipient } from '#db/recipients/recipients.writes.ts';
import { saveStatedEthnicity } from '#db/recipients/sensitive.writes.ts';
import { requireActiveMember } from '#server/clusters/membership.service.ts';
import { commit, type Outcome } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { currentLanguage } from '#server/core/language.ts';
import { draftChanges, eventOf, statusChange } from '#server/nominations/nominations.audit.ts';
import {
  draftOf,
  duplicatesOf,
  loadNomination,
  type NominationYear,
  notMine,
  sendingEarly,
  stepIsMine,
} from '#server/nominations/nominations.view.ts';
import type { FieldChange } from '#shared/audit/audit.schema.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import { fold } from '#shared/core/fold.ts';
import { conflict, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { NOMINATION_FIELD_LABELS } from '#shared/nominations/nominations.labels.ts';
import {
  checkReasons,
  daysLate,
  type NominationStep,
  refusalReasons,
  STEP_OF,
  sendingReasons,
  stateReasons,
  supplementReasons,
} from '#shared/nominations/nominations.rules.ts';
import type {
  askNominationSupplement,
  createNomination,
  NominationDraft,
  NominationId,
  nominationNote,
  nominationStep,
  saveNomination,
} from '#shared/nominations/nominations.schema.ts';
import type { RecipientKind } from '#shared/recipients/recipients.schema.ts';

/** Bằng khen của Chủ tịch UBND tỉnh: what a cluster puts its best forward for. */
export const CLUSTER_AWARD = 'BKT';

type Step = z.infer<typeof nominationStep>;
export type NominationAnswer = { id: NominationId; version: number };

/** Opens an empty dossier of the person's own province. */
export function createNominationOnce(
  ctx: ActorContext,
  input: z.infer<typeof createNomination>,
): Promise<NominationAnswer> {
  return commitOnce(ctx, input, async (tx) => {
    const [unit] = await membersAmong(tx, input.clusterYearId, ctx.access.own);
    if (!unit) throw new Refusal('forbidden', [{ code: 'nomination.not-member' }]);
    await requireActiveMember(tx, input.clusterYearId, unit.id, vietnamDate(ctx.now()));
    const id = ctx.newId() as NominationId;
    const nomination = {
      id,
      clusterYearId: input.clusterYearId,
      unitId: unit.id,
      awardCode: CLUSTER_AWARD,
      recipientKind: input.recipientKind,
      // Theo đợt thi đua of a cluster; the decision has the last word on it.
      way: 'thematic' as const,
      isDemo: ctx.demo ? 1 : 0,
    };
    await insertNomination(tx, nomination);
    const { unitId, clusterYearId } = nomination;
    return {
      result: { id, version: 1 },
      audit: [{ action: 'nomination.created', subjectKind: 'nomination', subjectId: id, clusterYearId, unitId }],
    };
  });
}

type ImportedDraft = { id: string; kind: RecipientKind; draft: NominationDraft; ethnicity: string | null };

/**
 * Drafts out of a list, as "Lập hồ sơ" and saving them one by one would make them.
 * The caller asked for membership and rights. Gives their ids.
 */
export async function importDrafts(
  tx: Writer,
  of: { clusterYearId: string; unitId: string; isDemo: 0 | 1 },
  drafts: readonly ImportedDraft[],
): Promise<string[]> {
  for (const { id, kind, draft, ethnicity } of drafts) {
    await insertNomination(tx, {
      id,
      ...of,
      awardCode: CLUSTER_AWARD,
      recipientKind: kind,
      way: 'thematic',
      ...draft,
      nameFold: fold(draft.name),
      isBorderArea: draft.isBorderArea ? 1 : 0,
      isSmallCollective: draft.isSmallCollective ? 1 : 0,
    });
    if (ethnicity !== null && kind === 'individual')
      await saveStatedEthnicity(tx, { nominationId: id, seenVersion: 0, ethnicityCode: ethnicity });
  }
  return drafts.map(({ id }) => id);
}

/** Saves what was typed, however unfinished. Nothing changed: nothing is written and the version stays. */
export async function saveDraft(ctx: ActorContext, input: z.infer<typeof saveNomination>): Promise<NominationAnswer> {
  const draft = normalDraft(input.draft);
  const before = await open(ctx, ctx.db.reads, 'save', input);
  if (draftChanges(draftOf(before.nomination), draft).length === 0) return { id: input.id, version: input.seenVersion };
  return takeStep(ctx, 'save', input, async ({ nomination }) => ({
    change: columnsOf(draft),
    changes: draftChanges(draftOf(nomination), draft),
    action: 'nomination.saved',
  }));
}

/** Sends a complete dossier to the standing office. After the deadline it is taken too, and the days are recorded. */
export function submit(ctx: ActorContext, input: Step): Promise<NominationAnswer> {
  return takeStep(ctx, 'submit', input, async ({ nomination, year }) => {
    const today = vietnamDate(ctx.now());
    refuseIf(sendingEarly(nomination, year, today));
    refuseIf(sendingReasons(draftOf(nomination), nomination.recipientKind, today));
    // Sent again after a supplement: the day it first came in decides whether it was late.
    const firstTime = nomination.submittedAt === null;
    const late = firstTime ? daysLate(today, year.closesOn) : 0;
    return {
      change: { status: 'submitted', ...(firstTime && { submittedAt: ctx.now().toISOString() }) },
      changes: [
        statusChange(nomination.status, 'submitted'),
        ...(late > 0 ? [{ field: 'daysLate', from: null, to: String(late) }] : []),
      ],
      action: 'nomination.submitted',
    };
  });
}

export function withdraw(ctx: ActorContext, input: Step): Promise<NominationAnswer> {
  return takeStep(ctx, 'withdraw', input, async ({ nomination }) => ({
    change: { status: 'withdrawn' },
    changes: [statusChange(nomination.status, 'withdrawn')],
    action: 'nomination.withdrawn',
  }));
}

/** Thẩm định xong: from here on it can stand on a decision, so the recipient becomes a known one. */
export function check(ctx: ActorContext, input: z.infer<typeof nominationNote>): Promise<NominationAnswer> {
  return takeStep(ctx, 'check', input, async ({ nomination, year }, tx) => {
    const duplicates = await duplicatesOf(tx, ctx.actor, nomination, year.year);
    const found = duplicates.awards.length + duplicates.nominations.length;
    refuseIf(checkReasons(input.note, found));
    const recipient = await matchOrInsertRecipient(tx, {
      id: ctx.newId(),
      kind: nomination.recipientKind,
      name: nomination.name,
      nameFold: nomination.nameFold,
      sex: nomination.sex,
      birthYear: nomination.birthYear,
      unitId: nomination.unitId,
      place: nomination.workplace,
      isDemo: nomination.isDemo,
    });
    return {
      change: {
        status: 'checked',
        recipientId: recipient.id,
        checkNote: input.note || null,
        duplicateNote: found > 0 ? input.note : null,
      },
      changes: [statusChange(nomination.status, 'checked'), ...noteChange(nomination, input.note)],
      action: 'nomination.checked',
    };
  });
}

/** Đề nghị bổ sung: between peers of equal rank nothing is "returned". */
export function askSupplement(
  ctx: ActorContext,
  input: z.infer<typeof askNominationSupplement>,
): Promise<NominationAnswer> {
  return takeStep(ctx, 'askSupplement', input, async ({ nomination }) => {
    refuseIf(supplementReasons(input.dueOn, vietnamDate(ctx.now())));
    return {
      change: { status: 'supplement', supplementReason: input.reason, supplementDueOn: input.dueOn },
      changes: [
        statusChange(nomination.status, 'supplement'),
        {
          field: 'supplementDueOn',
          from: nomination.supplementDueOn && formatDate(nomination.supplementDueOn),
          to: formatDate(input.dueOn),
        },
      ],
      action: 'nomination.supplement-asked',
      reason: input.reason,
    };
  });
}

export function refuse(ctx: ActorContext, input: z.infer<typeof nominationNote>): Promise<NominationAnswer> {
  return takeStep(ctx, 'refuse', input, async ({ nomination }) => {
    refuseIf(refusalReasons(input.note));
    return {
      change: { status: 'refused', checkNote: input.note },
      changes: [statusChange(nomination.status, 'refused'), ...noteChange(nomination, input.note)],
      action: 'nomination.refused',
      reason: input.note,
    };
  });
}

type Opened = { nomination: NominationRow; year: NominationYear };
type Effect = {
  change: UpdateObject<Database, 'nomination'>;
  changes: readonly FieldChange[];
  action: string;
  reason?: string;
};

/** Load → may this person, may this state → decide → write with the version seen → record; in one transaction. */
function takeStep(
  ctx: ActorContext,
  step: NominationStep,
  input: Step,
  decide: (opened: Opened, tx: Writer) => Promise<Effect>,
): Promise<NominationAnswer> {
  return commit(ctx, async (tx): Promise<Outcome<NominationAnswer>> => {
    await lockNominations(tx, [input.id]);
    const opened = await open(ctx, tx, step, input);
    const { change, changes, action, reason } = await decide(opened, tx);
    if (!(await updateNomination(tx, input.id, input.seenVersion, change))) throw await changedMeanwhile(tx, input.id);
    const named = {
      ...opened.nomination,
      name: typeof change.name === 'string' ? change.name : opened.nomination.name,
    };
    return {
      result: { id: input.id, version: input.seenVersion + 1 },
      audit: [{ ...eventOf(named, action), changes, ...(reason && { reason }) }],
    };
  });
}

/** @throws not-found, forbidden (not this person's step), conflict (another version) or refused (state), in this order */
async function open(ctx: ActorContext, db: Reader, step: NominationStep, { id, seenVersion }: Step): Promise<Opened> {
  const opened = await loadNomination(ctx, db, id);
  const { nomination, year } = opened;
  if (!stepIsMine(ctx.actor, step, nomination.unitId, year.chairUnitId))
    throw new Refusal('forbidden', notMine(ctx.actor, step, year));
  if (STEP_OF[step] === 'proposer')
    await requireActiveMember(db, nomination.clusterYearId, nomination.unitId, vietnamDate(ctx.now()));
  if (nomination.version !== seenVersion) throw await changedMeanwhile(db, id);
  const isOnDecision = (await findDecisionOf(db, id)) !== undefined;
  refuseIf(stateReasons(step, nomination.status, isOnDecision));
  return opened;
}

async function changedMeanwhile(db: Reader, id: string): Promise<Refusal> {
  const last = await findLastChange(db, { subjectKind: 'nomination', subjectId: id });
  const fields = (last?.fields ?? [])
    .map((field) => NOMINATION_FIELD_LABELS[field]?.[currentLanguage()] ?? field)
    .join(', ');
  const facts = { who: last?.actorName ?? '…', changedAt: last?.at ?? '…', what: fields || '…' };
  return conflict([{ code: 'nomination.changed-meanwhile', facts }]);
}

const noteChange = (nomination: NominationRow, note: string): FieldChange[] =>
  (nomination.checkNote ?? '') === note ? [] : [{ field: 'checkNote', from: nomination.checkNote, to: note || null }];

/** NFC throughout, so that what a Mac typed compares equal to what Windows typed. */
function normalDraft(draft: NominationDraft): NominationDraft {
  const entries = Object.entries(draft).map(([field, value]) => [
    field,
    typeof value === 'string' ? value.normalize('NFC') : value,
  ]);
  return Object.fromEntries(entries) as NominationDraft;
}

function columnsOf(draft: NominationDraft): UpdateObject<Database, 'nomination'> {
  return {
    ...draft,
    nameFold: fold(draft.name),
    isBorderArea: draft.isBorderArea ? 1 : 0,
    isSmallCollective: draft.isSmallCollective ? 1 : 0,
  };
}
