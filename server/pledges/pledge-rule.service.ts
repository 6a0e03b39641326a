import type * as z from 'zod/mini';
import { findClusterToPrepare, findYearsOf } from '#db/clusters/catalogue.queries.ts';
import { findPlanYear, type PlanYear } from '#db/clusters/years.queries.ts';
import type { Reader, Writer } from '#db/database.ts';
import { findPledgeRule, findPledgeState, isSummedUp } from '#db/pledges/pledge-rule.queries.ts';
import { putPledgeRule } from '#db/pledges/pledge-rule.writes.ts';
import { lockPledge, lockYear } from '#db/pledges/pledges.writes.ts';
import { findReportsOfYear } from '#db/reports/reports.queries.ts';
import { lockReports } from '#db/reports/reports.writes.ts';
import { isOrganizedBy, leaderReasons } from '#server/clusters/clusters.policy.ts';
import { tellMembers } from '#server/clusters/tell-members.service.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { worded } from '#server/core/worded.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { conflict, notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { yearTitle } from '#shared/core/year-title.ts';
import {
  isExact,
  percentText,
  ruleClosedReasons,
  ruleReasons,
  ruleWithSource,
  ruleWords,
} from '#shared/pledges/pledge-rule.rules.ts';
import { EXACT_RULE, type PledgeRule, type savePledgeRule as saveInput } from '#shared/pledges/pledge-rule.schema.ts';
import { isFrozen } from '#shared/pledges/pledge-steps.rules.ts';

/** How promises of a year are judged, and from where: exactly, where nobody said otherwise. */
export async function ruleOfYear(db: Reader, clusterYearId: string) {
  const row = await findPledgeRule(db, clusterYearId);
  const rule: PledgeRule = row ? { keptFrom: row.keptFrom, exceededFrom: row.exceededFrom } : EXACT_RULE;
  const about = {
    source: row?.source ?? '',
    enteredBy: row?.enteredBy ?? '',
    enteredOn: row ? vietnamDate(new Date(row.enteredAt)) : null,
  };
  return {
    ...rule,
    ...about,
    enteredAt: row?.enteredAt ?? '',
    version: row?.version ?? 0,
    words: ruleWithSource(rule, about),
  };
}

/** Cách đánh giá giao ước of a year within reach, and what speaks against changing it. */
export async function viewRule(ctx: ActorContext, clusterYearId: string) {
  const db = ctx.db.reads;
  const year = await findPlanYear(db, ctx.access, clusterYearId);
  if (!year) throw notFound('cluster-year');
  const [rule, pledge, summedUp, person] = await Promise.all([
    ruleOfYear(db, clusterYearId),
    findPledgeState(db, clusterYearId),
    isSummedUp(db, clusterYearId),
    preparerReasons(ctx, db, year),
  ]);
  const isArchived = year.status === 'archived';
  return {
    clusterYearId,
    rule,
    isExact: isExact(rule),
    /** Once the members agreed on the pledge, a change takes a reason and is told to them. */
    takesReason: pledge !== undefined && isFrozen(pledge.status),
    mayPrepare: person.length === 0 && !isArchived,
    /** Why it cannot be changed; none: it can. */
    reasons: worded(person.length > 0 ? person : ruleClosedReasons({ isSummedUp: summedUp })),
  };
}

/**
 * Sets from how much of its target a promise of the year counts as kept and as exceeded. Once the pledge is agreed it
 * takes a reason; members of a year that they see are told, with the reason. Signatures stand: what was promised is the
 * same.
 */
export function savePledgeRule(ctx: ActorContext, input: z.infer<typeof saveInput>): Promise<Saved> {
  const { clusterYearId, seenVersion, reason, ...draft } = input;
  const saving = commit(ctx, async (tx) => {
    await lockYear(tx, clusterYearId);
    const year = await findPlanYear(tx, accessFor(ctx.actor, 'pledges.rule') ?? NO_ACCESS, clusterYearId);
    if (!year) throw notFound('cluster-year');
    const person = await preparerReasons(ctx, tx, year);
    if (person.length > 0) throw new Refusal('forbidden', person);
    const before = await ruleOfYear(tx, clusterYearId);
    if (isSame(before, draft) && before.version > 0) throw new NothingToSave(before.version);
    if (before.version !== seenVersion) throw conflict([changedBy(before)]);
    const { pledge, ...state } = await holdState(tx, clusterYearId);
    refuseIf(ruleReasons({ ...draft, reason }, state));
    const version = seenVersion + 1;
    const entered = { enteredAt: ctx.now().toISOString(), enteredBy: ctx.actor.name };
    await putPledgeRule(tx, { clusterYearId, ...draft, ...entered }, version);
    const toldCount = year.status === 'published' ? await tell(ctx, tx, year, { rule: draft, reason }) : 0;
    return { result: { version, toldCount }, audit: [eventOf(year, pledge?.id, before, draft, reason)] };
  });
  return saving.catch((error: unknown) => {
    if (error instanceof NothingToSave) return { version: error.version, toldCount: 0 };
    throw error;
  });
}

type Saved = { version: number; toldCount: number };

/** Leaves the transaction when the rule is already there: a repeat after a lost answer is no change. */
class NothingToSave extends Error {
  readonly version: number;
  constructor(version: number) {
    super('nothing to save');
    this.version = version;
  }
}

const isSame = (a: Draft, b: Draft) =>
  a.keptFrom === b.keptFrom && a.exceededFrom === b.exceededFrom && a.source === b.source;

/** Pledge and reports stay as they are until the transaction ends: nobody agrees or sums up meanwhile. */
async function holdState(tx: Writer, clusterYearId: string) {
  const known = await findPledgeState(tx, clusterYearId);
  if (known) await lockPledge(tx, known.id);
  const reports = await findReportsOfYear(tx, clusterYearId, 'year-end');
  await lockReports(
    tx,
    reports.map(({ id }) => id),
  );
  const pledge = await findPledgeState(tx, clusterYearId);
  const frozen = pledge !== undefined && isFrozen(pledge.status);
  return { pledge, isFrozen: frozen, isSummedUp: await isSummedUp(tx, clusterYearId) };
}

type Draft = PledgeRule & { source: string };

async function preparerReasons(ctx: ActorContext, db: Reader, year: PlanYear): Promise<Reason[]> {
  const access = accessFor(ctx.actor, 'pledges.saveRule');
  const cluster = access && (await findClusterToPrepare(db, access, year.clusterId));
  if (!cluster) return [{ code: 'pledge-rule.not-preparer', facts: { unit: year.leaderName ?? year.chairName } }];
  const { leadingYearId } = cluster;
  return leaderReasons(
    { isOrganizer: isOrganizedBy(access, cluster), leadingYearId },
    year.year,
    await findYearsOf(db, year.clusterId),
  );
}

function changedBy(before: Awaited<ReturnType<typeof ruleOfYear>>): Reason {
  const facts = { who: before.enteredBy, savedAt: before.enteredAt, theirs: ruleWords(before).vi };
  return { code: 'pledge-rule.changed-meanwhile', facts };
}

function tell(ctx: ActorContext, tx: Writer, year: PlanYear, { rule, reason }: { rule: PledgeRule; reason: string }) {
  const title = yearTitle(year);
  const { vi, en } = ruleWords(rule);
  const facts = { cluster: year.shortName, title: title.vi, titleEn: title.en, rule: vi, ruleEn: en };
  const link = `/cum/${year.id}/giao-uoc/theo-doi`;
  const told =
    reason === ''
      ? { code: 'notice.pledge-rule-set', facts, link }
      : { code: 'notice.pledge-rule-changed', facts: { ...facts, reason }, link };
  return tellMembers(ctx, tx, year.id, told);
}

/** Part of the pledge's history; of the year's, as long as there is no pledge. */
function eventOf(
  year: PlanYear,
  pledgeId: string | undefined,
  before: Draft,
  after: Draft,
  reason: string,
): AuditEvent {
  const changes = [
    { field: 'keptFrom', from: percentText(before.keptFrom), to: percentText(after.keptFrom) },
    { field: 'exceededFrom', from: percentText(before.exceededFrom), to: percentText(after.exceededFrom) },
    { field: 'ruleSource', from: before.source || null, to: after.source || null },
  ].filter(({ from, to }) => from !== to);
  return {
    action: 'pledge.rule-saved',
    ...(pledgeId === undefined
      ? { subjectKind: 'cluster-year' as const, subjectId: year.id, subjectLabel: `${year.name}, ${year.shortName}` }
      : {
          subjectKind: 'pledge' as const,
          subjectId: pledgeId,
          subjectLabel: `Giao ước thi đua năm ${year.year}, ${year.clusterName}`,
        }),
    clusterYearId: year.id,
    unitId: year.leaderUnitId ?? year.chairUnitId,
    ...(reason && { reason }),
    changes,
  };
}
