import type * as z from 'zod/mini';
import { countCopied, findMemberships, findYearsOf, type YearOfCluster } from '#db/clusters/catalogue.queries.ts';
import { findStages } from '#db/clusters/clusters.queries.ts';
import { copyYear, insertYear, replaceStages, updateYear } from '#db/clusters/clusters.writes.ts';
import { findNextChair } from '#db/conferences/next-chair.queries.ts';
import type { Reader } from '#db/database.ts';
import {
  changedMeanwhile,
  clusterOfPreparer,
  clusterToPrepare,
  leaderReasons,
} from '#server/clusters/clusters.policy.ts';
import { tellMembers } from '#server/clusters/tell-members.service.ts';
import { openReports } from '#server/clusters/year-reports.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import type { FieldChange } from '#shared/audit/audit.schema.ts';
import type {
  AllotmentInput,
  openYear as openInput,
  StageDates,
  saveYear as saveInput,
  YearDraft,
  yearFormInput,
} from '#shared/clusters/clusters.schema.ts';
import { movedDeadlines, movesText, YEAR_KIND_LABELS, YEAR_STATUS_LABELS } from '#shared/clusters/year-draft.rules.ts';
import { nextYearOf, yearReasons } from '#shared/clusters/years.rules.ts';
import { nextChairText } from '#shared/conferences/next-chair.rules.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import { notFound, refuseIf } from '#shared/core/refusal.ts';
import { yearTitle } from '#shared/core/year-title.ts';
import { readAllotment } from '#shared/nominations/nominations.rules.ts';

/**
 * What the form of a year begins with: the year as it is, or the next one after the model of the last (dates a year
 * later). Units to choose from are all that ever were members; the rules say who may lead.
 */
export async function yearForm(ctx: ActorContext, { clusterId, clusterYearId }: z.infer<typeof yearFormInput>) {
  const db = ctx.db.reads;
  const { isOrganizer } = await clusterOfPreparer(ctx, db, clusterId);
  const [members, years] = await Promise.all([findMemberships(db, clusterId), findYearsOf(db, clusterId)]);
  const units = [...new Map(members.map(({ unitId, unitName }) => [unitId, unitName]))].map(([id, name]) => ({
    id,
    name,
  }));
  if (clusterYearId !== null) {
    const year = years.find(({ id }) => id === clusterYearId);
    if (!year) throw notFound('cluster-year');
    const values = { year: year.year, ...(await draftOf(db, year)) };
    const chairIsFixed = !isOrganizer && year.status !== 'draft';
    return { version: year.version, status: year.status, values, units, copied: null, chairIsFixed };
  }
  const last = years[0];
  if (!last)
    return {
      version: 0,
      status: null,
      values: emptyYear(vietnamDate(ctx.now())),
      units,
      copied: null,
      chairIsFixed: false,
    };
  const model = await draftOf(db, last);
  const plan = await lastPlan(db, years);
  const next = nextYearOf({ ...model, year: last.year }, plan);
  // What the conference of the last year decided; the deputy leads next where nothing is written down.
  const agreed = await findNextChair(db, last.id);
  const chairs = {
    chairUnitId: agreed?.chairUnitId ?? last.deputyChairUnitId ?? '',
    deputyChairUnitId: agreed?.deputyUnitId ?? null,
    chairPerson: '',
    standingOffice: '',
  };
  const copied = {
    year: last.year,
    status: last.status,
    endsOn: last.endsOn,
    isFinished: last.status !== 'draft' && last.endsOn < vietnamDate(ctx.now()),
    planYear: plan.year,
    stageCount: next.stages.length,
    agreed: agreed ? { heldOn: agreed.heldOn, text: nextChairText({ ...agreed, method: agreed.method! }) } : null,
    ...(await countCopied(db, last.id, next.startsOn)),
  };
  return { version: 0, status: null, values: { ...model, ...next, ...chairs }, units, copied, chairIsFixed: false };
}

type Values = Omit<YearDraft, 'chairUnitId' | 'deputyChairUnitId'> & {
  chairUnitId: string;
  deputyChairUnitId: string | null;
};

/** The newest year that has stages; the last one, where none has. */
async function lastPlan(db: Reader, years: readonly YearOfCluster[]) {
  for (const year of years) {
    const { stages } = await draftOf(db, year);
    if (stages.length > 0) return { year: year.year, stages };
  }
  return { year: years[0]!.year, stages: [] };
}

function emptyYear(today: string): Values & { year: number } {
  const year = Number(today.slice(0, 4));
  return {
    year,
    name: `Năm thi đua ${year}`,
    yearKind: 'calendar',
    startsOn: `${year}-01-01`,
    endsOn: `${year}-12-31`,
    chairUnitId: '',
    deputyChairUnitId: null,
    chairPerson: '',
    standingOffice: '',
    allotment: { collective: null, individual: null },
    stages: [],
  };
}

async function draftOf(db: Reader, year: YearOfCluster): Promise<Values> {
  const stages = await findStages(db, year.id);
  return {
    name: year.name,
    yearKind: year.yearKind,
    startsOn: year.startsOn,
    endsOn: year.endsOn,
    chairUnitId: year.chairUnitId,
    deputyChairUnitId: year.deputyChairUnitId,
    chairPerson: year.chairPerson ?? '',
    standingOffice: year.standingOffice,
    allotment: allotmentOf(year.awardAllotment),
    stages: stages.map(({ kind, name, opensOn, closesOn, dueNote }) => ({
      kind,
      name,
      opensOn,
      closesOn,
      dueNote: dueNote ?? '',
    })),
  };
}

function allotmentOf(json: string | null): AllotmentInput {
  const { collective, individual } = readAllotment(json);
  return { collective: collective ?? null, individual: individual ?? null };
}

/** A limit that is left out is none; with none at all nothing is stored. */
function allotmentJson({ collective, individual }: AllotmentInput): string | null {
  if (collective === null && individual === null) return null;
  return JSON.stringify({ ...(collective !== null && { collective }), ...(individual !== null && { individual }) });
}

/**
 * Opens an emulation year as a draft that only those see who prepare it: indicators, running movements, aims and
 * headings as in the last one.
 */
export function openYearOnce(ctx: ActorContext, input: z.infer<typeof openInput>): Promise<{ id: string }> {
  const { clusterId, idempotencyKey: _, year, ...draft } = input;
  return commitOnce(ctx, input, async (tx) => {
    const cluster = await clusterToPrepare(ctx, tx, clusterId);
    const [members, others] = [await findMemberships(tx, clusterId), await findYearsOf(tx, clusterId)];
    refuseIf(leaderReasons(cluster, year, others));
    refuseIf(yearReasons({ year, draft, others, members, closedOn: cluster.closedOn }));
    const id = ctx.newId();
    const isDemo = ctx.demo ? 1 : 0;
    const last = others.find((one) => one.year < year);
    const state = { status: 'draft' as const, modelYearId: last?.id ?? null };
    await insertYear(tx, { id, clusterId, year, ...columnsOf(draft), ...state, isDemo });
    await replaceStages(tx, id, stageRows(ctx, id, draft.stages));
    if (last) await copyYear(tx, last.id, { id, startsOn: draft.startsOn, newId: ctx.newId });
    const told = changesOf(undefined, draft, nameOf(members));
    return {
      result: { id },
      audit: [
        {
          action: 'cluster-year.opened',
          subjectKind: 'cluster-year',
          subjectId: id,
          subjectLabel: `${draft.name}, ${cluster.shortName}`,
          clusterYearId: id,
          unitId: cluster.organizerUnitId,
          changes: [
            { field: 'year', from: null, to: String(year) },
            { field: 'status', from: null, to: YEAR_STATUS_LABELS.draft.vi },
            ...(last ? [{ field: 'model', from: null, to: String(last.year) }] : []),
            ...told,
          ],
        },
      ],
    };
  });
}

/**
 * Saves an emulation year with its plan; its number stays. Once it is published, the reports follow the plan and the
 * members are told of every last day that moved, with the old and the new one.
 */
export function saveYearDraft(
  ctx: ActorContext,
  input: z.infer<typeof saveInput>,
): Promise<{ version: number; toldCount: number }> {
  const { id, seenVersion, ...draft } = input;
  return commit(ctx, async (tx) => {
    const found = await tx.selectFrom('clusterYear').where('id', '=', id).select('clusterId').executeTakeFirst();
    if (!found) throw notFound('cluster-year');
    const cluster = await clusterToPrepare(ctx, tx, found.clusterId).catch((error: unknown) => {
      throw accessFor(ctx.actor, 'clusters.byId') ? error : notFound('cluster-year');
    });
    const [members, years] = [await findMemberships(tx, cluster.id), await findYearsOf(tx, cluster.id)];
    const before = years.find((one) => one.id === id)!;
    if (before.version !== seenVersion) throw await changedMeanwhile(tx, 'cluster-year', id);
    refuseIf(leaderReasons(cluster, before.year, years));
    if (!cluster.isOrganizer && before.status !== 'draft' && before.chairUnitId !== draft.chairUnitId)
      refuseIf([{ code: 'cluster-year.chair-by-organizer', field: 'chairUnitId' }]);
    const others = years.filter((one) => one.id !== id);
    refuseIf(yearReasons({ year: before.year, draft, others, members, closedOn: cluster.closedOn }));
    if (before.handOverOn !== null && before.handOverOn <= draft.startsOn)
      refuseIf([
        {
          code: 'cluster-year.hand-over-outside',
          field: 'startsOn',
          facts: { handOverOn: before.handOverOn, startsOn: draft.startsOn },
        },
      ]);
    const was = await draftOf(tx, before);
    if (!(await updateYear(tx, { id, seenVersion }, columnsOf(draft))))
      throw await changedMeanwhile(tx, 'cluster-year', id);
    await replaceStages(tx, id, stageRows(ctx, id, draft.stages));
    const moves = movedDeadlines(was.stages, draft.stages);
    let toldCount = 0;
    if (before.status !== 'draft') {
      await openReports(ctx, tx, before, was.stages);
      if (moves.length > 0) {
        const title = yearTitle(before);
        const { vi, en } = movesText(moves);
        toldCount = await tellMembers(ctx, tx, id, {
          code: 'notice.deadline-moved',
          facts: { cluster: cluster.shortName, title: title.vi, titleEn: title.en, moves: vi, movesEn: en },
        });
      }
    }
    return {
      result: { version: seenVersion + 1, toldCount },
      audit: [
        {
          action: 'cluster-year.saved',
          subjectKind: 'cluster-year',
          subjectId: id,
          subjectLabel: `${draft.name}, ${cluster.shortName}`,
          clusterYearId: id,
          unitId: cluster.organizerUnitId,
          changes: changesOf(was, draft, nameOf(members)),
        },
      ],
    };
  });
}

function columnsOf({ allotment, chairPerson, stages: _, ...draft }: YearDraft) {
  return { ...draft, chairPerson: chairPerson || null, awardAllotment: allotmentJson(allotment) };
}

const stageRows = (ctx: ActorContext, clusterYearId: string, stages: readonly StageDates[]) =>
  stages.map(({ dueNote, ...stage }, index) => ({
    id: ctx.newId(),
    clusterYearId,
    ...stage,
    dueNote: dueNote || null,
    position: index + 1,
  }));

type NameOf = (unitId: string | null) => string | null;
const nameOf =
  (members: readonly { unitId: string; unitName: string }[]): NameOf =>
  (unitId) =>
    members.find((member) => member.unitId === unitId)?.unitName ?? unitId;

/** What changed between two drafts, in words; everything, where there was none before. */
function changesOf(before: Values | undefined, after: Values, name: NameOf): FieldChange[] {
  const told = (draft: Values): Record<string, string | null> => ({
    name: draft.name,
    yearKind: YEAR_KIND_LABELS[draft.yearKind].vi,
    startsOn: formatDate(draft.startsOn),
    endsOn: formatDate(draft.endsOn),
    chair: name(draft.chairUnitId),
    deputyChair: name(draft.deputyChairUnitId),
    chairPerson: draft.chairPerson || null,
    standingOffice: draft.standingOffice,
    allotment: allotmentText(draft.allotment),
    stages: draft.stages.map(stageText).join('; ') || null,
  });
  const old = before && told(before);
  return Object.entries(told(after))
    .map(([field, to]) => ({ field, from: old?.[field] ?? null, to }))
    .filter(({ from, to }) => from !== to);
}

function allotmentText({ collective, individual }: AllotmentInput): string | null {
  const parts = [
    ...(collective === null ? [] : [`${collective} tập thể`]),
    ...(individual === null ? [] : [`${individual} cá nhân`]),
  ];
  return parts.join(', ') || null;
}

const stageText = ({ name, opensOn, closesOn, dueNote }: StageDates) =>
  `${name}: ${formatDate(opensOn)} - ${formatDate(closesOn)}${dueNote ? ` (${dueNote})` : ''}`;
