import { sql, type UpdateObject } from 'kysely';
import { lockRows } from '#db/core/lock-rows.ts';
import type { Database, Writer } from '#db/database.ts';
import { renewFindable } from '#db/recipients/recipient-page.writes.ts';
import { findable } from '#db/registry/registry.writes.ts';

const AT_ONCE = 500;

/** Awards as an undo asks: at which version, and whether anything else hangs on them. Held until the end. */
export async function findAwardStates(tx: Writer, ids: readonly string[]) {
  const rows = [];
  for (const part of parts(ids)) {
    await lockRows(tx, 'award', part);
    rows.push(
      ...(await tx
        .selectFrom('award')
        .select(['award.id', 'award.version'])
        .select(
          sql<number>`exists (select 1 from certificate c where c.award_id = award.id)
            or award.decision_id is not null`.as('used'),
        )
        .where('award.id', 'in', part)
        .execute()),
    );
  }
  return rows.map(({ used, ...row }) => ({ ...row, isUsed: isTrue(used) }));
}

const isTrue = (value: unknown): boolean => value === 1 || value === true;

/** Recipients likewise: used where any other record names them. Likely duplicates that a search found do not count. */
export async function findRecipientStates(tx: Writer, ids: readonly string[]) {
  const rows = [];
  for (const part of parts(ids)) {
    await lockRows(tx, 'recipient', part);
    rows.push(
      ...(await tx
        .selectFrom('recipient')
        .selectAll('recipient')
        .select(
          sql<number>`exists (select 1 from award a where a.recipient_id = recipient.id)
            or exists (select 1 from nomination n where n.recipient_id = recipient.id)
            or exists (select 1 from recipient_hold h where h.recipient_id = recipient.id)
            or exists (select 1 from recipient_name m where m.recipient_id = recipient.id)
            or exists (select 1 from recipient_post o where o.recipient_id = recipient.id)
            or exists (select 1 from recipient_line l where l.from_recipient_id = recipient.id
              or l.to_recipient_id = recipient.id)
            or exists (select 1 from recipient_merge g where g.kept_id = recipient.id or g.merged_id = recipient.id)
            or exists (select 1 from recipient_pair p where (p.first_id = recipient.id or p.second_id = recipient.id)
              and p.status not in ('open', 'gone'))
            or exists (select 1 from file f where f.subject_kind = 'recipient' and f.subject_id = recipient.id)
            or exists (select 1 from recipient r where r.merged_into = recipient.id)
            or recipient.merged_into is not null`.as('used'),
        )
        .where('recipient.id', 'in', part)
        .execute()),
    );
  }
  return rows.map(({ used, ...row }) => ({ ...row, isUsed: isTrue(used) }));
}

/** Takes awards out of the registry that an import brought by mistake. */
export async function deleteAwards(tx: Writer, ids: readonly string[]): Promise<void> {
  for (const part of parts(ids)) await tx.deleteFrom('award').where('id', 'in', part).execute();
}

/** Takes recipients away that an import made, with what a search for doubles said of them. */
export async function deleteRecipients(tx: Writer, ids: readonly string[]): Promise<void> {
  for (const part of parts(ids)) {
    await tx
      .deleteFrom('recipientPair')
      .where((eb) => eb.or([eb('firstId', 'in', part), eb('secondId', 'in', part)]))
      .where('status', 'in', ['open', 'gone'])
      .execute();
    await tx.deleteFrom('recipientSensitive').where('recipientId', 'in', part).execute();
    await tx.deleteFrom('recipient').where('id', 'in', part).execute();
  }
}

/**
 * Changes fields of an award that is still at this version, with the words it is found by.
 * @returns false when somebody was quicker
 */
export async function patchAward(
  tx: Writer,
  id: string,
  version: number,
  patch: UpdateObject<Database, 'award'>,
): Promise<boolean> {
  const before = await tx.selectFrom('award').selectAll().where('id', '=', id).executeTakeFirst();
  if (!before || before.version !== version) return false;
  const { searchText, nameSort } = findable({ ...before, ...(patch as object) });
  const { numUpdatedRows } = await tx
    .updateTable('award')
    .set({ ...patch, searchText: searchText!, nameSort: nameSort!, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The same of a recipient. */
export async function patchRecipient(
  tx: Writer,
  id: string,
  version: number,
  patch: UpdateObject<Database, 'recipient'>,
): Promise<boolean> {
  const before = await tx.selectFrom('recipient').selectAll().where('id', '=', id).executeTakeFirst();
  if (!before || before.version !== version) return false;
  const { numUpdatedRows } = await tx
    .updateTable('recipient')
    .set({ ...patch, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  // From every name it bore, not only from the one in the file.
  await renewFindable(tx, id);
  return numUpdatedRows === 1n;
}

function parts(ids: readonly string[]): string[][] {
  const list: string[][] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) list.push(ids.slice(from, from + AT_ONCE));
  return list;
}
