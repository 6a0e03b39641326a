import * as z from 'zod/mini';
import { countBelongings, findSides, listLatestAwards, listNames } from '#db/duplicates/compare.queries.ts';
import { type FoundMerge, findMergeOfPair, listMerges } from '#db/duplicates/merges.queries.ts';
import { countPairs, findPair, listPairs, listPairUnits } from '#db/duplicates/pairs.queries.ts';
import type { RecipientPairRow } from '#db/recipients/recipients.table.ts';
import type { ActorContext } from '#server/core/context.ts';
import { worded } from '#server/core/worded.ts';
import { type Deciding, deciderReasons } from '#server/duplicates/duplicates.policy.ts';
import { differingFields } from '#server/duplicates/merge-fields.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { decodeCursor, pageOf } from '#shared/core/page.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound } from '#shared/core/refusal.ts';
import { undoReasons } from '#shared/duplicates/duplicates.rules.ts';
import {
  groundCode,
  MERGES_ON_A_PAGE,
  type MergesFilters,
  MOST_COUNTED,
  mergeId,
  PAIRS_ON_A_PAGE,
  type PairFilters,
  type PairId,
  pairId,
} from '#shared/duplicates/duplicates.schema.ts';
import type { Ground } from '#shared/duplicates/pair-score.rules.ts';

const pairKey = z.tuple([z.int(), pairId]);
const mergeKey = z.tuple([z.string(), mergeId]);
const AWARDS_SHOWN = 10;
const storedGrounds = z.array(z.object({ code: groundCode }));

const groundsOf = ({ grounds }: Pick<RecipientPairRow, 'grounds'>): Ground[] =>
  storedGrounds.parse(JSON.parse(grounds)).map(({ code }) => ({ code }));

/** A page of the queue, likeliest first. */
export async function pairPage(ctx: ActorContext, filters: PairFilters) {
  const rows = await listPairs(ctx.db.longReads, ctx.access, {
    ...queryOf(filters),
    after: decodeCursor(pairKey, filters.cursor),
    limit: PAIRS_ON_A_PAGE + 1,
  });
  const shown = rows.map((row) => ({ ...row, grounds: groundsOf(row) }));
  return pageOf(shown, PAIRS_ON_A_PAGE, ({ score, id }) => [score, id]);
}

/** How many pairs there are, and units to filter by; counted up to MOST_COUNTED. */
export async function pairOverview(ctx: ActorContext, filters: PairFilters) {
  const [count, units] = await Promise.all([
    countPairs(ctx.db.longReads, ctx.access, queryOf(filters), MOST_COUNTED + 1),
    listPairUnits(ctx.db.longReads, ctx.access),
  ]);
  return { count: Math.min(count, MOST_COUNTED), isMore: count > MOST_COUNTED, units };
}

function queryOf({ ground, kind, unitId, status }: PairFilters) {
  return { ground, kind, unitId, status: status ?? ('open' as const) };
}

/** Two records side by side, with all that a person decides by and what they may do or why not. */
export async function pairById(ctx: ActorContext, id: PairId) {
  const pair = await findPair(ctx.db.reads, ctx.access, id);
  if (!pair) throw notFound('recipient-pair');
  const ids = [pair.firstId, pair.secondId];
  const [found, counts, names, merge] = await Promise.all([
    findSides(ctx.db.reads, ids),
    countBelongings(ctx.db.reads, ids),
    listNames(ctx.db.reads, ids),
    findMergeOfPair(ctx.db.reads, ctx.access, pair.firstId, pair.secondId),
  ]);
  const [first, second] = found;
  if (!first || !second) throw notFound('recipient-pair');
  const sides = await Promise.all(
    [first, second].map(async (row) => {
      const isInReach = ctx.access.all || (row.unitId !== null && ctx.access.own.includes(row.unitId));
      const own = counts.find((one) => one.id === row.id)!;
      return {
        id: row.id,
        kind: row.kind,
        name: row.name,
        sex: row.sex,
        birthYear: row.birthYear,
        // Of a record of another unit no more is told than it takes to see whom to talk to.
        birthOn: isInReach ? row.birthOn : null,
        foundedOn: row.foundedOn,
        unitId: row.unitId,
        unitName: row.unitName,
        place: row.place,
        positionHeld: row.positionHeld,
        hasNumber: row.cccdIndex !== null,
        hasEthnicity: isInReach && row.ethnicityCode !== null,
        intoName: row.intoName,
        isDemo: row.isDemo,
        version: row.version,
        isInReach,
        otherNames: names.filter(({ recipientId }) => recipientId === row.id).map(({ name }) => name),
        counts: {
          awards: Number(own.awards),
          nominations: Number(own.nominations),
          certificates: Number(own.certificates),
          holds: Number(own.holds),
          documents: Number(own.documents),
        },
        awards: isInReach ? await listLatestAwards(ctx.db.reads, row.id, AWARDS_SHOWN) : [],
      };
    }),
  );
  const action = (procedure: Deciding) => {
    if (!accessFor(ctx.actor, procedure)) return { allowed: false, reasons: [] };
    const reasons: Reason[] = deciderReasons(ctx.actor, procedure, [first, second]);
    return { allowed: reasons.length === 0, reasons: worded(reasons) };
  };
  return {
    id: pair.id,
    status: pair.status,
    score: pair.score,
    grounds: groundsOf(pair),
    reason: pair.reason,
    decidedAt: pair.decidedAt,
    decidedByName: pair.decidedByName,
    version: pair.version,
    sides,
    differs: differingFields(
      { row: first, unitName: null, ethnicity: { ethnicityCode: first.ethnicityCode } },
      { row: second, unitName: null, ethnicity: { ethnicityCode: second.ethnicityCode } },
    ).filter((field) => field !== 'ethnicity' || sides.every(({ isInReach }) => isInReach)),
    merge: merge ? shownMerge(ctx, merge) : null,
    actions: {
      merge: action('duplicates.merge'),
      dismiss: action('duplicates.dismiss'),
      reopen: action('duplicates.reopen'),
    },
  };
}

/** Merges in reach, the latest first, each with whether it can be taken back or why not. */
export async function mergePage(ctx: ActorContext, { cursor }: MergesFilters) {
  const rows = await listMerges(ctx.db.longReads, ctx.access, {
    after: decodeCursor(mergeKey, cursor),
    limit: MERGES_ON_A_PAGE + 1,
  });
  const shown = rows.map((row) => shownMerge(ctx, row));
  return pageOf(shown, MERGES_ON_A_PAGE, ({ mergedAt, id }) => [mergedAt, id]);
}

function shownMerge(ctx: ActorContext, merge: Omit<FoundMerge, 'snapshot'>) {
  const sides = [
    { name: merge.keptName, unitId: merge.keptUnitId, unitName: null },
    { name: merge.mergedName, unitId: merge.mergedUnitId, unitName: null },
  ];
  const reasons = accessFor(ctx.actor, 'duplicates.undo')
    ? [
        ...undoReasons(merge, new Date().toISOString(), merge.laterName),
        ...deciderReasons(ctx.actor, 'duplicates.undo', sides),
      ]
    : [];
  const mayUndo = accessFor(ctx.actor, 'duplicates.undo') !== undefined && reasons.length === 0;
  return { ...merge, actions: { undo: { allowed: mayUndo, reasons: worded(reasons) } } };
}
