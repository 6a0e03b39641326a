import * as z from 'zod/mini';
import { type AwardFilters, awardFilters } from '#shared/registry/registry.schema.ts';

/** What the address bar of the registry holds; `xem` is the award shown in the drawer. */
export const registryFilters = z.object({
  year: z.optional(z.coerce.number().check(z.int(), z.minimum(1945), z.maximum(2100))),
  unitId: awardFilters.shape.unitId,
  view: awardFilters.shape.view,
  cursor: awardFilters.shape.cursor,
  xem: z.optional(z.string().check(z.maxLength(60))),
});
export type RegistryFilters = z.output<typeof registryFilters>;

export function listInput({ year, unitId, view, cursor }: RegistryFilters): AwardFilters {
  return {
    ...(year !== undefined && { year }),
    ...(unitId && { unitId }),
    // Without a unit both views hold the same rows.
    ...(unitId && view === 'hien-nay' && { view }),
    ...(cursor && { cursor }),
  };
}
