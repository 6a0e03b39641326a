import type { FoundSide } from '#db/duplicates/compare.queries.ts';
import type { RecipientRow } from '#db/recipients/recipients.table.ts';
import { currentLanguage } from '#server/core/language.ts';
import { refuseIf } from '#shared/core/refusal.ts';
import { RECIPIENT_KIND_LABELS } from '#shared/recipients/recipients.schema.ts';

/** @throws refused when one of the two was merged into another, or they are of different kinds */
export function requireMergeable(sides: readonly FoundSide[], kept: RecipientRow, merged: RecipientRow): void {
  for (const { name, intoName } of sides)
    if (intoName !== null) refuseIf([{ code: 'duplicate.merged-already', facts: { name, into: intoName } }]);
  if (kept.kind === merged.kind) return;
  const word = (row: RecipientRow) => RECIPIENT_KIND_LABELS[row.kind][currentLanguage()];
  refuseIf([{ code: 'duplicate.other-kind', facts: { left: word(kept), right: word(merged) } }]);
}
