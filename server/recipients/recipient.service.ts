import type * as z from 'zod/mini';
import type { Writer } from '#db/database.ts';
import {
  type FoundRecipient,
  findUnitName,
  listFormerNames,
  listPosts,
} from '#db/recipients/recipient-page.queries.ts';
import {
  insertFormerName,
  insertPost,
  lockRecipients,
  renewFindable,
  updateRecipient,
} from '#db/recipients/recipient-page.writes.ts';
import { insertRecipients } from '#db/recipients/recipients.writes.ts';
import { lockUnit } from '#db/units/units.writes.ts';
import { commit, type Outcome } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { findPairsFor } from '#server/duplicates/find.service.ts';
import { sealCccd } from '#server/recipients/cccd.service.ts';
import { lookAlikes } from '#server/recipients/look-alikes.service.ts';
import { askNumber } from '#server/recipients/number-questions.service.ts';
import { draftOf } from '#server/recipients/recipient.view.ts';
import { changed, draftChanges, eventOf } from '#server/recipients/recipients.audit.ts';
import { changedMeanwhile, mayDo, openToChange } from '#server/recipients/recipients.policy.ts';
import type { Procedure } from '#shared/accounts/permissions.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import { fold } from '#shared/core/fold.ts';
import { Refusal, refuseIf } from '#shared/core/refusal.ts';
import { cccdDigits, cccdReasons } from '#shared/recipients/cccd.rules.ts';
import { readPartialDate, yearOf } from '#shared/recipients/partial-date.ts';
import { changeDateReasons, draftReasons, nameReasons } from '#shared/recipients/recipient.rules.ts';
import type {
  createRecipient,
  moveRecipient,
  RecipientDraft,
  RecipientId,
  renameRecipient,
  saveRecipient,
} from '#shared/recipients/recipient-page.schema.ts';
import { VEILED } from '#shared/recipients/recipients.labels.ts';
import { RECIPIENT_KIND_LABELS, type RecipientKind } from '#shared/recipients/recipients.schema.ts';

export type RecipientAnswer = { id: RecipientId; version: number };

/**
 * Adds a recipient. Those who look alike are counted in the same transaction: who has not seen them is told first.
 * @throws forbidden (another unit), refused (content; `recipient.look-alikes` without `anyway`)
 */
export async function createRecipientOnce(
  ctx: ActorContext,
  input: z.infer<typeof createRecipient>,
): Promise<RecipientAnswer> {
  const { recipientKind: kind, unitId, draft, cccd, anyway } = input;
  if (!mayDo(ctx.actor, 'recipients.create', { unitId }))
    throw new Refusal('forbidden', [{ code: 'recipient.unit-not-yours' }]);
  refuseIf([
    ...draftReasons(draft, kind, vietnamDate(ctx.now())),
    ...(cccd === ''
      ? []
      : kind === 'individual'
        ? cccdReasons(cccd)
        : [{ code: 'recipient.not-a-person', field: 'cccd' }]),
  ]);
  if (!anyway) await askNumber(ctx, cccd, 'when-found');
  const created = await commitOnce(ctx, input, async (tx) => {
    const unit = await findUnitName(tx, unitId);
    if (!unit) throw new Refusal('refused', [{ code: 'recipient.unit-unknown', field: 'unitId' }]);
    // Two people adding the same one wait for each other, and the second is shown the first.
    await lockUnit(tx, unitId);
    if (!anyway) {
      const { found, hiddenCount } = await lookAlikes(ctx, tx, { recipientKind: kind, unitId, cccd, ...draft });
      const foundCount = found.length + hiddenCount;
      if (foundCount > 0) refuseIf([{ code: 'recipient.look-alikes', facts: { foundCount, name: draft.name } }]);
    }
    const id = ctx.newId() as RecipientId;
    const sealed = cccd === '' ? null : sealCccd(ctx.keys, cccdDigits(cccd));
    const columns = columnsOf(draft, kind);
    await insertRecipients(tx, [
      {
        id,
        kind,
        ...columns,
        nameFold: fold(columns.name),
        unitId,
        cccdCipher: sealed?.cipher ?? null,
        cccdIndex: sealed?.index ?? null,
        isDemo: ctx.demo ? 1 : 0,
      },
    ]);
    const changes = [
      { field: 'recipientKind', from: null, to: RECIPIENT_KIND_LABELS[kind].vi },
      { field: 'unitId', from: null, to: unit.name },
      ...draftChanges(null, draft).filter(({ to }) => to !== null),
      ...(sealed ? [{ field: 'idNumber', from: null, to: VEILED.vi }] : []),
    ];
    return {
      result: { id, version: 1 },
      audit: [{ ...eventOf({ id, name: draft.name, unitId }, 'recipient.created'), changes }],
    };
  });
  await findPairsFor(ctx, [created.id]);
  return created;
}

/** Corrects what is written of a recipient. Nothing changed: nothing is written and the version stays. */
export function saveDraft(ctx: ActorContext, input: z.infer<typeof saveRecipient>): Promise<RecipientAnswer> {
  return takeStep(ctx, 'recipients.save', input, async (tx, recipient) => {
    const changes = draftChanges(draftOf(recipient), input.draft);
    refuseIf(draftReasons(input.draft, recipient.kind, vietnamDate(ctx.now())));
    if (changes.length === 0) return undefined;
    const columns = columnsOf(input.draft, recipient.kind);
    return {
      change: columns,
      after: () => renewFindable(tx, recipient.id),
      audit: [{ ...eventOf({ ...recipient, name: columns.name }, 'recipient.saved'), changes }],
    };
  });
}

/** Đổi tên: the name until that day stays as a former one, by which the recipient is still found. */
export function rename(ctx: ActorContext, input: z.infer<typeof renameRecipient>): Promise<RecipientAnswer> {
  return takeStep(ctx, 'recipients.rename', input, async (tx, recipient) => {
    const { name, changedOn, document } = input;
    const [last] = await listFormerNames(tx, recipient.id);
    const since = last?.validTo ?? null;
    refuseIf([
      ...nameReasons(name),
      ...(name === recipient.name ? [{ code: 'recipient.name-same', field: 'name' }] : []),
      ...changeDateReasons(changedOn, { since, began: beganOf(recipient) }, vietnamDate(ctx.now())),
    ]);
    await insertFormerName(tx, {
      id: ctx.newId(),
      recipientId: recipient.id,
      name: recipient.name,
      nameFold: fold(recipient.name),
      validFrom: since,
      validTo: changedOn,
      document,
    });
    return {
      change: { name },
      after: () => renewFindable(tx, recipient.id),
      audit: [
        {
          ...eventOf({ ...recipient, name }, 'recipient.renamed'),
          changes: changed([
            { field: 'name', from: recipient.name, to: name },
            { field: 'changedOn', from: null, to: formatDate(changedOn) },
            { field: 'document', from: null, to: document || null },
          ]),
        },
      ],
    };
  });
}

/** Chuyển đơn vị, chức vụ, nơi công tác: what was until that day goes to the history. Awards keep what they say. */
export function move(ctx: ActorContext, input: z.infer<typeof moveRecipient>): Promise<RecipientAnswer> {
  return takeStep(ctx, 'recipients.move', input, async (tx, recipient) => {
    const { unitId, positionHeld, place, changedOn, document } = input;
    const [unit, posts] = await Promise.all([findUnitName(tx, unitId), listPosts(tx, recipient.id)]);
    if (!unit) throw new Refusal('refused', [{ code: 'recipient.unit-unknown', field: 'unitId' }]);
    const since = posts[0]?.validTo ?? null;
    const changes = changed([
      { field: 'unitId', from: recipient.unitName, to: unit.name },
      { field: 'positionHeld', from: recipient.positionHeld || null, to: positionHeld || null },
      { field: 'place', from: recipient.place || null, to: place || null },
    ]);
    refuseIf([
      ...(changes.length === 0 ? [{ code: 'recipient.post-same' }] : []),
      ...changeDateReasons(changedOn, { since, began: beganOf(recipient) }, vietnamDate(ctx.now())),
    ]);
    await insertPost(tx, {
      id: ctx.newId(),
      recipientId: recipient.id,
      unitId: recipient.unitId,
      place: recipient.place,
      positionHeld: recipient.positionHeld,
      validFrom: since,
      validTo: changedOn,
      document,
    });
    return {
      change: { unitId, positionHeld, place },
      after: () => renewFindable(tx, recipient.id),
      audit: [
        {
          ...eventOf(recipient, 'recipient.moved'),
          changes: [
            ...changes,
            { field: 'changedOn', from: null, to: formatDate(changedOn) },
            ...(document ? [{ field: 'document', from: null, to: document }] : []),
          ],
        },
      ],
    };
  });
}

type Seen = { id: RecipientId; seenVersion: number };
type Effect = {
  change: Parameters<typeof updateRecipient>[3];
  after?: () => Promise<void>;
  audit: Outcome<unknown>['audit'];
};

/** Nothing was to be changed: leaves the transaction without a trace. */
class Unchanged extends Error {}

/** Load → may this person → decide → write with the version seen → record; in one transaction. */
export async function takeStep(
  ctx: ActorContext,
  procedure: Procedure,
  seen: Seen,
  decide: (tx: Writer, recipient: FoundRecipient) => Promise<Effect | undefined>,
): Promise<RecipientAnswer> {
  try {
    const answer = await commit(ctx, async (tx) => {
      await lockRecipients(tx, [seen.id]);
      const recipient = await openToChange(tx, ctx.actor, procedure, seen);
      const effect = await decide(tx, recipient);
      if (!effect) throw new Unchanged();
      if (!(await updateRecipient(tx, seen.id, seen.seenVersion, effect.change)))
        throw await changedMeanwhile(tx, seen.id);
      await effect.after?.();
      return { result: { id: seen.id, version: seen.seenVersion + 1 }, audit: effect.audit };
    });
    await findPairsFor(ctx, [seen.id]);
    return answer;
  } catch (error) {
    if (error instanceof Unchanged) return { id: seen.id, version: seen.seenVersion };
    throw error;
  }
}

const beganOf = ({ birthOn, birthYear, foundedOn }: FoundRecipient): string | null =>
  birthOn ?? (birthYear === null ? foundedOn : String(birthYear));

/** A draft as it is stored; what does not belong to its kind is left out. */
function columnsOf(draft: RecipientDraft, kind: RecipientKind) {
  const isPerson = kind === 'individual';
  const birth = isPerson ? (readPartialDate(draft.birth) ?? null) : null;
  return {
    name: draft.name,
    sex: isPerson ? draft.sex : null,
    birthYear: birth ? yearOf(birth) : null,
    birthOn: birth?.length === 10 ? birth : null,
    foundedOn: isPerson ? null : (readPartialDate(draft.founded) ?? null),
    positionHeld: isPerson ? draft.positionHeld : '',
    place: draft.place,
  };
}
