import { sql } from 'kysely';
import type { Reader } from '#db/database.ts';

/** What must hold of the rules that money is computed from; each gives the ids that break it. */
export const invariants = [
  {
    name: 'award-rule-once-a-day',
    sentence: 'Mỗi hình thức khen thưởng có nhiều nhất một phiên bản quy định trong một ngày.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('awardFormVersion as one')
        .innerJoin('awardFormVersion as other', (join) =>
          join.onRef('other.awardCode', '=', 'one.awardCode').onRef('other.id', '>', 'one.id'),
        )
        .select('one.id')
        .where(sql<boolean>`one.valid_from <= coalesce(other.valid_to, '9999')`)
        .where(sql<boolean>`other.valid_from <= coalesce(one.valid_to, '9999')`)
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'base-salary-once-a-day',
    sentence: 'Mỗi ngày có nhiều nhất một mức lương cơ sở.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('baseSalary as one')
        .innerJoin('baseSalary as other', (join) => join.onRef('other.id', '>', 'one.id'))
        .select('one.id')
        .where(sql<boolean>`one.valid_from <= coalesce(other.valid_to, '9999')`)
        .where(sql<boolean>`other.valid_from <= coalesce(one.valid_to, '9999')`)
        .execute();
      return rows.map(({ id }) => id);
    },
  },
];
