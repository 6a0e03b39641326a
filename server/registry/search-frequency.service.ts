import { setImmediate as turn } from 'node:timers/promises';
import type { Db } from '#db/core/connect.ts';
import {
  ALL_ROWS,
  listSearchWords,
  roughCount,
  type SearchSubject,
  sampleTexts,
} from '#db/registry/search-word.queries.ts';
import { replaceSearchWords } from '#db/registry/search-word.writes.ts';
import { housekeeping } from '#server/core/housekeeping.ts';
import { beginningsOf, type Frequencies, LONGEST_BEGINNING } from '#shared/registry/search-plan.rules.ts';

const SAMPLE = 20_000;
const KEPT_FROM_PER_MILLION = 2_000;
/** Of what is not kept nothing is known but that it is rarer. */
const RARE = 0.0005;
const CACHED_MS = 60_000;
/** Counted again when so much has changed, and once a day. */
const GROWN_BY = 0.2;
const COUNTED_FOR_MS = 24 * 3_600_000;
const ROWS_A_TURN = 200;

type Cached = { at: number; frequencies: Promise<Frequencies> };
const cachedOf = new WeakMap<Db, Partial<Record<SearchSubject, Cached>>>();
const countedAt = new WeakMap<Db, Partial<Record<SearchSubject, number>>>();

/** How often beginnings of words stand in a table, as it was counted last; read again every minute. */
export function frequenciesOf(db: Db, subject: SearchSubject): Promise<Frequencies> {
  const cached = cachedOf.get(db) ?? {};
  cachedOf.set(db, cached);
  const known = cached[subject];
  if (known && Date.now() - known.at < CACHED_MS) return known.frequencies;
  const frequencies = listSearchWords(db.reads, subject).then((lines) => ({
    rows: lines.get(ALL_ROWS) ?? 0,
    shareOf: (beginning: string) => {
      const perMillion = lines.get(beginning.slice(0, LONGEST_BEGINNING));
      return perMillion === undefined ? RARE : perMillion / 1_000_000;
    },
  }));
  cached[subject] = { at: Date.now(), frequencies };
  frequencies.catch(() => delete cached[subject]);
  return frequencies;
}

/** Counts again where nothing was counted yet, where a fifth has come or gone, or where a day has passed. */
export async function sweepSearchWords(db: Db): Promise<void> {
  const counted = countedAt.get(db) ?? {};
  countedAt.set(db, counted);
  for (const subject of ['award', 'recipient'] as const) {
    const rows = await roughCount(db, subject);
    const known = (await listSearchWords(db.reads, subject)).get(ALL_ROWS);
    const isOld = Date.now() - (counted[subject] ?? 0) > COUNTED_FOR_MS && counted[subject] !== undefined;
    counted[subject] ??= Date.now();
    if (known !== undefined && !isOld && Math.abs(rows - known) <= known * GROWN_BY) continue;
    await countSearchWords(db, subject);
    counted[subject] = Date.now();
  }
}

/** Counts the beginnings of the words of some 20.000 rows and keeps those that one row in 500 has. */
export async function countSearchWords(db: Db, subject: SearchSubject): Promise<void> {
  const rows = await roughCount(db, subject);
  const counts = new Map<string, number>();
  let sampled = 0;
  for await (const texts of sampleTexts(db, subject, rows, SAMPLE)) {
    for (const [at, text] of texts.entries()) {
      for (const beginning of beginningsOf(text)) counts.set(beginning, (counts.get(beginning) ?? 0) + 1);
      if (at % ROWS_A_TURN === 0) await turn();
    }
    sampled += texts.length;
  }
  const kept = [...counts]
    .map(([word, count]) => ({ word, perMillion: Math.round((count * 1_000_000) / sampled) }))
    .filter(({ word, perMillion }) => word !== ALL_ROWS && perMillion >= KEPT_FROM_PER_MILLION);
  await housekeeping(db, (tx) => replaceSearchWords(tx, subject, [{ word: ALL_ROWS, perMillion: rows }, ...kept]));
  const cached = cachedOf.get(db);
  if (cached) delete cached[subject];
}
