import pg from 'pg';
import { createdRows } from '#bench/floor/created-rows.ts';
import { type Floor, PAGE, type Row } from '#bench/floor/floor.ts';
import * as statements from '#bench/floor/statements.ts';

const POOL_SIZE = 10;
const INT8 = 20;

/** `pg` with named, so prepared, queries. */
export function postgresFloor(url: string): Floor {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  const pool = new pg.Pool({ connectionString: url, max: POOL_SIZE, types });
  const ask = async (on: pg.Pool | pg.PoolClient, name: string, text: string, values: readonly unknown[]) =>
    (await on.query<Row>({ name, text, values: [...values] })).rows;
  return {
    list: async ({ year, unitId }) => ({ rows: await ask(pool, 'list', statements.LIST, [year, unitId, PAGE]) }),
    deep: async ({ after }) => ({ rows: await ask(pool, 'deep', statements.DEEP, [...after, PAGE]) }),
    async aggregate() {
      const [facets, byYear] = await Promise.all([
        ask(pool, 'aggregate', statements.AGGREGATE, []),
        ask(pool, 'by-year', statements.BY_YEAR, []),
      ]);
      return { total: 0, facets, byYear };
    },
    async byId({ id }) {
      const [found] = await ask(pool, 'award', statements.AWARD, [id]);
      if (!found) throw new Error(`no award ${id}`);
      const [certificates, others] = await Promise.all([
        ask(pool, 'certificates', statements.CERTIFICATES, [id]),
        ask(pool, 'others', statements.OTHER_AWARDS, [found.recipientId, id]),
      ]);
      return { ...found, certificates, others };
    },
    async create(input) {
      const rows = createdRows(input);
      const client = await pool.connect();
      try {
        await client.query('begin');
        await ask(client, 'recipient', statements.INSERT_RECIPIENT, rows.recipient);
        await ask(client, 'insert', statements.INSERT_AWARD, rows.award);
        await ask(client, 'entry', statements.INSERT_AUDIT_ENTRY, rows.auditEntry);
        await ask(client, 'changes', statements.INSERT_AUDIT_CHANGES, rows.auditChanges);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
      return { id: rows.id };
    },
    close: () => pool.end(),
  };
}
