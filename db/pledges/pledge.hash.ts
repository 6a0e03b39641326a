import { createHash } from 'node:crypto';
import { canonicalPledge, type PledgeContent } from '#shared/pledges/pledge-content.ts';

/** SHA-256 (hex) of what the members sign. Seed, freezing and the check of the database use this one function. */
export function pledgeHash(content: PledgeContent): string {
  return createHash('sha256').update(canonicalPledge(content)).digest('hex');
}
