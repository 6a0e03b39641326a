import type { inferRouterOutputs } from '@trpc/server';
import * as z from 'zod/mini';
import type { AppRouter } from '#client/core/api.ts';
import type { Tone } from '#client/core/status-badge.tsx';
import { type JobStatus, jobFilters } from '#shared/jobs/jobs.schema.ts';

export type Job = inferRouterOutputs<AppRouter>['jobs']['list']['rows'][number];

/** What the address bar of the list holds; `mo` is the job shown in the drawer. */
export const jobUrlFilters = z.object({
  status: jobFilters.shape.status,
  mo: z.optional(z.string().check(z.maxLength(60))),
});

export const STATUS_TONE: Readonly<Record<JobStatus, Tone>> = {
  queued: 'neutral',
  running: 'info',
  done: 'good',
  failed: 'bad',
  cancelled: 'neutral',
};

/** A page asks again this often, only as long as something waits or runs. */
export const ASK_EVERY_MS = 1_500;
