import * as z from 'zod/mini';
import { clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { isoDate } from '#shared/core/dates.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';
import { movementId } from '#shared/movements/movements.schema.ts';
import { intentKey } from '#shared/nominations/nominations.schema.ts';

/** Sơ kết in the middle of a movement, tổng kết at its end. */
export const reviewKind = z.enum(['interim', 'final']);
export type ReviewKind = z.infer<typeof reviewKind>;

export const REVIEW_KIND_LABELS: Readonly<Record<ReviewKind, Localized>> = {
  interim: { vi: 'Sơ kết', en: 'Interim review' },
  final: { vi: 'Tổng kết', en: 'Final review' },
};

const line = (most: number) => z.string().check(z.trim(), z.maxLength(most));

/** Gửi đến các thành viên: they are asked to confirm until a day. */
export const sendMovement = z.strictObject({ clusterYearId, id: movementId, confirmBy: isoDate });

export const confirmationDraft = z.strictObject({
  confirmedOn: isoDate,
  /** Who confirms for the unit, with position. */
  person: line(200),
  /** Plan or letter of the unit, with number and date. */
  document: line(300),
  note: line(1_000),
});
export type ConfirmationDraft = z.infer<typeof confirmationDraft>;

/** `seenVersion` null: the unit has not confirmed yet. */
export const confirmMovement = z.strictObject({
  clusterYearId,
  id: movementId,
  unitId: idOf('Unit'),
  seenVersion: z.nullable(seenVersion),
  draft: confirmationDraft,
  idempotencyKey: intentKey,
});

export const reviewDraft = z.strictObject({ heldOn: isoDate, content: line(4_000) });
export type ReviewDraft = z.infer<typeof reviewDraft>;
export const saveReview = z.strictObject({
  clusterYearId,
  id: movementId,
  kind: reviewKind,
  seenVersion: z.nullable(seenVersion),
  draft: reviewDraft,
});
