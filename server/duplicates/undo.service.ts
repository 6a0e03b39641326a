import type { Writer } from '#db/database.ts';
import { findSides, listNames } from '#db/duplicates/compare.queries.ts';
import type { MergeSnapshot } from '#db/duplicates/merge-snapshot.ts';
import { findMerge } from '#db/duplicates/merges.queries.ts';
import {
  carryPairsBack,
  changeRecipient,
  closeMerge,
  deleteName,
  lockRecipients,
  moveBelongingsBack,
  storedEthnicity,
  storeEthnicity,
} from '#db/duplicates/merges.writes.ts';
import { settlePair } from '#db/duplicates/pairs.writes.ts';
import type { RecipientRow } from '#db/recipients/recipients.table.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { deciderReasons } from '#server/duplicates/duplicates.policy.ts';
import { restoredColumns } from '#server/duplicates/merge-fields.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { conflict, notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { reasonReasons, undoReasons } from '#shared/duplicates/duplicates.rules.ts';
import type { MergeField, MergeId, UndoInput } from '#shared/duplicates/duplicates.schema.ts';
import { nameSortKey, recipientSearchText } from '#shared/registry/search-text.ts';

/** `changedSince`: fields of the record that stayed which others changed after the merge and which are left as they are. */
export type UndoAnswer = { id: MergeId; changedSince: MergeField[]; elsewhereCount: number };

/**
 * Hoàn tác ghép hồ sơ: two records again, each with what was its own. What others did since stays.
 *
 * @throws not-found, forbidden, conflict (undone meanwhile), refused (30 days are over, merged further, no reason)
 */
export async function undoMerge(ctx: ActorContext, input: UndoInput): Promise<UndoAnswer> {
  refuseIf(reasonReasons(input.reason));
  return commit(ctx, async (tx) => {
    const merge = await findMerge(tx, ctx.access, input.id);
    if (!merge) throw notFound('recipient-merge');
    const rows = await lockRecipients(tx, [merge.keptId, merge.mergedId]);
    const locked = (await findMerge(tx, ctx.access, input.id)) ?? merge;
    const sides = await findSides(tx, [merge.keptId, merge.mergedId]);
    const reasons = deciderReasons(ctx.actor, 'duplicates.undo', sides);
    if (reasons.length > 0) throw new Refusal('forbidden', reasons);
    const now = new Date().toISOString();
    refuseIf(undoReasons(locked, now, locked.laterName));
    const closed = await closeMerge(tx, input.id, input.seenVersion, { undoneAt: now, undoneBy: ctx.actor.accountId });
    if (!closed) throw conflict([{ code: 'duplicate.undone-already', facts: { undoneAt: now } }]);
    const kept = rows.find(({ id }) => id === merge.keptId)!;
    const merged = rows.find(({ id }) => id === merge.mergedId)!;
    const snapshot = JSON.parse(merge.snapshot) as MergeSnapshot;
    const { restored, changedSince, elsewhereCount } = await takeApart(ctx, tx, input, snapshot, { kept, merged });
    return {
      result: { id: input.id, changedSince, elsewhereCount },
      audit: eventsOf(input, kept, merged, restored),
    };
  });
}

async function takeApart(
  ctx: ActorContext,
  tx: Writer,
  input: UndoInput,
  snapshot: MergeSnapshot,
  { kept, merged }: { kept: RecipientRow; merged: RecipientRow },
) {
  const elsewhereCount = await moveBelongingsBack(tx, snapshot, kept.id, merged.id);
  if (snapshot.addedNameId) await deleteName(tx, snapshot.addedNameId, kept.id);
  const { columns, restored, changedSince } = restoredColumns(kept, snapshot.before, snapshot.after);
  const { ethnicity } = snapshot;
  const stored = await storedEthnicity(tx, kept.id);
  const isAsMerged = stored?.ethnicityCode === ethnicity.after?.ethnicityCode;
  if (!isAsMerged) changedSince.push('ethnicity');
  else if (JSON.stringify(ethnicity.kept) !== JSON.stringify(ethnicity.after)) {
    await storeEthnicity(tx, kept.id, ethnicity.kept);
    restored.push('ethnicity');
  }
  if (ethnicity.merged) await storeEthnicity(tx, merged.id, ethnicity.merged);
  await changeRecipient(tx, kept, { ...columns, ...(await foundBy(tx, kept, snapshot, columns)) });
  await changeRecipient(tx, merged, { mergedInto: null });
  await carryPairsBack(tx, snapshot);
  await settlePair(tx, snapshot.pairId, {
    status: input.remember,
    reason: input.remember === 'different' ? input.reason : null,
    decidedAt: input.remember === 'different' ? ctx.now().toISOString() : null,
    decidedBy: input.remember === 'different' ? ctx.actor.accountId : null,
  });
  return { restored, changedSince, elsewhereCount };
}

/** What the record is found and ordered by: as it was when nobody has touched it since, else made anew. */
async function foundBy(
  tx: Writer,
  kept: RecipientRow,
  { before, after }: MergeSnapshot,
  columns: Partial<RecipientRow>,
): Promise<Pick<RecipientRow, 'nameSort' | 'searchText'>> {
  if (kept.searchText === after.searchText && kept.nameSort === after.nameSort)
    return { nameSort: before.nameSort, searchText: before.searchText };
  const { name, place } = { ...kept, ...columns };
  const formerNames = (await listNames(tx, [kept.id])).map((one) => one.name);
  return { nameSort: nameSortKey(name, kept.kind), searchText: recipientSearchText({ name, formerNames, place }) };
}

function eventsOf(
  { reason }: UndoInput,
  kept: RecipientRow,
  merged: RecipientRow,
  restored: readonly MergeField[],
): [AuditEvent, AuditEvent] {
  const about = (row: RecipientRow) => ({
    action: 'recipient.merge-undone',
    subjectKind: 'recipient' as const,
    subjectId: row.id,
    subjectLabel: row.name,
    unitId: row.unitId,
    reason,
  });
  return [
    {
      ...about(kept),
      changes: [
        { field: 'mergedFrom', from: merged.name, to: null },
        ...restored.map((field) => ({ field, from: 'như khi ghép', to: 'như trước khi ghép' })),
      ],
    },
    { ...about(merged), changes: [{ field: 'mergedInto', from: kept.name, to: null }] },
  ];
}
