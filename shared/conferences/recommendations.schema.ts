import * as z from 'zod/mini';
import { conferenceId } from '#shared/conferences/conferences.schema.ts';
import { isoDate } from '#shared/core/dates.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';

export const recommendationId = idOf('Recommendation');
export type RecommendationId = z.infer<typeof recommendationId>;
export const recommendationTaskId = idOf('RecommendationTask');
export type RecommendationTaskId = z.infer<typeof recommendationTaskId>;

/** How far a unit is with a recommendation (kết quả thực hiện). */
export const taskStatus = z.enum(['open', 'doing', 'done']);
export type TaskStatus = z.infer<typeof taskStatus>;

export const TASK_STATUS_LABELS: Readonly<Record<TaskStatus, Localized>> = {
  open: { vi: 'Chưa thực hiện', en: 'Not started' },
  doing: { vi: 'Đang thực hiện', en: 'Under way' },
  done: { vi: 'Đã hoàn thành', en: 'Done' },
};

const line = (most: number) => z.string().check(z.trim(), z.maxLength(most));
const name = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** Ý kiến chỉ đạo, đề nghị as the standing office writes it down; every lead unit gets a task of its own. */
export const recommendationDraft = z.strictObject({
  number: z.int().check(z.minimum(1), z.maximum(999)),
  content: name(3_000),
  madeBy: name(300),
  madeOn: isoDate,
  /** Cơ quan chủ trì in words, e.g. "Sở Nội vụ 7 tỉnh". */
  leadOffice: line(300),
  leadUnitIds: z.array(idOf('Unit')).check(z.maxLength(100)),
  coordinating: line(300),
  measure: line(1_000),
  dueOn: z.nullable(isoDate),
});
export type RecommendationDraft = z.infer<typeof recommendationDraft>;

const seen = { id: recommendationId, seenVersion };

export const createRecommendation = z.strictObject({
  conferenceId,
  draft: recommendationDraft,
  idempotencyKey: z.string().check(z.regex(/^[0-9a-f-]{36}$/)),
});
export const saveRecommendation = z.strictObject({ ...seen, draft: recommendationDraft });
export const removeRecommendation = z.strictObject({
  ...seen,
  reason: z.string().check(z.trim(), z.minLength(10), z.maxLength(2_000)),
});
export const reportTask = z.strictObject({
  id: recommendationTaskId,
  seenVersion,
  status: taskStatus,
  outcome: line(5_000),
});
