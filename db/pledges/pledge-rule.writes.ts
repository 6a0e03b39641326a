import type { Writer } from '#db/database.ts';
import type { PledgeRuleRow } from '#db/pledges/pledge-rule.table.ts';

/** Writes the rule of a year that the caller holds (`lockYear`). */
export async function putPledgeRule(
  tx: Writer,
  { clusterYearId, ...rule }: Omit<PledgeRuleRow, 'version'>,
  version: number,
): Promise<void> {
  await tx
    .insertInto('pledgeRule')
    .values({ clusterYearId, ...rule, version })
    .onConflict((on) => on.column('clusterYearId').doUpdateSet({ ...rule, version }))
    .execute();
}
