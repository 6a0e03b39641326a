import type { Reader } from '#db/database.ts';
import type { PledgeRuleRow } from '#db/pledges/pledge-rule.table.ts';

/** How promises of a year are judged; undefined where nobody said: exactly. */
export function findPledgeRule(db: Reader, clusterYearId: string): Promise<PledgeRuleRow | undefined> {
  return db.selectFrom('pledgeRule').selectAll().where('clusterYearId', '=', clusterYearId).executeTakeFirst();
}

/** Whether the year-end reports of the year were summed up (đã tổng hợp): then the results stand. */
export async function isSummedUp(db: Reader, clusterYearId: string): Promise<boolean> {
  const found = await db
    .selectFrom('report')
    .select('id')
    .where('clusterYearId', '=', clusterYearId)
    .where('period', '=', 'year-end')
    .where('status', '=', 'consolidated')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** What of a year's pledge matters to its rule: whether there is one, and how far it has come. */
export function findPledgeState(db: Reader, clusterYearId: string) {
  return db.selectFrom('pledge').select(['id', 'status']).where('clusterYearId', '=', clusterYearId).executeTakeFirst();
}
