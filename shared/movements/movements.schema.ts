import * as z from 'zod/mini';
import type { Localized } from '#shared/core/localized.ts';

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
