/** Kept by triggers row by row; made at once after a bulk insert, because a million triggers take minutes. */

const PROPERTIES = [
  ['form', 'award_code'],
  ['kind', 'recipient_kind'],
  ['way', 'way'],
  ['class', 'person_class'],
  ['sex', 'sex'],
  ['area', 'area_class'],
  ['field', "nullif(field, '')"],
  ['status', 'status'],
] as const;

/** All of `award_count`. test/bench holds it against the invariants. */
export const FILL_AWARD_COUNT = `insert into award_count (unit_id, year, dimension, value, awards) ${PROPERTIES.flatMap(
  ([dimension, column]) =>
    ['unit_id', "''"].map(
      (unit) => `select ${unit}, year, '${dimension}', ${column}, count(*) from award
        where ${column} is not null ${dimension === 'status' ? '' : "and status = 'active'"} group by 1, 2, 4`,
    ),
).join(' union all ')}`;

/** The words of a table on SQLite, as its triggers write them. */
export function fillWords(name: 'award' | 'recipient'): string {
  return `insert into ${name}_key (${name}_id) select id from ${name} order by id;
    insert into ${name}_words (rowid, search_text)
      select k.seq, t.search_text from ${name}_key k join ${name} t on t.id = k.${name}_id order by k.seq;`;
}
