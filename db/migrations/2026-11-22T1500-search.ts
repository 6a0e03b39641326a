import { type Kysely, sql } from 'kysely';
import { engineOf, int8, table } from '#db/core/schema.ts';
import { awardSearchText, nameSortKey, recipientSearchText } from '#shared/registry/search-text.ts';

const AT_ONCE = 1_000;

/**
 * Finding by words and in Vietnamese order: `search_text` holds folded words, `name_sort` the place in a list. Words
 * are indexed by the database itself (FTS5, GIN), so no writer can forget them. `search_word` holds how often a
 * beginning of a word stands in the registry, by which a search chooses its plan.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  const isPostgres = engineOf(db) === 'postgres';
  const text = isPostgres ? sql`text collate "C"` : 'text';
  for (const name of ['award', 'recipient']) {
    await db.schema
      .alterTable(name)
      .addColumn('search_text', text, (c) => c.notNull().defaultTo(''))
      .execute();
    await db.schema
      .alterTable(name)
      .addColumn('name_sort', text, (c) => c.notNull().defaultTo(''))
      .execute();
  }
  await fillAwards(db);
  await fillRecipients(db);

  await table(db, 'search_word')
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('word', text, (c) => c.notNull())
    .addColumn('per_million', int8(db), (c) => c.notNull())
    .addPrimaryKeyConstraint('search_word_pk', ['subject', 'word'])
    .execute();

  if (isPostgres) await addBeginnings(db);
  for (const name of ['award', 'recipient']) await (isPostgres ? indexPostgres(db, name) : indexSqlite(db, name));

  await db.schema.createIndex('award_name_idx').on('award').columns(['name_sort', 'id']).execute();
  await db.schema.createIndex('award_form_idx').on('award').columns(['award_code', 'decided_on', 'id']).execute();
  await db.schema.createIndex('recipient_name_sort_idx').on('recipient').columns(['name_sort', 'id']).execute();
  await db.schema.createIndex('recipient_unit_idx').on('recipient').columns(['unit_id', 'name_sort', 'id']).execute();
  await db.schema.createIndex('recipient_kind_idx').on('recipient').columns(['kind', 'name_sort', 'id']).execute();
  await db.schema
    .createIndex('recipient_sensitive_ethnicity_idx')
    .on('recipient_sensitive')
    .columns(['ethnicity_code', 'recipient_id'])
    .execute();
}

// biome-ignore lint/suspicious/noExplicitAny: see above
async function indexPostgres(db: Kysely<any>, name: string): Promise<void> {
  await sql`create index ${sql.raw(`${name}_words_idx`)} on ${sql.table(name)}
    using gin (search_beginnings(search_text))`.execute(db);
}

/**
 * Every beginning of every word up to seven letters, the longest syllable there is; a word that begins with a digit
 * also whole, with a point behind it ("123."). Looked up as equal values, they are thirty times as quick as
 * `tsquery` with ':*', which reads all that begins with a common word.
 */
// biome-ignore lint/suspicious/noExplicitAny: see above
async function addBeginnings(db: Kysely<any>): Promise<void> {
  await sql`create function search_beginnings(words text) returns text[]
    language sql immutable strict parallel safe as $body$
      select array(
        select left(word, letters) from unnest(string_to_array(words, ' ')) as word,
          generate_series(1, least(length(word), 7)) as letters
        union select word || '.' from unnest(string_to_array(words, ' ')) as word where word ~ '^[0-9]')
    $body$`.execute(db);
}

/**
 * Words only, no positions: a third of the size, and it is all a list needs. Beginnings of up to six letters (most
 * syllables end there) are indexed like words, so that a rare word steps through a common one instead of reading it. The number of a row goes through
 * `<name>_key`, because the hidden row number of a table may change when the file is compacted.
 */
// biome-ignore lint/suspicious/noExplicitAny: see above
async function indexSqlite(db: Kysely<any>, name: string): Promise<void> {
  const key = sql.table(`${name}_key`);
  const words = sql.table(`${name}_words`);
  const id = sql.ref(`${name}_id`);
  await sql`create table ${key} (seq integer primary key, ${id} text not null unique) strict`.execute(db);
  await sql`create virtual table ${words} using fts5(search_text, content='', contentless_delete=1, detail='none',
    prefix='1 2 3 4 5 6', tokenize='ascii')`.execute(db);
  await sql`insert into ${key} (${id}) select id from ${sql.table(name)} order by id`.execute(db);
  await sql`insert into ${words} (rowid, search_text)
    select k.seq, t.search_text from ${key} k join ${sql.table(name)} t on t.id = k.${id} order by k.seq`.execute(db);
  const seqOf = (row: 'new' | 'old') => sql`(select seq from ${key} where ${id} = ${sql.ref(`${row}.id`)})`;
  await sql`create trigger ${sql.table(`${name}_words_insert`)} after insert on ${sql.table(name)} begin
    insert into ${key} (${id}) values (new.id);
    insert into ${words} (rowid, search_text) values (${seqOf('new')}, new.search_text);
  end`.execute(db);
  await sql`create trigger ${sql.table(`${name}_words_update`)} after update of search_text on ${sql.table(name)}
    when old.search_text <> new.search_text begin
    update ${words} set search_text = new.search_text where rowid = ${seqOf('new')};
  end`.execute(db);
  await sql`create trigger ${sql.table(`${name}_words_delete`)} after delete on ${sql.table(name)} begin
    delete from ${words} where rowid = ${seqOf('old')};
    delete from ${key} where ${id} = old.id;
  end`.execute(db);
}

// biome-ignore lint/suspicious/noExplicitAny: see above
async function fillAwards(db: Kysely<any>): Promise<void> {
  await eachPage(db, 'award', ['printed_name', 'printed_place', 'decision_number', 'recipient_kind'], (row) => ({
    search_text: awardSearchText({
      printedName: row.printed_name,
      printedPlace: row.printed_place,
      decisionNumber: row.decision_number,
    }),
    name_sort: nameSortKey(row.printed_name, row.recipient_kind),
  }));
}

// biome-ignore lint/suspicious/noExplicitAny: see above
async function fillRecipients(db: Kysely<any>): Promise<void> {
  await eachPage(db, 'recipient', ['name', 'place', 'kind'], (row) => ({
    search_text: recipientSearchText({ name: row.name, place: row.place }),
    name_sort: nameSortKey(row.name, row.kind),
  }));
}

async function eachPage(
  // biome-ignore lint/suspicious/noExplicitAny: see above
  db: Kysely<any>,
  name: string,
  columns: string[],
  // biome-ignore lint/suspicious/noExplicitAny: see above
  valuesOf: (row: any) => Record<string, string>,
): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom(name)
      .select(['id', ...columns])
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    for (const row of rows) await db.updateTable(name).set(valuesOf(row)).where('id', '=', row.id).execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
