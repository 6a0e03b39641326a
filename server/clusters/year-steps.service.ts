import type * as z from 'zod/mini';
import { findMemberships, findYearsOf, type YearOfCluster } from '#db/clusters/catalogue.queries.ts';
import { findStages } from '#db/clusters/clusters.queries.ts';
import { deleteDraft, updateYear } from '#db/clusters/clusters.writes.ts';
import { countOpenTasks, findRecordsOf } from '#db/clusters/years.queries.ts';
import type { Writer } from '#db/database.ts';
import { changedMeanwhile, clusterToPrepare, leaderReasons } from '#server/clusters/clusters.policy.ts';
import { tellMembers } from '#server/clusters/tell-members.service.ts';
import { openReports } from '#server/clusters/year-reports.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { SUBJECT_LABELS } from '#shared/audit/audit.labels.ts';
import type { AuditEvent, SubjectKind } from '#shared/audit/audit.schema.ts';
import type { restoreYear as restoreInput, stepYear } from '#shared/clusters/clusters.schema.ts';
import { statusReasons, YEAR_STATUS_LABELS } from '#shared/clusters/year-draft.rules.ts';
import { yearReasons } from '#shared/clusters/years.rules.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { notFound, refuseIf } from '#shared/core/refusal.ts';
import { yearTitle } from '#shared/core/year-title.ts';

type Step = z.infer<typeof stepYear>;

/** Loads a year to take a step with it and holds its cluster until the transaction ends. */
async function openYear(ctx: ActorContext, tx: Writer, { id, seenVersion }: Step, refusal?: string) {
  const found = await tx.selectFrom('clusterYear').where('id', '=', id).select('clusterId').executeTakeFirst();
  if (!found) throw notFound('cluster-year');
  const cluster = await clusterToPrepare(ctx, tx, found.clusterId, refusal).catch((error: unknown) => {
    throw accessFor(ctx.actor, 'clusters.byId') ? error : notFound('cluster-year');
  });
  const years = await findYearsOf(tx, cluster.id);
  const year = years.find((one) => one.id === id);
  if (!year) throw notFound('cluster-year');
  refuseIf(leaderReasons(cluster, year.year, years));
  if (year.version !== seenVersion) throw await changedMeanwhile(tx, 'cluster-year', id);
  return { cluster, years, year, today: vietnamDate(ctx.now()) };
}

type Opened = Awaited<ReturnType<typeof openYear>>;

function eventOf({ cluster, year }: Opened, action: string, to: YearOfCluster['status'] | null): AuditEvent {
  return {
    action,
    subjectKind: 'cluster-year',
    subjectId: year.id,
    subjectLabel: `${year.name}, ${cluster.shortName}`,
    clusterYearId: year.id,
    unitId: cluster.organizerUnitId,
    changes: [{ field: 'status', from: YEAR_STATUS_LABELS[year.status].vi, to: to && YEAR_STATUS_LABELS[to].vi }],
  };
}

/**
 * Công bố: from here on members see the year and work in it. The reports of its plan are opened and every account of
 * the member units is told.
 */
export function publishYear(ctx: ActorContext, input: Step): Promise<{ version: number; toldCount: number }> {
  return commit(ctx, async (tx) => {
    const opened = await openYear(ctx, tx, input);
    const { cluster, years, year, today } = opened;
    refuseIf(statusReasons('publish', year, today));
    const stages = (await findStages(tx, year.id)).map((stage) => ({ ...stage, dueNote: stage.dueNote ?? '' }));
    const others = years.filter(({ id }) => id !== year.id);
    const members = await findMemberships(tx, cluster.id);
    // Members and neighbouring years may have changed since the draft was saved.
    const draft = { ...year, stages } as unknown as Parameters<typeof yearReasons>[0]['draft'];
    refuseIf(yearReasons({ year: year.year, draft, others, members, closedOn: cluster.closedOn }));
    const published = { status: 'published' as const, publishedAt: ctx.now().toISOString() };
    if (!(await updateYear(tx, input, published))) throw await changedMeanwhile(tx, 'cluster-year', year.id);
    await openReports(ctx, tx, year);
    const title = yearTitle(year);
    const toldCount = await tellMembers(ctx, tx, year.id, {
      code: 'notice.year-published',
      facts: { cluster: cluster.shortName, title: title.vi, titleEn: title.en, chair: year.chairName },
    });
    return {
      result: { version: input.seenVersion + 1, toldCount },
      audit: [eventOf(opened, 'cluster-year.published', 'published')],
    };
  });
}

/** Bỏ dự thảo: nobody has worked in it, so nothing is lost but the draft; its history stays. */
export function dropYear(ctx: ActorContext, input: Step): Promise<{ id: string }> {
  return commit(ctx, async (tx) => {
    const opened = await openYear(ctx, tx, input);
    const { year, today } = opened;
    refuseIf(statusReasons('drop', year, today));
    const records = (await findRecordsOf(tx, year.id)).map((kind) => SUBJECT_LABELS[kind as SubjectKind]);
    if (records.length > 0)
      refuseIf([
        {
          code: 'cluster-year.has-records',
          facts: {
            what: records.map(({ vi }) => vi.toLowerCase()).join(', '),
            whatEn: records.map(({ en }) => en.toLowerCase()).join(', '),
          },
        },
      ]);
    await deleteDraft(tx, year.id);
    return { result: { id: year.id }, audit: [eventOf(opened, 'cluster-year.dropped', null)] };
  });
}

/** Lưu hồ sơ: the year can only be read from here on; decisions and certificates go on living. */
export function archiveYear(ctx: ActorContext, input: Step): Promise<{ version: number }> {
  return commit(ctx, async (tx) => {
    const opened = await openYear(ctx, tx, input, 'cluster.not-organizer');
    refuseIf(statusReasons('archive', opened.year, opened.today));
    // They are reported on in the year; who archives it first would stop the members.
    const openTaskCount = await countOpenTasks(tx, input.id);
    if (openTaskCount > 0)
      refuseIf([{ code: 'cluster-year.archive-open-tasks', facts: { name: opened.year.name, openTaskCount } }]);
    const archived = { status: 'archived' as const, archivedAt: ctx.now().toISOString() };
    if (!(await updateYear(tx, input, archived))) throw await changedMeanwhile(tx, 'cluster-year', input.id);
    return {
      result: { version: input.seenVersion + 1 },
      audit: [eventOf(opened, 'cluster-year.archived', 'archived')],
    };
  });
}

/** Opens an archived year again, with the reason: a figure was found wrong, a paper came late. */
export function restoreYear(ctx: ActorContext, input: z.infer<typeof restoreInput>): Promise<{ version: number }> {
  return commit(ctx, async (tx) => {
    const opened = await openYear(ctx, tx, input, 'cluster.not-organizer');
    refuseIf(statusReasons('restore', opened.year, opened.today));
    const { id, seenVersion, reason } = input;
    if (!(await updateYear(tx, { id, seenVersion }, { status: 'published', archivedAt: null })))
      throw await changedMeanwhile(tx, 'cluster-year', id);
    return {
      result: { version: seenVersion + 1 },
      audit: [{ ...eventOf(opened, 'cluster-year.restored', 'published'), reason }],
    };
  });
}
