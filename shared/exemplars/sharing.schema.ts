import * as z from 'zod/mini';
import { clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';
import { cursorText } from '#shared/core/page.ts';
import { effectRows } from '#shared/exemplars/effects.schema.ts';
import { exemplarId, exemplarKind } from '#shared/exemplars/exemplars.schema.ts';
import { indicatorId } from '#shared/indicators/indicators.schema.ts';

/** Phổ biến ngoài Cụm: of its own cluster, asked for, approved, declined. */
export const exemplarSharing = z.enum(['own', 'asked', 'approved', 'declined']);
export type ExemplarSharing = z.infer<typeof exemplarSharing>;

export const SHARING_LABELS: Readonly<Record<ExemplarSharing, Localized>> = {
  own: { vi: 'Trong Cụm', en: 'Within the cluster' },
  asked: { vi: 'Đã đề nghị phổ biến', en: 'Sharing proposed' },
  approved: { vi: 'Đã phổ biến ngoài Cụm', en: 'Shared beyond the cluster' },
  declined: { vi: 'Chưa đồng ý phổ biến', en: 'Sharing declined' },
};

const line = (most: number) => z.string().check(z.trim(), z.maxLength(most));
const unitId = idOf('Unit');

export const saveEffects = z.strictObject({ id: exemplarId, seenVersion, effects: effectRows });
export const askSharing = z.strictObject({ id: exemplarId, seenVersion });
/** Declining, or ending what was approved, needs a reason. */
export const decideSharing = z.strictObject({
  id: exemplarId,
  seenVersion,
  decision: z.enum(['approve', 'decline']),
  reason: line(500),
});

/** The bank across clusters; the same object is address bar, rpc input and SQL filter. */
export const bankFilters = z.strictObject({
  text: z.optional(line(200)),
  kind: z.optional(exemplarKind),
  field: z.optional(line(100)),
  cursor: z.optional(cursorText),
  direction: z.optional(z.literal('forward')),
});
export type BankFilters = z.infer<typeof bankFilters>;

export const fieldsInput = z.strictObject({ clusterYearId });
/** Lĩnh vực of each indicator of the cluster; an empty field takes the line away. */
export const setFields = z.strictObject({
  clusterYearId,
  fields: z.array(z.strictObject({ indicatorId, field: line(100) })).check(z.maxLength(300)),
});

export const suggestionsInput = z.strictObject({ clusterYearId });
export const dismissSuggestion = z.strictObject({ clusterYearId, unitId, exemplarId, indicatorId });
