import {
  formerNamesOf,
  type LikenessRow,
  listLineage,
  namesOfBirth,
  pageByList,
  withFormerNames,
  withIds,
  withName,
  withNumbers,
} from '#db/duplicates/likeness.queries.ts';
import { dropPairsOf, putPairs } from '#db/duplicates/pairs.writes.ts';
import type { AppContext } from '#server/core/context.ts';
import { housekeeping } from '#server/core/housekeeping.ts';
import { COMMON_FROM, PairCollector, UnitFamilies } from '#server/duplicates/pair-collector.ts';
import { collectiveName } from '#shared/duplicates/collective-name.ts';
import { nameLikeness } from '#shared/duplicates/similar-name.ts';

/** More recipients than this at once are left to the nightly search. */
export const MOST_AT_ONCE = 2_000;
const SAME_AT_MOST = 40;
const NAMES_AT_MOST = 5_000;
const PAGE = 1_000;
const MOST_PAGES = 20;

/**
 * Looks for likely duplicates of these recipients and puts them into the queue; pairs of theirs that are no longer
 * alike leave it. To be called after the commit that made or changed them. What somebody decided stays.
 * It never fails its caller: the nightly search finds what a disturbance left out.
 * @param recipientIds at most MOST_AT_ONCE are looked at
 */
export async function findPairsFor(app: AppContext, recipientIds: readonly string[]): Promise<void> {
  if (recipientIds.length === 0) return;
  try {
    const families = new UnitFamilies(await listLineage(app.db.longReads));
    const collectives: Collectives = new Map();
    for (const id of recipientIds.slice(0, MOST_AT_ONCE)) await findPairsOf(app, families, collectives, id);
  } catch (error) {
    app.log.error({ error }, 'looking for duplicates failed');
  }
}

async function findPairsOf(
  app: AppContext,
  families: UnitFamilies,
  collectives: Collectives,
  id: string,
): Promise<void> {
  const startedAt = new Date().toISOString();
  const [one] = await withIds(app.db.longReads, [id]);
  if (!one) return;
  const pairs = new PairCollector(families, app.newId);
  const candidates = await candidatesOf(app, families, collectives, one);
  const namesakes = new Set(candidates.filter(({ nameFold }) => nameFold === one.nameFold).map((row) => row.id)).size;
  for (const other of candidates) {
    pairs.compare(one, other, namesakes > COMMON_FROM && other.nameFold === one.nameFold);
    await pairs.breathe();
  }
  await compareFormerNames(app, pairs, one);
  const found = pairs.take();
  await housekeeping(app.db, async (tx) => {
    if (found.length > 0) await putPairs(tx, found, new Date().toISOString());
    await dropPairsOf(tx, id, startedAt);
  });
}

/** Its names of before with those who bear or bore them, and its name of today with those who bore it. */
async function compareFormerNames(app: AppContext, pairs: PairCollector, one: LikenessRow): Promise<void> {
  const db = app.db.longReads;
  const before = await formerNamesOf(db, one.id);
  const names = [...new Set([one, ...before].map(({ nameFold }) => nameFold))];
  const bore = (await withFormerNames(db, names, SAME_AT_MOST * 2)).filter(({ id }) => id !== one.id);
  await pairs.compareFormer(
    bore.filter(({ nameFold }) => nameFold === one.nameFold),
    [one],
  );
  for (const former of before) {
    const now = await withName(db, former.nameFold, one.kind, SAME_AT_MOST);
    await pairs.compareFormer([former], [...now, ...bore.filter(({ nameFold }) => nameFold === former.nameFold)]);
  }
}

async function candidatesOf(
  app: AppContext,
  families: UnitFamilies,
  collectives: Collectives,
  one: LikenessRow,
): Promise<LikenessRow[]> {
  const db = app.db.longReads;
  const candidates = await withName(db, one.nameFold, one.kind, SAME_AT_MOST);
  if (one.cccdIndex !== null) candidates.push(...(await withNumbers(db, [one.cccdIndex], SAME_AT_MOST)));
  if (one.unitId === null) return candidates;
  if (one.kind === 'collective') return [...candidates, ...(await collectivesLike(app, families, collectives, one))];
  candidates.push(...(await peopleLike(app, one)));
  if (one.birthYear === null) return candidates;
  const names = await namesOfBirth(db, one.unitId, one.birthYear, NAMES_AT_MOST);
  const similar = names.filter(({ nameFold }) => nameLikeness(nameFold, one.nameFold)).map(({ id }) => id);
  if (similar.length > 0) candidates.push(...(await withIds(db, similar.slice(0, SAME_AT_MOST))));
  return candidates;
}

/** People of the unit with the same given name, one of the two without a year of birth. */
async function peopleLike(app: AppContext, one: LikenessRow): Promise<LikenessRow[]> {
  // The key begins with the given name; two letters of the key are one letter of it, and a space ends it.
  const end = one.nameSort.indexOf('ab');
  const prefix = one.nameSort.slice(0, end < 0 ? one.nameSort.length : end);
  const rows = await pagesOfUnit(
    app,
    one.unitId!,
    prefix,
    (row) => row.nameSort.startsWith(prefix),
    'while they belong',
  );
  const isYearOpen = (row: LikenessRow) => row.birthYear === null || one.birthYear === null;
  return rows.filter((row) => isYearOpen(row) && nameLikeness(row.nameFold, one.nameFold) !== undefined);
}

/** Collectives of a family of units by the words that matter, read once for all that are looked at together. */
type Collectives = Map<string, Map<string, LikenessRow[]>>;

async function collectivesLike(
  app: AppContext,
  families: UnitFamilies,
  collectives: Collectives,
  one: LikenessRow,
): Promise<LikenessRow[]> {
  const family = families.of(one.unitId!);
  const byCore = collectives.get(family) ?? (await collectivesOf(app, families, one.unitId!));
  collectives.set(family, byCore);
  return byCore.get(collectiveName(one.nameFold).core) ?? [];
}

async function collectivesOf(app: AppContext, families: UnitFamilies, unitId: string) {
  const lineage = await listLineage(app.db.longReads);
  const units = new Set([unitId]);
  for (const { ancestorId, descendantId } of lineage)
    if (families.areOne(ancestorId, unitId)) {
      units.add(ancestorId);
      units.add(descendantId);
    }
  const byCore = new Map<string, LikenessRow[]>();
  for (const unit of units)
    for (const row of await pagesOfUnit(app, unit, '', ({ kind }) => kind === 'collective', 'all')) {
      const { core } = collectiveName(row.nameFold);
      const same = byCore.get(core);
      if (same) same.push(row);
      else byCore.set(core, [row]);
    }
  return byCore;
}

async function pagesOfUnit(
  app: AppContext,
  unitId: string,
  from: string,
  belongs: (row: LikenessRow) => boolean,
  read: 'all' | 'while they belong',
): Promise<LikenessRow[]> {
  const rows: LikenessRow[] = [];
  let after: readonly [string, string] = [from, ''];
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await pageByList(app.db.longReads, unitId, after, PAGE);
    rows.push(...page.filter(belongs));
    const last = page.at(-1);
    if (!last || page.length < PAGE || (read === 'while they belong' && !belongs(last))) break;
    after = [last.nameSort, last.id];
  }
  return rows;
}
