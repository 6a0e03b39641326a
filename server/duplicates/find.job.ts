import {
  countLiving,
  type FormerLikeness,
  type LikenessRow,
  listLineage,
  pageByBirth,
  pageByFormerName,
  pageByList,
  pageByName,
  sharedNumbers,
  unitsWithRecipients,
  withName,
  withNumbers,
} from '#db/duplicates/likeness.queries.ts';
import { dropPairsNotFoundSince, putPairs } from '#db/duplicates/pairs.writes.ts';
import type { AppContext } from '#server/core/context.ts';
import { housekeeping } from '#server/core/housekeeping.ts';
import type { JobHandler, JobRun } from '#server/core/job.ts';
import { CollectiveNames, compareSimilarNames, groupsOf } from '#server/duplicates/candidates.ts';
import { PairCollector, UnitFamilies } from '#server/duplicates/pair-collector.ts';

const PAGE = 1_000;
const NUMBERS_AT_ONCE = 200;
const WRITTEN_AT_ONCE = 500;
/** Who bears a name today that somebody gave up. */
const SAME_AT_MOST = 40;
/** Each recipient is looked at by name, by birth and in its unit's list. */
const PASSES = 3;

type Run = Pick<JobRun, 'progress' | 'log' | 'throwIfCancelled'>;
type Scan = { app: AppContext; pairs: PairCollector; families: UnitFamilies; step(rows: number): Promise<void> };

/**
 * Job `duplicates.find`: looks through all recipients for pairs that may be one, and takes pairs out of the queue that
 * are no longer alike. Reads page by page in orders the database keeps anyway, so candidates stand together; never
 * everybody with everybody. Starting again from the top after a crash gives the same queue.
 */
export const findDuplicates: JobHandler = async (app, _payload, run) => scanForPairs(app, run);

/** The search itself. @returns how many pairs were found, and how many left the queue */
export async function scanForPairs(app: AppContext, run: Run): Promise<{ pairCount: number; goneCount: number }> {
  const startedAt = new Date().toISOString();
  const reads = app.db.longReads;
  const families = new UnitFamilies(await listLineage(reads));
  const pairs = new PairCollector(families, app.newId);
  const recipientCount = await countLiving(reads);
  await run.log('duplicate.finding-started', { recipientCount });
  let done = 0;
  let pairCount = 0;
  const write = async () => {
    const found = pairs.take();
    pairCount += found.length;
    if (found.length > 0) await housekeeping(app.db, (tx) => putPairs(tx, found, new Date().toISOString()));
  };
  const scan: Scan = {
    app,
    pairs,
    families,
    async step(rows) {
      done += rows;
      run.throwIfCancelled();
      run.progress(done, recipientCount * PASSES);
      if (pairs.size >= WRITTEN_AT_ONCE) await write();
      await pairs.pause();
    },
  };
  await byNumber(scan);
  await byName(scan);
  await byFormerName(scan);
  await byBirth(scan);
  await byUnit(scan);
  await write();
  const goneCount = await housekeeping(app.db, (tx) => dropPairsNotFoundSince(tx, startedAt));
  // People without a unit or a birth year are not in every pass.
  run.progress(recipientCount * PASSES, recipientCount * PASSES);
  if (pairs.commonGroups > 0) await run.log('duplicate.common-names', { groupCount: pairs.commonGroups });
  await run.log('duplicate.finding-done', { pairCount, goneCount });
  return { pairCount, goneCount };
}

async function byNumber({ app, pairs, step }: Scan): Promise<void> {
  for (let after = ''; ; ) {
    const numbers = await sharedNumbers(app.db.longReads, after, NUMBERS_AT_ONCE);
    const last = numbers.at(-1);
    if (last === undefined) return;
    const rows = await withNumbers(app.db.longReads, numbers, NUMBERS_AT_ONCE * 10);
    for (const group of Map.groupBy(rows, ({ cccdIndex }) => cccdIndex).values()) await pairs.compareGroup(group);
    await step(0);
    after = last;
  }
}

async function byName({ app, pairs, step }: Scan): Promise<void> {
  const pages = pagesOf((last) => pageByName(app.db.longReads, last ? [last.nameFold, last.id] : ['', ''], PAGE), step);
  for await (const group of groupsOf(pages, ({ nameFold }) => nameFold)) await pairs.compareGroup(group);
}

/** Names that were given up, against those who bear them today and each other: a record may have kept the old name. */
async function byFormerName({ app, pairs, step }: Scan): Promise<void> {
  const reads = app.db.longReads;
  const pages = pagesOf(
    (last: FormerLikeness | undefined) => pageByFormerName(reads, last ? [last.nameFold, last.nameId] : ['', ''], PAGE),
    () => step(0),
  );
  for await (const group of groupsOf(pages, ({ nameFold, kind }) => `${nameFold} ${kind}`)) {
    const [{ nameFold, kind }] = group as [FormerLikeness];
    await pairs.compareFormer(group, await withName(reads, nameFold, kind, SAME_AT_MOST));
  }
}

async function byBirth({ app, pairs, step }: Scan): Promise<void> {
  const pages = pagesOf(
    (last) =>
      pageByBirth(
        app.db.longReads,
        last ? [last.unitId ?? '', last.birthYear ?? 0, last.nameFold, last.id] : ['', 0, '', ''],
        PAGE,
      ),
    step,
  );
  for await (const group of groupsOf(pages, ({ unitId, birthYear }) => `${unitId} ${birthYear}`))
    await compareSimilarNames(pairs, group);
}

/** Unit by unit, those of one family together: people whose birth is not known, and collectives. */
async function byUnit({ app, pairs, families, step }: Scan): Promise<void> {
  const units = await unitsWithRecipients(app.db.longReads);
  for (const family of Map.groupBy(units, (unitId) => families.of(unitId)).values()) {
    const collectives = new CollectiveNames(pairs);
    for (const unitId of family) {
      const pages = pagesOf(
        (last) => pageByList(app.db.longReads, unitId, last ? [last.nameSort, last.id] : ['', ''], PAGE),
        step,
      );
      for await (const group of groupsOf(pages, givenName)) {
        for (const row of group) await collectives.add(row);
        // With both years known, the pass by birth has compared them.
        if (group.some(({ birthYear }) => birthYear === null)) await compareSimilarNames(pairs, group);
      }
    }
  }
}

const givenName = ({ nameFold }: LikenessRow): string => nameFold.slice(nameFold.lastIndexOf(' ') + 1);

async function* pagesOf<Row extends LikenessRow>(
  read: (last: Row | undefined) => Promise<Row[]>,
  step: (rows: number) => Promise<void>,
): AsyncGenerator<Row[]> {
  for (let last: Row | undefined; ; ) {
    const page = await read(last);
    yield page;
    await step(page.length);
    if (page.length < PAGE) return;
    last = page.at(-1);
  }
}
