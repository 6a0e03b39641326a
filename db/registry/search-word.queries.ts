import { sql } from 'kysely';
import type { Db } from '#db/core/connect.ts';
import type { Reader } from '#db/database.ts';

export type SearchSubject = 'award' | 'recipient';

/** The line that holds how many rows there were; every other line is a beginning of a word with its share. */
export const ALL_ROWS = '';

export async function listSearchWords(db: Reader, subject: SearchSubject): Promise<Map<string, number>> {
  const lines = await db
    .selectFrom('searchWord')
    .select(['word', 'perMillion'])
    .where('subject', '=', subject)
    .execute();
  return new Map(lines.map(({ word, perMillion }) => [word, perMillion]));
}

/** How many rows a table has, near enough for a choice of plan, without counting them one by one where possible. */
export async function roughCount(db: Db, subject: SearchSubject): Promise<number> {
  const rows =
    db.engine === 'sqlite'
      ? sql<{ rows: number }>`select coalesce(max(seq), 0) as rows from ${sql.table(`${subject}_key`)}`
      : sql<{ rows: number }>`select count(*) as rows from ${sql.table(subject)}`;
  return (await rows.execute(db.longReads)).rows[0]!.rows;
}

/**
 * The words of about `size` rows spread over the whole table, in a few pieces.
 *
 * @param rows how many there are (roughCount)
 */
export async function* sampleTexts(
  db: Db,
  subject: SearchSubject,
  rows: number,
  size: number,
): AsyncGenerator<string[]> {
  if (db.engine === 'postgres') {
    const percent = Math.min(100, (100 * size) / Math.max(rows, 1));
    const whole = percent >= 50;
    const { rows: texts } = await sql<{ text: string }>`select search_text as text from ${sql.table(subject)}
      ${whole ? sql`` : sql`tablesample system (${percent})`} limit ${size * 2}`.execute(db.longReads);
    yield texts.map(({ text }) => text);
    return;
  }
  const step = Math.max(1, rows / size);
  const PIECE = 1_000;
  for (let from = 0; from < Math.min(rows, size); from += PIECE) {
    const places = Array.from({ length: PIECE }, (_, at) => 1 + Math.floor((from + at) * step));
    const { rows: texts } = await sql<{
      text: string;
    }>`select t.search_text as text from json_each(${JSON.stringify(places)}) j
      join ${sql.table(`${subject}_key`)} k on k.seq = j.value
      join ${sql.table(subject)} t on t.id = ${sql.ref(`k.${subject}_id`)}`.execute(db.longReads);
    yield texts.map(({ text }) => text);
  }
}
