import { findPackYear, type PackYear } from '#db/conferences/packs.queries.ts';
import type { Reader } from '#db/database.ts';
import type { ActorContext } from '#server/core/context.ts';
import { notFound } from '#shared/core/refusal.ts';

/** A year whose papers this person makes. @throws Refusal cluster-year.not-found */
export async function packYear(ctx: ActorContext, db: Reader, clusterYearId: string): Promise<PackYear> {
  const year = await findPackYear(db, ctx.access, clusterYearId);
  if (!year) throw notFound('cluster-year');
  return year;
}
