import { AWARD_KIND_LABELS } from '#shared/awards/awards.labels.ts';
import type { AwardKind } from '#shared/awards/awards.schema.ts';

/**
 * The award as the paper says it, 'Bằng khen'. It goes into the signed facts of every certificate, so it comes from
 * the kind of award, which never changes, and not from the catalogue's name, which an office may reword.
 */
export function printedAwardName(kind: string, catalogueName: string): string {
  return Object.hasOwn(AWARD_KIND_LABELS, kind) ? AWARD_KIND_LABELS[kind as AwardKind].vi : catalogueName;
}
