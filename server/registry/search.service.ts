import { logSensitiveReads } from '#db/care/care.writes.ts';
import { type AwardListRow, listAwards, listAwardsById } from '#db/registry/award-list.queries.ts';
import { countBehindAll, countByWords, countWalk, type Found, type Key, someIds } from '#db/registry/search.queries.ts';
import { linesUp } from '#db/units/lineage.queries.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { cursorOf, huntOf, jumpKey, keyOf, orderOf, type Understood, understand } from '#server/registry/award-hunt.ts';
import { ask, find, type Hunt, inOrder } from '#server/registry/find.service.ts';
import { frequenciesOf } from '#server/registry/search-frequency.service.ts';
import type { Page } from '#shared/core/page.ts';
import { AWARDS_ON_A_PAGE } from '#shared/registry/registry.rules.ts';
import {
  type AwardConditions,
  type AwardCount,
  type AwardFilters,
  type AwardSort,
  MOST_COUNTED,
  type SearchNote,
} from '#shared/registry/registry.schema.ts';
import { ancestorsOf } from '#shared/units/lineage.rules.ts';

/**
 * `note`: why nothing was searched; `alsoUnits`: units whose name stands among the words, so that their awards are
 * there too.
 */
export type AwardPage = Page<AwardListRow> & { note?: SearchNote; alsoUnits?: { id: string; name: string }[] };

const DEFAULT_SORT: AwardSort = 'date-desc';

/**
 * A page of the registry, newest decision first unless another order is asked for. A unit of today stands for all it
 * was formed from: Lào Cai of today finds the awards of Yên Bái.
 */
export async function awardPage(ctx: ActorContext, filters: AwardFilters, signal?: AbortSignal): Promise<AwardPage> {
  const { sort = DEFAULT_SORT, cursor, toYear, ...conditions } = filters;
  const after = keyOf(sort, cursor) ?? jumpKey(sort, toYear);
  const limit = AWARDS_ON_A_PAGE + 1;
  if (isPlain(sort, conditions)) {
    const rows = await plainRows(ctx, conditions, after, limit);
    return pageOf(rows, sort, (row) => [row.decidedOn, row.id]);
  }
  const understood = await understand(ctx, conditions);
  if (!cursor) await logEthnicity(ctx, conditions);
  const found = await findAwards(ctx, understood, { sort, after, limit }, signal);
  const shown = found.slice(0, AWARDS_ON_A_PAGE);
  const last = shown.at(-1);
  return {
    rows: await listAwardsById(
      ctx.db.reads,
      shown.map(({ id }) => id),
    ),
    nextCursor: found.length > AWARDS_ON_A_PAGE && last ? cursorOf(sort, [last.sort, last.id]) : null,
    ...(understood.note && { note: understood.note }),
    ...(understood.units && { alsoUnits: understood.units.shown }),
  };
}

function pageOf(rows: AwardListRow[], sort: AwardSort, keyOfRow: (row: AwardListRow) => Key): AwardPage {
  const shown = rows.slice(0, AWARDS_ON_A_PAGE);
  const last = shown.at(-1);
  return { rows: shown, nextCursor: rows.length > AWARDS_ON_A_PAGE && last ? cursorOf(sort, keyOfRow(last)) : null };
}

/** Only what an index answers by itself: the hot path, asked in the main thread. */
function isPlain(sort: AwardSort, { year: _, unitId: __, view: ___, ...others }: AwardConditions): boolean {
  return sort === DEFAULT_SORT && Object.values(others).every((value) => value === undefined || value === '');
}

async function plainRows(
  ctx: ActorContext,
  { year, unitId, view }: AwardConditions,
  after: Key | undefined,
  limit: number,
) {
  const ofToday = view === 'hien-nay' && unitId !== undefined;
  return listAwards(ctx.db.reads, ctx.access, {
    year,
    ...(ofToday ? { unitIds: ancestorsOf(unitId, await linesUp(ctx.db.reads, [unitId])) } : { unitId }),
    after,
    limit,
  });
}

type Place = { sort: AwardSort; after: Key | undefined; limit: number };

/** The first rows of all readings together, each once. */
async function findAwards(
  ctx: ActorContext,
  { first, readings, doors }: Understood,
  { sort, after, limit }: Place,
  signal: AbortSignal | undefined,
): Promise<Found[]> {
  const order = orderOf(sort);
  const frequencies = await frequenciesOf(ctx.db, 'award');
  const search = async (some: Understood['readings'], from: Key | undefined, most: number) => {
    const found = new Map<string, Found>();
    for (const reading of some) {
      const hunt = huntOf(ctx, reading, { order, after: from, limit: most, doors });
      for (const row of await find(ctx.db, hunt, frequencies, signal)) found.set(row.id, row);
    }
    return [...found.values()].sort(inOrder(order)).slice(0, most);
  };
  if (first.length > 0) {
    // A later page asks the same question as the first one did, so it gets the same answer.
    const preferred = await search(first, after, limit);
    if (preferred.length > 0 || (after && (await search(first, undefined, 1)).length > 0)) return preferred;
  }
  return search(readings, after, limit);
}

/** How many awards these conditions find: exactly up to 10.000, else `isMore`. */
export async function countAwards(
  ctx: ActorContext,
  conditions: AwardConditions,
  signal?: AbortSignal,
): Promise<AwardCount> {
  const { first, readings, doors } = await understand(ctx, conditions);
  await logEthnicity(ctx, conditions);
  const most = MOST_COUNTED + 1;
  const count = async (some: Understood['readings']) => {
    const [only, ...others] = some.map((reading) =>
      huntOf(ctx, reading, { order: orderOf(DEFAULT_SORT), after: undefined, limit: most, doors }),
    );
    if (!only) return 0;
    if (others.length === 0) return countHunt(ctx, only, signal);
    const ids = new Set<string>();
    for (const { words, allTests } of [only, ...others]) {
      for (const id of await ask(
        ctx.db,
        (reads) => someIds(reads, ctx.db.engine, 'award', allTests, words, most),
        signal,
      ))
        ids.add(id);
      if (ids.size >= most) break;
    }
    return ids.size;
  };
  const counted = (first.length > 0 && (await count(first))) || (await count(readings));
  return { count: Math.min(counted, MOST_COUNTED), isMore: counted > MOST_COUNTED };
}

async function countHunt(ctx: ActorContext, hunt: Hunt, signal: AbortSignal | undefined): Promise<number> {
  const { words, allTests, limit, doors, sideDoors, order } = hunt;
  const question = <Result>(work: Parameters<typeof ask<Result>>[1]) => ask(ctx.db, work, signal);
  if (doors?.length === 0) return 0;
  if (words.length > 0) return question((reads) => countByWords(reads, ctx.db.engine, 'award', allTests, words, limit));
  if (sideDoors) return question((reads) => countBehindAll(reads, order, sideDoors, allTests, limit));
  if (doors && !hunt.areApart) return question((reads) => countBehindAll(reads, order, doors, hunt.tests, limit));
  let counted = 0;
  for (const door of doors ?? [undefined]) {
    counted += await countWalk(question, { ...hunt, door }, limit - counted);
    if (counted >= limit) break;
  }
  return counted;
}

const EXPORTED_AT_ONCE = 1_000;

/** Every award these conditions find in the order of the list, page by page, for exports. */
export async function* eachAward(
  ctx: ActorContext,
  { sort = DEFAULT_SORT, ...conditions }: AwardConditions & { sort?: AwardSort | undefined },
  signal?: AbortSignal,
): AsyncGenerator<AwardListRow[]> {
  const understood = await understand(ctx, conditions);
  await logEthnicity(ctx, conditions);
  for (let after: Key | undefined; ; ) {
    const found = await findAwards(ctx, understood, { sort, after, limit: EXPORTED_AT_ONCE }, signal);
    const last = found.at(-1);
    if (!last) return;
    yield await ask(
      ctx.db,
      (reads) =>
        listAwardsById(
          reads,
          found.map(({ id }) => id),
        ),
      signal,
    );
    if (found.length < EXPORTED_AT_ONCE) return;
    after = [last.sort, last.id];
  }
}

/** Each use of the filter by dân tộc is written down before anything is answered: no log, no list. */
async function logEthnicity(ctx: ActorContext, { ethnicity }: AwardConditions): Promise<void> {
  if (ethnicity === undefined) return;
  await commit(ctx, async (tx) => {
    const id = ctx.newId();
    const at = ctx.now().toISOString();
    await logSensitiveReads(tx, [
      { id, at, actorId: ctx.actor.accountId, recipientId: '', field: 'ethnicity-filter', reason: null },
    ]);
    return {
      result: undefined,
      audit: [
        {
          action: 'award.ethnicity-filtered',
          subjectKind: 'award',
          subjectId: id,
          changes: [{ field: 'opened', from: null, to: 'Dân tộc' }],
        },
      ],
    };
  });
}
