import type { UpdateObject } from 'kysely';
import { lockRows } from '#db/core/lock-rows.ts';
import type { Database, Writer } from '#db/database.ts';
import {
  type MergeSnapshot,
  MOVED_TABLES,
  type MovedTable,
  type StoredEthnicity,
} from '#db/duplicates/merge-snapshot.ts';
import type { NewRecipientMerge, NewRecipientName, RecipientRow } from '#db/recipients/recipients.table.ts';

/** Rows per statement. */
const AT_ONCE = 500;

/**
 * Holds two recipients until the transaction ends, with their units first: whoever gives an award to somebody of a unit
 * holds the unit, so none comes to a record while it goes into another. Gives the rows as they are then.
 */
export async function lockRecipients(tx: Writer, ids: readonly string[]): Promise<RecipientRow[]> {
  const seen = await tx.selectFrom('recipient').select('unitId').where('id', 'in', ids).execute();
  const units = seen.map(({ unitId }) => unitId).filter((unitId) => unitId !== null);
  await lockRows(tx, 'unit', [...new Set(units)]);
  await lockRows(tx, 'recipient', ids);
  return tx.selectFrom('recipient').selectAll().where('id', 'in', ids).orderBy('id').execute();
}

/** Gives every row of the one recipient to the other; what goes over is told by ids. */
export async function moveBelongings(tx: Writer, fromId: string, toId: string) {
  const moved = Object.fromEntries(MOVED_TABLES.map((table) => [table, []])) as never as Record<MovedTable, string[]>;
  for (const table of MOVED_TABLES) {
    const rows = await tx
      .updateTable(table as 'award')
      .set({ recipientId: toId })
      .where('recipientId', '=', fromId)
      .returning('id')
      .execute();
    moved[table] = rows.map(({ id }) => id).sort();
  }
  const files = await tx
    .updateTable('file')
    .set({ subjectId: toId })
    .where('subjectKind', '=', 'recipient')
    .where('subjectId', '=', fromId)
    .returning('id')
    .execute();
  const compressed = await tx
    .updateTable('recipient')
    .set({ mergedInto: toId })
    .where('mergedInto', '=', fromId)
    .returning('id')
    .execute();
  return {
    moved,
    files: files.map(({ id }) => id).sort(),
    compressed: compressed.map(({ id }) => id).sort(),
    ...(await moveLines(tx, fromId, toId)),
  };
}

/** Sáp nhập, chia tách: a line from a recipient to itself, or one that is there already, falls away. */
async function moveLines(
  tx: Writer,
  fromId: string,
  toId: string,
): Promise<Pick<MergeSnapshot, 'lines' | 'droppedLines'>> {
  const all = await tx
    .selectFrom('recipientLine')
    .selectAll()
    .where((eb) => eb.or([eb('fromRecipientId', 'in', [fromId, toId]), eb('toRecipientId', 'in', [fromId, toId])]))
    .orderBy('id')
    .execute();
  const lines: MergeSnapshot['lines'] = [];
  const droppedLines: MergeSnapshot['droppedLines'] = [];
  const ends = (line: { fromRecipientId: string; toRecipientId: string }) =>
    `${line.fromRecipientId} ${line.toRecipientId}`;
  const taken = new Set(all.filter((line) => !ends(line).includes(fromId)).map(ends));
  for (const line of all) {
    const column = line.fromRecipientId === fromId ? 'fromRecipientId' : 'toRecipientId';
    if (line[column] !== fromId) continue;
    const moved = { ...line, [column]: toId };
    if (moved.fromRecipientId === moved.toRecipientId || taken.has(ends(moved))) {
      await tx.deleteFrom('recipientLine').where('id', '=', line.id).execute();
      droppedLines.push(line);
      continue;
    }
    taken.add(ends(moved));
    await tx
      .updateTable('recipientLine')
      .set({ [column]: toId })
      .where('id', '=', line.id)
      .execute();
    lines.push({ id: line.id, column });
  }
  return { lines, droppedLines };
}

/** The way back: what is still with the recipient that was kept. Gives how many rows have gone elsewhere since. */
export async function moveBelongingsBack(
  tx: Writer,
  { moved, files, compressed, lines, droppedLines }: MergeSnapshot,
  keptId: string,
  mergedId: string,
): Promise<number> {
  let elsewhere = 0;
  for (const table of MOVED_TABLES)
    for (const ids of portions(moved[table])) {
      const { numUpdatedRows } = await tx
        .updateTable(table as 'award')
        .set({ recipientId: mergedId })
        .where('id', 'in', ids)
        .where('recipientId', '=', keptId)
        .executeTakeFirst();
      elsewhere += ids.length - Number(numUpdatedRows);
    }
  for (const ids of portions(files))
    await tx
      .updateTable('file')
      .set({ subjectId: mergedId })
      .where('id', 'in', ids)
      .where('subjectId', '=', keptId)
      .execute();
  for (const ids of portions(compressed))
    await tx
      .updateTable('recipient')
      .set({ mergedInto: mergedId })
      .where('id', 'in', ids)
      .where('mergedInto', '=', keptId)
      .execute();
  for (const { id, column } of lines)
    await tx
      .updateTable('recipientLine')
      .set({ [column]: mergedId })
      .where('id', '=', id)
      .where(column, '=', keptId)
      .execute();
  if (droppedLines.length > 0)
    await tx
      .insertInto('recipientLine')
      .values(droppedLines)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return elsewhere;
}

function* portions(ids: readonly string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += AT_ONCE) yield ids.slice(from, from + AT_ONCE);
}

/** Changes a recipient whose version the caller has seen under the lock. */
export async function changeRecipient(
  tx: Writer,
  { id, version }: Pick<RecipientRow, 'id' | 'version'>,
  change: UpdateObject<Database, 'recipient'>,
): Promise<void> {
  await tx
    .updateTable('recipient')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

export async function storedEthnicity(tx: Writer, recipientId: string): Promise<StoredEthnicity> {
  const row = await tx
    .selectFrom('recipientSensitive')
    .select('ethnicityCode')
    .where('recipientId', '=', recipientId)
    .executeTakeFirst();
  return row ?? null;
}

export async function storeEthnicity(tx: Writer, recipientId: string, stored: StoredEthnicity): Promise<void> {
  await tx.deleteFrom('recipientSensitive').where('recipientId', '=', recipientId).execute();
  if (stored)
    await tx
      .insertInto('recipientSensitive')
      .values({ recipientId, ...stored })
      .execute();
}

export async function insertName(tx: Writer, name: NewRecipientName): Promise<void> {
  await tx.insertInto('recipientName').values(name).execute();
}

export async function deleteName(tx: Writer, id: string, recipientId: string): Promise<void> {
  await tx.deleteFrom('recipientName').where('id', '=', id).where('recipientId', '=', recipientId).execute();
}

/**
 * Open pairs of the recipient that goes leave the queue; what was decided about it ("không trùng") holds for the one
 * that stays. Gives what has to be put back when the merge is undone.
 */
export async function carryPairs(
  tx: Writer,
  { keptId, mergedId, pairId, newId }: { keptId: string; mergedId: string; pairId: string; newId: () => string },
): Promise<Pick<MergeSnapshot, 'pairs' | 'addedPairs'>> {
  const pairs = await tx
    .selectFrom('recipientPair')
    .selectAll()
    .where((eb) => eb.or([eb('firstId', 'in', [keptId, mergedId]), eb('secondId', 'in', [keptId, mergedId])]))
    .where('id', '<>', pairId)
    .orderBy('id')
    .execute();
  const changed: MergeSnapshot['pairs'] = [];
  const addedPairs: string[] = [];
  const otherOf = (pair: { firstId: string; secondId: string }, id: string) =>
    pair.firstId === id ? pair.secondId : pair.secondId === id ? pair.firstId : undefined;
  for (const pair of pairs) {
    const { version } = pair;
    if (pair.status === 'open') changed.push({ id: pair.id, status: 'open', reason: pair.reason, version });
    const other = otherOf(pair, mergedId);
    if (other === undefined) continue;
    if (pair.status === 'open')
      await tx.updateTable('recipientPair').set({ status: 'gone' }).where('id', '=', pair.id).execute();
    if (pair.status !== 'different') continue;
    const own = pairs.find((one) => otherOf(one, keptId) === other);
    if (own?.status === 'different' || own?.status === 'merged') continue;
    const { status, reason, decidedAt, decidedBy } = pair;
    if (own) {
      await tx
        .updateTable('recipientPair')
        .set({ status, reason, decidedAt, decidedBy })
        .where('id', '=', own.id)
        .execute();
      if (own.status !== 'open')
        changed.push({ id: own.id, status: own.status, reason: own.reason, version: own.version });
      continue;
    }
    const [firstId, secondId] = keptId < other ? [keptId, other] : [other, keptId];
    const { grounds, score, foundAt } = pair;
    const id = newId();
    const row = { id, firstId, secondId, grounds, score, foundAt, status, reason, decidedAt, decidedBy };
    await tx.insertInto('recipientPair').values(row).execute();
    addedPairs.push(id);
  }
  return { pairs: changed, addedPairs };
}

/** Puts pairs back as they were, but for those that somebody decided since. */
export async function carryPairsBack(tx: Writer, { pairs, addedPairs }: MergeSnapshot): Promise<void> {
  if (addedPairs.length > 0)
    await tx.deleteFrom('recipientPair').where('id', 'in', addedPairs).where('version', '=', 1).execute();
  const living = tx.selectFrom('recipient').select('id').where('mergedInto', 'is', null);
  for (const { id, status, reason, version } of pairs)
    await tx
      .updateTable('recipientPair')
      .set({ status, reason, decidedAt: null, decidedBy: null })
      .where('id', '=', id)
      .where('version', '=', version)
      .where('firstId', 'in', living)
      .where('secondId', 'in', living)
      .execute();
}

export async function insertMerge(tx: Writer, merge: NewRecipientMerge): Promise<void> {
  await tx.insertInto('recipientMerge').values(merge).execute();
}

/** Marks a merge as undone; false when somebody did before. */
export async function closeMerge(
  tx: Writer,
  id: string,
  seenVersion: number,
  undone: { undoneAt: string; undoneBy: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recipientMerge')
    .set({ ...undone, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .where('undoneAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
