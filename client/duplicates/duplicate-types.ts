import type { inferRouterOutputs } from '@trpc/server';
import * as z from 'zod/mini';
import type { AppRouter } from '#client/core/api.ts';
import {
  MERGE_FIELDS,
  type MergeChoices,
  type MergeField,
  type PairFilters,
  pairFilters,
} from '#shared/duplicates/duplicates.schema.ts';

type Answers = inferRouterOutputs<AppRouter>['duplicates'];
/** Two records side by side. */
export type Pair = Answers['byId'];
export type PairSide = Pair['sides'][number];
export type PairRow = Answers['list']['rows'][number];
export type MergeRow = Answers['merges']['rows'][number];

/** What the address bar holds: the queue, what was found to be two, or the merges. */
export const urlFilters = z.object({
  ground: pairFilters.shape.ground,
  kind: pairFilters.shape.kind,
  unitId: pairFilters.shape.unitId,
  status: z.optional(z.enum(['open', 'different', 'merged'])),
});
export type UrlFilters = z.output<typeof urlFilters>;

export function listInput({ ground, kind, unitId, status }: UrlFilters): PairFilters {
  return {
    ...(ground && { ground }),
    ...(kind && { kind }),
    ...(unitId && { unitId }),
    ...(status === 'different' && { status }),
  };
}

/** Which record stays and whose value of each field: 0 the first of the pair, 1 the second. */
export type Chosen = { keptAt: 0 | 1; values: Record<MergeField, 0 | 1>; keepOtherName: boolean };

/** Whether a record has something in a field. */
export function isFilled(field: MergeField, side: PairSide): boolean {
  switch (field) {
    case 'birth':
      return side.birthOn !== null || side.birthYear !== null;
    case 'unit':
      return side.unitId !== null;
    case 'cccd':
      return side.hasNumber;
    case 'ethnicity':
      return side.hasEthnicity;
    default:
      return Boolean(side[field]);
  }
}

/**
 * Where a person starts from: the record with more awards stays, then the one with a citizen number; each field takes
 * its value, or the other's where it has none. A whole birth date is better than a year.
 */
export function firstChoice({ sides }: Pair): Chosen {
  const [first, second] = sides as [PairSide, PairSide];
  const weight = (side: PairSide) => side.counts.awards * 2 + (side.hasNumber ? 1 : 0);
  const keptAt = weight(second) > weight(first) ? 1 : 0;
  return choiceFor([first, second], keptAt);
}

/** The same with a given record to stay. */
export function choiceFor(sides: readonly PairSide[], keptAt: 0 | 1): Chosen {
  const kept = sides[keptAt]!;
  const other = sides[1 - keptAt]!;
  const otherAt = (1 - keptAt) as 0 | 1;
  const pick = (field: MergeField): 0 | 1 => {
    if (field === 'birth' && kept.birthOn === null && other.birthOn !== null) return otherAt;
    return !isFilled(field, kept) && isFilled(field, other) ? otherAt : keptAt;
  };
  const values = Object.fromEntries(MERGE_FIELDS.map((field) => [field, pick(field)])) as Chosen['values'];
  return { keptAt, values, keepOtherName: true };
}

/** The choice as the server asks for it. */
export function choicesOf({ keptAt, values }: Chosen): MergeChoices {
  return Object.fromEntries(
    MERGE_FIELDS.map((field) => [field, values[field] === keptAt ? 'kept' : 'merged']),
  ) as MergeChoices;
}
