import * as z from 'zod/mini';
import { findJob, listJobLog, listJobs, type ShownJob } from '#db/jobs/jobs.queries.ts';
import { countUnread, listNotices } from '#db/notices/notices.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { worded } from '#server/core/worded.ts';
import { decodeCursor, pageOf } from '#shared/core/page.ts';
import type { Facts, Reason } from '#shared/core/reason.ts';
import { notFound } from '#shared/core/refusal.ts';
import { JOB_KIND_LABELS } from '#shared/jobs/job-kinds.ts';
import {
  isUnderWay,
  JOB_LINES_SHOWN,
  JOBS_ON_A_PAGE,
  type JobFilters,
  type JobStatus,
  jobStatus,
  MOST_UNDER_WAY_SHOWN,
  NOTICES_SHOWN,
} from '#shared/jobs/jobs.schema.ts';
import { MOST_UNREAD } from '#shared/jobs/notice-limits.ts';

const jobKey = z.tuple([z.string()]);

/** Whose jobs this person sees: the administrator everybody's, others their own. */
export const reachOf = ({ access, actor }: ActorContext): string | undefined =>
  access.all ? undefined : actor.accountId;

/**
 * Công việc đang chạy. `underWay`: what waits or runs, with the first page only; `rows`: what has ended, page by page.
 * Both by when they were given, newest first.
 */
export async function jobPage(ctx: ActorContext, { status, cursor }: JobFilters) {
  const after = decodeCursor(jobKey, cursor);
  const asked = jobStatus.options.filter((one) => status === undefined || one === status);
  const list = (statuses: readonly JobStatus[], limit: number, beforeId?: string) =>
    statuses.length === 0
      ? Promise.resolve([])
      : listJobs(ctx.db.reads, { createdBy: reachOf(ctx), statuses, beforeId, limit });
  const [unfinished, ended] = await Promise.all([
    list(after ? [] : asked.filter(isUnderWay), MOST_UNDER_WAY_SHOWN),
    list(
      asked.filter((one) => !isUnderWay(one)),
      JOBS_ON_A_PAGE,
      after?.[0],
    ),
  ]);
  const page = pageOf(ended, JOBS_ON_A_PAGE, ({ id }) => [id]);
  const shown = (jobs: readonly ShownJob[]) => jobs.map((job) => onScreen(ctx, job));
  return {
    underWay: shown(unfinished.slice(0, MOST_UNDER_WAY_SHOWN)),
    hasMoreUnderWay: unfinished.length > MOST_UNDER_WAY_SHOWN,
    ...page,
    rows: shown(page.rows),
  };
}

/** One job with what it said. @throws Refusal job.not-found */
export async function jobById(ctx: ActorContext, id: string) {
  const job = await findJob(ctx.db.reads, id, reachOf(ctx));
  if (!job) throw notFound('job');
  const lines = await listJobLog(ctx.db.reads, id, JOB_LINES_SHOWN);
  return {
    ...onScreen(ctx, job),
    lines: lines.map(({ position, at, code, facts }) => ({
      position,
      at,
      text: worded([{ code, facts: JSON.parse(facts) as Facts }], ctx.lang)[0]!.text,
    })),
  };
}

function onScreen({ actor, lang }: ActorContext, job: ShownJob) {
  const { error, result: _, createdBy, kind, ...shown } = job;
  return {
    ...shown,
    kind,
    kindName: JOB_KIND_LABELS[kind]?.[lang] ?? kind,
    isMine: createdBy === actor.accountId,
    progress: Number(shown.progress),
    progressTotal: shown.progressTotal === null ? null : Number(shown.progressTotal),
    isCancelAsked: shown.cancelAsked === 1,
    reasons: error === null ? [] : worded(readReasons(error), lang),
  };
}

/** What a failed run left; a text of an older version is told as a defect. */
function readReasons(error: string): Reason[] {
  try {
    return JSON.parse(error) as Reason[];
  } catch {
    return [{ code: 'job.broke', facts: { attemptCount: 1, jobId: '' } }];
  }
}

/** Thông báo of whoever asks: the newest, and how many are unread. */
export async function noticesOf(ctx: ActorContext) {
  const { accountId } = ctx.actor;
  const [rows, unread] = await Promise.all([
    listNotices(ctx.db.reads, accountId, NOTICES_SHOWN),
    countUnread(ctx.db.reads, accountId, MOST_UNREAD),
  ]);
  return {
    unread,
    rows: rows.map(({ id, at, code, facts, link, readAt }) => {
      const said = JSON.parse(facts) as NoticeFacts;
      const what = said.kind ? (JOB_KIND_LABELS[said.kind]?.[ctx.lang] ?? said.kind) : '';
      const known: Facts = { ...plain(said), what };
      return {
        id,
        at,
        isRead: readAt !== null,
        text: worded([{ code, facts: known }], ctx.lang)[0]!.text,
        link,
        kind: said.kind ?? null,
        jobId: said.jobId ?? null,
        subjectId: said.subjectId ?? null,
        fileId: said.fileId ?? null,
      };
    }),
  };
}

type NoticeFacts = { kind?: string; jobId?: string; subjectId?: string | null; fileId?: string | null };

const plain = (facts: object): Facts =>
  Object.fromEntries(
    Object.entries(facts).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  );

/** How many notices wait to be read: what the bell asks from time to time. */
export async function unreadCount(ctx: ActorContext): Promise<{ unread: number }> {
  return { unread: await countUnread(ctx.db.reads, ctx.actor.accountId, MOST_UNREAD) };
}
