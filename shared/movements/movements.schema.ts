import * as z from 'zod/mini';
import { clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { isoDate } from '#shared/core/dates.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';
import { intentKey } from '#shared/nominations/nominations.schema.ts';

export const movementId = idOf('Movement');
export type MovementId = z.infer<typeof movementId>;

/** Who launched a movement (phong trào do ai phát động). */
export const movementLevel = z.enum(['prime-minister', 'province', 'cluster']);
export type MovementLevel = z.infer<typeof movementLevel>;

export const MOVEMENT_LEVEL_LABELS: Readonly<Record<MovementLevel, Localized>> = {
  'prime-minister': { vi: 'Do Thủ tướng Chính phủ phát động', en: 'Launched by the Prime Minister' },
  province: { vi: 'Do tỉnh phát động', en: 'Launched by a province' },
  cluster: { vi: 'Do Cụm phát động', en: 'Launched by the cluster' },
};

/** Thường xuyên or chuyên đề (Luật Thi đua, khen thưởng 2022). */
export const movementKind = z.enum(['regular', 'thematic']);
export type MovementKind = z.infer<typeof movementKind>;

export const MOVEMENT_KIND_LABELS: Readonly<Record<MovementKind, Localized>> = {
  regular: { vi: 'Thường xuyên', en: 'Regular' },
  thematic: { vi: 'Chuyên đề', en: 'Thematic' },
};

/** Where a movement stands on a day. */
export const movementState = z.enum(['upcoming', 'running', 'ended']);
export type MovementState = z.infer<typeof movementState>;

export const MOVEMENT_STATE_LABELS: Readonly<Record<MovementState, Localized>> = {
  upcoming: { vi: 'Sắp tới', en: 'Upcoming' },
  running: { vi: 'Đang diễn ra', en: 'Running' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
};

const line = (most: number) => z.string().check(z.trim(), z.maxLength(most));

/** What is written of a movement; its period is its own and need not be that of the emulation year. */
export const movementDraft = z.strictObject({
  name: line(300),
  kind: movementKind,
  launchedBy: line(200),
  goal: line(2_000),
  periodFrom: isoDate,
  periodTo: isoDate,
  /** Văn bản phát động: plan or decision, with number and date. */
  document: line(300),
});
export type MovementDraft = z.infer<typeof movementDraft>;

/** A new movement, taken up into the year at once. A provincial one belongs to the person's own unit. */
export const createMovement = z.strictObject({
  clusterYearId,
  level: movementLevel,
  draft: movementDraft,
  idempotencyKey: intentKey,
});
export const saveMovement = z.strictObject({ clusterYearId, id: movementId, seenVersion, draft: movementDraft });
/** A movement that exists, taken up into a year or taken out of it. */
export const movementOfYear = z.strictObject({ clusterYearId, id: movementId });

/** Phát động of a year: contents in their order. `seenVersion` null: there was no launch yet. */
export const launchDraft = z.strictObject({
  launchedOn: isoDate,
  place: line(200),
  launchedBy: line(200),
  contents: z.array(line(2_000)).check(z.maxLength(30)),
});
export type LaunchDraft = z.infer<typeof launchDraft>;
export const saveLaunch = z.strictObject({ clusterYearId, seenVersion: z.nullable(seenVersion), draft: launchDraft });
