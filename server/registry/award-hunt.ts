import * as z from 'zod/mini';
import { listAwardForms } from '#db/awards/awards.queries.ts';
import type { Reader } from '#db/database.ts';
import { findRunName } from '#db/imports/imports.queries.ts';
import {
  type AwardNarrowing,
  accessDoors,
  awardTests,
  behindSome,
  type Door,
  doorTest,
  narrowingDoors,
  ofPeople,
} from '#db/registry/award-conditions.ts';
import { firstAndLastYear, listFields } from '#db/registry/registry.queries.ts';
import type { Key, Order } from '#db/registry/search.queries.ts';
import { linesUp } from '#db/units/lineage.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import type { Hunt } from '#server/registry/find.service.ts';
import { type UnitReading, unitReading } from '#server/registry/unit-words.service.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { fold } from '#shared/core/fold.ts';
import { decodeCursor, encodeCursor } from '#shared/core/page.ts';
import { notFound, Refusal } from '#shared/core/refusal.ts';
import { type AwardConditions, type AwardSort, awardSort, type SearchNote } from '#shared/registry/registry.schema.ts';
import { readSought, telling } from '#shared/registry/search-plan.rules.ts';
import { searchWords } from '#shared/registry/search-text.ts';
import { ancestorsOf } from '#shared/units/lineage.rules.ts';

const ORDERS: Record<AwardSort, Order> = {
  'date-desc': { table: 'award', column: 'decided_on', descending: true },
  'date-asc': { table: 'award', column: 'decided_on', descending: false },
  'name-asc': { table: 'award', column: 'name_sort', descending: false },
  'name-desc': { table: 'award', column: 'name_sort', descending: true },
};
export const orderOf = (sort: AwardSort): Order => ORDERS[sort];

const keySchema = z.tuple([awardSort, z.string().check(z.maxLength(800)), z.string().check(z.maxLength(60))]);

export const cursorOf = (sort: AwardSort, [value, id]: Key): string => encodeCursor([sort, value, id]);

/** @throws Refusal for a cursor of another order: its place means nothing in this one */
export function keyOf(sort: AwardSort, cursor: string | undefined): Key | undefined {
  const key = decodeCursor(keySchema, cursor);
  if (!key) return undefined;
  if (key[0] !== sort) throw new Refusal('refused', [{ code: 'award.cursor-of-other-order', field: 'cursor' }]);
  return [key[1], key[2]];
}

/** Where a jump to a year begins; in an order by name it says nothing. */
export function jumpKey(sort: AwardSort, toYear: number | undefined): Key | undefined {
  if (toYear === undefined) return undefined;
  if (sort === 'date-desc') return [`${toYear}-12-31`, '~'];
  return sort === 'date-asc' ? [`${toYear}-01-01`, ''] : undefined;
}

/** One way of understanding what was typed. */
export type Reading = AwardNarrowing & { words: readonly string[] };

/**
 * What was typed and chosen, understood. `readings` are searched together, `first` before them: if it finds anything,
 * they are not asked.
 */
export type Understood = {
  note?: SearchNote;
  first: Reading[];
  readings: Reading[];
  units?: UnitReading | undefined;
  doors: Door[] | undefined;
};

export async function understand(ctx: ActorContext, conditions: AwardConditions): Promise<Understood> {
  const sought = readSought(conditions.q);
  const doors = await accessDoors(ctx.db.reads, ethnicityAccess(ctx, conditions));
  if (sought.kind === 'id-number' || sought.kind === 'type-more')
    return { note: sought.kind, first: [], readings: [], doors };
  const base = await narrowingOf(ctx, conditions);
  if (base === undefined) return { first: [], readings: [], doors };
  if (sought.kind === 'nothing') return { first: [], readings: variants(base), doors };
  const words = (some: readonly string[]) => telling([...base.words, ...some]);
  const units = await unitReading(ctx.db, searchWords(conditions.q ?? ''), conditions.view ?? 'khi-khen');
  const { unitIds } = base;
  const among = units?.unitIds.filter((id) => unitIds?.includes(id) ?? true) ?? [];
  return {
    first:
      sought.number === undefined || base.decisionNumber !== undefined
        ? []
        : variants({ ...base, words: words(sought.words), decisionNumber: sought.number }),
    readings: [
      ...variants({ ...base, words: words(sought.words) }),
      ...(units && among.length > 0 ? variants({ ...base, words: words(units.rest), unitIds: among }) : []),
    ],
    ...(among.length > 0 && { units }),
    doors,
  };
}

/**
 * The number of a decision is a whole word: 12 is not 123. Those under ten are written with a nought before them and
 * typed without: both are looked for.
 */
function variants(reading: Reading): Reading[] {
  const bare = reading.decisionNumber?.replace(/^0+(?=\d)/, '');
  if (bare === undefined) return [reading];
  const others = reading.words.filter((word) => word !== reading.decisionNumber);
  const spelled = bare.length === 1 ? [bare, `0${bare}`] : [bare];
  return spelled.map((word) => ({ ...reading, decisionNumber: bare, words: [...others, `${word} `] }));
}

/** Filters with everything looked up that they name; undefined: nothing can be found by them. */
async function narrowingOf(ctx: ActorContext, conditions: AwardConditions): Promise<Reading | undefined> {
  const { year, yearFrom, yearTo, unitId, level, awardCode, view } = conditions;
  const db = ctx.db.reads;
  let years: readonly [number, number] | undefined;
  if (year !== undefined || yearFrom !== undefined || yearTo !== undefined) {
    const { firstYear, lastYear } = await firstAndLastYear(db);
    if (firstYear === null || lastYear === null) return undefined;
    years = [
      Math.max(year ?? firstYear, yearFrom ?? firstYear, firstYear),
      Math.min(year ?? lastYear, yearTo ?? lastYear, lastYear),
    ];
    if (years[0] > years[1]) return undefined;
  }
  let awardCodes = awardCode === undefined ? undefined : [awardCode as string];
  if (level !== undefined) {
    const ofLevel = (await listAwardForms(db)).filter((form) => form.level === level).map(({ code }) => code);
    awardCodes = awardCodes ? awardCodes.filter((code) => ofLevel.includes(code)) : ofLevel;
    if (awardCodes.length === 0) return undefined;
  }
  const { kind, personClass, sex, areaClass, field, way, status, ethnicity, decisionId, decision } = conditions;
  const { importRunId } = conditions;
  if (importRunId !== undefined) await requireRun(ctx, importRunId);
  const [first, ...others] = searchWords(decision ?? '').filter((word, at) => at > 0 || word !== 'so');
  const isNumbered = first !== undefined && /^\d+$/.test(first);
  return {
    years,
    unitIds: unitId && (view === 'hien-nay' ? ancestorsOf(unitId, await linesUp(db, [unitId])) : [unitId]),
    awardCodes,
    kind,
    personClass,
    sex,
    areaClass,
    fields: field ? await spellingsOf(db, field) : undefined,
    way,
    status,
    ethnicity,
    decisionId,
    importRunId,
    decisionNumber: isNumbered ? first : undefined,
    words: first === undefined ? [] : telling([first, ...others]),
  };
}

/** Lĩnh vực are typed freely: 'giao duc' means 'Giáo dục' and 'giáo dục', whichever the registry has. */
async function spellingsOf(db: Reader, field: string): Promise<string[]> {
  const wanted = fold(field);
  return [...new Set([field, ...(await listFields(db)).filter((one) => fold(one) === wanted)])];
}

/** What a file held is told to whom may see the import. @throws Refusal import.not-found */
async function requireRun(ctx: ActorContext, id: string): Promise<void> {
  const access = accessFor(ctx.actor, 'imports.byId');
  if (!access || !(await findRunName(ctx.db.reads, access, id))) throw notFound('import');
}

/** Who narrows down by dân tộc sees only what the permission for that lets them see. */
function ethnicityAccess(ctx: ActorContext, { ethnicity }: AwardConditions) {
  if (ethnicity === undefined) return ctx.access;
  const access = accessFor(ctx.actor, 'awards.filterEthnicity');
  if (!access) throw new Refusal('forbidden', [{ code: 'award.ethnicity-not-allowed', field: 'ethnicity' }]);
  return access;
}

/** A reading as a hunt: which ways in there are for this order, and what each leaves to be tried. */
export function huntOf(
  ctx: ActorContext,
  reading: Reading,
  { order, after, limit, doors }: { order: Order; after: Key | undefined; limit: number; doors: Door[] | undefined },
): Hunt {
  const { engine } = ctx.db;
  const { words, ...narrowing } = reading;
  const scope = doors ? [behindSome(engine, doors)] : [];
  const common = { order, after, limit, words, allTests: [...awardTests(engine, narrowing), ...scope] };
  if (doors?.length === 0) return { ...common, doors: [], tests: [] };
  if (narrowing.decisionId !== undefined)
    return {
      ...common,
      sideDoors: [doorTest({ column: 'decision_id', value: narrowing.decisionId })],
      isFew: true,
      tests: common.allTests,
    };
  // Narrower than what anybody may see: the import first, then whether a row of it is in reach.
  if (narrowing.importRunId !== undefined) {
    const door = [doorTest({ column: 'import_run_id', value: narrowing.importRunId })];
    const tests = [...awardTests(engine, narrowing, ['importRunId']), ...scope];
    if (order.column === 'name_sort') return { ...common, tests: common.allTests, sideDoors: door };
    return { ...common, doors: door, areApart: true, tests };
  }
  const narrowed = narrowingDoors(narrowing);
  const people = narrowing.ethnicity === undefined ? undefined : [ofPeople(narrowing.ethnicity)];
  const sides = doors ?? narrowed?.doors;
  if (order.column === 'name_sort')
    return { ...common, tests: common.allTests, sideDoors: people ?? sides?.map(doorTest) };
  if (doors) return { ...common, sideDoors: people, doors: doors.map(doorTest), tests: awardTests(engine, narrowing) };
  if (narrowed)
    return {
      ...common,
      sideDoors: people,
      areApart: true,
      doors: narrowed.doors.map(doorTest),
      tests: awardTests(engine, narrowing, narrowed.done),
    };
  return { ...common, sideDoors: people, tests: common.allTests };
}
