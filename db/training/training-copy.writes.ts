import type { Db } from '#db/core/connect.ts';
import { type CopyPlan, copyRows } from '#db/core/copy-rows.ts';
import type { DumpedTable, Source } from '#db/core/dump-tables.ts';
import { engineOf } from '#db/core/schema.ts';
import type { Writer } from '#db/database.ts';
import { pledgeHash } from '#db/pledges/pledge.hash.ts';
import { findPledgeContent } from '#db/pledges/pledges.queries.ts';
import { foldAwardCounts } from '#db/registry/award-count.writes.ts';
import { type Disguise, disguiseRow } from '#shared/training/disguise.rules.ts';
import { rulesOf, TRAINING_COLUMNS } from '#shared/training/training-columns.ts';

export type TrainingCopyRequest = Pick<CopyPlan, 'signal' | 'onRows'> & {
  /** Everything of a disguise but what is read here: former names, and sexes that awards do not say. */
  disguise: Omit<Disguise, 'former' | 'sexes'>;
};

/**
 * Fills an empty database with the rows of the real one in disguise: no real name reaches the copy, not even in a page
 * that is written over later.
 *
 * @returns how many rows the copy has
 * @throws Error for a table or column that nobody decided about, before anything is made
 */
export function copyForTraining(from: Db, to: Db, { disguise, ...request }: TrainingCopyRequest): Promise<number> {
  return copyRows(from, to, {
    ...request,
    choose: chosen,
    async changer(source) {
      const whole: Disguise = { ...disguise, former: await formerNames(source), sexes: await sexesOf(source) };
      return (table, row) => disguiseRow(table, row, whole);
    },
    async finish(tx) {
      await freezePledges(tx);
      if (engineOf(tx) === 'postgres') await foldAwardCounts(tx);
    },
  });
}

/** What nobody decided about would be shown, or be missing, in the copy. */
function chosen(tables: readonly DumpedTable[]): DumpedTable[] {
  const undecided = tables.flatMap(({ name, columns }) => {
    if (!Object.hasOwn(TRAINING_COLUMNS, name)) return [name];
    const rules = rulesOf(name);
    return rules ? columns.filter((column) => !rules.has(column)).map((column) => `${name}.${column}`) : [];
  });
  if (undecided.length > 0)
    throw new Error(`nobody decided what becomes of ${undecided.join(', ')} in the training copy`);
  return tables.filter(({ name }) => rulesOf(name) !== undefined);
}

async function formerNames(source: Source): Promise<Disguise['former']> {
  const rows = await source
    .selectFrom('recipientName')
    .innerJoin('recipient', 'recipient.id', 'recipientName.recipientId')
    .select(['recipientName.recipientId', 'recipientName.name', 'recipient.kind', 'recipient.sex'])
    .orderBy('recipientName.id')
    .execute();
  const byRecipient = Map.groupBy(rows, ({ recipientId }) => recipientId);
  return new Map(
    [...byRecipient].map(([id, names]) => [
      id,
      { kind: names[0]!.kind, sex: names[0]!.sex, names: names.map(({ name }) => name) },
    ]),
  );
}

async function sexesOf(source: Source): Promise<Disguise['sexes']> {
  const rows = await source
    .selectFrom('award')
    .innerJoin('recipient', 'recipient.id', 'award.recipientId')
    .select(['recipient.id', 'recipient.sex'])
    .distinct()
    .where('award.sex', 'is', null)
    .where('recipient.sex', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, sex }) => [id, sex!]));
}

/** What was agreed is now the invented text: its hash, and that under each signature, are made of it. */
async function freezePledges(tx: Writer): Promise<void> {
  const pledges = await tx
    .selectFrom('pledge')
    .select(['id', 'contentHash'])
    .where('contentHash', 'is not', null)
    .execute();
  for (const { id, contentHash: before } of pledges) {
    const contentHash = pledgeHash(await findPledgeContent(tx, id));
    await tx.updateTable('pledge').set({ contentHash }).where('id', '=', id).execute();
    await tx
      .updateTable('pledgeSignature')
      .set({ contentHash })
      .where('pledgeId', '=', id)
      .where('contentHash', '=', before)
      .execute();
  }
}
