import type { AimInput, AimLens, CareBasis, CareLens } from '#shared/care/care.schema.ts';
import { aimLens, careLens } from '#shared/care/care.schema.ts';
import type { AreaClass } from '#shared/recipients/recipients.schema.ts';

/** What one GROUP BY over awards or nominations gives; whole numbers of cases. */
export type CareCounts = {
  all: number;
  collectives: number;
  individuals: number;
  border: number;
  region3: number;
  borderOrRegion3: number;
  minorityArea: number;
  smallCollectives: number;
  frontline: number;
  leaders: number;
  women: number;
  minority: number;
  /** Cases without the fact that a lens asks for. They stay in the whole. */
  areaUnknown: number;
  classUnknown: number;
  sexUnknown: number;
  ethnicityUnknown: number;
};

export const NO_COUNTS: CareCounts = {
  all: 0,
  collectives: 0,
  individuals: 0,
  border: 0,
  region3: 0,
  borderOrRegion3: 0,
  minorityArea: 0,
  smallCollectives: 0,
  frontline: 0,
  leaders: 0,
  women: 0,
  minority: 0,
  areaUnknown: 0,
  classUnknown: 0,
  sexUnknown: 0,
  ethnicityUnknown: 0,
};

export function addCounts(parts: readonly CareCounts[]): CareCounts {
  const sum = { ...NO_COUNTS };
  for (const part of parts) for (const name of Object.keys(sum) as (keyof CareCounts)[]) sum[name] += part[name];
  return sum;
}

type Whole = 'all' | 'collectives' | 'individuals';
/** For each lens what is counted, of which whole, and which cases cannot be judged. */
export const LENSES: Readonly<
  Record<CareLens, { count: keyof CareCounts; whole: Whole; unknown: keyof CareCounts | null }>
> = {
  border: { count: 'border', whole: 'all', unknown: null },
  'region-3': { count: 'region3', whole: 'all', unknown: 'areaUnknown' },
  'border-or-region-3': { count: 'borderOrRegion3', whole: 'all', unknown: 'areaUnknown' },
  'ethnic-minority-area': { count: 'minorityArea', whole: 'all', unknown: 'areaUnknown' },
  'small-collectives': { count: 'smallCollectives', whole: 'collectives', unknown: null },
  'frontline-workers': { count: 'frontline', whole: 'individuals', unknown: 'classUnknown' },
  leaders: { count: 'leaders', whole: 'individuals', unknown: 'classUnknown' },
  women: { count: 'women', whole: 'individuals', unknown: 'sexUnknown' },
  'ethnic-minority': { count: 'minority', whole: 'individuals', unknown: 'ethnicityUnknown' },
};

/** From so many people up the share of dân tộc thiểu số is told at all: in fewer one finds the person. */
export const LEAST_FOR_MINORITY = 5;
/** From so many people up it is told for one member too (thống kê theo dân tộc: from 10 people). */
export const LEAST_FOR_MINORITY_BY_MEMBER = 10;

/**
 * From so many people up it is told for one member of a list: where all members shown leave fewer than
 * LEAST_FOR_MINORITY of the whole, the smallest of them is not shown either, or the rest would be told by taking off.
 * @param people individuals of each member
 */
export function leastByMember(people: readonly number[]): number {
  const shown = people.filter((count) => count >= LEAST_FOR_MINORITY_BY_MEMBER);
  const rest = people.reduce((sum, count) => sum + count, 0) - shown.reduce((sum, count) => sum + count, 0);
  return isFew(rest) && shown.length > 0 ? Math.min(...shown) + 1 : LEAST_FOR_MINORITY_BY_MEMBER;
}

const isFew = (people: number) => people !== 0 && Math.abs(people) < LEAST_FOR_MINORITY;

/**
 * Whether a basis would tell of fewer than LEAST_FOR_MINORITY people by what is told of the others: all nominations
 * less those on drafts and those that became awards. The surer bases are told, the nominations are not.
 * @param people individuals of each basis, as far as the reader sees them
 */
export function tellsOfFew(basis: CareBasis, people: Readonly<Record<CareBasis, number>>): boolean {
  if (basis !== 'nominations') return false;
  const told = [people.awards, people.drafts].filter((count) => count >= LEAST_FOR_MINORITY);
  const both = told.length === 2 ? [people.awards + people.drafts] : [];
  return [...told, ...both].some((count) => isFew(people.nominations - count));
}

export type Aim = { lens: AimLens; leastPermille: number };
export type AimVerdict = {
  leastPermille: number;
  /** So many of the whole reach the aim. */
  needed: number;
  missing: number;
  isReached: boolean;
};

/**
 * One row of the page. `state`: `counted` a figure; `no-data` no case says the fact; `empty` the whole is nothing;
 * `hidden` too few people to tell.
 */
export type LensFigure = {
  lens: CareLens;
  state: 'counted' | 'no-data' | 'empty' | 'hidden';
  count: number;
  whole: number;
  /** Permille of the whole, rounded half up; null where there is no share. */
  sharePermille: number | null;
  unknown: number;
  aim: AimVerdict | null;
};

/** All lenses of one set of cases, beside the aims. */
export function figuresOf(
  counts: CareCounts,
  aims: readonly Aim[],
  leastForMinority = LEAST_FOR_MINORITY,
): LensFigure[] {
  return careLens.options.map((lens) => {
    const { count: counted, whole: of, unknown: lacking } = LENSES[lens];
    const [count, whole, unknown] = [counts[counted], counts[of], lacking === null ? 0 : counts[lacking]];
    const state = stateOf({ lens, count, whole, unknown, leastForMinority });
    if (state !== 'counted')
      return {
        lens,
        state,
        count: 0,
        whole: state === 'hidden' ? 0 : whole,
        sharePermille: null,
        unknown: 0,
        aim: null,
      };
    const aim = aims.find((one) => one.lens === lens);
    return {
      lens,
      state,
      count,
      whole,
      sharePermille: shareOf(count, whole),
      unknown,
      aim: aim ? judgeAim(count, whole, aim.leastPermille) : null,
    };
  });
}

type Asked = { lens: CareLens; count: number; whole: number; unknown: number; leastForMinority: number };

function stateOf({ lens, count, whole, unknown, leastForMinority }: Asked): LensFigure['state'] {
  if (whole === 0) return 'empty';
  if (lens === 'ethnic-minority' && whole < leastForMinority) return 'hidden';
  return count === 0 && unknown === whole ? 'no-data' : 'counted';
}

/** Permille, rounded half up, in integers: (5, 7) → 714. */
export function shareOf(count: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((count * 2000 + whole) / (2 * whole));
}

/** "Ít nhất 60 % of 7" asks for 5: a share is reached by whole people. */
export function judgeAim(count: number, whole: number, leastPermille: number): AimVerdict {
  const needed = Math.ceil((whole * leastPermille) / 1000);
  return { leastPermille, needed, missing: Math.max(0, needed - count), isReached: count >= needed };
}

/** The surest basis that has anything: what was given, else what is drafted, else what was put forward. */
export function basisFor(has: Readonly<Record<CareBasis, number | null>>): CareBasis {
  return (['awards', 'drafts', 'nominations'] as const).find((basis) => (has[basis] ?? 0) > 0) ?? 'awards';
}

/** The aims that a save changes, of those stored (null: given up or never set). */
export function changedAims(
  stored: readonly { lens: AimLens; leastPermille: number | null; source: string | null }[],
  typed: readonly AimInput[],
): AimInput[] {
  const before = new Map(stored.map((row) => [row.lens, row]));
  return typed.filter(({ lens, leastPermille, source }) => {
    const was = before.get(lens);
    return (was?.leastPermille ?? null) !== leastPermille || (was?.source ?? '') !== source;
  });
}

/** Lenses that are named twice in one save. */
export function repeatedLenses(typed: readonly AimInput[]): AimLens[] {
  return aimLens.options.filter((lens) => typed.filter((one) => one.lens === lens).length > 1);
}

type AreaFacts = { areaClass: AreaClass | null; isBorderArea: number };
export type Why = 'border' | 'region-1' | 'region-2' | 'region-3' | 'small' | 'class' | 'sex' | 'ethnicity';

/** Why a case is counted by a lens, for the list behind the number. */
export function whyCounted(lens: CareLens, { areaClass, isBorderArea }: AreaFacts): Why[] {
  const area = areaClass === null || areaClass === 'none' ? [] : [areaClass];
  switch (lens) {
    case 'border':
      return ['border'];
    case 'region-3':
      return ['region-3'];
    case 'border-or-region-3':
      return [...(isBorderArea === 1 ? ['border' as const] : []), ...(areaClass === 'region-3' ? area : [])];
    case 'ethnic-minority-area':
      return area;
    case 'small-collectives':
      return ['small'];
    case 'frontline-workers':
    case 'leaders':
      return ['class'];
    case 'women':
      return ['sex'];
    default:
      return ['ethnicity'];
  }
}
