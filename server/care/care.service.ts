import {
  type CareScope,
  type CareYear,
  countByUnit,
  countByYear,
  findAims,
  findCareYear,
  findCases,
} from '#db/care/care.queries.ts';
import { findMembers } from '#db/clusters/clusters.queries.ts';
import type { Reader } from '#db/database.ts';
import { findDecision } from '#db/decisions/decisions.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { worded } from '#server/core/worded.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor, NO_ACCESS, type Procedure } from '#shared/accounts/permissions.ts';
import {
  type Aim,
  addCounts,
  basisFor,
  type CareCounts,
  figuresOf,
  LEAST_FOR_MINORITY,
  type LensFigure,
  leastByMember,
  NO_COUNTS,
  tellsOfFew,
  whyCounted,
} from '#shared/care/care.rules.ts';
import type { CareBasis, CareRowsInput } from '#shared/care/care.schema.ts';
import { handedOverReasons, type Leadership } from '#shared/clusters/hand-over.rules.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound } from '#shared/core/refusal.ts';

/** The cluster-year by the right to read its structure (whoever may act may read), or "not found". */
export async function careYear(ctx: ActorContext, db: Reader, clusterYearId: string): Promise<CareYear> {
  const year = await findCareYear(db, accessFor(ctx.actor, 'care.ofYear') ?? NO_ACCESS, clusterYearId);
  if (!year) throw notFound('cluster-year');
  return year;
}

/** Why this person may not do what is for the staff of the leading unit; empty when they may. */
export function leadingReasons(
  actor: Actor,
  procedure: Extract<Procedure, 'care.setAims' | 'care.minorityRows'>,
  year: Leadership,
): Reason[] {
  const access = accessFor(actor, procedure) ?? NO_ACCESS;
  if (access.all || access.chair.includes(year.chairUnitId)) return [];
  const handedOver = handedOverReasons(access.chair, year, actor.today);
  if (handedOver.length > 0) return handedOver;
  const code = procedure === 'care.setAims' ? 'care.not-leading' : 'care.minority-closed';
  return [{ code, facts: { chair: year.chairName } }];
}

/** The cases of a basis; drafts as far as the person may see their decisions. */
export function scopeOf(
  actor: Actor,
  { basis, clusterYearId, decisionId }: { basis: CareBasis; clusterYearId: string; decisionId?: string | undefined },
): CareScope {
  if (basis !== 'drafts') return { of: basis, clusterYearId };
  return { of: 'drafts', clusterYearId, decisionId, access: accessFor(actor, 'decisions.list') ?? NO_ACCESS };
}

/** Cơ cấu khen thưởng of one cluster-year: all lenses beside the aims, by member, and year by year. */
export async function careOfYear(ctx: ActorContext, input: { clusterYearId: string; basis?: CareBasis | undefined }) {
  const db = ctx.db.reads;
  const { clusterYearId } = input;
  const year = await careYear(ctx, db, clusterYearId);
  const count = (basis: CareBasis) => countByUnit(db, scopeOf(ctx.actor, { basis, clusterYearId }));
  const [awards, drafts, nominations, aims, members, years] = await Promise.all([
    count('awards'),
    count('drafts'),
    count('nominations'),
    findAims(db, clusterYearId),
    findMembers(db, clusterYearId),
    countByYear(db, ctx.access, year.clusterId),
  ]);
  const counted = { awards, drafts, nominations };
  const has = { awards: sizeOf(awards), drafts: sizeOf(drafts), nominations: sizeOf(nominations) };
  const basis = input.basis ?? basisFor(has);
  const mayOpen = leadingReasons(ctx.actor, 'care.minorityRows', year);
  const total = figuresOf(addCounts(counted[basis].map(({ counts }) => counts)), aimsOf(aims));
  const { id, year: number, name, clusterName, chairName, isDemo } = year;
  return {
    clusterYear: { id, year: number, name, clusterName, chairName, isDemo: isDemo === 1 },
    basis,
    has,
    maySeeDrafts: accessFor(ctx.actor, 'decisions.list') !== undefined,
    total: mayOpen.length > 0 && tellsOfFew(basis, peopleOf(counted)) ? withoutMinority(total) : total,
    members: byMember(members, counted[basis]),
    years: years.map((one) => ({
      clusterYearId: one.clusterYearId,
      year: one.year,
      figures: figuresOf(one.counts, []),
    })),
    aims: {
      version: aims.reduce((sum, { version }) => sum + version, 0),
      rows: aims.map(({ lens, leastPermille, source }) => ({ lens, leastPermille, source: source ?? '' })),
      reasons: worded(leadingReasons(ctx.actor, 'care.setAims', year)),
    },
    minority: { reasons: worded(mayOpen) },
  };
}

type ByUnit = Awaited<ReturnType<typeof countByUnit>>;
const peopleOf = (of: Readonly<Record<CareBasis, ByUnit>>): Record<CareBasis, number> => ({
  awards: sumOf(of.awards).individuals,
  drafts: sumOf(of.drafts).individuals,
  nominations: sumOf(of.nominations).individuals,
});
const sizeOf = (units: ByUnit) => units.reduce((sum, { counts }) => sum + counts.all, 0);
const aimsOf = (rows: Awaited<ReturnType<typeof findAims>>): Aim[] =>
  rows.flatMap(({ lens, leastPermille }) => (leastPermille === null ? [] : [{ lens, leastPermille }]));

/** Members in the cluster's order, then whoever else stands in the registry of the year. */
function byMember(members: Awaited<ReturnType<typeof findMembers>>, counted: ByUnit) {
  const countsOf = new Map(counted.map(({ unitId, counts }) => [unitId, counts]));
  const known = new Map(members.map(({ unitId, name }) => [unitId, name]));
  for (const { unitId, unitName } of counted) if (!known.has(unitId)) known.set(unitId, unitName);
  const least = leastByMember(counted.map(({ counts }) => counts.individuals));
  return [...known].map(([unitId, name]) => ({
    unitId,
    name,
    figures: figuresOf(countsOf.get(unitId) ?? NO_COUNTS, [], least),
  }));
}

/**
 * A list before it goes up: what stands on it, and what it would be with what could still be added. Without a
 * decision: what the members sent, and the person's own drafts; with one: its list, and what stands on none.
 */
export async function careOfList(
  ctx: ActorContext,
  { clusterYearId, decisionId }: { clusterYearId: string; decisionId?: string | undefined },
) {
  const db = ctx.db.reads;
  const year = await careYear(ctx, db, clusterYearId);
  if (decisionId !== undefined) {
    const decision = await findDecision(db, accessFor(ctx.actor, 'decisions.byId') ?? NO_ACCESS, decisionId);
    if (decision?.clusterYearId !== clusterYearId) throw notFound('decision');
  }
  const basis: CareBasis = decisionId === undefined ? 'nominations' : 'drafts';
  const scope = scopeOf(ctx.actor, { basis, clusterYearId, decisionId });
  const [listed, wider, aims] = await Promise.all([
    countByUnit(db, scope),
    countByUnit(
      db,
      decisionId === undefined
        ? { of: 'nominations', clusterYearId, alsoUnsentOf: ctx.access }
        : { of: 'undecided', clusterYearId },
    ),
    findAims(db, clusterYearId),
  ]);
  const now = sumOf(listed);
  const later = decisionId === undefined ? sumOf(wider) : addCounts([now, sumOf(wider)]);
  const mayOpen = leadingReasons(ctx.actor, 'care.minorityRows', year);
  const isOpen = mayOpen.length === 0;
  const isVeiled = !isOpen && (await tellsOfFewNow(ctx, clusterYearId, basis, listed));
  const veiled = (figures: LensFigure[], isOff: boolean) => (isOff ? withoutMinority(figures) : figures);
  const added = later.individuals - now.individuals;
  return {
    basis,
    count: now.all,
    figures: veiled(figuresOf(now, aimsOf(aims)), isVeiled),
    remainingCount: later.all - now.all,
    withRemaining:
      later.all === now.all
        ? null
        : // Two totals that differ by one person tell of what people that person is.
          veiled(figuresOf(later, aimsOf(aims)), isVeiled || (!isOpen && added !== 0 && added < LEAST_FOR_MINORITY)),
    minority: { reasons: worded(mayOpen) },
  };
}

/** Whether the list of what was sent tells of a few people beside what this person sees given and drafted. */
async function tellsOfFewNow(ctx: ActorContext, clusterYearId: string, basis: CareBasis, nominations: ByUnit) {
  if (basis !== 'nominations') return false;
  const count = (of: CareBasis) => countByUnit(ctx.db.reads, scopeOf(ctx.actor, { basis: of, clusterYearId }));
  const [awards, drafts] = await Promise.all([count('awards'), count('drafts')]);
  return tellsOfFew(basis, peopleOf({ awards, drafts, nominations }));
}

const sumOf = (units: ByUnit): CareCounts => addCounts(units.map(({ counts }) => counts));

function withoutMinority(figures: LensFigure[]): LensFigure[] {
  return figures.map((figure) =>
    figure.lens === 'ethnic-minority' && figure.state === 'counted'
      ? { ...figure, state: 'hidden', count: 0, whole: 0, sharePermille: null, unknown: 0, aim: null }
      : figure,
  );
}

/** The people and collectives behind one number, and why each is counted. */
export async function careRows(ctx: ActorContext, input: CareRowsInput) {
  const db = ctx.db.reads;
  await careYear(ctx, db, input.clusterYearId);
  const rows = await findCases(db, scopeOf(ctx.actor, input), input.lens, input.unitId);
  return rows.map(({ areaClass, isBorderArea, recipientId: _, ...row }) => ({
    ...row,
    why: whyCounted(input.lens, { areaClass, isBorderArea }),
  }));
}

/** The shares that the first page tells, of the surest basis that has anything; null when nothing is there yet. */
export async function careHeadline(ctx: ActorContext, clusterYearId: string) {
  const db = ctx.db.reads;
  if (!accessFor(ctx.actor, 'care.ofYear')) return null;
  for (const basis of ['awards', 'drafts', 'nominations'] as const) {
    const counts = sumOf(await countByUnit(db, scopeOf(ctx.actor, { basis, clusterYearId })));
    if (counts.all === 0) continue;
    const aims = aimsOf(await findAims(db, clusterYearId));
    const figures = figuresOf(counts, aims).filter(({ lens }) => HEADLINES.includes(lens));
    return { basis, figures };
  }
  return null;
}

const HEADLINES: readonly LensFigure['lens'][] = ['border', 'region-3', 'small-collectives', 'frontline-workers'];
