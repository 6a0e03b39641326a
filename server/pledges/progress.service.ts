import type * as z from 'zod/mini';
import { findYearIndicators, type YearIndicator } from '#db/indicators/indicators.queries.ts';
import {
  findProgress,
  findQuarterFiles,
  findQuarters,
  findResultReports,
  findYearSpan,
} from '#db/pledges/progress.queries.ts';
import type { PledgeQuarterRow } from '#db/pledges/progress.table.ts';
import { insertQuarter, putProgress, touchQuarter } from '#db/pledges/progress.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { worded } from '#server/core/worded.ts';
import { byIndicator } from '#server/pledges/by-indicator.ts';
import { ruleOfYear } from '#server/pledges/pledge-rule.service.ts';
import { viewPledge } from '#server/pledges/pledge-view.service.ts';
import { pledgeEvent } from '#server/pledges/pledges.events.ts';
import { openAsMember } from '#server/pledges/pledges.policy.ts';
import type { FieldChange } from '#shared/audit/audit.schema.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import type { Reason } from '#shared/core/reason.ts';
import { conflict, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { isFrozen } from '#shared/pledges/pledge-steps.rules.ts';
import { memberReasons } from '#shared/pledges/pledges.policy.ts';
import { shareOfPlan } from '#shared/pledges/pledges.rules.ts';
import {
  asOfReasons,
  outcomeWords,
  progressReasons,
  quarterReasons,
  quarterState,
  quartersOf,
} from '#shared/pledges/progress.rules.ts';
import { QUARTER_NAMES, type Quarter, type saveProgress as saveInput } from '#shared/pledges/progress.schema.ts';

/**
 * Sổ theo dõi giao ước: every promise of every member, what was reached by each quarter with its share of the promise,
 * and at year end the result with the words of how it was judged and the report it stands in. Null without a pledge.
 */
export async function viewLedger(ctx: ActorContext, clusterYearId: string) {
  const view = await viewPledge(ctx, clusterYearId);
  if (view.pledge === null) return { clusterYear: view.clusterYear, ledger: null };
  const { pledge, members, today, clusterYear } = view;
  const db = ctx.db.reads;
  const [rows, entered, files, reports, span, rule] = await Promise.all([
    // Of 150 communes these are thousands of rows.
    findProgress(ctx.db.longReads, pledge.id),
    findQuarters(db, pledge.id),
    findQuarterFiles(db, pledge.id),
    findResultReports(db, clusterYearId, ctx.now().toISOString()),
    findYearSpan(db, clusterYearId),
    ruleOfYear(db, clusterYearId),
  ]);
  const edges = [rule.keptFrom, rule.exceededFrom];
  const rowOf = new Map(rows.map((row) => [`${row.unitId} ${row.indicatorVersionId} ${row.quarter}`, row] as const));
  const reportOf = new Map(reports.map((report) => [report.unitId, report]));
  const quarters = quartersOf(span).map((one) => ({
    ...one,
    state: quarterState(one, today),
    /** Why nothing can be entered now. */
    reasons: worded(pledge.isFrozen ? quarterReasons(one, today) : [{ code: 'progress.not-frozen' }]),
  }));
  const enteredOf = new Map(entered.map((row) => [`${row.unitId} ${row.quarter}`, row]));
  const indicators = await byIndicator(pledge.indicators, members.length, (indicator) => ({
    id: indicator.id,
    name: indicator.name,
    unitOfMeasure: indicator.unitOfMeasure,
    kind: indicator.kind,
    decimals: indicator.decimals,
    aggregation: indicator.aggregation,
    better: indicator.better,
    cells: indicator.cells.map(({ unitId, value: target, actual, outcome }) => ({
      unitId,
      target,
      actual,
      outcome,
      share: shareOfPlan(actual, target, edges),
      why: outcomeWords({
        ...indicator,
        target,
        value: actual,
        rule,
        isReceived: reportOf.get(unitId)?.status !== 'sent',
      }),
      progress: quarters.map(({ quarter }) => {
        const row = rowOf.get(`${unitId} ${indicator.id} ${quarter}`);
        const value = row?.value ?? null;
        return {
          quarter,
          value,
          share: shareOfPlan(value, target, edges),
          note: row?.note ?? '',
          savedAt: row?.savedAt ?? null,
          savedBy: row?.savedBy ?? '',
          version: row?.version ?? 0,
        };
      }),
    })),
  }));
  return {
    clusterYear,
    ledger: {
      pledgeId: pledge.id,
      isDemo: pledge.isDemo,
      today,
      rule: { words: rule.words },
      quarters,
      members: members.map((member) => ({
        unitId: member.unitId,
        name: member.name,
        isActive: member.isActive,
        reportId: reportOf.get(member.unitId)?.id ?? null,
        isMine: member.isActive && memberReasons(ctx.actor, member).length === 0,
        /** What was entered of each quarter, with the documents behind it; null: nothing yet. */
        quarters: quarters.map(({ quarter }) => {
          const row = enteredOf.get(`${member.unitId} ${quarter}`);
          if (!row) return null;
          const { id, asOf, savedAt, savedBy, version } = row;
          const own = files.filter(({ quarterId }) => quarterId === id);
          return { id, asOf, savedAt, savedBy, version, files: own.map(({ quarterId: _, ...file }) => file) };
        }),
      })),
      indicators,
    },
  };
}

/**
 * Ghi tiến độ of one member for one quarter: what was reached from the beginning of the year (a flow), or how it stands
 * at the end of the quarter. All of the call or none; what somebody else entered meanwhile is told, not overwritten.
 */
export async function saveProgress(ctx: ActorContext, input: z.infer<typeof saveInput>): Promise<{ count: number }> {
  const { id: pledgeId, unitId, items } = input;
  const quarter = input.quarter as Quarter;
  const saving = commit(ctx, async (tx) => {
    const { pledge, member } = await openAsMember(ctx, tx, input);
    if (!isFrozen(pledge.status)) refuseIf([{ code: 'progress.not-frozen' }]);
    const span = quartersOf(await findYearSpan(tx, pledge.clusterYearId)).find((one) => one.quarter === quarter)!;
    const today = vietnamDate(ctx.now());
    refuseIf(quarterReasons(span, today));
    refuseIf(asOfReasons(input.asOf ?? null, span, today));
    const entered = (await findQuarters(tx, pledgeId, unitId)).find((row) => row.quarter === quarter);
    const indicators = new Map((await findYearIndicators(tx, pledge.clusterYearId)).map((one) => [one.id, one]));
    const before = new Map(
      (await findProgress(tx, pledgeId, unitId))
        .filter((row) => row.quarter === quarter)
        .map((row) => [row.indicatorVersionId, row]),
    );
    const changes: FieldChange[] = [];
    const conflicts: Reason[] = [];
    const content = { savedAt: ctx.now().toISOString(), savedBy: ctx.actor.name };
    for (const { indicatorVersionId, value, note, seenVersion } of items) {
      const indicator = indicators.get(indicatorVersionId);
      if (!indicator) throw new Refusal('refused', [{ code: 'pledge.unknown-indicator' }]);
      refuseIf(progressReasons(value, indicator));
      const was = before.get(indicatorVersionId);
      if ((was?.value ?? null) === value && (was?.note ?? '') === note) continue;
      const key = { pledgeId, unitId, indicatorVersionId, quarter };
      const isKept = (was?.version ?? 0) === seenVersion;
      if (!isKept || !(await putProgress(tx, key, { value, note, ...content }, seenVersion))) {
        conflicts.push(clash(indicator, value, was));
        continue;
      }
      const field = `${indicator.name} - ${member.name} - Quý ${QUARTER_NAMES[quarter]}`;
      changes.push(
        { field, from: figure(was?.value, indicator), to: figure(value, indicator) },
        { field: `${field} - Ghi chú`, from: was?.note || null, to: note || null },
      );
    }
    const dayChange = asOfChange(entered, input);
    if (dayChange === 'clash') conflicts.push(asOfClash(entered!, input.asOf ?? null));
    if (conflicts.length > 0) throw conflict(conflicts);
    const count = changes.length / 2;
    if (typeof dayChange === 'object')
      changes.push({ field: `${member.name} - Quý ${QUARTER_NAMES[quarter]} - Tính đến ngày`, ...dayChange });
    if (changes.length === 0) throw new NothingToSave();
    if (!entered && count === 0) refuseIf([{ code: 'progress.as-of-alone', field: 'asOf' }]);
    const asOf = input.asOf === undefined ? (entered?.asOf ?? null) : input.asOf;
    if (entered) await touchQuarter(tx, entered, { asOf, ...content });
    else await insertQuarter(tx, { id: ctx.newId(), pledgeId, unitId, quarter, asOf, ...content });
    return {
      result: { count },
      audit: [pledgeEvent(pledge, { action: 'pledge.progress-saved', unitId, changes })],
    };
  });
  return saving.catch((error: unknown) => {
    if (error instanceof NothingToSave) return { count: 0 };
    throw error;
  });
}

/** Leaves the transaction when everything is already there: a repeat after a lost answer is no change. */
class NothingToSave extends Error {}

type Entered = PledgeQuarterRow | undefined;

/** What happens to the day of a quarter: nothing, a change, or somebody else changed it since it was on the screen. */
function asOfChange(entered: Entered, { asOf, seenVersion }: z.infer<typeof saveInput>) {
  const was = entered?.asOf ?? null;
  if (asOf === undefined || asOf === was) return undefined;
  if ((entered?.version ?? 0) !== (seenVersion ?? 0) && was !== null) return 'clash';
  return { from: was && formatDate(was), to: asOf && formatDate(asOf) };
}

function asOfClash({ asOf, savedBy, savedAt }: PledgeQuarterRow, mine: string | null): Reason {
  const day = (date: string | null) => (date === null ? '(trống)' : formatDate(date));
  const facts = { who: savedBy, savedAt, theirs: day(asOf), mine: day(mine) };
  return { code: 'progress.as-of-changed', field: 'asOf', facts };
}

type Was = { value: number | null; savedBy: string; savedAt: string } | undefined;

function clash(indicator: YearIndicator, mine: number | null, was: Was): Reason {
  return {
    code: 'progress.changed-meanwhile',
    field: `items.${indicator.id}`,
    facts: {
      indicator: indicator.name,
      who: was?.savedBy ?? '…',
      savedAt: was?.savedAt ?? '',
      theirs: figure(was?.value, indicator) ?? '(trống)',
      mine: figure(mine, indicator) ?? '(trống)',
    },
  };
}

const figure = (value: number | null | undefined, { decimals, unitOfMeasure }: YearIndicator) =>
  value === null || value === undefined ? null : `${formatScaled(value, decimals)} ${unitOfMeasure}`;
