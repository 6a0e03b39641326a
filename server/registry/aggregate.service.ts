import { listAwardForms } from '#db/awards/awards.queries.ts';
import { type AwardCountLine, countAwards, countAwardsByYear } from '#db/registry/award-count.queries.ts';
import { linesUp } from '#db/units/lineage.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { notFound } from '#shared/core/refusal.ts';
import type { AggregateInput } from '#shared/registry/aggregate.schema.ts';
import { ancestorsOf } from '#shared/units/lineage.rules.ts';

/** Living awards by property, most first; `name` where the value is a code of the catalogue. */
export type Facet = AwardCountLine & { name: string | null };
export type AwardAggregate = {
  total: number;
  cancelled: number;
  byYear: { year: number; awards: number }[];
  facets: Facet[];
  /** The units counted; null: all of the registry. */
  unitIds: readonly string[] | null;
};

/**
 * How many awards there are, by year and by each property, from counts the database keeps: as quick for a million
 * awards as for ten. Who may not see everything gets the awards of their own units.
 *
 * @throws Refusal not found for a unit that is not one's own
 */
export async function awardAggregate(ctx: ActorContext, input: AggregateInput): Promise<AwardAggregate> {
  const db = ctx.db.reads;
  const unitIds = await unitsOf(ctx, input);
  const query = { unitIds: unitIds ?? undefined, yearFrom: input.yearFrom, yearTo: input.yearTo };
  const [lines, byYear, forms] = await Promise.all([
    countAwards(db, query),
    countAwardsByYear(db, query),
    listAwardForms(db),
  ]);
  const names = new Map(forms.map(({ code, name }) => [code, name]));
  const ofStatus = (status: string) =>
    lines.find(({ dimension, value }) => dimension === 'status' && value === status)?.awards ?? 0;
  return {
    total: ofStatus('active'),
    cancelled: ofStatus('cancelled'),
    byYear,
    facets: lines
      .filter(({ dimension }) => dimension !== 'status')
      .map((line) => ({ ...line, name: line.dimension === 'form' ? (names.get(line.value) ?? line.value) : null })),
    unitIds,
  };
}

async function unitsOf(ctx: ActorContext, { unitId, view }: AggregateInput): Promise<readonly string[] | null> {
  const { access } = ctx;
  if (unitId === undefined) return access.all ? null : access.own;
  if (!access.all && !access.own.includes(unitId)) throw notFound('unit');
  return view === 'hien-nay' ? ancestorsOf(unitId, await linesUp(ctx.db.reads, [unitId])) : [unitId];
}
