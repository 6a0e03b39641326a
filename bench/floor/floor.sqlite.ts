import Sqlite from 'better-sqlite3';
import { createdRows } from '#bench/floor/created-rows.ts';
import { type Floor, PAGE, type Row } from '#bench/floor/floor.ts';
import * as statements from '#bench/floor/statements.ts';

/** better-sqlite3 with prepared statements and the application's own pragmas, reads and writes through one handle each. */
export function sqliteFloor(file: string): Floor {
  const writer = new Sqlite(file);
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  const reader = new Sqlite(file, { readonly: true });
  reader.pragma('cache_size = -65536');
  const prepared = (database: Sqlite.Database, sql: string) => database.prepare(statements.forSqlite(sql));
  const list = prepared(reader, statements.LIST);
  const deep = prepared(reader, statements.DEEP);
  const facets = prepared(reader, statements.AGGREGATE);
  const byYear = prepared(reader, statements.BY_YEAR);
  const award = prepared(reader, statements.AWARD);
  const certificates = prepared(reader, statements.CERTIFICATES);
  const others = prepared(reader, statements.OTHER_AWARDS);
  const recipient = prepared(writer, statements.INSERT_RECIPIENT);
  const insertAward = prepared(writer, statements.INSERT_AWARD);
  const auditEntry = prepared(writer, statements.INSERT_AUDIT_ENTRY);
  const auditChanges = prepared(writer, statements.INSERT_AUDIT_CHANGES);
  const insert = writer.transaction((rows: ReturnType<typeof createdRows>) => {
    recipient.run(rows.recipient);
    insertAward.run(rows.award);
    auditEntry.run(rows.auditEntry);
    auditChanges.run(rows.auditChanges);
  });
  return {
    list: ({ year, unitId }) => ({ rows: list.all(year, unitId, PAGE) as Row[] }),
    deep: ({ after }) => ({ rows: deep.all(...after, PAGE) as Row[] }),
    aggregate: () => ({ total: 0, facets: facets.all(), byYear: byYear.all() }),
    byId({ id }) {
      const found = award.get(id) as Row;
      return { ...found, certificates: certificates.all(id), others: others.all(found.recipientId, id) };
    },
    create(input) {
      const rows = createdRows(input);
      insert.immediate(rows);
      return { id: rows.id };
    },
    async close() {
      reader.close();
      writer.close();
    },
  };
}
