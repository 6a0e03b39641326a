import { inAccess } from '#db/accounts/scope.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import type { Edge, EdgeKind } from '#shared/core/demo-days.ts';

/** The days of all cluster-years in reach on which something is due or happens, earliest first. */
export async function findEdges(db: Reader, access: Access): Promise<Edge[]> {
  const years = db
    .selectFrom('clusterYear')
    .select(['clusterYear.id', 'clusterYear.year', 'clusterYear.handOverOn'])
    .where(inAccess(access, { clusterYearId: 'clusterYear.id' }))
    .where('clusterYear.status', '<>', 'draft');
  const [stages, reports, handOvers, conferences, recommendations] = await Promise.all([
    db
      .selectFrom('stage')
      .innerJoin(years.as('y'), 'y.id', 'stage.clusterYearId')
      .select(['stage.closesOn as on', 'stage.name', 'stage.kind', 'y.year'])
      .execute(),
    db
      .selectFrom('report')
      .innerJoin(years.as('y'), 'y.id', 'report.clusterYearId')
      .select(['report.dueOn as on', 'report.period', 'y.year'])
      .distinct()
      .execute(),
    db
      .selectFrom(years.as('y'))
      .select(['y.handOverOn as on', 'y.year'])
      .where('y.handOverOn', 'is not', null)
      .execute(),
    db
      .selectFrom('conference')
      .innerJoin(years.as('y'), 'y.id', 'conference.clusterYearId')
      .select(['conference.heldOn as on', 'conference.title as name', 'y.year'])
      .execute(),
    db
      .selectFrom('recommendation')
      .innerJoin(years.as('y'), 'y.id', 'recommendation.clusterYearId')
      .select(['recommendation.dueOn as on', 'y.year'])
      .where('recommendation.removedAt', 'is', null)
      .where('recommendation.dueOn', 'is not', null)
      .distinct()
      .execute(),
  ]);
  const edge = (kind: EdgeKind, { on, year, name = '' }: { on: string | null; year: number; name?: string }): Edge[] =>
    on === null ? [] : [{ on, kind, name, year }];
  // A conference or hand-over on the day its stage names is one edge, under the name the plan of the year gives it.
  const planned = new Set(stages.map(({ kind, on, year }) => `${kind} ${on} ${year}`));
  const own = [
    ...handOvers.flatMap((row) => edge('hand-over', row)),
    ...conferences.flatMap((row) => edge('conference', row)),
  ].filter(({ kind, on, year }) => !planned.has(`${kind} ${on} ${year}`));
  return [
    ...stages.flatMap(({ kind: _, ...row }) => edge('stage', row)),
    ...reports.flatMap(({ period, ...row }) => edge(`${period}-report`, row)),
    ...own,
    ...recommendations.flatMap((row) => edge('recommendation', row)),
  ].toSorted((a, b) => a.on.localeCompare(b.on) || a.kind.localeCompare(b.kind));
}
