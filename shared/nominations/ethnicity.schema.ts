import * as z from 'zod/mini';
import { nominationId } from '#shared/nominations/nominations.schema.ts';
import { ETHNICITIES } from '#shared/recipients/ethnicity.codes.ts';

const ethnicityCode = z
  .string()
  .check(z.refine((code) => Object.hasOwn(ETHNICITIES, code), { error: 'ethnicity.unknown' }));

/** Opens the dân tộc of one nominated person; the opening is logged. */
export const readEthnicity = z.strictObject({ id: nominationId });

/**
 * Writes the dân tộc of one nominated person, null to take it away. It has a version of its own (0: never written),
 * because the form around it is saved while typing.
 */
export const setEthnicity = z.strictObject({
  id: nominationId,
  seenVersion: z.int().check(z.minimum(0), z.maximum(2_000_000_000)),
  code: z.nullable(ethnicityCode),
});
