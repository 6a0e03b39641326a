import type * as z from 'zod/mini';
import { findLastChange } from '#db/audit/last-change.queries.ts';
import { findYearIndicators, type YearIndicator } from '#db/indicators/indicators.queries.ts';
import {
  findLaunchLines,
  findOpinions,
  findPledge,
  findPledgeTargets,
  findYearBefore,
} from '#db/pledges/pledges.queries.ts';
import type { PledgeTargetRow } from '#db/pledges/pledges.table.ts';
import {
  copyYearIndicators,
  insertPledge,
  lockYear,
  putOpinion,
  saveTarget,
  updatePledge,
} from '#db/pledges/pledges.writes.ts';
import { findReportingYear } from '#db/reports/reports.queries.ts';
import { commit, type Outcome } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { tellUnits } from '#server/notices/tell-units.service.ts';
import { pledgeChanged, pledgeEvent } from '#server/pledges/pledges.events.ts';
import { openAsMember, openPledge } from '#server/pledges/pledges.policy.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import type { FieldChange } from '#shared/audit/audit.schema.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import type { Reason } from '#shared/core/reason.ts';
import { conflict, notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { firstJointText } from '#shared/pledges/pledge-draft.ts';
import {
  opinionReasons,
  targetReasons,
  targetValueReasons,
  textPrintReasons,
  textReasons,
} from '#shared/pledges/pledge-steps.rules.ts';
import { leadReasons } from '#shared/pledges/pledges.policy.ts';
import {
  type createPledge as createInput,
  type giveOpinion as giveOpinionInput,
  OPINION_STANCE_LABELS,
  type saveTargets as saveTargetsInput,
  type savePledgeText as saveTextInput,
} from '#shared/pledges/pledges.schema.ts';

/** Dự thảo giao ước of a year that has none, started from what was launched or from last year's text. */
export function createPledge(ctx: ActorContext, input: z.infer<typeof createInput>) {
  return commitOnce(ctx, input, async (tx) => {
    await lockYear(tx, input.clusterYearId);
    const access = accessFor(ctx.actor, 'pledges.ofYear') ?? NO_ACCESS;
    const year = await findReportingYear(tx, access, input.clusterYearId);
    if (!year) throw notFound('cluster-year');
    const grounds = leadReasons(ctx.actor, year);
    if (grounds.length > 0) throw new Refusal('forbidden', grounds);
    if (await findPledge(tx, access, year.id)) refuseIf([{ code: 'pledge.exists' }]);
    const before = await findYearBefore(tx, year);
    if (before) await copyYearIndicators(tx, before.id, year.id);
    const jointText = firstJointText({
      clusterName: year.clusterName,
      year: year.year,
      launch: await findLaunchLines(tx, year.id),
      before: before?.jointText ? { year: before.year, jointText: before.jointText } : undefined,
    });
    const id = ctx.newId();
    await insertPledge(tx, {
      id,
      clusterYearId: year.id,
      status: 'draft',
      jointText,
      contentHash: null,
      consultDueOn: null,
      consultOpenedAt: null,
      frozenAt: null,
      publishedOn: null,
      place: null,
      isDemo: year.isDemo,
    });
    const event = pledgeEvent(
      { ...year, id, clusterYearId: year.id },
      { action: 'pledge.created', changes: [{ field: 'jointText', from: null, to: jointText }] },
    );
    return { result: { id, version: 1 }, audit: [event] };
  });
}

/** Saves the joint text of the draft. */
export function savePledgeText(ctx: ActorContext, { jointText, ...seen }: z.infer<typeof saveTextInput>) {
  return commit(ctx, async (tx) => {
    const pledge = await openPledge(ctx, tx, seen.id, (held) => leadReasons(ctx.actor, held));
    refuseIf([...textReasons(pledge), ...textPrintReasons(jointText)]);
    const version = await updatePledge(tx, seen, { jointText });
    if (version === undefined) throw await pledgeChanged(tx, pledge.id);
    const changes = [{ field: 'jointText', from: pledge.jointText, to: jointText }];
    return { result: { version }, audit: [pledgeEvent(pledge, { action: 'pledge.text-saved', changes })] };
  });
}

type SavedTarget = { indicatorVersionId: string; version: number };

/** Leaves the transaction when everything is already there: a repeat after a lost answer is no change. */
class NothingToSave extends Error {
  readonly saved: SavedTarget[];
  constructor(saved: SavedTarget[]) {
    super('nothing to save');
    this.saved = saved;
  }
}

/**
 * Đăng ký chỉ tiêu thi đua of one member, all of the call or none. A target that somebody else saved meanwhile is told
 * with both values, and nothing is overwritten.
 */
export async function saveTargets(ctx: ActorContext, input: z.infer<typeof saveTargetsInput>) {
  const { id: pledgeId, unitId } = input;
  const saving = commit(ctx, async (tx): Promise<Outcome<SavedTarget[]>> => {
    const { pledge, member } = await openAsMember(ctx, tx, input);
    refuseIf(targetReasons(pledge));
    const indicators = new Map((await findYearIndicators(tx, pledge.clusterYearId)).map((one) => [one.id, one]));
    const before = new Map((await findPledgeTargets(tx, pledgeId, unitId)).map((row) => [row.indicatorVersionId, row]));
    const saved: SavedTarget[] = [];
    const changes: FieldChange[] = [];
    const conflicts: Reason[] = [];
    for (const { indicatorVersionId, seenVersion, ...content } of input.targets) {
      const indicator = indicators.get(indicatorVersionId);
      if (!indicator) throw new Refusal('refused', [{ code: 'pledge.unknown-indicator' }]);
      refuseIf(targetValueReasons(content.value, indicator));
      const was = before.get(indicatorVersionId);
      if (was && was.value === content.value && was.note === content.note) {
        saved.push({ indicatorVersionId, version: was.version });
        continue;
      }
      const key = { pledgeId, unitId, indicatorVersionId, seenVersion };
      const version = (was?.version ?? 0) === seenVersion ? await saveTarget(tx, key, content) : undefined;
      const field = `${indicator.name} - ${member.name}`;
      if (version === undefined) {
        const last = await findLastChange(tx, { subjectKind: 'pledge', subjectId: pledgeId, field });
        conflicts.push(clash(indicator, content.value, was, last));
        continue;
      }
      saved.push({ indicatorVersionId, version });
      changes.push(
        { field, from: figure(was?.value, indicator), to: figure(content.value, indicator) },
        { field: `${field} - Ghi chú`, from: was?.note || null, to: content.note || null },
      );
    }
    if (conflicts.length > 0) throw conflict(conflicts);
    if (changes.length === 0) throw new NothingToSave(saved);
    return { result: saved, audit: [pledgeEvent(pledge, { action: 'pledge.targets-saved', unitId, changes })] };
  });
  const targets = await saving.catch((error: unknown) => {
    if (error instanceof NothingToSave) return error.saved;
    throw error;
  });
  return { targets };
}

type Was = Pick<PledgeTargetRow, 'value'> | undefined;

function clash(
  indicator: YearIndicator,
  mine: number | null,
  was: Was,
  last: { actorName: string; at: string } | undefined,
): Reason {
  return {
    code: 'pledge.target-changed-meanwhile',
    field: `targets.${indicator.id}`,
    facts: {
      indicator: indicator.name,
      theirs: figure(was?.value, indicator) ?? '(trống)',
      mine: figure(mine, indicator) ?? '(trống)',
      ...(last ? { who: last.actorName, changedAt: last.at } : {}),
    },
  };
}

const figure = (value: number | null | undefined, { decimals, unitOfMeasure }: YearIndicator) =>
  value === null || value === undefined ? null : `${formatScaled(value, decimals)} ${unitOfMeasure}`;

/** Cho ý kiến dự thảo: nhất trí, or what to change. May be said again while it is asked. */
export function giveOpinion(ctx: ActorContext, input: z.infer<typeof giveOpinionInput>) {
  const { id: pledgeId, unitId, stance, opinion } = input;

  return commit(ctx, async (tx) => {
    const { pledge, member } = await openAsMember(ctx, tx, input);
    refuseIf(opinionReasons(pledge, { stance, opinion }));
    const was = (await findOpinions(tx, pledgeId)).find((row) => row.unitId === unitId);
    const givenAt = ctx.now().toISOString();
    await putOpinion(tx, { pledgeId, unitId, stance, opinion, givenAt, givenByName: ctx.actor.name });
    const changes = [
      { field: 'unit', from: null, to: member.name },
      {
        field: 'stance',
        from: was ? OPINION_STANCE_LABELS[was.stance].vi : null,
        to: OPINION_STANCE_LABELS[stance].vi,
      },
      { field: 'opinion', from: was?.opinion || null, to: opinion || null },
    ];
    if (stance === 'amend')
      await tellUnits(ctx, tx, {
        unitIds: [pledge.chairUnitId],
        roles: ['specialist', 'approver'],
        code: 'notice.pledge-amend',
        facts: { unit: member.name, cluster: pledge.clusterName, year: pledge.year },
        link: `/cum/${pledge.clusterYearId}/giao-uoc`,
      });
    const event = pledgeEvent(pledge, { action: 'pledge.opinion-given', unitId, changes });
    return { result: { givenAt }, audit: [event] };
  });
}
