import type { Facts } from '#shared/core/reason.ts';
import { collectiveName, levelsAgree } from '#shared/duplicates/collective-name.ts';
import type { GroundCode } from '#shared/duplicates/duplicates.schema.ts';
import { isWithinOneEdit, nameLikeness } from '#shared/duplicates/similar-name.ts';
import type { RecipientKind, Sex } from '#shared/recipients/recipients.schema.ts';

/** What two recipients are compared by. */
export type Likeness = {
  id: string;
  kind: RecipientKind;
  nameFold: string;
  unitId: string | null;
  birthYear: number | null;
  /** YYYY-MM-DD */
  birthOn: string | null;
  sex: Sex | null;
  cccdIndex: string | null;
  place: string;
  foundedOn: string | null;
};

/** One ground for or against two recipients being one. */
export type Ground = { code: GroundCode; facts?: Facts };
/** Grounds, the one that brought the two together first; `score` 1 to 100. */
export type Suspicion = { grounds: Ground[]; score: number };

/** What is less likely than this is not put before anybody. Our own figures, by what clerks would look at first. */
export const LEAST_SCORE = 50;

const MAIN = {
  'same-cccd': 95,
  'same-name-birth-date': 85,
  'collective-name': 64,
  'same-name-birth-year': 62,
  'same-name-unit': 60,
  'name-missing-word': 57,
  'name-one-letter': 57,
} as const satisfies Partial<Record<GroundCode, number>>;

const BESIDE = {
  'former-name': -5,
  'same-unit': 12,
  'unit-lineage': 8,
  'same-birth-date': 28,
  'same-birth-year': 18,
  'same-place': 5,
  'different-cccd': -40,
  'different-sex': -30,
  'different-birth-date': -18,
  'birth-year-one-off': -14,
  'different-birth-year': -60,
  'different-founding': -20,
} as const satisfies Partial<Record<GroundCode, number>>;

/** Grounds that only hold within one unit. */
const IMPLY_UNIT: ReadonlySet<string> = new Set(['same-name-unit', 'name-missing-word', 'name-one-letter']);

/**
 * Why these two may be one recipient and how likely that is, or undefined when nothing speaks for it, too little, or
 * too much against it. Symmetric.
 * @param isLineage their units are the same, or one came out of the other by merger, division or a new name
 * @param isFormer at least one of them is compared by a name it no longer bears
 */
export function suspicionOf(a: Likeness, b: Likeness, isLineage: boolean, isFormer = false): Suspicion | undefined {
  if (a.kind !== b.kind || a.id === b.id) return undefined;
  const main = mainGround(a, b, isLineage);
  if (!main) return undefined;
  const former = isFormer && main !== 'same-cccd' ? (['former-name'] as const) : [];
  const beside = [...former, ...supporting(a, b, isLineage, main), ...contradicting(a, b)];
  const sum = beside.reduce((score, code) => score + BESIDE[code], Math.min(100, MAIN[main]));
  const score = Math.max(0, Math.min(100, sum));
  if (score < LEAST_SCORE) return undefined;
  return { grounds: [main, ...beside].map((code) => ({ code })), score };
}

function mainGround(a: Likeness, b: Likeness, isLineage: boolean): keyof typeof MAIN | undefined {
  if (a.cccdIndex !== null && a.cccdIndex === b.cccdIndex) return 'same-cccd';
  const isSameUnit = a.unitId !== null && a.unitId === b.unitId;
  if (a.kind === 'collective') return isSameUnit || isLineage ? collectiveGround(a, b) : undefined;
  if (a.nameFold === b.nameFold) {
    if (a.birthOn !== null && a.birthOn === b.birthOn) return 'same-name-birth-date';
    if (isSameUnit) return 'same-name-unit';
    return a.birthYear !== null && a.birthYear === b.birthYear ? 'same-name-birth-year' : undefined;
  }
  const likeness = isSameUnit ? nameLikeness(a.nameFold, b.nameFold) : undefined;
  return likeness && `name-${likeness}`;
}

function collectiveGround(a: Likeness, b: Likeness): keyof typeof MAIN | undefined {
  const [left, right] = [collectiveName(a.nameFold), collectiveName(b.nameFold)];
  if (left.core === '' || !levelsAgree(left, right)) return undefined;
  if (left.core === right.core) return a.nameFold === b.nameFold ? 'same-name-unit' : 'collective-name';
  const areFiguresEqual = left.core.replace(/\D+/g, ' ') === right.core.replace(/\D+/g, ' ');
  return areFiguresEqual && isWithinOneEdit(left.core, right.core) ? 'name-one-letter' : undefined;
}

function supporting(a: Likeness, b: Likeness, isLineage: boolean, main: keyof typeof MAIN): (keyof typeof BESIDE)[] {
  const grounds: (keyof typeof BESIDE)[] = [];
  const isSameUnit = a.unitId !== null && a.unitId === b.unitId;
  if (isSameUnit && !IMPLY_UNIT.has(main)) grounds.push('same-unit');
  if (!isSameUnit && isLineage) grounds.push('unit-lineage');
  if (a.birthOn !== null && a.birthOn === b.birthOn) {
    if (main !== 'same-name-birth-date') grounds.push('same-birth-date');
  } else if (a.birthYear !== null && a.birthYear === b.birthYear && main !== 'same-name-birth-year')
    grounds.push('same-birth-year');
  if (a.place !== '' && a.place === b.place) grounds.push('same-place');
  return grounds;
}

function contradicting(a: Likeness, b: Likeness): (keyof typeof BESIDE)[] {
  const grounds: (keyof typeof BESIDE)[] = [];
  if (a.cccdIndex !== null && b.cccdIndex !== null && a.cccdIndex !== b.cccdIndex) grounds.push('different-cccd');
  if (a.sex !== null && b.sex !== null && a.sex !== b.sex) grounds.push('different-sex');
  const years = a.birthYear !== null && b.birthYear !== null ? Math.abs(a.birthYear - b.birthYear) : 0;
  if (years > 1) grounds.push('different-birth-year');
  else if (years === 1) grounds.push('birth-year-one-off');
  else if (a.birthOn !== null && b.birthOn !== null && a.birthOn !== b.birthOn) grounds.push('different-birth-date');
  if (a.foundedOn !== null && b.foundedOn !== null && !isSameTime(a.foundedOn, b.foundedOn))
    grounds.push('different-founding');
  return grounds;
}

/** '2009' and '2009-05' do not contradict each other. */
const isSameTime = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);
