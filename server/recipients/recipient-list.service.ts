import * as z from 'zod/mini';
import {
  isLatestSeen,
  latestByWords,
  listRecipientsById,
  ofRecipient,
  type RecipientNarrowing,
  recipientsOfAwards,
  recipientTests,
} from '#db/recipients/recipient-list.queries.ts';
import { accessDoors, type Door, doorTest } from '#db/registry/award-conditions.ts';
import type { Found, Key, Order, Test } from '#db/registry/search.queries.ts';
import { linesUp } from '#db/units/lineage.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { ask, find, type Hunt, inOrder } from '#server/registry/find.service.ts';
import { frequenciesOf } from '#server/registry/search-frequency.service.ts';
import { unitReading } from '#server/registry/unit-words.service.ts';
import { decodeCursor, encodeCursor, type Page } from '#shared/core/page.ts';
import { Refusal } from '#shared/core/refusal.ts';
import {
  RECIPIENTS_ON_A_PAGE,
  type RecipientFilters,
  type RecipientListRow,
  type RecipientSort,
  recipientSort,
} from '#shared/recipients/recipients.schema.ts';
import type { SearchNote } from '#shared/registry/registry.schema.ts';
import { type Frequencies, planSearch, readSought, telling } from '#shared/registry/search-plan.rules.ts';
import { searchWords } from '#shared/registry/search-text.ts';
import { ancestorsOf } from '#shared/units/lineage.rules.ts';

const ORDERS: Record<RecipientSort, Order> = {
  'name-asc': { table: 'recipient', column: 'name_sort', descending: false },
  'name-desc': { table: 'recipient', column: 'name_sort', descending: true },
  'latest-desc': { table: 'award', column: 'decided_on', descending: true },
};
const DEFAULT_SORT: RecipientSort = 'name-asc';

const keySchema = z.tuple([recipientSort, z.string().check(z.maxLength(800)), z.string().check(z.maxLength(60))]);

export type RecipientPage = Page<RecipientListRow> & { note?: SearchNote };

/**
 * A page of Tập thể và cá nhân: recipients of an own unit, or with an award this access may see. In the order of the
 * latest award those without one are left out.
 */
export async function recipientPage(
  ctx: ActorContext,
  filters: RecipientFilters,
  signal?: AbortSignal,
  rows: number = RECIPIENTS_ON_A_PAGE,
): Promise<RecipientPage> {
  const { sort = DEFAULT_SORT, cursor } = filters;
  const understood = await understand(ctx, filters);
  const found = await findRecipients(ctx, understood, { sort, after: keyOf(sort, cursor), limit: rows + 1 }, signal);
  const shown = found.slice(0, rows);
  const last = shown.at(-1);
  return {
    rows: await listRecipientsById(
      ctx.db.reads,
      shown.map(({ recipientId }) => recipientId),
      understood.doors,
    ),
    nextCursor: found.length > rows && last ? encodeCursor([sort, last.sort, last.id]) : null,
    ...(understood.note && { note: understood.note }),
  };
}

const EXPORTED_AT_ONCE = 500;

/** Every recipient these filters find in their order, page by page, for exports. */
export async function* eachRecipient(
  ctx: ActorContext,
  filters: Omit<RecipientFilters, 'cursor'>,
  signal?: AbortSignal,
): AsyncGenerator<RecipientListRow[]> {
  const { sort = DEFAULT_SORT } = filters;
  const understood = await understand(ctx, filters);
  for (let after: Key | undefined; ; ) {
    const found = await findRecipients(ctx, understood, { sort, after, limit: EXPORTED_AT_ONCE }, signal);
    const last = found.at(-1);
    if (!last) return;
    const ids = found.map(({ recipientId }) => recipientId);
    yield await ask(ctx.db, (reads) => listRecipientsById(reads, ids, understood.doors), signal);
    if (found.length < EXPORTED_AT_ONCE) return;
    after = [last.sort, last.id];
  }
}

/** @throws Refusal for a cursor of another order */
function keyOf(sort: RecipientSort, cursor: string | undefined): Key | undefined {
  const key = decodeCursor(keySchema, cursor);
  if (!key) return undefined;
  if (key[0] !== sort) throw new Refusal('refused', [{ code: 'award.cursor-of-other-order', field: 'cursor' }]);
  return [key[1], key[2]];
}

type Understood = { note?: SearchNote; readings: RecipientNarrowing[]; doors: Door[] | undefined };

async function understand(ctx: ActorContext, { q, kind, unitId, view }: RecipientFilters): Promise<Understood> {
  const db = ctx.db.reads;
  const sought = readSought(q);
  const doors = await accessDoors(db, ctx.access);
  if (sought.kind === 'id-number' || sought.kind === 'type-more') return { note: sought.kind, readings: [], doors };
  const unitIds = unitId && (view === 'hien-nay' ? ancestorsOf(unitId, await linesUp(db, [unitId])) : [unitId]);
  const base = { kind, unitIds: unitIds || undefined, doors };
  if (sought.kind === 'nothing') return { readings: [{ ...base, words: [] }], doors };
  const units = await unitReading(ctx.db, searchWords(q ?? ''), view ?? 'khi-khen');
  const among = units?.unitIds.filter((id) => base.unitIds?.includes(id) ?? true) ?? [];
  return {
    readings: [
      { ...base, words: sought.words },
      ...(units && among.length > 0 ? [{ ...base, words: telling(units.rest), unitIds: among }] : []),
    ],
    doors,
  };
}

/** `id` is what the place in the order is known by: the recipient, or in the order of the latest award that award. */
type FoundRecipient = Found & { recipientId: string };
type Place = { sort: RecipientSort; after: Key | undefined; limit: number };

async function findRecipients(
  ctx: ActorContext,
  { readings }: Understood,
  { sort, after, limit }: Place,
  signal: AbortSignal | undefined,
): Promise<FoundRecipient[]> {
  const order = ORDERS[sort];
  const frequencies = await frequenciesOf(ctx.db, 'recipient');
  const found = new Map<string, Found>();
  for (const reading of readings) {
    const rows =
      sort === 'latest-desc'
        ? await findLatest(ctx, reading, { after, limit, frequencies }, signal)
        : await find(ctx.db, huntOf(ctx, reading, order, after, limit), frequencies, signal);
    for (const row of rows) found.set(row.id, row);
  }
  const page = [...found.values()].sort(inOrder(order)).slice(0, limit);
  if (sort !== 'latest-desc') return page.map((row) => ({ ...row, recipientId: row.id }));
  const recipientOf = await recipientsOfAwards(
    ctx.db.reads,
    page.map(({ id }) => id),
  );
  return page.flatMap((row) => ({ ...row, recipientId: recipientOf.get(row.id) ?? '' }));
}

function huntOf(
  ctx: ActorContext,
  reading: RecipientNarrowing,
  order: Order,
  after: Key | undefined,
  limit: number,
): Hunt {
  const tests = recipientTests(ctx.db.engine, { ...reading, words: [] });
  const { words, unitIds } = reading;
  // Each unit and each kind has an index in the order of names.
  const door = (column: string) => (value: string) => doorTest({ column, value });
  const doors: Test[] | undefined = unitIds
    ? unitIds.map(door('unit_id'))
    : reading.kind === undefined
      ? undefined
      : [door('kind')(reading.kind)];
  return { order, after, limit, words, doors, tests, allTests: tests };
}

/** What a recipient costs that is met behind an award: two more looks into an index (millionths of a second). */
const LATEST_COSTS = { walked: 12, posting: 0.1, probe: 0.1, match: 25 };

async function findLatest(
  ctx: ActorContext,
  reading: RecipientNarrowing,
  { after, limit, frequencies }: { after: Key | undefined; limit: number; frequencies: Frequencies },
  signal: AbortSignal | undefined,
): Promise<Found[]> {
  const { engine } = ctx.db;
  const plan = planSearch(reading.words, frequencies, { costs: LATEST_COSTS, limit, walks: 1 });
  if (plan.by === 'words')
    return ask(ctx.db, (reads) => latestByWords(reads, engine, reading, plan.indexed, after, limit), signal);
  const tests = [...isLatestSeen(reading), ofRecipient(engine, reading)];
  const hunt: Hunt = { order: ORDERS['latest-desc'], after, limit, words: [], tests, allTests: tests };
  return find(ctx.db, hunt, frequencies, signal);
}
