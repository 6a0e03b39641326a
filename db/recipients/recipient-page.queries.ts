import { sql } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import type { Reader } from '#db/database.ts';
import { decisionInAccess } from '#db/decisions/decisions.queries.ts';
import { recipientScope } from '#db/recipients/recipient-scope.ts';
import type { Access } from '#shared/accounts/permissions.ts';

const AWARD_COLUMNS = {
  clusterYearId: 'award.clusterYearId',
  unitId: 'award.unitId',
  officeUnitId: 'award.issuingUnitId',
};
/** Further back nobody follows a collective; a wrong circle in the data would never end. */
const MOST_GENERATIONS = 12;
const MOST_TITLES = 1_000;

/** One recipient with the name of its unit; only inside the scope. */
export function findRecipient(db: Reader, access: Access, id: string) {
  return db
    .selectFrom('recipient')
    .leftJoin('unit', 'unit.id', 'recipient.unitId')
    .leftJoin('recipient as kept', 'kept.id', 'recipient.mergedInto')
    .selectAll('recipient')
    .select(['unit.name as unitName', 'kept.name as keptName'])
    .where('recipient.id', '=', id)
    .where(recipientScope(access))
    .executeTakeFirst();
}
export type FoundRecipient = NonNullable<Awaited<ReturnType<typeof findRecipient>>>;

/** The record that this one was merged into, itself when it was not; undefined when there is none. */
export async function findKeptId(
  db: Reader,
  id: string,
): Promise<{ id: string; name: string; keptId: string } | undefined> {
  const row = await db
    .selectFrom('recipient')
    .select(['id', 'name', 'mergedInto'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { id: row.id, name: row.name, keptId: row.mergedInto ?? row.id };
}

/** The same where it is the person's own to read whole: history, documents, holds. */
export async function findOwnRecipient(db: Reader, access: Access, id: string) {
  return db
    .selectFrom('recipient')
    .select(['id'])
    .where('id', '=', id)
    .where(inAccess(access, { unitId: 'recipient.unitId' }))
    .executeTakeFirst();
}

/** Which of these recipients this access may read. */
export async function findScopeOf(db: Reader, access: Access, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('recipient')
    .select('id')
    .where('id', 'in', [...ids])
    .where(recipientScope(access))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Names it bore before, the latest first. */
export function listFormerNames(db: Reader, recipientId: string) {
  return db
    .selectFrom('recipientName')
    .select(['id', 'name', 'validFrom', 'validTo', 'document'])
    .where('recipientId', '=', recipientId)
    .orderBy('validTo', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Quá trình công tác: where it was before, the latest first; with what the records merged into it told. */
export function listPosts(db: Reader, recipientId: string) {
  return db
    .selectFrom('recipientPost')
    .leftJoin('unit', 'unit.id', 'recipientPost.unitId')
    .select([
      'recipientPost.id',
      'unit.name as unitName',
      'recipientPost.place',
      'recipientPost.positionHeld',
      'recipientPost.validFrom',
      'recipientPost.validTo',
      'recipientPost.document',
    ])
    .where((eb) =>
      eb.or([
        eb('recipientPost.recipientId', '=', recipientId),
        eb(
          'recipientPost.recipientId',
          'in',
          eb.selectFrom('recipient').select('recipient.id').where('recipient.mergedInto', '=', recipientId),
        ),
      ]),
    )
    .orderBy('recipientPost.validTo', 'desc')
    .orderBy('recipientPost.id', 'desc')
    .execute();
}

export function listHolds(db: Reader, recipientId: string) {
  return db
    .selectFrom('recipientHold')
    .selectAll()
    .where('recipientId', '=', recipientId)
    .orderBy('fromOn', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Collectives it came from and went into, with their names; `isOpen`: whether this access may read that one. */
export function listLines(db: Reader, access: Access, recipientId: string) {
  return db
    .selectFrom('recipientLine')
    .innerJoin('recipient as source', 'source.id', 'recipientLine.fromRecipientId')
    .innerJoin('recipient as target', 'target.id', 'recipientLine.toRecipientId')
    .select((eb) => [
      'recipientLine.id',
      'recipientLine.kind',
      'recipientLine.onDate',
      'recipientLine.document',
      'recipientLine.fromRecipientId',
      'recipientLine.toRecipientId',
      'source.name as fromName',
      'target.name as toName',
      eb.case().when(recipientScope(access, 'source')).then(1).else(0).end().as('isFromOpen'),
      eb.case().when(recipientScope(access, 'target')).then(1).else(0).end().as('isToOpen'),
    ])
    .where((eb) => eb.or([eb('fromRecipientId', '=', recipientId), eb('toRecipientId', '=', recipientId)]))
    .orderBy('recipientLine.onDate')
    .orderBy('recipientLine.id')
    .execute();
}

/** A collective it came from, and the last day of which its awards count. */
export type Predecessor = { id: string; name: string; until: string };

/** Every collective this one came from, however far back. */
export async function listPredecessors(db: Reader, recipientId: string): Promise<Predecessor[]> {
  const found = new Map<string, Predecessor>();
  let next = [{ id: recipientId, until: '9999-12-31' }];
  for (let depth = 0; next.length > 0 && depth < MOST_GENERATIONS; depth++) {
    const untilOf = new Map(next.map(({ id, until }) => [id, until]));
    const rows = await db
      .selectFrom('recipientLine')
      .innerJoin('recipient', 'recipient.id', 'recipientLine.fromRecipientId')
      .select(['recipient.id', 'recipient.name', 'recipientLine.onDate', 'recipientLine.toRecipientId'])
      .where('recipientLine.toRecipientId', 'in', [...untilOf.keys()])
      .orderBy('recipientLine.id')
      .execute();
    next = [];
    for (const { id, name, onDate, toRecipientId } of rows) {
      if (id === recipientId || found.has(id)) continue;
      const later = untilOf.get(toRecipientId)!;
      const until = onDate < later ? onDate : later;
      found.set(id, { id, name, until });
      next.push({ id, until });
    }
  }
  return [...found.values()];
}

/** All lines that lead on from a collective, however far. */
export async function listLinesOnward(db: Reader, recipientId: string) {
  const lines: { fromRecipientId: string; toRecipientId: string }[] = [];
  const seen = new Set<string>();
  for (let next = [recipientId]; next.length > 0; ) {
    for (const id of next) seen.add(id);
    const rows = await db
      .selectFrom('recipientLine')
      .select(['fromRecipientId', 'toRecipientId'])
      .where('fromRecipientId', 'in', next)
      .execute();
    lines.push(...rows);
    next = [...new Set(rows.map(({ toRecipientId }) => toRecipientId))].filter((id) => !seen.has(id));
  }
  return lines;
}

type Whose = { recipientId: string; predecessors: readonly Predecessor[] };

function awardsOf(db: Reader, access: Access, { recipientId, predecessors }: Whose) {
  return db
    .selectFrom('award')
    .innerJoin('awardForm', 'awardForm.code', 'award.awardCode')
    .where((eb) =>
      eb.or([
        eb('award.recipientId', '=', recipientId),
        ...predecessors.map(({ id, until }) =>
          eb.and([eb('award.recipientId', '=', id), eb('award.decidedOn', '<=', until)]),
        ),
      ]),
    )
    .where(inAccess(access, AWARD_COLUMNS));
}

type Page = { after?: readonly [decidedOn: string, id: string] | undefined; limit: number };

/** Quá trình khen thưởng that this access may see, newest decision first; those of predecessors with it. */
export function listAwardHistory(
  db: Reader,
  access: Access,
  { after, limit, ...whose }: Whose & Page & { decisions: Access },
) {
  return awardsOf(db, access, whose)
    .select((eb) => [
      'award.id',
      'award.recipientId',
      'award.year',
      'award.decidedOn',
      'award.decisionNumber',
      'award.status',
      'award.printedName',
      'award.printedPlace',
      'awardForm.name as awardName',
      'awardForm.kind as awardKind',
      // The page of a decision opens to fewer people than the award does.
      eb
        .selectFrom('decision')
        .select('decision.id')
        .whereRef('decision.id', '=', 'award.decisionId')
        .where(decisionInAccess(whose.decisions))
        .as('decisionId'),
    ])
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(${sql.ref('award.decidedOn')}, ${sql.ref('award.id')}) < (${after![0]}, ${after![1]})`),
    )
    .orderBy('award.decidedOn', 'desc')
    .orderBy('award.id', 'desc')
    .limit(limit)
    .execute();
}

/** Papers of these awards, the last one of each award last. */
export async function listCertificatesOf(db: Reader, awardIds: readonly string[]) {
  if (awardIds.length === 0) return [];
  return db
    .selectFrom('certificate')
    .select(['id', 'awardId', 'goldenBookNumber', 'goldenBookYear', 'status'])
    .where('awardId', 'in', [...awardIds])
    .orderBy('id')
    .execute();
}

/** Living danh hiệu thi đua by year, in the order of the catalogue. */
export function listTitles(db: Reader, access: Access, whose: Whose) {
  return awardsOf(db, access, whose)
    .where('award.status', '=', 'active')
    .where('awardForm.kind', '=', 'title')
    .select(['award.year', 'award.awardCode', 'awardForm.name as awardName'])
    .orderBy('awardForm.position')
    .orderBy('award.year', 'desc')
    .limit(MOST_TITLES)
    .execute();
}

/** How many awards there are to see, the cancelled apart. */
export async function countAwardHistory(db: Reader, access: Access, whose: Whose) {
  const rows = await awardsOf(db, access, whose)
    .select((eb) => ['award.status', eb.fn.countAll<number | string>().as('count')])
    .groupBy('award.status')
    .execute();
  const of = (status: string) => Number(rows.find((row) => row.status === status)?.count ?? 0);
  return { active: of('active'), cancelled: of('cancelled') };
}

export function findUnitName(db: Reader, unitId: string) {
  return db.selectFrom('unit').select(['id', 'name']).where('id', '=', unitId).executeTakeFirst();
}

/** Whether a dân tộc is written: never which. */
export async function findEthnicityState(db: Reader, recipientId: string): Promise<boolean> {
  const row = await db
    .selectFrom('recipientSensitive')
    .select('recipientId')
    .where('recipientId', '=', recipientId)
    .where('ethnicityCode', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The dân tộc itself: only inside a transaction that writes down who opened it. */
export async function findEthnicityOf(db: Reader, recipientId: string): Promise<string | null> {
  const row = await db
    .selectFrom('recipientSensitive')
    .select('ethnicityCode')
    .where('recipientId', '=', recipientId)
    .executeTakeFirst();
  return row?.ethnicityCode ?? null;
}
