import * as z from 'zod/mini';
import { conferenceId } from '#shared/conferences/conferences.schema.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';

/** Thống nhất or biểu quyết. */
export const nextChairMethod = z.enum(['consensus', 'vote']);
export type NextChairMethod = z.infer<typeof nextChairMethod>;
export const NEXT_CHAIR_METHOD_LABELS: Readonly<Record<NextChairMethod, Localized>> = {
  consensus: { vi: 'Thống nhất', en: 'Consensus' },
  vote: { vi: 'Biểu quyết', en: 'Vote' },
};

const votes = z.nullable(z.int().check(z.minimum(1), z.maximum(10_000)));
const unit = idOf('Unit');

/** Who leads the cluster next year and how the conference decided it; counts are of those entitled to vote. */
export const nextChair = z.strictObject({
  chairUnitId: unit,
  deputyUnitId: z.nullable(unit),
  method: nextChairMethod,
  presentVotes: votes,
  agreedVotes: z.nullable(z.int().check(z.minimum(0), z.maximum(10_000))),
  note: z.string().check(z.trim(), z.maxLength(1_000)),
});
export type NextChair = z.infer<typeof nextChair>;

/** `reason`: asked for once the minutes are closed. */
export const saveNextChair = z.strictObject({
  id: conferenceId,
  seenVersion,
  result: z.nullable(nextChair),
  reason: z.string().check(z.trim(), z.maxLength(2_000)),
});
