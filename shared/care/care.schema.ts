import * as z from 'zod/mini';

/** The questions of Cơ cấu khen thưởng; each is a share of a whole (see care.rules.ts). */
export const careLens = z.enum([
  'border',
  'region-3',
  'border-or-region-3',
  'ethnic-minority-area',
  'small-collectives',
  'frontline-workers',
  'leaders',
  'women',
  'ethnic-minority',
]);
export type CareLens = z.infer<typeof careLens>;
