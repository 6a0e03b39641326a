import type { Writer } from '#db/database.ts';
import type { FoundSide } from '#db/duplicates/compare.queries.ts';
import { listNames } from '#db/duplicates/compare.queries.ts';
import { columnsOf, type MergeSnapshot } from '#db/duplicates/merge-snapshot.ts';
import {
  carryPairs,
  changeRecipient,
  insertMerge,
  insertName,
  lockRecipients,
  moveBelongings,
  storedEthnicity,
  storeEthnicity,
} from '#db/duplicates/merges.writes.ts';
import type { RecipientRow } from '#db/recipients/recipients.table.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { changedMeanwhile, decide, openPair, pairEvent, requireStatus } from '#server/duplicates/decide.service.ts';
import { findPairsFor } from '#server/duplicates/find.service.ts';
import { choiceChanges, chosenColumns, type Whole } from '#server/duplicates/merge-fields.ts';
import { requireMergeable } from '#server/duplicates/mergeable.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { fold } from '#shared/core/fold.ts';
import { refuseIf } from '#shared/core/refusal.ts';
import { reasonReasons } from '#shared/duplicates/duplicates.rules.ts';
import { type MergeId, type MergeInput, UNDO_DAYS } from '#shared/duplicates/duplicates.schema.ts';

const MS_PER_DAY = 86_400_000;

export type MergeAnswer = { id: MergeId; keptId: string };

/**
 * Ghép hồ sơ: two recipients become one. Everything of the one goes to the other, which takes the chosen values; the
 * one that went points to it and stays in the books. Awards keep the names they were printed with.
 *
 * @throws not-found, forbidden (a side out of reach), conflict (settled or changed meanwhile), refused (other kinds,
 *   merged already, no reason)
 */
export async function mergeOnce(ctx: ActorContext, input: MergeInput): Promise<MergeAnswer> {
  refuseIf(reasonReasons(input.reason));
  const answer = await commitOnce(ctx, input, (tx) => merge(ctx, tx, input));
  await findPairsFor(ctx, [answer.keptId]);
  return answer;
}

async function merge(ctx: ActorContext, tx: Writer, input: MergeInput) {
  const { pair: seen } = await openPair(ctx, tx, 'duplicates.merge', input);
  if (input.keptId !== seen.firstId && input.keptId !== seen.secondId)
    refuseIf([{ code: 'duplicate.not-of-pair', field: 'keptId' }]);
  const mergedId = input.keptId === seen.firstId ? seen.secondId : seen.firstId;
  const rows = await lockRecipients(tx, [seen.firstId, seen.secondId]);
  // Asked again under the lock: of two who merge at once, the second sees what the first did.
  const { pair, sides } = await openPair(ctx, tx, 'duplicates.merge', input);
  requireStatus(pair, 'open');
  const kept = await whole(tx, rows, sides, input.keptId);
  const merged = await whole(tx, rows, sides, mergedId);
  requireMergeable(sides, kept.row, merged.row);
  if (kept.row.version !== input.keptSeenVersion) throw await changedMeanwhile(tx, kept.row);
  if (merged.row.version !== input.mergedSeenVersion) throw await changedMeanwhile(tx, merged.row);

  const snapshot = await putTogether(ctx, tx, input, kept, merged);
  await decide(ctx, tx, pair, input.seenVersion, { status: 'merged', reason: input.reason });
  const now = new Date();
  const id = ctx.newId() as MergeId;
  await insertMerge(tx, {
    id,
    keptId: input.keptId,
    mergedId,
    reason: input.reason,
    mergedAt: now.toISOString(),
    mergedBy: ctx.actor.accountId,
    undoUntil: new Date(now.getTime() + UNDO_DAYS * MS_PER_DAY).toISOString(),
    undoneAt: null,
    undoneBy: null,
    snapshot: JSON.stringify(snapshot),
  });
  const audit: readonly [AuditEvent, ...AuditEvent[]] = [
    ...eventsOf(input, kept, merged, snapshot),
    pairEvent(pair, sides, 'recipient.merged', 'merged'),
  ];
  return { result: { id, keptId: input.keptId }, audit };
}

async function putTogether(
  ctx: ActorContext,
  tx: Writer,
  input: MergeInput,
  kept: Whole,
  merged: Whole,
): Promise<MergeSnapshot> {
  const [keptId, mergedId] = [kept.row.id, merged.row.id];
  const belongings = await moveBelongings(tx, mergedId, keptId);
  const carried = await carryPairs(tx, { keptId, mergedId, pairId: input.id, newId: ctx.newId });
  const addedNameId = await keepOtherName(ctx, tx, input, kept.row, merged.row);
  const names = (await listNames(tx, [keptId])).map(({ name }) => name);
  const after = chosenColumns(kept.row, merged.row, input.choices, names);
  const ethnicity = {
    kept: kept.ethnicity,
    merged: merged.ethnicity,
    after: input.choices.ethnicity === 'merged' ? merged.ethnicity : kept.ethnicity,
  };
  await storeEthnicity(tx, mergedId, null);
  await storeEthnicity(tx, keptId, ethnicity.after);
  await changeRecipient(tx, kept.row, after);
  await changeRecipient(tx, merged.row, { mergedInto: keptId });
  return { pairId: input.id, before: columnsOf(kept.row), after, ethnicity, addedNameId, ...belongings, ...carried };
}

/** The name that is not chosen goes on as a former one, unless it reads the same or is one already. */
async function keepOtherName(
  ctx: ActorContext,
  tx: Writer,
  { keepOtherName, choices }: MergeInput,
  kept: RecipientRow,
  merged: RecipientRow,
): Promise<string | null> {
  const [stays, goes] = choices.name === 'kept' ? [kept.name, merged.name] : [merged.name, kept.name];
  if (!keepOtherName || stays === goes) return null;
  const known = await listNames(tx, [kept.id]);
  if (known.some(({ name }) => name === goes)) return null;
  const id = ctx.newId();
  await insertName(tx, { id, recipientId: kept.id, name: goes, nameFold: fold(goes), validFrom: null, validTo: null });
  return id;
}

async function whole(
  tx: Writer,
  rows: readonly RecipientRow[],
  sides: readonly FoundSide[],
  id: string,
): Promise<Whole> {
  const row = rows.find((one) => one.id === id)!;
  return {
    row,
    unitName: sides.find((one) => one.id === id)?.unitName ?? null,
    ethnicity: await storedEthnicity(tx, id),
  };
}

function eventsOf(
  { choices, reason }: MergeInput,
  kept: Whole,
  merged: Whole,
  snapshot: MergeSnapshot,
): [AuditEvent, AuditEvent] {
  const counted = (field: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : [{ field, from: null, to: String(ids.length) }];
  const otherName = choices.name === 'kept' ? merged.row.name : kept.row.name;
  const about = ({ row }: Whole) => ({
    subjectKind: 'recipient' as const,
    subjectId: row.id,
    subjectLabel: row.name,
    unitId: row.unitId,
    reason,
  });
  return [
    {
      ...about(kept),
      action: 'recipient.merged',
      changes: [
        { field: 'mergedFrom', from: null, to: merged.row.name },
        ...choiceChanges(kept, merged, choices),
        ...(snapshot.addedNameId ? [{ field: 'formerName', from: null, to: otherName }] : []),
        ...counted('movedAwards', snapshot.moved.award),
        ...counted('movedNominations', snapshot.moved.nomination),
      ],
    },
    {
      ...about(merged),
      action: 'recipient.merged-away',
      changes: [{ field: 'mergedInto', from: null, to: snapshot.after.name }],
    },
  ];
}
